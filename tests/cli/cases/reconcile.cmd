ikm reconcile examples/kejobong-2024/survey.csv --printed 89.62 --round-final 3
