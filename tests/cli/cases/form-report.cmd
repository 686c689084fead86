# the report of a survey, chapters I to V: what no dump says is a line to fill in, the three weakest elements are filled in
printf '{"unit": "Kecamatan Kejobong", "address": "Jalan Raya Kejobong"}\n' >unit.json
ikm score examples/kejobong-2024/survey.csv --form report --profile unit.json --target 88 --by none
ikm score examples/kejobong-2024/survey.csv --form report,publication --lang en | grep '^━━━━\|^[IV]*\. '
ikm score examples/kejobong-2024/survey.csv --form all --lang en | grep '^━━━━'
