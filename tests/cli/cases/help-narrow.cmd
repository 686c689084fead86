COLUMNS=48 ikm help sample
