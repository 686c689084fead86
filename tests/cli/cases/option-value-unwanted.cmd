ikm score --help=yes
