ikm score --zzzzzzzzz survey.csv
