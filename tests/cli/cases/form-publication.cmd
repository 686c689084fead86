# the sheet that is hung up: the unit's, then one for each service; what nobody told is a line to fill in
printf '{"unit": "Kecamatan Kejobong", "region": "Kabupaten Purbalingga", "head": {"name": "Nama Camat", "title": "Camat Kejobong", "nip": "19700101 199503 1 001"}}\n' >unit.json
ikm score examples/kejobong-2024/survey.csv --form publication --profile unit.json | sed -n 1,55p
ikm score examples/kejobong-2024/survey.csv --form publication --lang en --by none
ikm score data/small.csv --form publication --by none
