ikm audit examples/kejobong-2024
