/* How far a long job is, on a terminal. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "cli.h"

#include "ikm/survey.h"

#include <time.h>

typedef struct cli_progress {
    const cli_context *cli;
    struct timespec due; /* when it is to be told (again) */
} cli_progress;

/* Watch a job that reads: nothing is shown where standard error is no terminal, and nothing in the first second. */
void progress_watch(cli_progress *out, const cli_context *cli, ikm_survey_options *options);

/* The job is over: what was shown goes. */
void progress_end(void);

#endif
