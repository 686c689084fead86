ikm rules nowhere.json
