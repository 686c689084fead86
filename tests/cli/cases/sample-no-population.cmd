ikm sample
