ikm
