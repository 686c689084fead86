ikm help score rules
