sed 's/"scale": 5/"scale": 6/' examples/instrument.json > wrong.json
ikm score data/library.csv --rules wrong.json --lang en
