ikm score - -
