ikm score --by none
