# any table, every cell of every record; the result is never what is read
printf 'kode;nama;isi\n1;Siti;" a ""b"" "\n2;"Bu\ndi"\n3;"x"y;z\n' >table.csv
ikm clean --all table.csv
echo "status $?"
ikm clean --all table.csv -o table.csv
echo "status $?"
ikm clean --all table.csv -o out.csv --rejects ./out.csv
echo "status $?"
ikm clean --all - --quote "'" --delimiter pipe --header-line 2 <<'CSV'
judul
a|'b|c'
1|'2'
CSV
