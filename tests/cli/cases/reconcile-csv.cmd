ikm reconcile examples/kejobong-2024/survey.csv --printed 89.72 --by none --format csv
