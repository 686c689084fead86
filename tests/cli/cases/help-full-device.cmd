ikm help > /dev/full
