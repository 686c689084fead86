ikm achieve examples/dinas-kesehatan-2024/indicators.csv --year 2024 --lower-better inverse --lang en
