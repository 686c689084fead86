/* ikm check: is this dump good? */
#include "command.h"
#include "convention.h"
#include "filter.h"
#include "inputs.h"
#include "keys.h"
#include "listing.h"
#include "message.h"
#include "progress.h"
#include "refused.h"
#include "regulation.h"
#include "result.h"
#include "targets.h"
#include "terminal.h"

#include "ikm/check.h"
#include "ikm/document.h"
#include "ikm/forms.h"
#include "ikm/json.h"

#include <string.h>

const cli_option check_options[] = {
    {OPTION_BY, "by", 0, KIND_TEXT, "CLI_ARGUMENT_BY", "CLI_OPTION_BY", NULL, 0, 0, "CLI_GROUP_RESULT", false},
    {OPTION_RULES, "rules", 0, KIND_FILE, "CLI_ARGUMENT_RULES", "CLI_OPTION_RULES", NULL, 0, 0, "CLI_GROUP_INPUT",
     false},
    {OPTION_MISSING, "missing", 0, KIND_CHOICE, NULL, "CLI_OPTION_MISSING", missing_choices, 0, 0, "CLI_GROUP_INPUT",
     false},
    ROWS_INPUT,
    {OPTION_REJECTS, "rejects", 0, KIND_FILE, "CLI_ARGUMENT_FILE", "CLI_OPTION_REJECTS", NULL, 0, 0, "CLI_GROUP_INPUT",
     false},
    ROWS_FILTER,
    ROW_FORMAT("CLI_OPTION_FORMAT_OF_CHECK"),
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

typedef struct check_job {
    const cli_context *cli;
    const cli_arguments *arguments;
    cli_regulation regulation;
    cli_keys keys;
    cli_filter filter;
    cli_inputs inputs;
    cli_refused refused;
    ikm_check *check;
} check_job;

static int check_places(const check_job *job)
{
    const cli_arguments *arguments = job->arguments;
    const char *rejects = given_text(arguments, OPTION_REJECTS, NULL);
    if (!rejects)
        return EXIT_DONE;
    if (!strcmp(rejects, "-"))
        return usage_error(job->cli, "CLI_REJECTS_STDOUT", WITH_NOTHING);
    return targets_check(job->cli, arguments, rejects, 0);
}

static int prepare(check_job *job)
{
    int status = check_places(job);
    if (status == EXIT_DONE)
        status = keys_take(&job->keys, job->cli, given_text(job->arguments, OPTION_BY, NULL));
    if (status == EXIT_DONE)
        status = filter_take(&job->filter, job->cli, job->arguments);
    if (status == EXIT_DONE)
        status = regulation_load(&job->regulation, job->cli, given_text(job->arguments, OPTION_RULES, NULL));
    if (status == EXIT_DONE)
        status = inputs_take(&job->inputs, job->cli, job->arguments);
    if (status == EXIT_DONE)
        status = refused_begin(&job->refused, job->cli, given_text(job->arguments, OPTION_REJECTS, NULL));
    return status;
}

static int read_check(check_job *job)
{
    const cli_arguments *arguments = job->arguments;
    ikm_convention convention = convention_of(arguments);
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    cli_progress progress;
    options.rules = job->regulation.rules;
    options.convention = &convention;
    filter_apply(&job->filter, arguments, &options);
    options.by = job->keys.names;
    options.by_count = job->keys.count;
    options.lang = job->cli->lang;
    options.dialect = job->inputs.dialect;
    options.schema = job->inputs.schema;
    if (job->refused.rejects) {
        options.on_issue = refused_keep;
        options.issue_ctx = &job->refused;
        options.issue_records = 1;
    }
    ikm_error err = {.offset = -1};
    progress_watch(&progress, job->cli, &options);
    ikm_status status = ikm_check_read_inputs(&job->check, job->inputs.list, job->inputs.count, &options, &err);
    progress_end();
    if (status != IKM_OK && !job->refused.broken)
        return inputs_error(&job->inputs, status, &err);
    if (status == IKM_OK)
        inputs_tell_surveys(&job->inputs, job->regulation.rules);
    return refused_finish(&job->refused);
}

static ikm_status write_text(const check_job *job, ikm_sink sink)
{
    ikm_document *document;
    ikm_status status = listing_text(job->check, sink);
    if (status != IKM_OK)
        return status;
    status = ikm_document_new(&document, job->cli->lang, word(job->cli, "FORMS_CHECK_TITLE"), NULL);
    if (status != IKM_OK)
        return status;
    ikm_text_options options = IKM_TEXT_OPTIONS_INIT;
    options.width = terminal_width();
    options.colour = terminal_colour();
    status = ikm_form_findings(document, job->check);
    if (status == IKM_OK)
        status = ikm_document_write_text(document, &options, sink);
    ikm_document_free(document);
    return status;
}

static int print(const check_job *job)
{
    ikm_output *output;
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_output_new(&output, "-", 0666, job->cli->lang, &err);
    if (status != IKM_OK)
        return library_error(job->cli, status, &err, NULL);
    switch ((result_format)given_number(job->arguments, OPTION_FORMAT, FORMAT_TEXT)) {
    case FORMAT_JSON: status = ikm_json_check(job->check, ikm_output_sink(output)); break;
    case FORMAT_CSV: status = listing_csv(job->check, ikm_output_sink(output)); break;
    case FORMAT_TEXT:
    case FORMAT_XLSX:
    case FORMAT_IKM: status = write_text(job, ikm_output_sink(output)); break;
    }
    if (status != IKM_OK && status != IKM_ERR_IO) {
        ikm_output_free(output);
        return library_error(job->cli, status, &err, NULL);
    }
    /* why the sink stopped is told when the output is completed */
    status = ikm_output_commit(output, &err);
    return status == IKM_OK ? EXIT_DONE : library_error(job->cli, status, &err, NULL);
}

int cmd_check(const cli_context *cli, const cli_arguments *arguments)
{
    check_job job = {.cli = cli, .arguments = arguments};
    int status = prepare(&job);
    if (status == EXIT_DONE)
        status = read_check(&job);
    if (status == EXIT_DONE)
        status = print(&job);
    if (status == EXIT_DONE && !ikm_check_is_clean(job.check))
        status = EXIT_FAULTS;
    ikm_check_free(job.check);
    refused_drop(&job.refused);
    filter_free(&job.filter);
    inputs_free(&job.inputs);
    keys_free(&job.keys);
    regulation_free(&job.regulation);
    return status;
}
