cat >long.csv <<'CSV'
id_jawaban,responden_id,layanan,pertanyaan,jawaban
1,r1,KTP,Persyaratan,Sesuai
2,r1,KTP,Saran,lebih cepat lagi
3,r2,KTP,Persyaratan,Bagus
4,r2,KTP,Waktu,Lambat
5,r3,KK,Persyaratan,Sesuai
6,r3,KK,Persyaratan,Sesuai
7,,KK,Persyaratan,Sesuai
8,r4,KK,Persyaratan,-
9,r5,KK,Kebersihan,4
10,r1,KTP,Prosedur,Mudah
11,r6,"KK,Waktu,Cepat
12,r7,KK,Waktu
13,r8,KK,Waktu,Cepat
CSV
ikm score long.csv --format json --rejects rejects.csv | grep -A 5 '"rows"'
cat rejects.csv
ikm check long.csv --lang en | grep -A 12 'Issues by kind'
