cat >dump.csv <<'CSV'
Stempel waktu,layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9
15/01/2024 08:10:00,KTP,4,4,4,4,4,4,4,4,4
03/02/2024 09:20:00,KTP,3,3,3,3,3,3,3,3,3
03/04/2024 09:20:00,KK,2,2,2,2,2,2,2,2,2
31/12/2024 23:59:59,KK,4,3,4,3,4,3,4,3,4
,KK,4,4,4,4,4,4,4,4,4
CSV
for period in bulan triwulan semester tahun; do
    ikm score dump.csv --by periode:$period --format csv | grep IKM
done
ikm score dump.csv --by layanan,periode:triwulan --format csv | grep IKM
ikm score dump.csv --by none --from 2024-02 --to 3/4/2024 --format json --lang en | grep -E '"rows"|filter|of these'
sed 's/15.01/01\/15/; s/31.12/12\/31/' dump.csv >american.csv
ikm score american.csv --by periode:bulan --format json --lang en | grep -E '"key"|month/day' | cut -c 1-90
sed 's/15.01/01\/15/' dump.csv >both.csv
ikm score both.csv --by periode:bulan --lang en
echo "status $?"
