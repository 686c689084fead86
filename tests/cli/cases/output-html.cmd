# a page that stands alone, by its ending or on standard output, from every command that writes documents
ikm score data/small.csv -o hasil.html --format html >printed.html
cmp hasil.html printed.html && head -c 15 hasil.html; echo
grep -c '<script\|http://\|src=' hasil.html
ikm check data/small.csv --format html | grep -c '</html>'
ikm reconcile data/small.csv --printed 89.62 --format html | grep -c '</html>'
ikm achieve examples/kejobong-2024/indicators.csv --year 2024 -o capaian.htm --format html | grep -c '</html>'
ikm report examples/kejobong-2024 --format html | grep -c '</html>'
ikm audit examples/kejobong-2024 --format html | grep -c '</html>'
ikm rules permenpan-14-2017 --format html | grep -c '</html>'
