{ cat data/small.csv; echo '6,KK,L,4,4,9,4,4,4,4,4,4'; echo '7,KK,L,4,4,9,4,4,4,4,4,4'; } > survey.csv
for limit in 2 1 0 28.6% 28.5% 30% 100% 0%; do
    ikm score survey.csv --max-reject $limit --by none --format csv > text 2> errors
    echo "$limit $? $(wc -l < text) $(tail -n 1 errors)"
done
for limit in half -1 % 101% 1.5; do
    ikm score survey.csv --max-reject=$limit --by none --format csv
done
