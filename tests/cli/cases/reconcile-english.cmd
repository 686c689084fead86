ikm reconcile examples/kejobong-2024/survey.csv --printed 89,69 --by none --lang en
