# what sniff finds of lines of answers, --schema takes back; and what it cannot find is told to it
cat >long.csv <<'CSV'
kolom_a;kolom_b;kolom_c;kolom_d
x1;1;4;KTP
x1;2;3;KTP
x2;1;4;KK
x2;2;2;KK
CSV
ikm score long.csv --lang en
echo "status $?"
cat >schema.json <<'JSON'
{"format": "ikm.schema/1", "columns": [
  {"header": "kolom_a", "role": "respondent"}, {"header": "kolom_b", "role": "question"},
  {"header": "kolom_c", "role": "answer"}, {"header": "kolom_d", "role": "service"}]}
JSON
ikm score long.csv --schema schema.json --format json | grep -A 5 '"files"'
ikm sniff long.csv --schema schema.json -o found.json >/dev/null
cat found.json
ikm score long.csv --schema found.json --format json | grep '"rows"'
