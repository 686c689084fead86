ikm sample --population 1000
