ikm score data/small.csv nowhere.csv --lang en
