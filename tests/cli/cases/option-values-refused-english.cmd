for option in --round-nrr=7 --round-final=none --round-mode=up --missing=drop \
    --population=0 --lang=de --threads=0 --format=xml --delimiter=colons --by=, \
    --rules=permenpan-14 --rules=mine; do
    ikm score survey.csv --lang en "$option" 2>&1 | head -n 1
done
