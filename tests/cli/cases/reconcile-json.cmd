ikm reconcile examples/kejobong-2024/survey.csv --printed 89.62 --by desa --round-final 1 --format json
