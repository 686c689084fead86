ikm help
