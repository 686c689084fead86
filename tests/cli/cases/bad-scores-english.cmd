{ cat data/small.csv; echo '6,KK,L,4,4,9,4,4,4,4,4,4'; echo '8,KK,L,,,,,,,,,'; } > scores.csv
ikm score scores.csv --by none --format csv --lang en | head -n 2
