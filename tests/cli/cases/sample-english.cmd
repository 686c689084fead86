ikm sample --population 1000 --lang en
