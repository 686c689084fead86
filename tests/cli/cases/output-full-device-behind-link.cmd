# and no other result is written either
ln -s /dev/full result.xlsx
echo older > result.csv
ikm score data/small.csv -o result.csv -o result.xlsx --lang en
echo $?
cat result.csv
readlink result.xlsx
ls -A | grep -v -e data -e examples -e reference
