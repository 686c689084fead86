# Trillions; a number that is too large is shown, for it is nobody's.
mkdir F
printf 'kode;uraian;anggaran;realisasi\n1;A;1.250.000.000.000;Rp 1.200.000.000.000,50\n1.1;B;1.250.000.000.000;1.200.000.000.000,50\n' >F/budget.csv
ikm report F --format json | sed -n '/"budget"/,/"kinds"/p'
printf 'kode;uraian;anggaran;realisasi\n1;A;1.250.000.000.000.000;0\n' >F/budget.csv
ikm report F || echo "$?"
printf 'tabel,butir,besaran,tercetak\nT,1,anggaran,1.250.000.000.000.000\n' >F/published.csv
rm F/budget.csv
ikm report F || echo "$?"
