#include "figures.h"

#include "message.h"

#include "ikm/reconcile.h"

#include <stdio.h>
#include <string.h>

enum { FIGURE_SIZE = 32 };

static int not_a_figure(const cli_context *cli, const cli_given *given, ikm_text text)
{
    char option[64], shown[64];
    snprintf(option, sizeof option, "--%s", given->option->name);
    snprintf(shown, sizeof shown, "%.*s", (int)(text.size < sizeof shown ? text.size : sizeof shown - 1), text.data);
    return usage_error(cli, "CLI_VALUE_FIGURE", WITH(option, shown));
}

/* What the library can compute with; a comma is a point, for no figure here has thousands. */
static int read_figure(ikm_decimal *out, const cli_context *cli, const cli_given *given, ikm_text text)
{
    char plain[FIGURE_SIZE];
    if (!text.size || text.size >= sizeof plain || text.data[0] == '-' || text.data[0] == '+')
        return not_a_figure(cli, given, text);
    memcpy(plain, text.data, text.size);
    char *comma = memchr(plain, ',', text.size);
    if (comma)
        *comma = '.';
    ikm_decimal read;
    if (ikm_decimal_read(&read, (ikm_text){plain, text.size}) != IKM_OK ||
        ikm_means_possible(&read, 1, 1, IKM_ROUND_HALF_UP) < 0)
        return not_a_figure(cli, given, text);
    *out = read;
    return EXIT_DONE;
}

int figure_take(ikm_decimal *out, const cli_context *cli, const cli_given *given)
{
    return read_figure(out, cli, given, (ikm_text){given->text, strlen(given->text)});
}

int figures_take(ikm_decimal *out, size_t *count_out, size_t most, const cli_context *cli, const cli_given *given)
{
    /* commas part the figures unless something else does, which then leaves them for decimals */
    const char *separators = strpbrk(given->text, "; ") ? "; " : ",", *at = given->text;
    size_t count = 0;
    for (;;) {
        if (*separators == ';')
            at += strspn(at, " ");
        ikm_text text = {at, strcspn(at, separators)};
        if (count == most)
            return not_a_figure(cli, given, text);
        int status = read_figure(&out[count++], cli, given, text);
        if (status != EXIT_DONE)
            return status;
        at += text.size;
        if (*separators == ';')
            at += strspn(at, " ");
        if (!*at) {
            *count_out = count;
            return EXIT_DONE;
        }
        at += *at == *separators;
    }
}
