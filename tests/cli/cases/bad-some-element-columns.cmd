cut -d , -f 1-8 data/small.csv > some.csv
ikm score some.csv
ikm score some.csv --lang en
