ikm score data/small.csv --by none --population 1000 | sed -n '/^Kecukupan/,/^Catatan/p'
ikm score data/small.csv --by none --population 5 --lang en | sed -n '/^Sample/,/^Notes/p'
