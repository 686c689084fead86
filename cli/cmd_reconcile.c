/* ikm reconcile: which conventions give a printed figure, and can printed means be true. */
#include "command.h"
#include "convention.h"
#include "figures.h"
#include "message.h"
#include "print.h"
#include "survey_job.h"

#include "ikm/forms.h"
#include "ikm/json.h"
#include "ikm/reconcile.h"

#include <stdio.h>

static const int64_t respondents_most = 1000000000000;

const cli_option reconcile_options[] = {
    {OPTION_PRINTED, "printed", 0, KIND_TEXT, "CLI_ARGUMENT_NUMBER", "CLI_OPTION_PRINTED", NULL, 0, 0,
     "CLI_GROUP_PRINTED", false},
    {OPTION_MEANS, "means", 0, KIND_TEXT, "CLI_ARGUMENT_MEANS", "CLI_OPTION_MEANS", NULL, 0, 0, "CLI_GROUP_PRINTED",
     false},
    {OPTION_N, "n", 0, KIND_COUNT, "CLI_ARGUMENT_COUNT", "CLI_OPTION_N", NULL, 1, respondents_most, "CLI_GROUP_PRINTED",
     false},
    {OPTION_BY, "by", 0, KIND_TEXT, "CLI_ARGUMENT_BY", "CLI_OPTION_BY", NULL, 0, 0, "CLI_GROUP_RESULT", false},
    {OPTION_ROUND_FINAL, "round-final", 0, KIND_PLACES, "CLI_ARGUMENT_PLACES", "CLI_OPTION_ROUND_FINAL_OF_GROUPS", NULL,
     0, 6, "CLI_GROUP_RESULT", false},
    ROWS_FILTER,
    {OPTION_RULES, "rules", 0, KIND_FILE, "CLI_ARGUMENT_RULES", "CLI_OPTION_RULES", NULL, 0, 0, "CLI_GROUP_INPUT",
     false},
    {OPTION_MISSING, "missing", 0, KIND_CHOICE, NULL, "CLI_OPTION_MISSING", missing_choices, 0, 0, "CLI_GROUP_INPUT",
     false},
    ROWS_INPUT,
    {OPTION_THREADS, "threads", 0, KIND_COUNT, "CLI_ARGUMENT_COUNT", "CLI_OPTION_THREADS", NULL, 1, THREADS_MOST,
     "CLI_GROUP_INPUT", false},
    ROW_FORMAT("CLI_OPTION_FORMAT_OF_RECONCILE"),
    ROW_OUTPUT("CLI_OPTION_OUTPUT_OF_REPORT"),
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

typedef struct reconcile_job {
    const cli_context *cli;
    const cli_arguments *arguments;
    const cli_given *printed_given, *means_given;
    ikm_decimal printed;
    ikm_decimal means[IKM_ELEMENTS_MAX];
    size_t mean_count;
    int64_t respondents;
    int32_t places;
    cli_regulation regulation; /* of means; a survey has its own */
    survey_job survey;
    cli_targets targets;
    int64_t created;
    ikm_reconcile *reconcile;
} reconcile_job;

static int take_figures(reconcile_job *job)
{
    const cli_arguments *arguments = job->arguments;
    int status = EXIT_DONE;
    job->printed_given = given_last(arguments, OPTION_PRINTED);
    job->means_given = given_last(arguments, OPTION_MEANS);
    job->respondents = given_number(arguments, OPTION_N, 0);
    if (job->means_given && arguments->operand_count)
        return usage_error(job->cli, "CLI_MEANS_OR_FILE", WITH_NOTHING);
    if (!job->means_given && !arguments->operand_count)
        return usage_error(job->cli, "CLI_NO_MEANS_NO_FILE", WITH_NOTHING);
    if (!job->means_given && !job->printed_given)
        return usage_error(job->cli, "CLI_NO_PRINTED", WITH_NOTHING);
    if (!job->means_given && job->respondents)
        return usage_error(job->cli, "CLI_N_OF_MEANS", WITH_NOTHING);
    if (job->printed_given)
        status = figure_take(&job->printed, job->cli, job->printed_given);
    if (status == EXIT_DONE && job->means_given)
        status = figures_take(job->means, &job->mean_count, IKM_ELEMENTS_MAX, job->cli, job->means_given);
    job->places = (int32_t)given_number(arguments, OPTION_ROUND_FINAL, job->printed.places);
    return status;
}

/* What the library has against figures is wrong usage: they stand on the command line. */
static int refuse(const reconcile_job *job, ikm_status status, const ikm_error *err)
{
    int code = library_error(job->cli, status, err, NULL);
    return status == IKM_ERR_ARGUMENT ? EXIT_USAGE : code;
}

/* No answers have a mean outside the scale, whatever it is that they are divided by. */
static int check_means(const reconcile_job *job)
{
    char name[80], scale[16];
    const ikm_rules *rules = job->regulation.rules;
    bool elements = job->mean_count == ikm_rules_element_count(rules);
    for (size_t i = 0; i < job->mean_count; i++) {
        int64_t one = 1;
        for (int32_t place = 0; place < job->means[i].places; place++)
            one *= 10;
        if (job->means[i].digits >= one && job->means[i].digits <= ikm_rules_scale(rules) * one)
            continue;
        snprintf(scale, sizeof scale, "%d", (int)ikm_rules_scale(rules));
        if (elements)
            snprintf(name, sizeof name, "%s", ikm_rules_element_code(rules, i));
        else
            snprintf(name, sizeof name, "%zu", i + 1);
        return usage_error(job->cli, "SCORE_MEAN_RANGE", WITH(name, scale));
    }
    return EXIT_DONE;
}

static int reconcile_means(reconcile_job *job)
{
    ikm_error err = {.offset = -1};
    int status = regulation_load(&job->regulation, job->cli, given_text(job->arguments, OPTION_RULES, NULL));
    if (status == EXIT_DONE)
        status = check_means(job);
    if (status != EXIT_DONE || !job->printed_given)
        return status;
    ikm_status made = ikm_reconcile_means_new(&job->reconcile, job->means, job->mean_count, job->respondents,
                                              job->regulation.rules, job->printed, job->cli->lang, &err);
    return made == IKM_OK ? EXIT_DONE : refuse(job, made, &err);
}

static int reconcile_survey(reconcile_job *job)
{
    ikm_error err = {.offset = -1};
    int status = survey_job_run(&job->survey, job->cli, job->arguments);
    if (status != EXIT_DONE)
        return status;
    const ikm_survey *survey = job->survey.survey;
    ikm_status made = ikm_reconcile_new(&job->reconcile, ikm_survey_tally(survey), IKM_WHOLE, ikm_survey_rules(survey),
                                        ikm_survey_convention(survey)->missing, job->printed, job->cli->lang, &err);
    return made == IKM_OK ? EXIT_DONE : refuse(job, made, &err);
}

static ikm_status write(const void *what, result_format format, const result_looks *looks, ikm_sink sink,
                        ikm_error *err)
{
    const reconcile_job *job = what;
    ikm_lang lang = job->cli->lang;
    ikm_document *document;
    *err = (ikm_error){.offset = -1};
    if (format == FORMAT_JSON)
        return ikm_json_reconcile(job->reconcile, job->means, job->mean_count, job->respondents, job->places, sink);
    ikm_status status = ikm_document_new(&document, lang, ikm_words(lang, "FORMS_RECONCILE_TITLE"), NULL);
    if (status == IKM_OK)
        status = ikm_form_reconcile(document, job->reconcile, job->means, job->mean_count, job->respondents,
                                    job->places, lang);
    if (status == IKM_OK)
        status = result_document(document, format, looks, sink, err);
    ikm_document_free(document);
    return status;
}

/* Could the means be those of so many respondents, or of any number that is looked at? */
static bool means_are_possible(const reconcile_job *job)
{
    for (int mode = IKM_ROUND_HALF_UP; mode <= IKM_ROUND_TRUNCATE; mode++)
        if (job->respondents
                ? ikm_means_possible(job->means, job->mean_count, job->respondents, (ikm_round_mode)mode) == 1
                : ikm_means_smallest(job->means, job->mean_count, 1, IKM_MEANS_LOOK_TO, (ikm_round_mode)mode) > 0)
            return true;
    return false;
}

static int prepare(reconcile_job *job)
{
    int status = result_created(&job->created, job->cli);
    if (status == EXIT_DONE)
        status = targets_take(&job->targets, job->cli, job->arguments);
    if (status == EXIT_DONE && targets_have(&job->targets, FORMAT_IKM))
        status = usage_error(job->cli, "CLI_CHECK_NO_COUNTS", WITH_NOTHING);
    return status;
}

int cmd_reconcile(const cli_context *cli, const cli_arguments *arguments)
{
    reconcile_job job = {.cli = cli, .arguments = arguments};
    int status = prepare(&job);
    if (status == EXIT_DONE)
        status = take_figures(&job);
    if (status == EXIT_DONE)
        status = job.means_given ? reconcile_means(&job) : reconcile_survey(&job);
    if (status == EXIT_DONE)
        status = targets_write(&job.targets, cli, write, &job, job.created);
    if (status == EXIT_DONE)
        status = print_result(cli, arguments, job.created, write, &job);
    bool agrees = (!job.printed_given || ikm_reconcile_count(job.reconcile)) &&
                  (!job.means_given || status != EXIT_DONE || means_are_possible(&job));
    ikm_reconcile_free(job.reconcile);
    survey_job_end(&job.survey);
    targets_free(&job.targets);
    regulation_free(&job.regulation);
    return status == EXIT_DONE && !agrees ? EXIT_FAULTS : status;
}
