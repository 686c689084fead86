# a device or a pipe without an ending is written as --format says
ikm score data/small.csv --by none -o /dev/null --format csv
mkfifo pipe
cat pipe > got &
ikm score data/small.csv --by none -o pipe --format csv > printed
wait
cmp got printed && echo same
test -p pipe && echo still a pipe
