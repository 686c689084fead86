ikm scroe file.csv
