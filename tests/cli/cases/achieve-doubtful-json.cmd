# What is noted of the table itself stands in JSON too, of audits as well.
mkdir F
printf 'indikator,tahun,target,realisasi\nA,2024,10,1.234\n' >F/indicators.csv
printf 'tabel,butir,besaran,tercetak\nTabel 1,A,realisasi,"1,23"\n' >F/published.csv
ikm achieve F/indicators.csv --format json | sed -n '/"notes"/,$p'
ikm audit F --format json
