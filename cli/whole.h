/* A small file as a whole: an instrument, a schema. */
#ifndef WHOLE_H
#define WHOLE_H

#include "cli.h"

/*
 * Read it into a string that is yours. EXIT_DONE, or a message was written; `too_large`
 * is the word for a file of more than `most` bytes.
 */
int whole_file(char **out, size_t *size_out, const cli_context *cli, const char *path, size_t most,
               const char *too_large);

#endif
