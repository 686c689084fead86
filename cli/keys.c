#include "keys.h"

#include "message.h"

#include <stdlib.h>
#include <string.h>

/* Unquote the name at `*at` in place and step behind it; NULL if a quote is not closed where the name ends. */
static char *take_quoted(char **at)
{
    char *name = *at + 1, *to = name, *from = name;
    while (*from && !(from[0] == '"' && from[1] != '"')) {
        from += from[0] == '"';
        *to++ = *from++;
    }
    if (*from != '"' || (from[1] && from[1] != ','))
        return NULL;
    *to = '\0';
    *at = from + 1 + (from[1] == ',');
    return name;
}

static char *take_plain(char **at)
{
    char *name = *at, *end = name + strcspn(name, ",");
    *at = end + (*end == ',');
    *end = '\0';
    return name;
}

static int split(cli_keys *out, const cli_context *cli, const char *by)
{
    size_t size = strlen(by);
    char *at = out->text;
    while (at < out->text + size) {
        char *name = *at == '"' ? take_quoted(&at) : take_plain(&at);
        if (!name || !*name)
            return usage_error(cli, "CLI_BY_MALFORMED", WITH(by));
        out->names[out->count++] = name;
    }
    if (by[size - 1] == ',')
        return usage_error(cli, "CLI_BY_MALFORMED", WITH(by));
    return EXIT_DONE;
}

int keys_take(cli_keys *out, const cli_context *cli, const char *by)
{
    *out = (cli_keys){NULL, 0, NULL};
    if (!by)
        return EXIT_DONE;
    size_t size = strlen(by) + 1;
    out->names = calloc(size, sizeof *out->names);
    out->text = malloc(size);
    if (!out->names || !out->text) {
        keys_free(out);
        message(cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    memcpy(out->text, by, size);
    int status = strcmp(by, "none") ? split(out, cli, by) : EXIT_DONE;
    if (status != EXIT_DONE)
        keys_free(out);
    return status;
}

void keys_free(cli_keys *keys)
{
    free(keys->names);
    free(keys->text);
    *keys = (struct cli_keys){NULL, 0, NULL};
}
