ikm score data/small.csv --by none --format csv --weight 0.2,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1 | grep IKM
