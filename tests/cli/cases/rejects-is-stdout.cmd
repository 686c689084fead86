ikm score data/small.csv --rejects -
