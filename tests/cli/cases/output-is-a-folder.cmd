mkdir result.csv
ikm score data/small.csv -o result.csv
