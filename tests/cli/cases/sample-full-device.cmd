ikm sample --population 1000 > /dev/full
