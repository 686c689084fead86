: > empty.csv
ikm score empty.csv
