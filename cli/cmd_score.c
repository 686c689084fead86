/* ikm score: the main job. */
#include "command.h"
#include "convention.h"
#include "filter.h"
#include "inputs.h"
#include "keys.h"
#include "message.h"
#include "refused.h"
#include "regulation.h"
#include "targets.h"
#include "terminal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_WIDTH = 100, THREADS_MOST = 256 };
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
    {OPTION_OUTPUT, "output", 'o', KIND_FILE, "CLI_ARGUMENT_FILE", "CLI_OPTION_OUTPUT", NULL, 0, 0, "CLI_GROUP_OUTPUT",
     true},
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

/* All that a run holds. */
typedef struct score_job {
    const cli_context *cli;
    const cli_arguments *arguments;
    cli_regulation regulation;
    ikm_convention convention;
    cli_keys keys;
    cli_inputs inputs;
    cli_filter filter;
    cli_targets targets;
    cli_refused refused;
    int64_t created;
    ikm_survey *survey;
} score_job;

/*
 * https://reproducible-builds.org/specs/source-date-epoch: a time that the caller fixes,
 * so that the same survey gives the same bytes. -1: not set.
 */
static int take_created(score_job *job)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    job->created = -1;
    if (!epoch || !*epoch)
        return EXIT_DONE;
    ikm_decimal value;
    /* up to the year 9999, beyond which no workbook has dates */
    if (ikm_decimal_read(&value, (ikm_text){epoch, strlen(epoch)}) != IKM_OK || value.places || value.digits < 0 ||
        value.digits > 253402300799)
        return usage_error(job->cli, "CLI_BAD_EPOCH", WITH(epoch));
    job->created = value.digits;
    return EXIT_DONE;
}

/* Everything that can be wrong before a file is read. */
static int prepare(score_job *job)
{
    int status = take_created(job);
    if (status == EXIT_DONE)
        status = keys_take(&job->keys, job->cli, given_text(job->arguments, OPTION_BY, NULL));
    if (status == EXIT_DONE)
        status = filter_take(&job->filter, job->cli, job->arguments);
    if (status == EXIT_DONE)
        status = regulation_load(&job->regulation, job->cli, given_text(job->arguments, OPTION_RULES, NULL));
    if (status == EXIT_DONE)
        status = targets_take(&job->targets, job->cli, job->arguments);
    if (status == EXIT_DONE)
        status = inputs_take(&job->inputs, job->cli, job->arguments);
    if (status == EXIT_DONE)
        status = refused_begin(&job->refused, job->cli, given_text(job->arguments, OPTION_REJECTS, NULL));
    job->convention = convention_of(job->arguments);
    return status;
}

static int read_survey(score_job *job)
{
    const cli_arguments *arguments = job->arguments;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.rules = job->regulation.rules;
    options.convention = &job->convention;
    options.by = job->keys.names;
    options.by_count = job->keys.count;
    filter_apply(&job->filter, arguments, &options);
    options.target = given_text(arguments, OPTION_TARGET, NULL);
    options.population = given_number(arguments, OPTION_POPULATION, 0);
    options.max_reject = given_text(arguments, OPTION_MAX_REJECT, NULL);
    /* what only a workbook shows is only then counted */
    options.characteristics = targets_have(&job->targets, FORMAT_XLSX);
    options.threads = (int32_t)given_number(arguments, OPTION_THREADS, 0);
    options.lang = job->cli->lang;
    options.dialect = job->inputs.dialect;
    options.schema = job->inputs.schema;
    options.on_issue = refused_take;
    options.issue_ctx = &job->refused;
    options.issue_records = job->refused.rejects != NULL;
    options.issue_limit = job->refused.rejects ? 0 : REFUSED_LISTED;
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_survey_read_inputs(&job->survey, job->inputs.list, job->inputs.count, &options, &err);
    if (status == IKM_OK)
        refused_count(&job->refused, ikm_survey_rows(job->survey).refused);
    /* records that were refused are wanted all the more where the survey could not be scored */
    int rejects = EXIT_DONE;
    if (status == IKM_OK || status == IKM_ERR_DATA || job->refused.broken)
        rejects = refused_finish(&job->refused);
    if (status == IKM_OK || job->refused.broken)
        return rejects;
    int failed = inputs_error(&job->inputs, status, &err);
    return rejects == EXIT_DONE ? failed : rejects;
}

static int print(const score_job *job)
{
    result_looks looks = {terminal_width(), terminal_colour(), job->created};
    result_format format = (result_format)given_number(job->arguments, OPTION_FORMAT, FORMAT_TEXT);
    ikm_output *output;
    ikm_error err;
    ikm_status status = ikm_output_new(&output, "-", 0666, job->cli->lang, &err);
    if (status != IKM_OK)
        return library_error(job->cli, status, &err, NULL);
    status = result_write(job->survey, format, &looks, ikm_output_sink(output), &err);
    if (status != IKM_OK && !(status == IKM_ERR_IO && !err.message[0])) {
        ikm_output_free(output);
        return library_error(job->cli, status, &err, NULL);
    }
    status = ikm_output_commit(output, &err);
    return status == IKM_OK ? EXIT_DONE : library_error(job->cli, status, &err, NULL);
}

int cmd_score(const cli_context *cli, const cli_arguments *arguments)
{
    score_job job = {.cli = cli, .arguments = arguments};
    int status = prepare(&job);
    if (status == EXIT_DONE)
        status = read_survey(&job);
    /* files first: a reader of standard output may go away at any time */
    if (status == EXIT_DONE)
        status = targets_write(&job.targets, cli, job.survey, &(result_looks){FILE_WIDTH, false, job.created});
    if (status == EXIT_DONE)
        status = print(&job);
    ikm_survey_free(job.survey);
    refused_drop(&job.refused);
    targets_free(&job.targets);
    filter_free(&job.filter);
    inputs_free(&job.inputs);
    keys_free(&job.keys);
    regulation_free(&job.regulation);
    return status;
}
