ikm sample --population 10 --population 1000 --population=100000 --population 1000000000000 --format csv
