ikm report examples/dinas-kesehatan-2024 --format json --lang en
