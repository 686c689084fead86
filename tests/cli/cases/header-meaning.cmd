# the words of a header win over its number: sarana is asked eighth and is the ninth element
mapped() { ikm score "$1" --format json --lang en | grep -E '"element"|questionnaire' | cut -c 1-150; }
cat >words.csv <<'CSV'
No;Jenis Layanan;1. Persaratan;2. Prosedur;3. Kecepatan waktu;4. Biaya/tarif;5. Produk layanan;6. Kompetensi petugas;7. Prilaku petugas;8. Sarana & prasarana;9. Penanganan pengaduan
1;KTP;4;3;3;4;4;3;3;1;4
2;KK;4;3;3;4;4;3;3;1;4
CSV
mapped words.csv
# numbers alone follow the regulation, and where they are a questionnaire's that is said
sed '1s/.*/No;Jenis Layanan;q1;q2;q3;q4;q5;q6;q7;q8;q9/' words.csv >numbers.csv
mapped numbers.csv
sed '1s/.*/No;Jenis Layanan;u1;u2;u3;u4;u5;u6;u7;u8;u9/' words.csv >codes.csv
mapped codes.csv
# the order of the columns means nothing
sed '1s/.*/u9;u8;u7;u6;u5;u4;u3;u2;u1;No;Jenis Layanan/; s/^\([12]\);\(K[TK]P*\);\(.*\)/\3;\1;\2/' words.csv >backwards.csv
ikm score backwards.csv --format csv | grep -E '^,(U[28]|IKM)'
# two columns for one element: said, not chosen
sed '1s/9\. Penanganan pengaduan/Sarana/' words.csv >twice.csv
ikm score twice.csv --lang en
echo "status $?"
