ikm score --lang fr survey.csv
