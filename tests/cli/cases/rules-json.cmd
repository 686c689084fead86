ikm rules permenpan-16-2014 --format json
