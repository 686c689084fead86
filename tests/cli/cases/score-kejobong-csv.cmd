ikm score examples/kejobong-2024/survey.csv --format=csv
