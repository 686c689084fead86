ikm score --weight 0.11 data/small.csv --weight=exact --format json --format csv --by none | grep IKM
ikm score data/small.csv --by none --format csv | grep IKM
