mkdir r
printf 'indikator,tahun,target,realisasi\nA,2024,10,9\n' > r/indicators.csv
printf 'kode,anggaran,realisasi\n1,10,9\n' > r/budget.csv
printf 'indikator,program\nA,1\nA,7\nB,1\n' > r/links.csv
ikm report r --format json || echo "$?"
