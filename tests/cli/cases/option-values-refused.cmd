for option in \
    --round-nrr=7 --round-nrr=-1 --round-nrr=2.5 --round-term=nought --round-final=none --round-final=9999999999999999999 \
    --round-mode=up --missing=drop --population=0 --population=1e6 \
    --population=1000000000001 --lang=de --threads=0 --threads=257 \
    --format=xml --delimiter=colons --delimiter=:: --by=, --by=a,,b --by=a, '--by="a' '--by="a"b' --rules=permenpan-14 \
    --rules=mine; do
    ikm score survey.csv "$option" 2>&1 | head -n 1
done
