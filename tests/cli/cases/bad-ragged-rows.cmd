{ cat data/small.csv; echo '6,KK,L,4,4,4'; echo '7,KK,L,4,4,4,4,4,4,4,4,4,sisa'; echo '8,KK,L,4,4,4,4,4,4,4,4,4,,'; } > ragged.csv
ikm score ragged.csv --format json | grep -A 1 '"rows"'
