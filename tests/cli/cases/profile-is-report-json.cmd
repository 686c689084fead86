# the settings of a report may be given as they are, with all that they name beside them
ikm score examples/kejobong-2024/survey.csv --profile examples/kejobong-2024/report.json --by none | sed -n 1,8p
ikm score examples/dinas-kesehatan-2024/survei.csv --profile examples/dinas-kesehatan-2024/report.json --by none >/dev/null
