ikm rules --format json
