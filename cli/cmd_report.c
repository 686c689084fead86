/* ikm report: the achievement chapter of a performance report. */
#include "command.h"
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

int cmd_report(const cli_context *cli, const cli_arguments *arguments)
{
    report_job job;
    int status = report_job_run(&job, cli, arguments);
    if (status == EXIT_DONE)
        status = report_job_write(&job, write, job.report);
    report_job_end(&job);
    return status;
}
