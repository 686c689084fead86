ikm audit examples/kejobong-2024 --format json
