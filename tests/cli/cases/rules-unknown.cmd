ikm rules permenpan-14-2071
