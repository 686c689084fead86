ikm sample --population 1 --population 312 --format json
