#include "survey_job.h"

#include "convention.h"
#include "message.h"
#include "print.h"
#include "progress.h"

/* Rows of CSV, JSON and counts hold all facts and have no forms. */
static bool writes_forms(const survey_job *job)
{
    result_format format = print_format(job->arguments);
    return format == FORMAT_TEXT || format == FORMAT_HTML || targets_have_forms(&job->targets);
}

/* What only forms show is only counted where they are written: a glance at standard output does without. */
static void ask_for_forms(const survey_job *job, ikm_survey_options *options)
{
    if (!targets_have_forms(&job->targets) && !job->forms.told && print_format(job->arguments) != FORMAT_HTML)
        return;
    options->characteristics = job->forms.characteristics;
    options->trend = job->forms.trend;
    options->respondents = job->forms.respondents;
}

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
        status = form_choice_take(&job->forms, job->cli, given_text(job->arguments, OPTION_FORM, NULL));
    if (status == EXIT_DONE && job->forms.told && !writes_forms(job))
        status = usage_error(job->cli, "CLI_FORM_OF_NOTHING", WITH_NOTHING);
    if (status == EXIT_DONE)
        status = unit_profile_take(&job->profile, job->cli, given_text(job->arguments, OPTION_PROFILE, NULL));
    if (status == EXIT_DONE)
        status = inputs_take(&job->inputs, job->cli, job->arguments);
    if (status == EXIT_DONE)
        status = inputs_find_surveys(&job->inputs, job->regulation.rules);
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
    ask_for_forms(job, &options);
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
        job->created = result_created_by(job->created, job->survey);
    job->result = (survey_result){job->survey, job->profile.profile, &job->forms};
    return status;
}

int survey_job_write(survey_job *job)
{
    return targets_write(&job->targets, job->cli, result_write, &job->result, job->created);
}

void survey_job_end(survey_job *job)
{
    ikm_survey_free(job->survey);
    refused_drop(&job->refused);
    unit_profile_free(&job->profile);
    targets_free(&job->targets);
    filter_free(&job->filter);
    inputs_free(&job->inputs);
    keys_free(&job->keys);
    regulation_free(&job->regulation);
}
