ikm score data/library.csv --rules examples/instrument.json
