#include "result.h"

#include "message.h"

#include "ikm/document.h"
#include "ikm/forms.h"
#include "ikm/json.h"
#include "ikm/xlsx.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

ikm_status result_document(const ikm_document *document, result_format format, const result_looks *looks, ikm_sink sink,
                           ikm_error *err)
{
    if (format == FORMAT_CSV) {
        ikm_csv_options options = IKM_CSV_OPTIONS_INIT;
        options.excel_id = looks->excel_id;
        return ikm_document_write_csv(document, &options, sink);
    }
    if (format == FORMAT_HTML)
        return ikm_document_write_html(document, sink);
    if (format == FORMAT_TEXT) {
        ikm_text_options options = IKM_TEXT_OPTIONS_INIT;
        options.width = looks->width;
        options.colour = looks->colour;
        return ikm_document_write_text(document, &options, sink);
    }
    ikm_xlsx_options options = IKM_XLSX_OPTIONS_INIT;
    if (looks->created >= 0)
        options.created = looks->created;
    return ikm_xlsx_write(document, &options, sink, err);
}

ikm_status result_write(const void *what, result_format format, const result_looks *looks, ikm_sink sink,
                        ikm_error *err)
{
    const survey_result *result = what;
    const ikm_survey *survey = result->survey;
    *err = (ikm_error){.offset = -1};
    if (format == FORMAT_JSON)
        return ikm_json_score(survey, sink);
    if (format == FORMAT_IKM)
        return ikm_tally_write(ikm_survey_tally(survey), ikm_survey_rules(survey), sink);
    ikm_document *document;
    const char *title = ikm_words(ikm_survey_lang(survey), "CLI_DOCUMENT_TITLE");
    ikm_status status = ikm_document_new(&document, ikm_survey_lang(survey), title, NULL);
    if (status != IKM_OK)
        return status;
    status = format == FORMAT_CSV ? ikm_form_tidy(document, survey)
             : looks->summary && format == FORMAT_TEXT && !result->forms->told
                 ? ikm_form_summary(document, survey)
                 : form_choice_fill(document, result->forms, survey, result->profile);
    if (status == IKM_OK)
        status = result_document(document, format, looks, sink, err);
    ikm_document_free(document);
    return status;
}

int result_created(int64_t *out, const cli_context *cli)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    *out = -1;
    if (!epoch || !*epoch)
        return EXIT_DONE;
    ikm_decimal value;
    /* up to the year 9999, beyond which no workbook has dates */
    if (ikm_decimal_read(&value, (ikm_text){epoch, strlen(epoch)}) != IKM_OK || value.places || value.digits < 0 ||
        value.digits > 253402300799)
        return usage_error(cli, "CLI_BAD_EPOCH", WITH(epoch));
    *out = value.digits;
    return EXIT_DONE;
}

/* Days from 1970-01-01 to a day of the Gregorian calendar, counted from the first of March of the year 0. */
static int64_t days_of(int year, int month, int day)
{
    int64_t years = month > 2 ? year : year - 1, months = month > 2 ? month - 3 : month + 9;
    return years * 365 + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1 - 719468;
}

int64_t result_created_by(int64_t created, const ikm_survey *survey)
{
    char first[IKM_DAY_SIZE], last[IKM_DAY_SIZE];
    int year, month, day;
    if (created >= 0 || !ikm_survey_days(survey, first, last) || sscanf(last, "%d-%d-%d", &year, &month, &day) != 3)
        return created;
    int64_t days = days_of(year, month, day);
    return days >= 0 ? days * 86400 : created;
}
