# the first that is set counts, and --lang beats all
say() { "$@" ikm 2>&1 | head -n 1; }
say env
say env LANG=en_US.UTF-8
say env LANG=en_US.UTF-8 LC_MESSAGES=id_ID.UTF-8
say env LANG=id_ID.UTF-8 LC_ALL=en
say env LC_ALL= LC_MESSAGES= LANG=en
say env LANG=C.UTF-8
LANG=en ikm --lang id 2>&1 | head -n 1
ikm scroe --lang en 2>&1 | head -n 1
