ikm score data/small.csv --missing strict --by none --format csv | head -n 2
