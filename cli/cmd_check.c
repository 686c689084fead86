/* ikm check: is this dump good? */
#include "command.h"
#include "convention.h"
#include "filter.h"
#include "inputs.h"
#include "keys.h"
#include "listing.h"
#include "message.h"
#include "print.h"
#include "progress.h"
#include "refused.h"
#include "regulation.h"
#include "result.h"
#include "targets.h"

#include "ikm/check.h"
#include "ikm/document.h"
#include "ikm/forms.h"
#include "ikm/json.h"

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
    ROW_OUTPUT("CLI_OPTION_OUTPUT_OF_REPORT"),
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
    cli_targets targets;
    int64_t created;
    ikm_check *check;
} check_job;

static int prepare(check_job *job)
{
    int status = result_created(&job->created, job->cli);
    if (status == EXIT_DONE)
        status = targets_take(&job->targets, job->cli, job->arguments);
    if (status == EXIT_DONE && targets_have(&job->targets, FORMAT_IKM))
        status = usage_error(job->cli, "CLI_CHECK_NO_COUNTS", WITH_NOTHING);
    if (status == EXIT_DONE)
        status = keys_take(&job->keys, job->cli, given_text(job->arguments, OPTION_BY, NULL));
    if (status == EXIT_DONE)
        status = filter_take(&job->filter, job->cli, job->arguments);
    if (status == EXIT_DONE)
        status = regulation_load(&job->regulation, job->cli, given_text(job->arguments, OPTION_RULES, NULL));
    if (status == EXIT_DONE)
        status = inputs_take(&job->inputs, job->cli, job->arguments);
    if (status == EXIT_DONE)
        status = inputs_find_surveys(&job->inputs, job->regulation.rules);
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

/* Text has its issues before it, as a compiler tells them; other documents have them in a table. */
static ikm_status write_document(const ikm_check *check, result_format format, const result_looks *looks, ikm_sink sink,
                                 ikm_error *err)
{
    ikm_document *document;
    ikm_lang lang = ikm_survey_lang(ikm_check_survey(check));
    ikm_status status = ikm_document_new(&document, lang, ikm_words(lang, "FORMS_CHECK_TITLE"), NULL);
    if (status == IKM_OK)
        status = ikm_form_findings(document, check);
    if (status == IKM_OK && format == FORMAT_TEXT)
        status = listing_text(check, sink);
    else if (status == IKM_OK)
        status = listing_document(document, check);
    if (status == IKM_OK)
        status = result_document(document, format, looks, sink, err);
    ikm_document_free(document);
    return status;
}

static ikm_status write(const void *what, result_format format, const result_looks *looks, ikm_sink sink,
                        ikm_error *err)
{
    const ikm_check *check = what;
    *err = (ikm_error){.offset = -1};
    if (format == FORMAT_JSON)
        return ikm_json_check(check, sink);
    if (format == FORMAT_CSV)
        return listing_csv(check, looks->excel_id, sink);
    return write_document(check, format, looks, sink, err);
}

int cmd_check(const cli_context *cli, const cli_arguments *arguments)
{
    check_job job = {.cli = cli, .arguments = arguments};
    int status = prepare(&job);
    if (status == EXIT_DONE)
        status = read_check(&job);
    if (status == EXIT_DONE)
        status = targets_write(&job.targets, cli, write, job.check, job.created);
    if (status == EXIT_DONE)
        status = print_result(cli, arguments, job.created, write, job.check);
    if (status == EXIT_DONE && !ikm_check_is_clean(job.check))
        status = EXIT_FAULTS;
    ikm_check_free(job.check);
    targets_free(&job.targets);
    refused_drop(&job.refused);
    filter_free(&job.filter);
    inputs_free(&job.inputs);
    keys_free(&job.keys);
    regulation_free(&job.regulation);
    return status;
}
