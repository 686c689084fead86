ikm --version
ikm -V --lang en
