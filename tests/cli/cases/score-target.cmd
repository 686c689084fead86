ikm score data/small.csv --target 85 --format json | grep -e target -e '"ikm"'
