ikm score data/small.csv -o result.xlsx --output result.csv --output=result.json -oresult.txt --format json > printed.json
ls -A | grep -v -e data -e examples -e reference
head -c 2 result.xlsx; echo
cmp result.json printed.json && echo same
head -n 3 result.csv
head -n 6 result.txt
