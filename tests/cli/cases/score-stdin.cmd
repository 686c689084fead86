ikm score --by none --format csv - < data/small.csv | grep IKM
