ikm audit examples/dinas-kesehatan-2024 --format json --lang en
