LANG=en_GB.UTF-8 ikm --help
