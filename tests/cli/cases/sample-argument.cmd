ikm sample 1000
