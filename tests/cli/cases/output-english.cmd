ikm score data/small.csv -o RESULT.CSV --lang en > printed
head -n 2 RESULT.CSV
