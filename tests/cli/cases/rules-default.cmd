ikm rules permenpan-14-2017
