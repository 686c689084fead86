# what was read: no personal column, scores as digits, refused records told and saved
cat >dump.csv <<'CSV'
nama;layanan;jenis kelamin;saran;u1;u2;u3;u4;u5;u6;u7;u8;u9
Siti Aminah;KTP, baru;P;"baik; cepat";Sangat sesuai;4;3;4;4;;4;4;3
Budi;KTP;L;;4;4;9;4;4;4;4;4;3
Ani;"KK";P;;4;4;3;4;4;4;4;4;3
CSV
ikm clean dump.csv --rejects rejects.csv
echo "status $?"
cat rejects.csv
ikm clean dump.csv -o clean.csv --lang en && cat clean.csv
ikm score clean.csv --by none --format csv | head -n 2
