/* ikm report: the achievement chapter of a performance report. */
#include "command.h"
#include "message.h"
#include "report_job.h"

#include "ikm/forms.h"
#include "ikm/json.h"

const cli_option report_options[] = {
    ROWS_REPORT,
    ROW_FORMAT("CLI_OPTION_FORMAT_OF_REPORT"),
    ROW_OUTPUT("CLI_OPTION_OUTPUT_OF_REPORT"),
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

static ikm_status fill(ikm_document *document, const ikm_report *report, result_format format)
{
    ikm_status status = ikm_form_achievement(document, report);
    /* a file of rows has no room for sentences */
    return status == IKM_OK && format != FORMAT_CSV ? ikm_form_analysis(document, report) : status;
}

static ikm_status write(const void *what, result_format format, const result_looks *looks, ikm_sink sink,
                        ikm_error *err)
{
    const ikm_report *report = what;
    *err = (ikm_error){.offset = -1};
    if (format == FORMAT_JSON)
        return ikm_json_report(report, sink);
    ikm_document *document;
    ikm_lang lang = ikm_report_lang(report);
    ikm_status status = ikm_document_new(&document, lang, ikm_words(lang, "CLI_REPORT_TITLE"), NULL);
    if (status == IKM_OK)
        status = fill(document, report, format);
    if (status == IKM_OK)
        status = result_document(document, format, looks, sink, err);
    ikm_document_free(document);
    return status;
}

/* A workbook in which nothing is filled in is no report, and the sheets of one would be empty. */
static int check_filled(const report_job *job)
{
    const ikm_report *report = job->report;
    const ikm_achievement *achievement = ikm_report_achievement(report);
    const ikm_budget *budget = ikm_report_budget(report);
    if (!job->workbook || ikm_report_survey(report) || (achievement && ikm_achievement_count(achievement)) ||
        (budget && ikm_budget_count(budget)) || ikm_report_components_count(report) ||
        ikm_report_agreement_count(report))
        return EXIT_DONE;
    message(job->cli, "CLI_REPORT_NOT_FILLED_IN", WITH(job->workbook_path));
    return EXIT_FAULTS;
}

int cmd_report(const cli_context *cli, const cli_arguments *arguments)
{
    report_job job;
    int status = report_job_run(&job, cli, arguments);
    if (status == EXIT_DONE)
        status = check_filled(&job);
    if (status == EXIT_DONE)
        status = report_job_write(&job, write, job.report);
    report_job_end(&job);
    return status;
}
