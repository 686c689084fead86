ikm score --roundnrr 2 survey.csv
