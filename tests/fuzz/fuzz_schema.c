/*
 * Any bytes as a schema of dumps of every shape: it is taken or a message says where in it the fault is; what is taken
 * can be read with, and everything adds up.
 */
#include "fuzz.h"

#include "ikm/sniff.h"
#include "ikm/survey.h"

#include <string.h>

static const char wide[] = "dinas,,\nlayanan;u1;u2;u3;u4;u5;u6;u7;u8;u9;nama;usia\n"
                           "KTP;4;4;3;4;4;4;Baik;4;4;Siti;39\nKK;3;3;3;3;3;3;3;3;x;Budi;40\n";
static const char lines[] = "responden_id,unsur,nilai,layanan\n1,U1,4,KTP\n1,U2,Baik,KTP\n2,u1,x,KK\n";
static const char counts[] = "layanan,unsur,nilai,jumlah\nKTP,U1,4,20\nKTP,U2,3,20\nKK,U9,1,7\n";

static void check_error(ikm_status status, const ikm_error *error)
{
    MUST(error->status == status && error->message[0]);
    if (status == IKM_ERR_SYNTAX)
        MUST(error->line > 0 && error->column > 0);
}

static void look(const char *dump, ikm_text schema)
{
    ikm_sniff *sniff;
    ikm_error error;
    const ikm_input input = {"fuzz.csv", NULL, {dump, strlen(dump)}, NULL};
    ikm_sniff_options options = IKM_SNIFF_OPTIONS_INIT;
    options.schema = schema;
    ikm_status status = ikm_sniff_new(&sniff, &input, &options, &error);
    MUST((status == IKM_OK) == (sniff != NULL));
    if (status != IKM_OK)
        check_error(status, &error);
    else
        MUST(ikm_sniff_dialect(sniff)->header_line > 0);
    ikm_sniff_free(sniff);
}

static void score(const char *dump, ikm_text schema)
{
    ikm_survey *survey;
    ikm_error error;
    const ikm_input input = {"fuzz.csv", NULL, {dump, strlen(dump)}, NULL};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.schema = schema;
    ikm_status status = ikm_survey_read_inputs(&survey, &input, 1, &options, &error);
    MUST((status == IKM_OK) == (survey != NULL));
    if (status != IKM_OK) {
        check_error(status, &error);
    } else {
        ikm_row_counts rows = ikm_survey_rows(survey);
        MUST(rows.read == rows.used + rows.refused && rows.used > 0);
    }
    ikm_survey_free(survey);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const dumps[] = {wide, lines, counts};
    const ikm_text schema = {(const char *)bytes, size};
    if (size > 20000)
        return 0;
    for (size_t i = 0; i < sizeof dumps / sizeof *dumps; i++) {
        look(dumps[i], schema);
        score(dumps[i], schema);
    }
    return 0;
}
