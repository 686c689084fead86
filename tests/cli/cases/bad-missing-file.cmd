ikm score nowhere.csv
