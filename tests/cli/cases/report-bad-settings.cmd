mkdir r empty
printf 'indikator,tahun,target,realisasi\nA,2024,10,9\n' > r/indicators.csv
printf '{"survey": {"files": ["a.csv"], "bobot": 1}}' > r/report.json
ikm report r || echo "$?"
printf '{"year": 2024,}' > r/report.json
ikm report r || echo "$?"
printf '{"survey": {"files": ["a.csv"]}}' > r/report.json
ikm report r || echo "$?"
ikm report empty || echo "$?"
ikm report nothing || echo "$?"
ikm report r/indicators.csv || echo "$?"
ikm audit r --settings s.json || echo "$?"
rm r/report.json
ikm audit r || echo "$?"
