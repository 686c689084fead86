/* ikm clean: what was read, as plain CSV. */
#include "command.h"
#include "filter.h"
#include "inputs.h"
#include "message.h"
#include "progress.h"
#include "refused.h"
#include "regulation.h"
#include "targets.h"

#include "ikm/clean.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const cli_option clean_options[] = {
    {OPTION_ALL, "all", 0, KIND_FLAG, NULL, "CLI_OPTION_ALL", NULL, 0, 0, "CLI_GROUP_RESULT", false},
    {OPTION_OUTPUT, "output", 'o', KIND_FILE, "CLI_ARGUMENT_FILE", "CLI_OPTION_OUTPUT_OF_CLEAN", NULL, 0, 0,
     "CLI_GROUP_OUTPUT", false},
    {OPTION_RULES, "rules", 0, KIND_FILE, "CLI_ARGUMENT_RULES", "CLI_OPTION_RULES", NULL, 0, 0, "CLI_GROUP_INPUT",
     false},
    ROWS_INPUT,
    {OPTION_REJECTS, "rejects", 0, KIND_FILE, "CLI_ARGUMENT_FILE", "CLI_OPTION_REJECTS", NULL, 0, 0, "CLI_GROUP_INPUT",
     false},
    ROWS_FILTER,
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

typedef struct clean_job {
    const cli_context *cli;
    const cli_arguments *arguments;
    cli_regulation regulation;
    cli_filter filter;
    cli_inputs inputs;
    cli_refused refused;
    const char *path; /* path: "-" is standard output */
    bool all;
} clean_job;

/* Neither the result nor the rejects may be written over what is read, or over one another. */
static int check_files(const clean_job *job)
{
    const cli_arguments *arguments = job->arguments;
    const char *rejects = given_text(arguments, OPTION_REJECTS, NULL);
    int status = EXIT_DONE;
    if (strcmp(job->path, "-") != 0)
        status = targets_check(job->cli, arguments, job->path, 0);
    if (status != EXIT_DONE || !rejects)
        return status;
    if (!strcmp(rejects, "-"))
        return usage_error(job->cli, "CLI_REJECTS_STDOUT", WITH_NOTHING);
    return targets_check(job->cli, arguments, rejects, arguments->given_count);
}

/* Which column is what, and so which records a filter means, is only known of a survey. */
static int check_filter(const clean_job *job)
{
    for (size_t i = 0; job->all && i < job->arguments->given_count; i++)
        if (!strcmp(job->arguments->given[i].option->group, "CLI_GROUP_FILTER"))
            return usage_error(job->cli, "CLI_FILTER_OF_ALL", WITH(job->arguments->given[i].option->name));
    return EXIT_DONE;
}

static int prepare(clean_job *job)
{
    job->path = given_text(job->arguments, OPTION_OUTPUT, "-");
    job->all = given_last(job->arguments, OPTION_ALL) != NULL;
    int status = check_files(job);
    if (status == EXIT_DONE)
        status = check_filter(job);
    if (status == EXIT_DONE)
        status = filter_take(&job->filter, job->cli, job->arguments);
    if (status == EXIT_DONE)
        status = regulation_load(&job->regulation, job->cli, given_text(job->arguments, OPTION_RULES, NULL));
    if (status == EXIT_DONE)
        status = inputs_take(&job->inputs, job->cli, job->arguments);
    if (status == EXIT_DONE && !job->all) /* with --all it may be any table */
        status = inputs_find_surveys(&job->inputs, job->regulation.rules);
    if (status == EXIT_DONE)
        status = inputs_single(&job->inputs);
    if (status == EXIT_DONE)
        status = refused_begin(&job->refused, job->cli, given_text(job->arguments, OPTION_REJECTS, NULL));
    return status;
}

static ikm_status clean(clean_job *job, ikm_sink sink, ikm_row_counts *rows, ikm_error *err)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    cli_progress progress;
    const ikm_input *input = job->inputs.list;
    options.rules = job->regulation.rules;
    options.lang = job->cli->lang;
    options.dialect = job->inputs.dialect;
    options.schema = job->inputs.schema;
    filter_apply(&job->filter, job->arguments, &options);
    options.on_issue = refused_take;
    options.issue_ctx = &job->refused;
    options.issue_records = job->refused.rejects != NULL;
    options.issue_limit = job->refused.rejects ? 0 : REFUSED_LISTED;
    progress_watch(&progress, job->cli, &options);
    ikm_status status =
        job->all ? ikm_clean_all(sink, input, &options, rows, err) : ikm_clean(sink, input, &options, rows, err);
    progress_end();
    return status;
}

static void tell_left_out(const cli_context *cli, const char *name, int64_t count)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, count);
    if (count)
        message(cli, name, WITH(text));
}

static int write_clean(clean_job *job)
{
    ikm_output *output;
    ikm_error err = {.offset = -1};
    ikm_row_counts rows = {.read = 0};
    /* with --all there is personal data in it: for the owner alone */
    ikm_status status = ikm_output_new(&output, job->path, job->all ? 0600 : 0666, job->cli->lang, &err);
    if (status != IKM_OK)
        return library_error(job->cli, status, &err, NULL);
    status = clean(job, ikm_output_sink(output), &rows, &err);
    if (job->refused.broken) {
        ikm_output_free(output);
        return refused_finish(&job->refused);
    }
    if (status != IKM_OK && !(status == IKM_ERR_IO && !err.message[0])) {
        ikm_output_free(output);
        return inputs_error(&job->inputs, status, &err);
    }
    /* why the sink stopped is told when the output is completed */
    status = ikm_output_commit(output, &err);
    if (status != IKM_OK)
        return library_error(job->cli, status, &err, NULL);
    refused_count(&job->refused, rows.refused);
    tell_left_out(job->cli, "CLI_CLEAN_FILTERED", rows.filtered);
    tell_left_out(job->cli, "CLI_CLEAN_INCOMPLETE", rows.incomplete);
    tell_left_out(job->cli, "CLI_CLEAN_EXAMPLE", rows.example);
    inputs_tell_surveys(&job->inputs, job->regulation.rules);
    return refused_finish(&job->refused);
}

int cmd_clean(const cli_context *cli, const cli_arguments *arguments)
{
    clean_job job = {.cli = cli, .arguments = arguments};
    int status = prepare(&job);
    if (status == EXIT_DONE)
        status = write_clean(&job);
    refused_drop(&job.refused);
    inputs_free(&job.inputs);
    filter_free(&job.filter);
    regulation_free(&job.regulation);
    return status;
}
