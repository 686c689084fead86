mkdir closed
echo older > closed/result.csv
chmod 555 closed
confined ikm score data/small.csv -o closed/new.csv
echo $?
confined ikm score data/small.csv -o closed/result.csv
echo $?
cat closed/result.csv
ls -A closed
