{ head -n 1 data/small.csv; echo '1,KTP,L,9,9,9,9,9,9,9,9,8'; } > survey.csv
ikm score survey.csv --rejects refused.csv -o result.csv
echo $?
cat refused.csv
ls -A | grep -v -e data -e examples -e reference
