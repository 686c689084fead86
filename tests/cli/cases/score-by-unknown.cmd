ikm score data/small.csv --by kelurahan
