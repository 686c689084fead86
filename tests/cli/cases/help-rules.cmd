ikm rules -h
