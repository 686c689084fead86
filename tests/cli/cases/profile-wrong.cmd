# who the unit is, with the keys of report.json: where it is wrong is told by line and column, or by its path
printf '{"unit": "Kecamatan Kejobong",\n "head": {"name": "A",}\n}\n' >syntax.json
ikm score examples/kejobong-2024/survey.csv --profile syntax.json --lang en
echo "exit $?"
printf '{"unit": "Kecamatan Kejobong", "head": {"name": "A", "nipp": "19"}}\n' >key.json
ikm score examples/kejobong-2024/survey.csv --profile key.json --lang en
echo "exit $?"
printf '{"unit": 7}\n' >type.json
ikm score examples/kejobong-2024/survey.csv --profile type.json
echo "exit $?"
ikm score examples/kejobong-2024/survey.csv --profile missing.json
echo "exit $?"
ikm score examples/kejobong-2024/survey.csv --profile key.json -o key.json
