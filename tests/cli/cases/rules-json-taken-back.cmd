# under a name of its own, what is printed is what --rules takes
ikm rules permenpan-14-2017 --format json | sed 's/"permenpan-14-2017"/"punya-kami"/' > own.json
ikm rules own.json --format json | cmp - own.json && echo same
ikm score data/small.csv --format csv > regulation.csv; wc -l < regulation.csv
ikm score data/small.csv --format csv --rules own.json | cmp - regulation.csv && echo same
