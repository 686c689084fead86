ikm achieve examples/kejobong-2024/indicators.csv --cap 100 --bands unrounded --roll-up all --format json -o out.csv
head -3 out.csv
ikm achieve examples/kejobong-2024/indicators.csv --scale no-such || echo "$?"
ikm achieve examples/kejobong-2024/indicators.csv --year 1800 || echo "$?"
