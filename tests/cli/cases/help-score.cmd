ikm help score
