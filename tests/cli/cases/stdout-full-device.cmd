ikm score data/small.csv > /dev/full
echo $?
ikm score data/small.csv --format json --lang en > /dev/full
echo $?
ikm rules > /dev/full
echo $?
