ikm score data/small.csv -o -
