for command in report audit achieve score; do ikm $command || echo "$?"; done
ikm report examples/kejobong-2024/indicators.csv || echo "$?"
ikm audit examples/kejobong-2024/published.csv --lang en || echo "$?"
mkdir F
cp examples/kejobong-2024/indicators.csv F
for cap in 103 90 120 '"110"' '"103"' null; do
    echo "{\"cap\": $cap}" >F/report.json
    ikm report F --format json --lang en >out && grep -o '"cap": [a-z0-9]*' out
done
# an audit that finds nothing is a table without rows
printf 'tabel,butir,besaran,tercetak\nT,x,pagu,1\n' >F/published.csv
rm F/report.json
ikm audit F -o a.csv >out && cat a.csv out
