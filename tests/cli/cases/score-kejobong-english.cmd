LC_MESSAGES=en_US.UTF-8 ikm score examples/kejobong-2024/survey.csv
