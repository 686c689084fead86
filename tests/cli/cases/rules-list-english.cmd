ikm rules --lang en
