# the file that the link leads to is replaced, and the link stays
echo older > there.csv
ln -s there.csv result.csv
ikm score data/small.csv -o result.csv > text
readlink result.csv
head -n 1 there.csv
