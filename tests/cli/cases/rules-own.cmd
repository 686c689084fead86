ikm rules examples/instrument.json
