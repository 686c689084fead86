# to files as well; the survey that is read for it is not written
ikm reconcile examples/kejobong-2024/survey.csv --printed 89.62 -o hasil.json -o hasil.csv -o hasil.txt >/dev/null
echo "exit $?"
head -c 120 hasil.json; echo
head -n 3 hasil.csv
head -n 3 hasil.txt
