index() { ikm score "$@" --by none --format csv | grep IKM; }
for pair in comma=, semicolon=\; tab="$(printf '\t')" pipe=\|; do
    sed "s/,/${pair#*=}/g" data/small.csv > other.csv
    index other.csv
    index other.csv --delimiter "${pair%%=*}"
    index other.csv --delimiter "${pair#*=}"
done
# told wrongly, nothing is guessed
ikm score data/small.csv --delimiter semicolon
