# the first file that is opened must not take its place
ikm score data/small.csv -o result.csv >&-
echo $?
head -n 1 result.csv
ikm --version >&-
echo $?
