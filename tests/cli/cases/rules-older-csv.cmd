ikm rules kepmenpan-25-2004 --format csv --lang en
