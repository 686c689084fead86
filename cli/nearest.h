/* "Did you mean": the known name that is nearest to what was typed. */
#ifndef NEAREST_H
#define NEAREST_H

#include <stddef.h>

typedef struct cli_nearest {
    const char *typed;
    const char *name; /* the best so far; NULL while none is near enough to be meant */
    size_t distance;
} cli_nearest;

cli_nearest nearest_to(const char *typed);
void nearest_try(cli_nearest *nearest, const char *name);

#endif
