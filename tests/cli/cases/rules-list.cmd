ikm rules
