ikm score data/small.csv --by none --population 1000
