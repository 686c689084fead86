/* ikm achieve: a table of indicators. */
#include "command.h"
#include "report_job.h"

#include "ikm/forms.h"
#include "ikm/json.h"

const cli_option achieve_options[] = {
    ROWS_ACHIEVEMENT,
    ROWS_DIALECT,
    {OPTION_SHEET, "sheet", 0, KIND_TEXT, "CLI_ARGUMENT_SHEET", "CLI_OPTION_SHEET", NULL, 0, 0, "CLI_GROUP_INPUT",
     false},
    ROW_FORMAT("CLI_OPTION_FORMAT_OF_ACHIEVE"),
    ROW_OUTPUT("CLI_OPTION_OUTPUT_OF_REPORT"),
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

static ikm_status write(const void *what, result_format format, const result_looks *looks, ikm_sink sink,
                        ikm_error *err)
{
    const ikm_report *report = what;
    *err = (ikm_error){.offset = -1};
    if (format == FORMAT_JSON)
        return ikm_json_achieve_report(report, sink);
    ikm_document *document;
    ikm_lang lang = ikm_report_lang(report);
    ikm_status status = ikm_document_new(&document, lang, ikm_words(lang, "CLI_ACHIEVE_TITLE"), NULL);
    if (status == IKM_OK)
        status = ikm_form_achievement(document, report);
    if (status == IKM_OK)
        status = result_document(document, format, looks, sink, err);
    ikm_document_free(document);
    return status;
}

int cmd_achieve(const cli_context *cli, const cli_arguments *arguments)
{
    report_job job;
    int status = report_job_table(&job, cli, arguments);
    if (status == EXIT_DONE)
        status = report_job_write(&job, write, job.report);
    report_job_end(&job);
    return status;
}
