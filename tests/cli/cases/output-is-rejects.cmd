ikm score data/small.csv -o result.csv --rejects ./result.csv
ikm score data/small.csv --rejects data/small.csv --lang en
ls result.csv
