/* Uses each of our libraries; compiled by a program that has only what was installed. */
#include <ikm.h>
#include <ikm/readers.h>
#include <ikm/xlsx.h>

#include <stdio.h>
#include <string.h>

static int count_bytes(void *ctx, const void *bytes, size_t size)
{
    (void)bytes;
    *(size_t *)ctx += size;
    return 0;
}

int main(int argc, char **argv)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_input input;
    ikm_survey *survey = NULL;
    ikm_document *document = NULL;
    ikm_file_kind kind = IKM_FILE_UNSEEN;
    ikm_error error = {IKM_OK, 0, 0, 0, ""};
    size_t bytes = 0;
    ikm_sink sink = {count_bytes, NULL};
    const char *file = argc > 1 ? argv[1] : "";

    memset(&input, 0, sizeof input);
    input.path = file;
    sink.ctx = &bytes;
    if (ikm_file_kind_find(&kind, &input, IKM_LANG_EN, &error) != IKM_OK ||
        ikm_survey_read(&survey, &file, 1, &options, &error) != IKM_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    if (ikm_document_new(&document, IKM_LANG_EN, "Recap", NULL) != IKM_OK || ikm_form_recap(document, survey) != IKM_OK ||
        ikm_xlsx_write(document, NULL, sink, &error) != IKM_OK)
        return 1;
    printf("%s %s %s %s %s\n", ikm_version(), ikm_file_kind_name(kind), ikm_score_index_text(ikm_survey_score(survey, 0)),
           ikm_score_grade_text(ikm_survey_score(survey, 0)), bytes > 1000 ? "workbook" : "nothing");
    ikm_document_free(document);
    ikm_survey_free(survey);
    return 0;
}
