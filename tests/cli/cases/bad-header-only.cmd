head -n 1 data/small.csv > header.csv
ikm score header.csv
ikm score header.csv --lang en
