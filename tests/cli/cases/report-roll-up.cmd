ikm report examples/kejobong-2024 --roll-up all --format json | grep -A3 "\"goals\""
