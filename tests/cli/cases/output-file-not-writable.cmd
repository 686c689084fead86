echo older > result.csv
chmod 444 result.csv
confined ikm score data/small.csv -o result.csv
echo $?
cat result.csv
