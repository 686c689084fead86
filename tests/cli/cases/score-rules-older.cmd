ikm score data/small.csv --by none --rules permenpan-16-2014 --format csv
