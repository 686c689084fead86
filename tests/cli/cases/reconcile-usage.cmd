for arguments in "--printed 89.62" "data/small.csv" "data/small.csv --printed 89.62 --means 3.5,3.5" \
    "data/small.csv --printed 89.62 --n 3" "data/small.csv --printed A" "data/small.csv --printed -1" \
    "data/small.csv --printed 89.6200000" "--means 3.5,,3.4" "--means 3.5,3.4 --printed 89.62" \
    "--means 3,3,3,3,3,3,3,3,5 --printed 89.62" "--means 3,3 --n 0" "--means 5,4,3,4,4,4,4,4,4" "--means 0,4,3,4,4,4,4,4,4" "--means 3,4.1" "data/small.csv --printed 89 --rules nothing"; do
    ikm reconcile $arguments
    echo "$?"
done
