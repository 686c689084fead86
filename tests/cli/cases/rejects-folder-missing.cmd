ikm score data/small.csv --rejects nowhere/refused.csv --lang en
