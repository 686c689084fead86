#include "regulation.h"

#include "message.h"
#include "nearest.h"
#include "whole.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 32 elements with long questions and labels are some 50 KiB. */
enum { INSTRUMENT_SIZE_MAX = 1 << 20 };

static int read_instrument(cli_regulation *out, const cli_context *cli, const char *path)
{
    char *text;
    size_t size;
    int read = whole_file(&text, &size, cli, path, INSTRUMENT_SIZE_MAX, "CLI_INSTRUMENT_TOO_LARGE");
    if (read != EXIT_DONE)
        return read;
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_rules_read(&out->own, (ikm_text){text, size}, cli->lang, NULL, &err);
    free(text);
    out->rules = out->own;
    if (status == IKM_OK)
        return EXIT_DONE;
    int code = library_error(cli, status, &err, path);
    /* the fault is in what the user told the program, not in the survey */
    return code == EXIT_FAULTS ? EXIT_USAGE : code;
}

static bool is_path(const char *name)
{
    size_t size = strlen(name);
    return strchr(name, '/') || (size > 5 && !strcmp(name + size - 5, ".json"));
}

static int unknown(const cli_context *cli, const char *name)
{
    char all[1024] = "";
    cli_nearest best = nearest_to(name);
    for (size_t i = 0, used = 0; i < ikm_rules_count() && used < sizeof all; i++) {
        const char *known = ikm_rules_name(ikm_rules_at(i));
        used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", i ? ", " : "", known);
        nearest_try(&best, known);
    }
    if (best.name)
        return usage_error(cli, "CLI_UNKNOWN_RULES_NEAR", WITH(name, best.name));
    return usage_error(cli, "CLI_UNKNOWN_RULES", WITH(name, all));
}

int regulation_load(cli_regulation *out, const cli_context *cli, const char *name)
{
    *out = (cli_regulation){name ? ikm_rules_named(name) : ikm_rules_at(0), NULL};
    if (out->rules)
        return EXIT_DONE;
    if (!is_path(name))
        return unknown(cli, name);
    return read_instrument(out, cli, name);
}

void regulation_free(cli_regulation *regulation)
{
    ikm_rules_free(regulation->own);
}
