cp examples/instrument.json own.json
ikm score data/library.csv --rules own.json -o own.json
echo $?
cmp examples/instrument.json own.json && echo untouched
