ikm score survey.csv --weight
ikm score survey.csv -o
ikm score survey.csv --by=
ikm score survey.csv --output ''
