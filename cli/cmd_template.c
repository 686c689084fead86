/* ikm template: a workbook to fill in. */
#include "command.h"
#include "keys.h"
#include "message.h"
#include "nearest.h"
#include "regulation.h"
#include "targets.h"

#include "ikm/forms.h"

#include <string.h>

const cli_option template_options[] = {
    {OPTION_RULES, "rules", 0, KIND_FILE, "CLI_ARGUMENT_RULES", "CLI_OPTION_RULES", NULL, 0, 0, "CLI_GROUP_INPUT",
     false},
    {OPTION_SERVICES, "services", 0, KIND_TEXT, "CLI_ARGUMENT_SERVICES", "CLI_OPTION_SERVICES", NULL, 0, 0,
     "CLI_GROUP_INPUT", false},
    ROW_OUTPUT("CLI_OPTION_OUTPUT_OF_TEMPLATE"),
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

typedef struct template_job {
    const cli_context *cli;
    const cli_arguments *arguments;
    bool survey; /* else a performance report */
    cli_regulation regulation;
    cli_keys services;
    cli_targets targets;
    int64_t created;
} template_job;

static ikm_status write(const void *what, result_format format, const result_looks *looks, ikm_sink sink,
                        ikm_error *err)
{
    const template_job *job = what;
    ikm_lang lang = job->cli->lang;
    ikm_document *document;
    *err = (ikm_error){.offset = -1};
    ikm_status status = ikm_document_new(
        &document, lang, ikm_words(lang, job->survey ? "FORMS_TEMPLATE_SURVEY_TITLE" : "FORMS_TEMPLATE_REPORT_TITLE"),
        NULL);
    if (status == IKM_OK)
        status = job->survey ? ikm_form_survey_template(document, job->regulation.rules, job->services.names,
                                                        job->services.count)
                             : ikm_form_report_template(document);
    if (status == IKM_OK)
        status = result_document(document, format, looks, sink, err);
    ikm_document_free(document);
    return status;
}

static int unknown(const cli_context *cli, const char *name)
{
    cli_nearest best = nearest_to(name);
    nearest_try(&best, "survey");
    nearest_try(&best, "report");
    if (best.name)
        return usage_error(cli, "CLI_UNKNOWN_TEMPLATE_NEAR", WITH(name, best.name));
    return usage_error(cli, "CLI_UNKNOWN_TEMPLATE", WITH(name));
}

/* What only one of them has would be told in vain for the other. */
static int check_vain(const template_job *job)
{
    static const option_id of_survey[] = {OPTION_RULES, OPTION_SERVICES};
    for (size_t i = 0; !job->survey && i < sizeof of_survey / sizeof *of_survey; i++) {
        const cli_given *given = given_last(job->arguments, of_survey[i]);
        if (given)
            return usage_error(job->cli, "CLI_TEMPLATE_OF_SURVEY", WITH(given->option->name));
    }
    return EXIT_DONE;
}

static int take_targets(template_job *job)
{
    int status = targets_take(&job->targets, job->cli, job->arguments);
    if (status == EXIT_DONE && !job->targets.count)
        return usage_error(job->cli, "CLI_TEMPLATE_NO_OUTPUT", WITH(job->arguments->operands[0]));
    for (size_t i = 0; status == EXIT_DONE && i < job->targets.count; i++)
        if (job->targets.list[i].format != FORMAT_XLSX)
            return usage_error(job->cli, "CLI_TEMPLATE_ENDING", WITH(job->targets.list[i].path));
    return status;
}

static int prepare(template_job *job)
{
    const char *name = job->arguments->operands[0];
    job->survey = !strcmp(name, "survey");
    if (!job->survey && strcmp(name, "report") != 0)
        return unknown(job->cli, name);
    int status = check_vain(job);
    if (status == EXIT_DONE)
        status = result_created(&job->created, job->cli);
    if (status == EXIT_DONE)
        status = keys_split(&job->services, job->cli, given_text(job->arguments, OPTION_SERVICES, NULL),
                            "CLI_SERVICES_MALFORMED");
    if (status == EXIT_DONE)
        status = regulation_load(&job->regulation, job->cli, given_text(job->arguments, OPTION_RULES, NULL));
    return status == EXIT_DONE ? take_targets(job) : status;
}

int cmd_template(const cli_context *cli, const cli_arguments *arguments)
{
    template_job job = {.cli = cli, .arguments = arguments};
    int status = prepare(&job);
    if (status == EXIT_DONE)
        status = targets_write(&job.targets, cli, write, &job, job.created);
    targets_free(&job.targets);
    keys_free(&job.services);
    regulation_free(&job.regulation);
    return status;
}
