/* What every command of the program knows: the language, where messages go, how it may end. */
#ifndef CLI_H
#define CLI_H

#include "ikm/base.h"

#include <stdbool.h>

/* Pinned: scripts rely on them. */
enum exit_code {
    EXIT_DONE = 0,
    EXIT_FAULTS = 1,  /* the data has faults */
    EXIT_USAGE = 2,   /* wrong usage */
    EXIT_MACHINE = 3, /* the machine failed: a file, the memory */
};

typedef struct cli_context {
    ikm_lang lang;
    const char *command; /* NULL while none is known */
} cli_context;

/* The arguments of a sentence and how many. */
#define WITH(...)    (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *)
#define WITH_NOTHING NULL, 0

#endif
