for option in --weight=abc --weight=0,111 --round-nrr=7 --round-final=none --round-mode=up --missing=drop --target=high \
    --target=87,5 --population=0 --lang=de --threads=0 --max-reject=half --format=xml --delimiter=colon --by=, \
    --rules=permenpan-14 --rules=mine; do
    ikm score survey.csv --lang en "$option" 2>&1 | head -n 1
done
