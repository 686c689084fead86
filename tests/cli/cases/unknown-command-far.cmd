ikm --lang en xyzzy
