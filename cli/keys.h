/* --by: the columns that make groups. */
#ifndef KEYS_H
#define KEYS_H

#include "cli.h"

typedef struct cli_keys {
    const char **names; /* NULL: not told */
    size_t count;       /* 0 with names: no groups */
    char *text;         /* what the names point into */
} cli_keys;

/*
 * Split "layanan,unit"; "none" alone is no key. A header that has a comma stands in
 * double quotes, as it does in CSV. NULL: not told. EXIT_DONE, or a message was written.
 */
int keys_take(cli_keys *out, const cli_context *cli, const char *by);

/* Any list of that kind, where "none" is a name like others; `malformed` is the word for one that is no list. */
int keys_split(cli_keys *out, const cli_context *cli, const char *list, const char *malformed);
void keys_free(cli_keys *keys);

#endif
