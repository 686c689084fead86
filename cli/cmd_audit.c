/* ikm audit: what a printed report says, against what its inputs give. */
#include "command.h"
#include "message.h"
#include "report_job.h"

#include "ikm/forms.h"
#include "ikm/json.h"

const cli_option audit_options[] = {
    ROWS_REPORT,
    ROW_FORMAT("CLI_OPTION_FORMAT_OF_AUDIT"),
    ROW_OUTPUT("CLI_OPTION_OUTPUT_OF_REPORT"),
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

typedef struct audit_job {
    ikm_lang lang;
    ikm_audit *audit;
} audit_job;

static ikm_status write(const void *what, result_format format, const result_looks *looks, ikm_sink sink,
                        ikm_error *err)
{
    const audit_job *job = what;
    *err = (ikm_error){.offset = -1};
    if (format == FORMAT_JSON)
        return ikm_json_audit(job->audit, sink);
    ikm_document *document;
    ikm_status status = ikm_document_new(&document, job->lang, ikm_words(job->lang, "CLI_AUDIT_TITLE"), NULL);
    if (status == IKM_OK)
        status = ikm_form_audit(document, job->audit);
    if (status == IKM_OK)
        status = result_document(document, format, looks, sink, err);
    ikm_document_free(document);
    return status;
}

int cmd_audit(const cli_context *cli, const cli_arguments *arguments)
{
    report_job job;
    audit_job audit = {.lang = cli->lang};
    int status = report_job_run(&job, cli, arguments);
    if (status == EXIT_DONE) {
        ikm_error err = {.offset = -1};
        ikm_status made = ikm_audit_new(&audit.audit, job.report, &err);
        status = made == IKM_OK ? EXIT_DONE : library_error(cli, made, &err, NULL);
    }
    if (status == EXIT_DONE)
        status = report_job_write(&job, write, &audit);
    if (status == EXIT_DONE && ikm_audit_finding_count(audit.audit))
        status = EXIT_FAULTS;
    ikm_audit_free(audit.audit);
    report_job_end(&job);
    return status;
}
