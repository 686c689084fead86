ikm score data/small.csv --target 87,5
ikm score data/small.csv --target 101 --lang en
