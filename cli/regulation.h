/* --rules: a regulation that is built in, or an instrument of one's own. */
#ifndef REGULATION_H
#define REGULATION_H

#include "cli.h"

#include "ikm/rules.h"

typedef struct cli_regulation {
    const ikm_rules *rules;
    ikm_rules *own; /* the same, where it was read from a file */
} cli_regulation;

/*
 * Find or read it. `name` NULL: the default. EXIT_DONE, or a message was written.
 * A name without a slash and without ".json" is never a file.
 */
int regulation_load(cli_regulation *out, const cli_context *cli, const char *name);
void regulation_free(cli_regulation *regulation);

#endif
