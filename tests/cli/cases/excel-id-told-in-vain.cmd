# where no CSV is written it would be told in vain
ikm score examples/kejobong-2024/survey.csv --excel-id
echo "exit $?"
ikm reconcile --means 3.6 --n 10 --excel-id --format json
echo "exit $?"
ikm rules --excel-id
