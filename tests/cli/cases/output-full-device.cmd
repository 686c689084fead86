ikm score data/small.csv -o /dev/full
echo $?
ls -l /dev/full | cut -c 1
