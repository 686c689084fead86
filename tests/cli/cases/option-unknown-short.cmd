ikm score -x survey.csv
