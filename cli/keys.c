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

static int split(cli_keys *out, const cli_context *cli, const char *list, const char *malformed)
{
    size_t size = strlen(list);
    char *at = out->text;
    while (at < out->text + size) {
        char *name = *at == '"' ? take_quoted(&at) : take_plain(&at);
        if (!name || !*name)
            return usage_error(cli, malformed, WITH(list));
        out->names[out->count++] = name;
    }
    if (list[size - 1] == ',')
        return usage_error(cli, malformed, WITH(list));
    return EXIT_DONE;
}

static int take(cli_keys *out, const cli_context *cli, const char *list, const char *malformed, bool none)
{
    *out = (cli_keys){NULL, 0, NULL};
    if (!list)
        return EXIT_DONE;
    size_t size = strlen(list) + 1;
    out->names = calloc(size, sizeof *out->names);
    out->text = malloc(size);
    if (!out->names || !out->text) {
        keys_free(out);
        message(cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    memcpy(out->text, list, size);
    int status = none && !strcmp(list, "none") ? EXIT_DONE : split(out, cli, list, malformed);
    if (status != EXIT_DONE)
        keys_free(out);
    return status;
}

int keys_take(cli_keys *out, const cli_context *cli, const char *by)
{
    return take(out, cli, by, "CLI_BY_MALFORMED", true);
}

int keys_split(cli_keys *out, const cli_context *cli, const char *list, const char *malformed)
{
    return take(out, cli, list, malformed, false);
}

void keys_free(cli_keys *keys)
{
    free(keys->names);
    free(keys->text);
    *keys = (struct cli_keys){NULL, 0, NULL};
}
