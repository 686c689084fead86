ikm report examples/kejobong-2024 --format json --lang en
