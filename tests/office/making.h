/* What the programs share that make documents for another program to read: a failure ends them. */
#ifndef MAKING_H
#define MAKING_H

#include "ikm/document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void check(ikm_status status, const char *what)
{
    if (status == IKM_OK)
        return;
    fprintf(stderr, "%s: %s\n", what, ikm_status_name(status));
    exit(1);
}

static inline ikm_cell text(const char *string)
{
    return (ikm_cell){.kind = IKM_CELL_TEXT, .text = {string, strlen(string)}};
}

static inline ikm_cell number(int64_t digits, int32_t places)
{
    return (ikm_cell){.kind = IKM_CELL_NUMBER, .number = {digits, places}};
}

#endif
