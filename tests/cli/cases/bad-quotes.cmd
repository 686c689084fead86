{ head -n 2 data/small.csv; echo '2,"KTP,P,3,3,3,4,3,3,4,4,3'; echo '2,K"x"T,P,3,3,3,4,3,3,4,4,3'; sed -n '4,$p' data/small.csv; } > quotes.csv
ikm score quotes.csv --format json | grep -A 1 '"rows"'
