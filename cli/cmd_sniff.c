/* ikm sniff: what a dump is, and the schema that says so. */
#include "command.h"
#include "inputs.h"
#include "message.h"
#include "print.h"
#include "regulation.h"
#include "sniffed.h"
#include "targets.h"

#include "ikm/json.h"
#include "ikm/sniff.h"

#include <string.h>

const cli_option sniff_options[] = {
    {OPTION_OUTPUT, "output", 'o', KIND_FILE, "CLI_ARGUMENT_FILE", "CLI_OPTION_OUTPUT_OF_SNIFF", NULL, 0, 0,
     "CLI_GROUP_OUTPUT", false},
    ROW_FORMAT("CLI_OPTION_FORMAT_OF_SNIFF"),
    {OPTION_RULES, "rules", 0, KIND_FILE, "CLI_ARGUMENT_RULES", "CLI_OPTION_RULES", NULL, 0, 0, "CLI_GROUP_INPUT",
     false},
    ROWS_INPUT,
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

typedef struct sniff_job {
    const cli_context *cli;
    const cli_arguments *arguments;
    const char *schema; /* where the schema goes; NULL: nowhere, "-": instead of the report */
    cli_regulation regulation;
    cli_inputs inputs;
    ikm_sniff *sniff;
} sniff_job;

static int look(sniff_job *job)
{
    ikm_sniff_options options = IKM_SNIFF_OPTIONS_INIT;
    ikm_error err = {.offset = -1};
    options.rules = job->regulation.rules;
    options.dialect = job->inputs.dialect;
    options.schema = job->inputs.schema;
    options.sheet = inputs_sheet(&job->inputs);
    options.lang = job->cli->lang;
    ikm_status status = ikm_sniff_new(&job->sniff, job->inputs.list, &options, &err);
    return status == IKM_OK ? EXIT_DONE : inputs_error(&job->inputs, status, &err);
}

/* What the sink had against it is told when the output is completed. */
static int complete(const sniff_job *job, ikm_output *output, ikm_status status)
{
    ikm_error err = {.offset = -1};
    if (status == IKM_OK || status == IKM_ERR_IO)
        status = ikm_output_commit(output, &err);
    else
        ikm_output_free(output);
    return status == IKM_OK ? EXIT_DONE : library_error(job->cli, status, &err, NULL);
}

static int write_schema(const sniff_job *job)
{
    ikm_output *output;
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_output_new(&output, job->schema, 0666, job->cli->lang, &err);
    if (status != IKM_OK)
        return library_error(job->cli, status, &err, NULL);
    int done = complete(job, output, ikm_sniff_write_schema(job->sniff, ikm_output_sink(output)));
    if (done == EXIT_DONE && strcmp(job->schema, "-") != 0)
        message(job->cli, "CLI_WROTE_SCHEMA", WITH(job->schema));
    return done;
}

static int print_json(const sniff_job *job)
{
    ikm_output *output;
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_output_new(&output, "-", 0666, job->cli->lang, &err);
    if (status != IKM_OK)
        return library_error(job->cli, status, &err, NULL);
    return complete(job, output, ikm_json_sniff(job->sniff, ikm_output_sink(output)));
}

static int print(const sniff_job *job)
{
    ikm_document *document;
    if (print_format(job->arguments) == FORMAT_JSON)
        return print_json(job);
    ikm_status status = sniffed_document(&document, job->cli, job->sniff);
    return status == IKM_OK ? print_document(job->cli, job->arguments, document)
                            : library_error(job->cli, status, &(ikm_error){.offset = -1}, NULL);
}

int cmd_sniff(const cli_context *cli, const cli_arguments *arguments)
{
    sniff_job job = {.cli = cli, .arguments = arguments, .schema = given_text(arguments, OPTION_OUTPUT, NULL)};
    int status = EXIT_DONE;
    if (job.schema && strcmp(job.schema, "-") != 0)
        status = targets_check(cli, arguments, job.schema, 0);
    if (status == EXIT_DONE)
        status = regulation_load(&job.regulation, cli, given_text(arguments, OPTION_RULES, NULL));
    if (status == EXIT_DONE)
        status = inputs_take(&job.inputs, cli, arguments);
    if (status == EXIT_DONE)
        status = inputs_find_surveys(&job.inputs, job.regulation.rules);
    if (status == EXIT_DONE)
        status = inputs_single(&job.inputs);
    if (status == EXIT_DONE)
        status = look(&job);
    if (status == EXIT_DONE && job.schema)
        status = write_schema(&job);
    if (status == EXIT_DONE && !(job.schema && !strcmp(job.schema, "-")))
        status = print(&job);
    if (status == EXIT_DONE && ikm_sniff_is_survey(job.sniff))
        inputs_tell_surveys(&job.inputs, job.regulation.rules);
    ikm_sniff_free(job.sniff);
    inputs_free(&job.inputs);
    regulation_free(&job.regulation);
    return status;
}
