head -c 1048577 /dev/zero | tr '\0' ' ' > large.json
ikm rules large.json
