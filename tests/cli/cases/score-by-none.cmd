ikm score data/small.csv --by none --format csv
