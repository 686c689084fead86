# an empty list is a list too
ikm score data/small.csv --rejects refused.csv --by none > text
cat refused.csv
