/* bench_worksheet SURVEY OUT.xlsx: the worksheet of the regulation, a line a respondent, as the program makes it. */
#include "ikm.h"
#include "ikm/xlsx.h"

#include <stdio.h>

static int take(void *ctx, const void *bytes, size_t size)
{
    return fwrite(bytes, 1, size, ctx) != size;
}

int main(int count, char **arguments)
{
    ikm_survey *survey = NULL;
    ikm_document *document = NULL;
    ikm_error error = {.message = ""};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    FILE *file = count == 3 ? fopen(arguments[2], "wb") : NULL;
    if (!file)
        return 2;
    const char *path = arguments[1];
    options.respondents = 1;
    ikm_status status = ikm_survey_read(&survey, &path, 1, &options, &error);
    if (status == IKM_OK)
        status = ikm_document_new(&document, IKM_LANG_ID, "Lembar Pengolahan", NULL);
    if (status == IKM_OK)
        status = ikm_form_worksheet(document, survey, NULL);
    if (status == IKM_OK)
        status = ikm_xlsx_write(document, NULL, (ikm_sink){take, file}, &error);
    if (status != IKM_OK)
        fprintf(stderr, "%s %s\n", ikm_status_name(status), error.message);
    if (fclose(file) != 0)
        status = IKM_ERR_IO;
    ikm_document_free(document);
    ikm_survey_free(survey);
    return status != IKM_OK;
}
