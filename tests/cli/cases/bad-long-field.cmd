{ cat data/small.csv; printf '6,'; head -c 2097152 /dev/zero | tr '\0' x; echo ',L,4,4,4,4,4,4,4,4,4'; echo '7,KK,L,4,4,4,4,4,4,4,4,4'; } > long.csv
ikm score long.csv --format json | grep -A 1 '"rows"'
