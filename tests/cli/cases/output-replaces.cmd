echo older > result.csv
chmod 640 result.csv
ikm score data/small.csv -o result.csv > text
head -n 1 result.csv
stat -c %a result.csv
