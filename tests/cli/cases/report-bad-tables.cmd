# every fault of every table at its place, nothing half-written
mkdir r
cat > r/budget.csv <<'CSV'
kode,uraian,anggaran,realisasi
1,Program,1000,12abc
1.1,Kegiatan,600,500
1.1,Kegiatan lagi,400,400
2.1,Tanpa induk,5,5
CSV
cat > r/indicators.csv <<'CSV'
indikator,tahun,target,realisasi
A,2024,10,9
A,2024,10,9
CSV
ikm report r -o r.json --lang en || echo "$?"
ls
