#include "ikm/forms.h"

#include "capture.h"
#include "dump.h"
#include "outline.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define HEADER "layanan,unit,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"

static char *tidy(const ikm_survey *survey)
{
    ikm_document *document;
    cr_assert(survey != NULL);
    cr_assert(eq(int, ikm_document_new(&document, ikm_survey_lang(survey), "tidy", NULL), IKM_OK));
    cr_assert(eq(int, ikm_form_tidy(document, survey), IKM_OK));
    char *lines = outline_of(document);
    ikm_document_free(document);
    return lines;
}

Test(forms_tidy, a_group_is_a_row_of_its_index_and_one_of_each_element)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    const char *by[] = {"unit", "layanan"};
    options.by = by;
    options.by_count = 2;
    ikm_survey *survey = survey_of(HEADER "KTP,Utara,4,4,,4,4,4,4,4,3\n"
                                          "KTP,,3,3,3,3,3,3,3,3,3\n",
                                   &options);
    char *lines = tidy(survey);
    cr_expect(eq(str, lines,
                 "SHEET Data\n"
                 "TABLE Data: unit, layanan, element, name, respondents#0, answered#0, blank#0, sum#0, nrr#3, "
                 "converted#2, grade\n"
                 /* (7 x 7/2 + 3 + 3) / 9 x 25 = 84.722... */
                 "ROW  |  | IKM | Indeks Kepuasan Masyarakat | 2 |  |  |  |  | 84.72 | B\n"
                 "ROW  |  | U1 | Persyaratan | 2 | 2 | 0 | 7 | 3.500 | 87.50 | B\n"
                 "ROW  |  | U2 | Sistem, Mekanisme, dan Prosedur | 2 | 2 | 0 | 7 | 3.500 | 87.50 | B\n"
                 "ROW  |  | U3 | Waktu Penyelesaian | 2 | 1 | 1 | 3 | 3.000 | 75.00 | C\n"
                 "ROW  |  | U4 | Biaya/Tarif | 2 | 2 | 0 | 7 | 3.500 | 87.50 | B\n"
                 "ROW  |  | U5 | Produk Spesifikasi Jenis Pelayanan | 2 | 2 | 0 | 7 | 3.500 | 87.50 | B\n"
                 "ROW  |  | U6 | Kompetensi Pelaksana | 2 | 2 | 0 | 7 | 3.500 | 87.50 | B\n"
                 "ROW  |  | U7 | Perilaku Pelaksana | 2 | 2 | 0 | 7 | 3.500 | 87.50 | B\n"
                 "ROW  |  | U8 | Penanganan Pengaduan, Saran dan Masukan | 2 | 2 | 0 | 7 | 3.500 | 87.50 | B\n"
                 "ROW  |  | U9 | Sarana dan Prasarana | 2 | 2 | 0 | 6 | 3.000 | 75.00 | C\n"
                 /* a blank key comes first and stays blank */
                 "ROW  | KTP | IKM | Indeks Kepuasan Masyarakat | 1 |  |  |  |  | 75.00 | C\n"
                 "ROW  | KTP | U1 | Persyaratan | 1 | 1 | 0 | 3 | 3.000 | 75.00 | C\n"
                 "ROW  | KTP | U2 | Sistem, Mekanisme, dan Prosedur | 1 | 1 | 0 | 3 | 3.000 | 75.00 | C\n"
                 "ROW  | KTP | U3 | Waktu Penyelesaian | 1 | 1 | 0 | 3 | 3.000 | 75.00 | C\n"
                 "ROW  | KTP | U4 | Biaya/Tarif | 1 | 1 | 0 | 3 | 3.000 | 75.00 | C\n"
                 "ROW  | KTP | U5 | Produk Spesifikasi Jenis Pelayanan | 1 | 1 | 0 | 3 | 3.000 | 75.00 | C\n"
                 "ROW  | KTP | U6 | Kompetensi Pelaksana | 1 | 1 | 0 | 3 | 3.000 | 75.00 | C\n"
                 "ROW  | KTP | U7 | Perilaku Pelaksana | 1 | 1 | 0 | 3 | 3.000 | 75.00 | C\n"
                 "ROW  | KTP | U8 | Penanganan Pengaduan, Saran dan Masukan | 1 | 1 | 0 | 3 | 3.000 | 75.00 | C\n"
                 "ROW  | KTP | U9 | Sarana dan Prasarana | 1 | 1 | 0 | 3 | 3.000 | 75.00 | C\n"
                 /* nobody answered U3: it has no figures, and the group no index */
                 "ROW Utara | KTP | IKM | Indeks Kepuasan Masyarakat | 1 |  |  |  |  |  | \n"
                 "ROW Utara | KTP | U1 | Persyaratan | 1 | 1 | 0 | 4 | 4.000 | 100.00 | A\n"
                 "ROW Utara | KTP | U2 | Sistem, Mekanisme, dan Prosedur | 1 | 1 | 0 | 4 | 4.000 | 100.00 | A\n"
                 "ROW Utara | KTP | U3 | Waktu Penyelesaian | 1 | 0 | 1 | 0 |  |  | \n"
                 "ROW Utara | KTP | U4 | Biaya/Tarif | 1 | 1 | 0 | 4 | 4.000 | 100.00 | A\n"
                 "ROW Utara | KTP | U5 | Produk Spesifikasi Jenis Pelayanan | 1 | 1 | 0 | 4 | 4.000 | 100.00 | A\n"
                 "ROW Utara | KTP | U6 | Kompetensi Pelaksana | 1 | 1 | 0 | 4 | 4.000 | 100.00 | A\n"
                 "ROW Utara | KTP | U7 | Perilaku Pelaksana | 1 | 1 | 0 | 4 | 4.000 | 100.00 | A\n"
                 "ROW Utara | KTP | U8 | Penanganan Pengaduan, Saran dan Masukan | 1 | 1 | 0 | 4 | 4.000 | 100.00 | A\n"
                 "ROW Utara | KTP | U9 | Sarana dan Prasarana | 1 | 1 | 0 | 3 | 3.000 | 75.00 | C\n"));
    free(lines);
    ikm_survey_free(survey);
}

Test(forms_tidy, rows_for_programs_do_not_follow_the_language)
{
    static const char csv[] = HEADER "KTP,Utara,4,4,3,4,4,4,4,4,3\n";
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_survey *indonesian = survey_of(csv, &options);
    options.lang = IKM_LANG_EN;
    ikm_survey *english = survey_of(csv, &options);
    char *first = tidy(indonesian), *second = tidy(english);
    cr_expect(eq(str, first, second));
    free(first);
    free(second);
    ikm_survey_free(indonesian);
    ikm_survey_free(english);
}

Test(forms_tidy, the_index_keeps_the_places_of_its_convention)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.round_final = 4;
    options.convention = &convention;
    options.by = (const char *[]){""};
    options.by_count = 0;
    ikm_survey *survey = survey_of(HEADER "KTP,Utara,4,4,3,4,4,4,4,4,4\n", &options);
    char *lines = tidy(survey), *head = outline_part(lines, "TABLE", "ROW U2");
    cr_expect(eq(str, head,
                 "TABLE Data: element, name, respondents#0, answered#0, blank#0, sum#0, nrr#3, converted#4, grade\n"
                 "ROW IKM | Indeks Kepuasan Masyarakat | 1 |  |  |  |  | 97.2222 | A\n"
                 "ROW U1 | Persyaratan | 1 | 1 | 0 | 4 | 4.000 | 100.00 | A\n"));
    free(head);
    free(lines);
    ikm_survey_free(survey);
}

Test(forms_tidy, csv_has_the_header_of_the_contract)
{
    ikm_survey *survey = survey_of(HEADER "KTP,Utara,4,4,3,4,4,4,4,4,4\n", NULL);
    ikm_document *document;
    capture out = {.text = NULL};
    cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "tidy", NULL), IKM_OK));
    cr_assert(eq(int, ikm_form_tidy(document, survey), IKM_OK));
    cr_assert(eq(int, ikm_document_write_csv(document, NULL, capture_sink(&out)), IKM_OK));
    static const char head[] = "layanan,element,name,respondents,answered,blank,sum,nrr,converted,grade\n"
                               ",IKM,Indeks Kepuasan Masyarakat,1,,,,,97.22,A\n"
                               ",U1,Persyaratan,1,1,0,4,4.000,100.00,A\n"
                               ",U2,\"Sistem, Mekanisme, dan Prosedur\",1,1,0,4,4.000,100.00,A\n";
    cr_assert(gt(sz, out.size, sizeof head));
    out.text[sizeof head - 1] = '\0';
    cr_expect(eq(str, out.text, (char *)head));
    capture_done(&out);
    ikm_document_free(document);
    ikm_survey_free(survey);
}

Test(forms_tidy, every_refused_request_for_memory_is_a_status)
{
    ikm_survey *survey = survey_of(HEADER "KTP,Utara,4,4,3,4,4,4,4,4,4\n", NULL);
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status != IKM_OK; n++) {
        refusing memory;
        ikm_document *document;
        refusing_init(&memory, n);
        status = ikm_document_new(&document, IKM_LANG_ID, "tidy", &memory.mem);
        if (status == IKM_OK)
            status = ikm_form_tidy(document, survey);
        cr_expect(status == IKM_OK || status == IKM_ERR_NOMEM);
        ikm_document_free(document);
        cr_expect(eq(long, memory.live, 0));
    }
    ikm_survey_free(survey);
}

Test(forms_tidy, a_missing_argument_is_a_status)
{
    ikm_survey *survey = survey_of(HEADER "KTP,Utara,4,4,3,4,4,4,4,4,4\n", NULL);
    ikm_document *document;
    cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "tidy", NULL), IKM_OK));
    cr_expect(eq(int, ikm_form_tidy(NULL, survey), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_form_tidy(document, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(sz, ikm_document_item_count(document), 0));
    ikm_document_free(document);
    ikm_survey_free(survey);
}
