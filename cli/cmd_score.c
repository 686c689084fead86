/* ikm score: the main job. */
#include "command.h"
#include "convention.h"
#include "print.h"
#include "survey_job.h"

static const int64_t population_most = 1000000000000;

const cli_option score_options[] = {
    {OPTION_BY, "by", 0, KIND_TEXT, "CLI_ARGUMENT_BY", "CLI_OPTION_BY", NULL, 0, 0, "CLI_GROUP_RESULT", false},
    {OPTION_TARGET, "target", 0, KIND_TEXT, "CLI_ARGUMENT_NUMBER", "CLI_OPTION_TARGET", NULL, 0, 0, "CLI_GROUP_RESULT",
     false},
    {OPTION_POPULATION, "population", 0, KIND_COUNT, "CLI_ARGUMENT_COUNT", "CLI_OPTION_POPULATION_OF_SCORE", NULL, 1,
     population_most, "CLI_GROUP_RESULT", false},
    ROWS_FILTER,
    ROWS_CONVENTION,
    ROWS_INPUT,
    {OPTION_MAX_REJECT, "max-reject", 0, KIND_TEXT, "CLI_ARGUMENT_SHARE", "CLI_OPTION_MAX_REJECT", NULL, 0, 0,
     "CLI_GROUP_INPUT", false},
    {OPTION_REJECTS, "rejects", 0, KIND_FILE, "CLI_ARGUMENT_FILE", "CLI_OPTION_REJECTS", NULL, 0, 0, "CLI_GROUP_INPUT",
     false},
    {OPTION_THREADS, "threads", 0, KIND_COUNT, "CLI_ARGUMENT_COUNT", "CLI_OPTION_THREADS", NULL, 1, THREADS_MOST,
     "CLI_GROUP_INPUT", false},
    ROW_FORMAT("CLI_OPTION_FORMAT_OF_SCORE"),
    ROW_OUTPUT("CLI_OPTION_OUTPUT"),
    FORM_CHOICE_OPTION,
    {OPTION_PROFILE, "profile", 0, KIND_FILE, "CLI_ARGUMENT_SCHEMA", "CLI_OPTION_PROFILE", NULL, 0, 0,
     "CLI_GROUP_OUTPUT", false},
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

int cmd_score(const cli_context *cli, const cli_arguments *arguments)
{
    survey_job job;
    /* files first: a reader of standard output may go away at any time */
    int status = survey_job_run(&job, cli, arguments);
    if (status == EXIT_DONE)
        status = survey_job_write(&job);
    if (status == EXIT_DONE)
        status = print_result(cli, arguments, job.created, result_write, &job.result);
    survey_job_end(&job);
    return status;
}
