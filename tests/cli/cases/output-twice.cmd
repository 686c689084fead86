mkdir folder
ikm score data/small.csv -o result.csv -o ./folder/../result.csv
echo older > result.csv
ln result.csv link.csv
ikm score data/small.csv -o result.csv -o link.csv --lang en
cat result.csv
