ikm score data/small.csv -o nowhere/result.csv
