/* ikm tally: dumps into a file of counts. */
#include "command.h"
#include "convention.h"
#include "message.h"
#include "survey_job.h"

const cli_option tally_options[] = {
    {OPTION_BY, "by", 0, KIND_TEXT, "CLI_ARGUMENT_BY", "CLI_OPTION_BY", NULL, 0, 0, "CLI_GROUP_RESULT", false},
    ROWS_FILTER,
    {OPTION_RULES, "rules", 0, KIND_FILE, "CLI_ARGUMENT_RULES", "CLI_OPTION_RULES", NULL, 0, 0, "CLI_GROUP_CONVENTION",
     false},
    {OPTION_MISSING, "missing", 0, KIND_CHOICE, NULL, "CLI_OPTION_MISSING", missing_choices, 0, 0,
     "CLI_GROUP_CONVENTION", false},
    ROWS_INPUT,
    {OPTION_MAX_REJECT, "max-reject", 0, KIND_TEXT, "CLI_ARGUMENT_SHARE", "CLI_OPTION_MAX_REJECT", NULL, 0, 0,
     "CLI_GROUP_INPUT", false},
    {OPTION_REJECTS, "rejects", 0, KIND_FILE, "CLI_ARGUMENT_FILE", "CLI_OPTION_REJECTS", NULL, 0, 0, "CLI_GROUP_INPUT",
     false},
    {OPTION_THREADS, "threads", 0, KIND_COUNT, "CLI_ARGUMENT_COUNT", "CLI_OPTION_THREADS", NULL, 1, THREADS_MOST,
     "CLI_GROUP_INPUT", false},
    ROW_OUTPUT("CLI_OPTION_OUTPUT_OF_COUNTS"),
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

int cmd_tally(const cli_context *cli, const cli_arguments *arguments)
{
    survey_job job;
    if (!given_text(arguments, OPTION_OUTPUT, NULL))
        return usage_error(cli, "CLI_NO_OUTPUT", WITH_NOTHING);
    int status = survey_job_run(&job, cli, arguments);
    if (status == EXIT_DONE)
        status = survey_job_write(&job);
    survey_job_end(&job);
    return status;
}
