#include "survey_job.h"

#include "convention.h"
#include "message.h"
#include "progress.h"

enum { FILE_WIDTH = 100 };

/* Everything that can be wrong before a file is read. */
static int prepare(survey_job *job)
{
    int status = result_created(&job->created, job->cli);
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

static int read_survey(survey_job *job)
{
    const cli_arguments *arguments = job->arguments;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    cli_progress progress;
    options.rules = job->regulation.rules;
    options.convention = &job->convention;
    options.by = job->keys.names;
    options.by_count = job->keys.count;
    filter_apply(&job->filter, arguments, &options);
    options.target = given_text(arguments, OPTION_TARGET, NULL);
    options.population = given_number(arguments, OPTION_POPULATION, 0);
    options.max_reject = given_text(arguments, OPTION_MAX_REJECT, NULL);
    /* what only files show, or hold, is only then counted */
    options.characteristics = targets_have(&job->targets, FORMAT_XLSX) || targets_have(&job->targets, FORMAT_TEXT);
    options.complete = targets_have(&job->targets, FORMAT_IKM);
    options.threads = (int32_t)given_number(arguments, OPTION_THREADS, 0);
    options.lang = job->cli->lang;
    options.dialect = job->inputs.dialect;
    options.schema = job->inputs.schema;
    options.on_issue = refused_take;
    options.issue_ctx = &job->refused;
    options.issue_records = job->refused.rejects != NULL;
    options.issue_limit = job->refused.rejects ? 0 : REFUSED_LISTED;
    ikm_error err = {.offset = -1};
    progress_watch(&progress, job->cli, &options);
    ikm_status status = ikm_survey_read_inputs(&job->survey, job->inputs.list, job->inputs.count, &options, &err);
    progress_end();
    if (status == IKM_OK)
        inputs_tell_surveys(&job->inputs, job->regulation.rules);
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

int survey_job_run(survey_job *job, const cli_context *cli, const cli_arguments *arguments)
{
    *job = (survey_job){.cli = cli, .arguments = arguments};
    int status = prepare(job);
    if (status == EXIT_DONE)
        status = read_survey(job);
    if (status == EXIT_DONE)
        status = targets_write(&job->targets, cli, result_write, job->survey,
                               &(result_looks){.width = FILE_WIDTH, .created = job->created});
    return status;
}

void survey_job_end(survey_job *job)
{
    ikm_survey_free(job->survey);
    refused_drop(&job->refused);
    targets_free(&job->targets);
    filter_free(&job->filter);
    inputs_free(&job->inputs);
    keys_free(&job->keys);
    regulation_free(&job->regulation);
}
