sed '1s/u9/U1/' data/small.csv > twice.csv
ikm score twice.csv
ikm score twice.csv --lang en
