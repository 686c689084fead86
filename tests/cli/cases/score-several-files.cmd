# two files with their columns in another order are the survey that they were cut from
ikm score data/small.csv --format csv > whole.csv; wc -l < whole.csv
head -n 3 data/small.csv > first.csv
sed -n -e 1p -e '4,$p' data/small.csv | awk -F, -v OFS=, '{ print $2, $12, $11, $10, $9, $8, $7, $6, $5, $4, $1, $3 }' > second.csv
ikm score first.csv second.csv --format csv | cmp - whole.csv && echo same
