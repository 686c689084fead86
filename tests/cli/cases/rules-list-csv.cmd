ikm rules --format csv
