/* -o: the files that results are written to, all of them or none. */
#ifndef TARGETS_H
#define TARGETS_H

#include "option.h"
#include "result.h"

typedef struct cli_target {
    const char *path;
    result_format format;
    bool device; /* written as it is */
    ikm_output *output;
} cli_target;

typedef struct cli_targets {
    cli_target *list; /* in the order of the command line */
    size_t count;
    bool excel_id; /* CSV is written as Excel with Indonesian settings opens it */
} cli_targets;

/* --excel-id is told in vain where no CSV is written. EXIT_DONE, or a message was written. */
int targets_check_csv(const cli_context *cli, const cli_arguments *arguments);

/*
 * Take the targets from the arguments, with their formats by their endings, and refuse
 * a target that is given twice, or is an input, the instrument or the rejects file.
 * EXIT_DONE, or a message was written.
 */
int targets_take(cli_targets *out, const cli_context *cli, const cli_arguments *arguments);

/*
 * Nothing that is read, and no other result among the first `given_before` arguments, stands where a file would be
 * written. EXIT_DONE, or a message was written.
 */
int targets_check(const cli_context *cli, const cli_arguments *arguments, const char *path, size_t given_before);

/* Whether any is in this format; whether any has forms: a workbook, a page, a text. */
bool targets_have(const cli_targets *targets, result_format format);
bool targets_have_forms(const cli_targets *targets);

/*
 * Write all: first every file to its temporary place, then each to its own. EXIT_DONE,
 * or a message was written and what had not yet come to its place is as it was.
 */
int targets_write(cli_targets *targets, const cli_context *cli, result_writer write, const void *what, int64_t created);

void targets_free(cli_targets *targets);

#endif
