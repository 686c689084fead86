{ cat data/small.csv; echo '6,KK,L,4,4,9,4,4,4,4,4,4'; } > survey.csv
ikm score survey.csv --rejects /dev/full -o result.csv
echo $?
ls result.csv
