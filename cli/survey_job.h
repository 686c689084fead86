/* What score, tally and merge do alike: read dumps into a survey and write it to the targets. */
#ifndef SURVEY_JOB_H
#define SURVEY_JOB_H

#include "filter.h"
#include "inputs.h"
#include "keys.h"
#include "refused.h"
#include "regulation.h"
#include "targets.h"
#include "unit_profile.h"

#include "ikm/survey.h"

enum { THREADS_MOST = 256 };

/* All that a run holds. */
typedef struct survey_job {
    const cli_context *cli;
    const cli_arguments *arguments;
    cli_regulation regulation;
    ikm_convention convention;
    cli_keys keys;
    cli_inputs inputs;
    cli_filter filter;
    cli_targets targets;
    cli_refused refused;
    form_choice forms;
    unit_profile profile;
    int64_t created;
    ikm_survey *survey;
    survey_result result;
} survey_job;

/*
 * Take the arguments and read. EXIT_DONE with `survey` and `result` set, or a message was written. In every case
 * survey_job_end() frees all.
 */
int survey_job_run(survey_job *job, const cli_context *cli, const cli_arguments *arguments);

/* Write the result to the files of -o. EXIT_DONE, or a message was written. */
int survey_job_write(survey_job *job);
void survey_job_end(survey_job *job);

#endif
