cp data/small.csv survey.csv
ikm score survey.csv -o ./survey.csv
echo $?
ln -s survey.csv link.csv
ikm score survey.csv -o link.csv --lang en
echo $?
cmp data/small.csv survey.csv && echo untouched
