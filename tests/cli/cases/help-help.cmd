ikm help help
