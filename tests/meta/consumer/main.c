/* Uses each of our libraries; compiled by a program that has only what was installed. */
#include <ikm.h>
#include <ikm/readers.h>
#include <ikm/xlsx.h>

#include <stdio.h>
#include <string.h>

static char workbook[1 << 20];

static int keep(void *ctx, const void *bytes, size_t size)
{
    size_t *used = (size_t *)ctx;
    if (size > sizeof workbook - *used)
        return -1;
    memcpy(workbook + *used, bytes, size);
    *used += size;
    return 0;
}

int main(int argc, char **argv)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_input input;
    ikm_survey *survey = NULL;
    ikm_document *document = NULL;
    ikm_reader *reader = NULL;
    ikm_error error = {IKM_OK, 0, 0, 0, ""};
    size_t used = 0;
    ikm_sink sink = {keep, NULL};
    const char *file = argc > 1 ? argv[1] : "";

    sink.ctx = &used;
    if (ikm_survey_read(&survey, &file, 1, &options, &error) != IKM_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    if (ikm_document_new(&document, IKM_LANG_ID, "Rekap", NULL) != IKM_OK ||
        ikm_form_recap(document, survey) != IKM_OK || ikm_xlsx_write(document, NULL, sink, &error) != IKM_OK)
        return 1;
    memset(&input, 0, sizeof input);
    input.bytes.data = workbook;
    input.bytes.size = used;
    if (ikm_reader_new(&reader, &input, NULL, &error) != IKM_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    printf("%s %s %s %s %s\n", ikm_version(), ikm_score_index_text(ikm_survey_score(survey, 0)),
           ikm_score_grade_text(ikm_survey_score(survey, 0)), ikm_file_kind_name(ikm_reader_kind(reader)),
           ikm_reader_sheet_name(reader, 0));
    ikm_reader_free(reader);
    ikm_document_free(document);
    ikm_survey_free(survey);
    return 0;
}
