#include "ikm/forms.h"

#include "dump.h"
#include "outline.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define HEADER "no,tanggal,layanan,jenis_kelamin,pendidikan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"

static const char small[] = HEADER "1,2024-02-03,KTP,L,S1,4,4,3,4,4,4,4,4,3\n"
                                   "2,2024-02-20,KTP,Perempuan,SD,4,4,2,4,4,4,4,4,3\n"
                                   "3,2024-03-01,KK/[*],P,SMA,3,3,2,4,3,3,3,3,3\n"
                                   "4,2024-03-09,KK/[*],,SMA,4,4,4,4,4,4,4,4,4\n";

static const ikm_profile office = {"Kecamatan Kejobong", "Kabupaten Purbalingga", "", "", "Nama Camat",
                                   "Camat Kejobong",     "19700101 199503 1 001", ""};

typedef ikm_status (*form)(ikm_document *document, const ikm_survey *survey, const ikm_profile *profile);

static ikm_survey *survey_in(ikm_lang lang, const char *csv)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.characteristics = options.trend = 1;
    options.target = "88";
    options.lang = lang;
    return survey_of(csv, &options);
}

static char *lines_of(form fill, ikm_lang lang, const char *csv, const ikm_profile *profile)
{
    ikm_survey *survey = survey_in(lang, csv);
    ikm_document *document;
    cr_assert(survey != NULL);
    cr_assert(eq(int, ikm_document_new(&document, lang, "form", NULL), IKM_OK));
    cr_assert(eq(int, fill(document, survey, profile), IKM_OK));
    char *lines = outline_of(document);
    ikm_document_free(document);
    ikm_survey_free(survey);
    return lines;
}

Test(forms_publication, the_poster_of_the_unit_has_what_the_annex_asks_for)
{
    char *lines = lines_of(ikm_form_publication, IKM_LANG_ID, small, &office);
    /* sums 15 15 11 16 15 15 15 15 13 over four answers each: 130 / 36 x 25 = 90.277... */
    outline_expect(
        lines, "SHEET", "SIGNATURE",
        "SHEET Publikasi\n"
        "H1 INDEKS KEPUASAN MASYARAKAT (IKM)\n"
        "H2 Kecamatan Kejobong\n"
        "H3 Kabupaten Purbalingga\n"
        "H3 TAHUN 2024\n"
        "FIGURE NILAI IKM = 90.28 (Mutu Pelayanan A · Kinerja Sangat baik)\n"
        "FIELD NAMA LAYANAN : Seluruh layanan\n"
        "H3 RESPONDEN\n"
        "FIELD JUMLAH : 4 orang\n"
        "FIELD JENIS KELAMIN : L = 1 orang · P = 2 orang · lainnya = 1 orang\n"
        "FIELD PENDIDIKAN : SD = 1 orang · SMA = 2 orang · S1 = 1 orang\n"
        "FIELD PERIODE SURVEI : 3 Februari – 9 Maret 2024\n"
        "TEXT TERIMA KASIH ATAS PENILAIAN YANG TELAH ANDA BERIKAN\n"
        "TEXT MASUKAN ANDA SANGAT BERMANFAAT UNTUK KEMAJUAN UNIT KAMI AGAR TERUS MEMPERBAIKI DAN MENINGKATKAN "
        "KUALITAS PELAYANAN BAGI MASYARAKAT\n");
    cr_expect(strstr(lines, " | Camat Kejobong | Nama Camat | NIP 19700101 199503 1 001\n") != NULL);
    free(lines);
}

Test(forms_publication, each_service_has_a_poster_with_its_own_index)
{
    char *lines = lines_of(ikm_form_publication, IKM_LANG_ID, small, &office);
    char *service = outline_part(lines, "SHEET KK/[*]", "NOTE");
    cr_expect(strstr(service, "FIGURE NILAI IKM = 87.50 (Mutu Pelayanan B · Kinerja Baik)") != NULL, "%s", service);
    cr_expect(strstr(service, "FIELD NAMA LAYANAN : KK/[*]\n") != NULL);
    cr_expect(strstr(service, "FIELD JUMLAH : 2 orang\n") != NULL);
    /* nobody counted who the respondents of one service were */
    cr_expect(strstr(service, "FIELD JENIS KELAMIN : ____\n") != NULL);
    free(service);
    service = outline_part(lines, "SHEET KTP", "NOTE");
    cr_expect(strstr(service, "FIELD NAMA LAYANAN : KTP\n") != NULL);
    free(service);
    free(lines);
}

Test(forms_publication, what_nobody_told_is_a_line_to_fill_in)
{
    char *lines = lines_of(ikm_form_publication, IKM_LANG_EN, "u1,u2,u3,u4,u5,u6,u7,u8,u9\n4,4,4,4,4,4,4,4,4\n", NULL);
    static const char *const lacking[] = {"SERVICE UNIT", "REGENCY/CITY", "YEAR",
                                          "GENDER",       "EDUCATION",    "SURVEY PERIOD"};
    for (size_t i = 0; i < sizeof lacking / sizeof *lacking; i++) {
        char line[64];
        snprintf(line, sizeof line, "FIELD %s : ____\n", lacking[i]);
        cr_expect(strstr(lines, line) != NULL, "%s", line);
    }
    free(lines);
}

Test(forms_publication, no_index_is_said_and_no_number_stands_in_its_place)
{
    char *lines = lines_of(ikm_form_publication, IKM_LANG_ID, "u1,u2,u3,u4,u5,u6,u7,u8,u9\n4,4,,4,4,4,4,4,4\n", NULL);
    char *part = outline_part(lines, "FIGURE NILAI IKM = tidak ada", "FIELD");
    cr_expect(strncmp(part, "FIGURE", 6) == 0);
    free(part);
    free(lines);
}

Test(forms_publication, a_period_that_is_told_goes_before_the_days_of_the_data)
{
    ikm_profile told = office;
    told.period = "Semester I 2024";
    char *lines = lines_of(ikm_form_publication, IKM_LANG_ID, small, &told);
    cr_expect(strstr(lines, "H3 Semester I 2024\n") != NULL);
    cr_expect(strstr(lines, "FIELD PERIODE SURVEI : Semester I 2024\n") != NULL);
    free(lines);
}

Test(forms_publication, the_report_has_its_chapters_and_the_three_weakest_elements)
{
    char *lines = lines_of(ikm_form_survey_report, IKM_LANG_ID, small, &office);
    static const char *const chapters[] = {"H1 I. PENDAHULUAN\n", "H1 II. PENGUMPULAN DATA\n", "H1 III. HASIL SURVEI\n",
                                           "H1 IV. ANALISIS\n", "H1 V. KESIMPULAN\n"};
    const char *at = lines;
    for (size_t i = 0; i < sizeof chapters / sizeof *chapters && at; i++) {
        at = strstr(at, chapters[i]);
        cr_expect(at != NULL, "%s", chapters[i]);
    }
    /* U3 11/4, U9 13/4, then six with 15/4: the first of them */
    outline_expect(
        lines, "TABLE Rencana", "NOTE",
        "TABLE Rencana tindak lanjut hasil survei: No#0, Prioritas unsur, Program/kegiatan, TW I, TW II, TW III, TW "
        "IV, Penanggung jawab\n"
        "ROW 1 | U3 Waktu Penyelesaian |  |  |  |  |  | \n"
        "ROW 2 | U9 Sarana dan Prasarana |  |  |  |  |  | \n"
        "ROW 3 | U1 Persyaratan |  |  |  |  |  | \n");
    cr_expect(strstr(lines, "FIELD Pelaksana survei : ____\n") != NULL);
    free(lines);
}

/* What kind of line each is, with its numbers: words are left out, and what a language does to a number. */
static char *bones(const char *lines)
{
    char *out = malloc(strlen(lines) + 1), *to = out;
    for (const char *at = lines; *at; at++) {
        int begins = at == lines || at[-1] == '\n';
        if (begins)
            for (; *at >= 'A' && *at <= 'Z'; at++)
                *to++ = *at;
        if ((*at >= '0' && *at <= '9') || *at == '|' || *at == '\n')
            *to++ = *at;
        if (!*at)
            break;
    }
    *to = '\0';
    return out;
}

Test(forms_publication, both_languages_differ_only_in_words)
{
    static const form forms[] = {ikm_form_publication, ikm_form_survey_report, ikm_form_worksheet};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char *lines[2] = {lines_of(forms[i], IKM_LANG_ID, small, &office),
                          lines_of(forms[i], IKM_LANG_EN, small, &office)};
        char *kinds[2] = {bones(lines[0]), bones(lines[1])};
        cr_expect(strcmp(lines[0], lines[1]) != 0, "form %zu has two languages", i);
        cr_expect(eq(str, kinds[0], kinds[1]), "form %zu", i);
        for (int k = 0; k < 2; k++) {
            free(kinds[k]);
            free(lines[k]);
        }
    }
}

Test(forms_publication, every_refused_request_for_memory_is_a_status)
{
    static const form forms[] = {ikm_form_publication, ikm_form_survey_report};
    ikm_survey *survey = survey_in(IKM_LANG_ID, small);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        ikm_status status = IKM_ERR_NOMEM;
        for (long n = 0; status != IKM_OK; n++) {
            refusing memory;
            ikm_document *document;
            refusing_init(&memory, n);
            status = ikm_document_new(&document, IKM_LANG_ID, "form", &memory.mem);
            if (status == IKM_OK)
                status = forms[i](document, survey, &office);
            cr_expect(status == IKM_OK || status == IKM_ERR_NOMEM);
            ikm_document_free(document);
            cr_expect(eq(long, memory.live, 0));
        }
    }
    ikm_survey_free(survey);
}

Test(forms_publication, a_missing_argument_is_a_status)
{
    static const form forms[] = {ikm_form_publication, ikm_form_survey_report};
    ikm_survey *survey = survey_in(IKM_LANG_ID, small);
    ikm_document *document;
    cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "form", NULL), IKM_OK));
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        cr_expect(eq(int, forms[i](NULL, survey, NULL), IKM_ERR_ARGUMENT));
        cr_expect(eq(int, forms[i](document, NULL, NULL), IKM_ERR_ARGUMENT));
    }
    cr_expect(eq(sz, ikm_document_item_count(document), 0));
    ikm_document_free(document);
    ikm_survey_free(survey);
}
