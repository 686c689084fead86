COLUMNS=50 ikm score examples/kejobong-2024/survey.csv
