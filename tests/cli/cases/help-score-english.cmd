ikm score --help --lang=en
