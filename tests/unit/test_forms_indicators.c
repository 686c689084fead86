#include "ikm/forms.h"

#include "outline.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define TEXT(literal)                                                                                                  \
    {                                                                                                                  \
        (literal), sizeof(literal) - 1                                                                                 \
    }
#define NUMBER(d, p)                                                                                                   \
    {                                                                                                                  \
        IKM_GIVEN_NUMBER, {(d), (p)},                                                                                  \
        {                                                                                                              \
            0, 0                                                                                                       \
        }                                                                                                              \
    }
#define RANGE(low, high)                                                                                               \
    {                                                                                                                  \
        IKM_GIVEN_NUMBER, {(low), 0},                                                                                  \
        {                                                                                                              \
            (high), 0                                                                                                  \
        }                                                                                                              \
    }
#define AMOUNT(d, p)                                                                                                   \
    {                                                                                                                  \
        IKM_GIVEN_NUMBER,                                                                                              \
        {                                                                                                              \
            (d), (p)                                                                                                   \
        }                                                                                                              \
    }
#define NONE                                                                                                           \
    {                                                                                                                  \
        IKM_GIVEN_NONE, {0, 0},                                                                                        \
        {                                                                                                              \
            0, 0                                                                                                       \
        }                                                                                                              \
    }
#define NO_AMOUNT                                                                                                      \
    {                                                                                                                  \
        IKM_GIVEN_NONE,                                                                                                \
        {                                                                                                              \
            0, 0                                                                                                       \
        }                                                                                                              \
    }

static ikm_achievement *achieved(const ikm_indicator *rows, size_t count, const ikm_achievement_options *options)
{
    ikm_achievement *achievement;
    ikm_error err = {.message = ""};
    cr_assert(ikm_achievement_new(&achievement, rows, count, options, &err) == IKM_OK, "%s", err.message);
    return achievement;
}

static char *lines_of(const ikm_indicator *rows, size_t count, const ikm_achievement_options *options)
{
    ikm_document *document;
    ikm_achievement *achievement = achieved(rows, count, options);
    cr_assert(ikm_document_new(&document, options ? options->lang : IKM_LANG_ID, "", NULL) == IKM_OK);
    cr_assert(ikm_form_indicators(document, achievement) == IKM_OK);
    ikm_achievement_free(achievement); /* the document borrows nothing */
    char *lines = outline_of(document);
    ikm_document_free(document);
    return lines;
}

static const ikm_indicator plan[] = {
    {TEXT("Layanan"), TEXT(""), TEXT("IKM"), TEXT("Nilai"), IKM_POLARITY_HIGHER, 2023, NONE, AMOUNT(80, 0),
     NUMBER(90, 0)},
    {TEXT("Layanan"), TEXT(""), TEXT("IKM"), TEXT("Nilai"), IKM_POLARITY_HIGHER, 2024, NUMBER(87, 0), AMOUNT(8962, 2),
     NUMBER(90, 0)},
    {TEXT("Layanan"), TEXT("Cepat"), TEXT("Waktu tunggu"), TEXT("menit"), IKM_POLARITY_LOWER, 2024, NUMBER(30, 0),
     AMOUNT(36, 0), NUMBER(20, 0)},
    {TEXT("Layanan"), TEXT("Cepat"), TEXT("Suhu ruang"), TEXT("°C"), IKM_POLARITY_RANGE, 2024, RANGE(22, 26),
     AMOUNT(24, 0), RANGE(22, 26)},
    {TEXT("Layanan"), TEXT("Cepat"), TEXT("Pengaduan"), TEXT("%"), IKM_POLARITY_HIGHER, 2024, NUMBER(0, 0),
     AMOUNT(3, 0), NONE},
};

Test(forms_indicators, an_office_reads_the_year_then_goals_then_earlier_years_then_the_final_target)
{
    char *lines = lines_of(plan, 5, NULL);
    outline_expect(
        lines, "SHEET Capaian", "TEXT Skala",
        "SHEET Capaian\n"
        "H1 Capaian kinerja tahun 2024\n"
        "TABLE Target, realisasi dan capaian indikator tujuan tahun 2024: Tujuan, Indikator, Satuan, Target#2, "
        "Realisasi#2, Capaian#2%, Kategori\n"
        "ROW Layanan | IKM | Nilai | 87 | 89.62 | 103.01 | Sangat Tinggi\n"
        "TABLE Target, realisasi dan capaian indikator sasaran tahun 2024: Sasaran, Indikator, Satuan, Arah, "
        "Target#2, Realisasi#2, Capaian#2%, Kategori\n"
        "ROW Cepat | Waktu tunggu | menit | turun | 30 | 36 | 80.00 | Tinggi\n"
        "ROW Cepat | Suhu ruang | °C | rentang | 22–26 | 24 | 100.00 | Sangat Tinggi\n"
        "ROW Cepat | Pengaduan | % | naik | 0 | 3 |  | tidak dapat dihitung: target nol\n"
        "BARS Capaian indikator: category 1, value 6, 3 rows, 0 to 0\n");
    outline_expect(
        lines, "SHEET Tujuan", "SHEET Perkembangan",
        "SHEET Tujuan dan Sasaran\n"
        "H1 Capaian tujuan dan sasaran\n"
        "TABLE Capaian tujuan: Tujuan, Indikator dihitung#0, Capaian#2%, Kategori\n"
        "ROW Layanan | 1 | 103.01 | Sangat Tinggi\n"
        "TABLE Capaian sasaran: Tujuan, Sasaran, Indikator dihitung#0, Tidak dihitung#0, Capaian#2%, Kategori\n"
        "ROW Layanan | Cepat | 2 | 1 | 90.00 | Tinggi\n"
        "TEXT Capaian adalah rata-rata sederhana indikatornya; tujuan dihitung dari indikator tujuan sendiri, "
        "tanpa indikator sasaran.\n");
    outline_expect(lines, "SHEET Perkembangan", "SHEET Target Akhir",
                   "SHEET Perkembangan\n"
                   "H1 Perbandingan dengan tahun-tahun sebelumnya\n"
                   "TABLE Realisasi beberapa tahun: Indikator, Satuan, 2023#2, 2024#2, Perubahan#2, Perubahan#2%\n"
                   "ROW IKM | Nilai | 80 | 89.62 | 9.62 | 12.03\n"
                   "ROW Waktu tunggu | menit | N/A | 36 |  | \n"
                   "ROW Suhu ruang | °C | N/A | 24 |  | \n"
                   "ROW Pengaduan | % | N/A | 3 |  | \n"
                   "TEXT Perubahan dihitung dari tahun terakhir yang mempunyai realisasi.\n");
    outline_expect(
        lines, "SHEET Target Akhir", NULL,
        "SHEET Target Akhir\n"
        "H1 Perbandingan dengan target akhir Renstra\n"
        "TABLE Realisasi terhadap target akhir Renstra: Indikator, Satuan, Realisasi 2024#2, Target akhir#2, "
        "Capaian terhadap target akhir#2%\n"
        "ROW IKM | Nilai | 89.62 | 90 | 99.58\n"
        "ROW Waktu tunggu | menit | 36 | 20 | 20.00\n"
        "ROW Suhu ruang | °C | 24 | 22–26 | 100.00\n"
        "BARS Capaian terhadap target akhir: category 0, value 4, 3 rows, 0 to 0\n");
    free(lines);
}

Test(forms_indicators, every_reason_why_there_is_no_achievement_is_said_in_words)
{
    static const struct {
        ikm_polarity polarity;
        ikm_target target;
        ikm_amount realization;
        const char *id, *en;
    } cases[] = {
        {IKM_POLARITY_HIGHER, NONE, AMOUNT(1, 0), "N/A | 1 |  | tidak ada target", "N/A | 1 |  | no target"},
        {IKM_POLARITY_HIGHER, NUMBER(1, 0), NO_AMOUNT, "1 | N/A |  | belum ada realisasi",
         "1 | N/A |  | no realization"},
        {IKM_POLARITY_HIGHER, NUMBER(0, 0), AMOUNT(1, 0), "0 | 1 |  | tidak dapat dihitung: target nol",
         "0 | 1 |  | cannot be computed: target zero"},
        {IKM_POLARITY_HIGHER, NUMBER(-1, 0), AMOUNT(1, 0), "-1 | 1 |  | tidak dapat dihitung: target negatif",
         "-1 | 1 |  | cannot be computed: negative target"},
        {IKM_POLARITY_LOWER, NUMBER(1, 0), AMOUNT(3, 0),
         "1 | 3 |  | tidak dapat dihitung: realisasi lebih dari dua kali target atau batas atasnya",
         "1 | 3 |  | cannot be computed: more than twice the target or its upper bound"},
        {IKM_POLARITY_HIGHER,
         NUMBER(1, 0),
         {IKM_GIVEN_OTHER, {0, 0}},
         "1 | bukan angka |  | tidak dapat dihitung: bukan angka",
         "1 | no number |  | cannot be computed: no number"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int lang = IKM_LANG_ID; lang <= IKM_LANG_EN; lang++) {
            const ikm_indicator row = {TEXT(""),
                                       TEXT(""),
                                       TEXT("X"),
                                       TEXT("u"),
                                       cases[i].polarity,
                                       2024,
                                       cases[i].target,
                                       cases[i].realization,
                                       NONE};
            ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
            options.lang = (ikm_lang)lang;
            char *lines = lines_of(&row, 1, &options), *part = outline_part(lines, "ROW", "TEXT");
            cr_expect(strstr(part, lang ? cases[i].en : cases[i].id) != NULL, "case %zu: %s", i, part);
            free(part);
            free(lines);
        }
}

Test(forms_indicators, a_cap_and_the_other_scale_are_shown)
{
    ikm_achievement_options options = IKM_ACHIEVEMENT_OPTIONS_INIT;
    options.cap = 100;
    options.bands = IKM_BANDS_UNROUNDED;
    options.roll_up = IKM_ROLL_UP_ALL;
    options.lang = IKM_LANG_EN;
    char *lines = lines_of(plan, 5, &options);
    outline_expect(lines, "TABLE", "TABLE Target, realization and achievement of the obj",
                   "TABLE Target, realization and achievement of the goals' indicators in 2024: Goal, Indicator, Unit, "
                   "Target#2, Realized#2, Achieved#2%, Achievement, at most 100#2%, Category\n"
                   "ROW Layanan | IKM | Nilai | 87 | 89.62 | 103.01 | 100.00 | Sangat Tinggi\n");
    outline_expect(lines, "TEXT The category", "H2",
                   "TEXT The category is that of the achievement as it is, not rounded.\n");
    outline_expect(
        lines, "TEXT An achievement", "SHEET",
        "TEXT An achievement is the plain mean of the indicators; a goal counts those of its objectives too.\n");
    free(lines);
}

Test(forms_indicators, of_many_years_the_latest_stand_in_the_table)
{
    ikm_indicator rows[20];
    for (int i = 0; i < 20; i++) /* in no order */
        rows[i] = (ikm_indicator){.name = TEXT("X"),
                                  .polarity = IKM_POLARITY_HIGHER,
                                  .year = 2000 + (i * 7) % 20,
                                  .realization = AMOUNT(2000 + (i * 7) % 20, 0)};
    char *lines = lines_of(rows, 20, NULL);
    outline_expect(
        lines, "TABLE Realisasi beberapa", "TEXT",
        "TABLE Realisasi beberapa tahun: Indikator, Satuan, 2007#2, 2008#2, 2009#2, 2010#2, 2011#2, 2012#2, "
        "2013#2, 2014#2, 2015#2, 2016#2, 2017#2, 2018#2, 2019#2, Perubahan#2, Perubahan#2%\n"
        "ROW X |  | 2007 | 2008 | 2009 | 2010 | 2011 | 2012 | 2013 | 2014 | 2015 | 2016 | 2017 | 2018 | 2019 | "
        "1 | 0.05\n");
    free(lines);
}

Test(forms_indicators, no_indicators_are_a_title_and_a_scale)
{
    char *lines = lines_of(NULL, 0, NULL);
    outline_expect(lines, "SHEET", "TEXT", "SHEET Capaian\nH1 Capaian kinerja\n");
    cr_expect(strstr(lines, "TABLE") == NULL, "%s", lines);
    free(lines);
}

Test(forms_indicators, memory_may_be_refused_at_any_request)
{
    ikm_achievement *achievement = achieved(plan, 5, NULL);
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status == IKM_ERR_NOMEM; n++) {
        refusing memory;
        ikm_document *document;
        refusing_init(&memory, n);
        status = ikm_document_new(&document, IKM_LANG_ID, "", &memory.mem);
        if (status == IKM_OK)
            status = ikm_form_indicators(document, achievement);
        ikm_document_free(document);
        cr_expect(eq(int, (int)memory.live, 0));
    }
    cr_expect(status == IKM_OK);
    ikm_achievement_free(achievement);
}
