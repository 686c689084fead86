: > empty.json
ikm rules empty.json
