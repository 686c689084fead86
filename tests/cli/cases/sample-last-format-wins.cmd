ikm sample --format json --population 75 --format csv
