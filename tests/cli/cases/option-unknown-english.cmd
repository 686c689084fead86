ikm score survey.csv --lang en --treshold=4
