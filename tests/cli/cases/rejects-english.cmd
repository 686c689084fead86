{ cat data/small.csv; echo '6,KK,L,4,4,9,4,4,4,4,4,4'; } > survey.csv
echo older > refused.csv
chmod 666 refused.csv
ikm score survey.csv --rejects refused.csv --by none --lang en > text
stat -c %a refused.csv
cat refused.csv
