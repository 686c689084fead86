#include "ikm/forms.h"

#include "base/ratio.h"
#include "dump.h"
#include "outline.h"
#include "refusing.h"
#include "shaped.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>

#define HEADER "layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"

static const char small[] = HEADER "KTP,4,4,3,4,4,4,4,4,3\n"
                                   "KK,4,4,2,4,4,4,4,,3\n"
                                   "KTP,3,3,2,4,3,3,3,3,3\n";

static ikm_survey *survey_with(const char *csv, const ikm_convention *convention)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.respondents = 1;
    options.convention = convention;
    ikm_survey *survey = survey_of(csv, &options);
    cr_assert(ne(ptr, survey, NULL));
    return survey;
}

static ikm_document *worksheet_of(const ikm_survey *survey, const ikm_profile *profile)
{
    ikm_document *document;
    cr_assert(eq(int, ikm_document_new(&document, ikm_survey_lang(survey), "worksheet", NULL), IKM_OK));
    cr_assert(eq(int, ikm_form_worksheet(document, survey, profile), IKM_OK));
    return document;
}

static char *lines_of(const ikm_survey *survey, const ikm_profile *profile)
{
    ikm_document *document = worksheet_of(survey, profile);
    char *lines = outline_of(document);
    ikm_document_free(document);
    return lines;
}

static const ikm_table *table_of(const ikm_document *document)
{
    for (size_t i = 0; i < ikm_document_item_count(document); i++)
        if (ikm_document_item(document, i)->kind == IKM_ITEM_TABLE)
            return ikm_document_item(document, i)->table;
    return NULL;
}

/* A cell of row `row` of the foot: "9 = SUM({1})", its formula behind it. */
static void expect_cell(const ikm_document *document, size_t row, size_t column, const char *number,
                        const char *formula)
{
    const ikm_table *table = table_of(document);
    ikm_cell cells[IKM_TABLE_COLUMNS];
    char text[40];
    cr_assert(eq(int, ikm_table_row(table, table->row_count - table->foot_count + row, cells), IKM_OK));
    cr_assert(eq(int, (int)cells[column].kind, (int)IKM_CELL_NUMBER), "%zu %zu", row, column);
    cr_assert(eq(int, ikm_decimal_write(text, sizeof text, cells[column].number, '.'), IKM_OK));
    cr_expect(eq(str, text, (char *)(uintptr_t)number));
    cr_expect(eq(str, (char *)(uintptr_t)(cells[column].formula ? cells[column].formula : "none"),
                 (char *)(uintptr_t)formula));
}

Test(forms_worksheet, an_auditor_reads_answers_foot_legend_means_index_and_bands_in_this_order)
{
    const ikm_profile profile = {.unit = "Kecamatan Kejobong", .address = "Jl. Raya Kejobong", .phone = ""};
    ikm_survey *survey = survey_with(small, NULL);
    char *lines = lines_of(survey, &profile);
    /* sums 11 11 7 12 11 11 11 7/2 9: (11 x 5 + 7 + 12 + 9) / 3 + 3.5 = 31.1666..., / 9 = 3.46296..., x 25 = 86.574 */
    outline_expect(lines, "SHEET", "TEXT Dihitung",
                   "SHEET Lembar Pengolahan\n"
                   "H1 PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN\n"
                   "FIELD UNIT PELAYANAN : Kecamatan Kejobong\n"
                   "FIELD ALAMAT : Jl. Raya Kejobong\n"
                   "FIELD TLP./FAX. : ____\n"
                   "TABLE Nilai unsur pelayanan: NO. RES#0, U1#0, U2#0, U3#0, U4#0, U5#0, U6#0, U7#0, U8#0, U9#0, KET\n"
                   "ROW 1 | 4 | 4 | 3 | 4 | 4 | 4 | 4 | 4 | 3 | KTP\n"
                   "ROW 2 | 4 | 4 | 2 | 4 | 4 | 4 | 4 |  | 3 | KK\n"
                   "ROW 3 | 3 | 3 | 2 | 4 | 3 | 3 | 3 | 3 | 3 | KTP\n"
                   "ROW Nilai/Unsur | 11 | 11 | 7 | 12 | 11 | 11 | 11 | 7 | 9 | \n"
                   "ROW NRR/Unsur | 3.667 | 3.667 | 2.333 | 4.000 | 3.667 | 3.667 | 3.667 | 3.500 | 3.000 | \n"
                   "ROW NRR tertimbang/Unsur *) | 0.407407 | 0.407407 | 0.259259 | 0.444444 | 0.407407 | 0.407407 | "
                   "0.407407 | 0.388889 | 0.333333 | 3.462963\n"
                   "ROW IKM Unit Pelayanan **) |  |  |  |  |  |  |  |  |  | 86.57\n"
                   "H2 Keterangan\n"
                   "TEXT U1 s.d. U9 = unsur-unsur pelayanan\n"
                   "TEXT NRR = nilai rata-rata\n"
                   "TEXT IKM = Indeks Kepuasan Masyarakat\n"
                   "TEXT NRR/Unsur = Nilai/Unsur : jumlah kuesioner yang terisi\n"
                   "TEXT NRR tertimbang/Unsur = NRR/Unsur × 1/9 (eksak)\n"
                   "TEXT *) = jumlah NRR tertimbang\n"
                   "TEXT **) = jumlah NRR tertimbang × 25\n"
                   "TABLE Nilai rata-rata per unsur pelayanan: No#0, Unsur Pelayanan, Nilai rata-rata#3\n"
                   "ROW 1 | Persyaratan | 3.667\n"
                   "ROW 2 | Sistem, Mekanisme, dan Prosedur | 3.667\n"
                   "ROW 3 | Waktu Penyelesaian | 2.333\n"
                   "ROW 4 | Biaya/Tarif | 4.000\n"
                   "ROW 5 | Produk Spesifikasi Jenis Pelayanan | 3.667\n"
                   "ROW 6 | Kompetensi Pelaksana | 3.667\n"
                   "ROW 7 | Perilaku Pelaksana | 3.667\n"
                   "ROW 8 | Penanganan Pengaduan, Saran dan Masukan | 3.500\n"
                   "ROW 9 | Sarana dan Prasarana | 3.000\n"
                   "FIGURE IKM UNIT PELAYANAN = 86.57 (Mutu Pelayanan B · Kinerja Baik · 3 responden)\n"
                   "TABLE Mutu Pelayanan: Mutu, Kinerja, Nilai IKM\n"
                   "ROW A | Sangat baik | 88,31 – 100,00\n"
                   "ROW B | Baik | 76,61 – 88,30\n"
                   "ROW C | Kurang baik | 65,00 – 76,60\n"
                   "ROW D | Tidak baik | 25,00 – 64,99\n");
    cr_expect(ne(ptr, strstr(lines, "TEXT Baris data: dibaca 3, dipakai 3, ditolak 0."), NULL));
    free(lines);
    ikm_survey_free(survey);
}

Test(forms_worksheet, formulas_say_the_convention)
{
    static const struct {
        const char *weight, *mean, *mean_formula, *term, *term_formula, *total, *index, *index_formula;
        int32_t nrr, rounded_term, final;
        ikm_round_mode mode;
    } cases[] = {
        {"exact", "3.667", "{1@0}/COUNT({1})", "0.407407", "{1@1}/9", "3.462963", "86.57", "ROUND({10@2}*25,2)", -1, -1,
         2, IKM_ROUND_HALF_UP},
        {"0.111", "3.667", "{1@0}/COUNT({1})", "0.407000", "{1@1}*0.111", "3.459500", "86.49", "ROUND({10@2}*25,2)", -1,
         -1, 2, IKM_ROUND_HALF_UP},
        {"0.11", "3.66", "ROUNDDOWN({1@0}/COUNT({1}),2)", "0.402", "ROUNDDOWN({1@1}*0.11,3)", "3.421", "85",
         "ROUNDDOWN({10@2}*25,0)", 2, 3, 0, IKM_ROUND_TRUNCATE},
        {"0.2,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1", "3.7", "ROUND({1@0}/COUNT({1}),1)", "0.74", "ROUND({1@1}*0.2,2)",
         "3.50", "87.5", "ROUND({10@2}*25,1)", 1, 2, 1, IKM_ROUND_HALF_UP},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_convention convention = IKM_CONVENTION_INIT;
        convention.weight = cases[i].weight;
        convention.round_nrr = cases[i].nrr;
        convention.round_term = cases[i].rounded_term;
        convention.round_final = cases[i].final;
        convention.round_mode = cases[i].mode;
        ikm_survey *survey = survey_with(small, &convention);
        ikm_document *document = worksheet_of(survey, NULL);
        expect_cell(document, 0, 1, "11", "SUM({1})");
        expect_cell(document, 1, 1, cases[i].mean, cases[i].mean_formula);
        expect_cell(document, 2, 1, cases[i].term, cases[i].term_formula);
        expect_cell(document, 2, 10, cases[i].total, "SUM({1@2}:{9@2})");
        expect_cell(document, 3, 10, cases[i].index, cases[i].index_formula);
        ikm_document_free(document);
        ikm_survey_free(survey);
    }
}

Test(forms_worksheet, a_figure_at_the_edge_of_rounding_is_held_as_a_value_and_told)
{
    /* 3.5 to no decimals is a tie in U1, and 4 for U2 is not; U3 at 3 is cut at itself */
    static const char ties[] = HEADER "KTP,3,4,3,4,4,4,4,4,3\nKTP,4,4,3,4,4,4,4,4,3\n";
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.round_nrr = 0;
    convention.round_final = 3;
    ikm_survey *survey = survey_with(ties, &convention);
    ikm_document *document = worksheet_of(survey, NULL);
    char *lines = outline_of(document);
    expect_cell(document, 1, 1, "4", "none");
    expect_cell(document, 1, 2, "4", "ROUND({2@0}/COUNT({2}),0)");
    expect_cell(document, 2, 1, "0.444444", "{1@1}/9");
    outline_expect(lines, "NOTE", "H2",
                   "NOTE Sel berikut berisi nilai dan bukan rumus, karena nilainya (hampir) tepat di batas pembulatan, "
                   "sehingga hitungan biner lembar kerja elektronik dapat membulatkannya ke arah lain: NRR U1.\n");
    free(lines);
    ikm_document_free(document);
    ikm_survey_free(survey);

    convention.round_mode = IKM_ROUND_TRUNCATE;
    survey = survey_with(ties, &convention);
    document = worksheet_of(survey, NULL);
    expect_cell(document, 1, 1, "3", "ROUNDDOWN({1@0}/COUNT({1}),0)");
    expect_cell(document, 1, 2, "4", "none");
    ikm_document_free(document);
    ikm_survey_free(survey);

    convention.round_mode = IKM_ROUND_HALF_EVEN;
    survey = survey_with(ties, &convention);
    document = worksheet_of(survey, NULL);
    lines = outline_of(document);
    expect_cell(document, 1, 1, "4", "none");
    expect_cell(document, 1, 3, "3", "none");
    expect_cell(document, 2, 3, "0.333333", "{3@1}/9");
    cr_expect(ne(ptr, strstr(lines, "NOTE Sel yang dibulatkan berisi nilai"), NULL));
    cr_expect(eq(ptr, strstr(lines, "NOTE Sel berikut"), NULL));
    free(lines);
    ikm_document_free(document);
    ikm_survey_free(survey);
}

/* A decimal as a double: what a spreadsheet computes with. */
static double binary(ikm_decimal value)
{
    char text[40];
    cr_assert(eq(int, ikm_decimal_write(text, sizeof text, value, '.'), IKM_OK));
    return strtod(text, NULL);
}

/* What the machine contract says of an element, as text. */
static void json_number(char *out, size_t size, const json_t *elements, size_t element, const char *key, int places)
{
    snprintf(out, size, "%.*f", places, json_number_value(json_object_get(json_array_get(elements, element), key)));
}

static int collect(void *ctx, const void *bytes, size_t size)
{
    ikmi_buffer_add(ctx, bytes, size);
    return 0;
}

Test(forms_worksheet, its_figures_are_those_of_the_machine_contract)
{
    static shaped s = {.state = 15};
    static const char *const weights[] = {"exact", "0.111", "0.11"};
    for (unsigned round = 0; round < 60; round++) {
        ikm_convention convention = IKM_CONVENTION_INIT;
        ikmi_buffer text, json;
        ikmi_buffer_init(&text, NULL);
        ikmi_buffer_init(&json, NULL);
        shaped_make(&s, 1 + shaped_draw(&s, 60), round % 2);
        shaped_wide(&text, &s);
        convention.weight = weights[shaped_draw(&s, 3)];
        convention.round_term = shaped_draw(&s, 2) ? (int32_t)shaped_draw(&s, 5) : IKM_ROUND_NONE;
        convention.round_final = (int32_t)shaped_draw(&s, 5);
        convention.round_mode = (ikm_round_mode)(IKM_ROUND_HALF_UP + shaped_draw(&s, 3));
        convention.missing = (ikm_missing)shaped_draw(&s, 2);
        ikm_survey *survey = survey_with(text.data, &convention);
        cr_assert(eq(int, ikm_json_score(survey, (ikm_sink){collect, &json}), IKM_OK));
        json_t *root = json_loads(json.data, JSON_DECODE_ANY, NULL);
        const json_t *elements = json_object_get(json_array_get(json_object_get(root, "groups"), 0), "elements");
        cr_assert(ne(ptr, (void *)(uintptr_t)elements, NULL));
        ikm_document *document = worksheet_of(survey, NULL);
        const ikm_table *table = table_of(document);
        ikm_cell foot[4][IKM_TABLE_COLUMNS];
        for (size_t row = 0; row < 4; row++)
            cr_assert(eq(int, ikm_table_row(table, table->row_count - 4 + row, foot[row]), IKM_OK));
        for (size_t e = 0; e < SHAPED_ELEMENTS; e++) {
            static const char *const keys[] = {"sum", "nrr", "weighted"};
            ikm_element_score element;
            cr_assert(eq(int, ikm_score_element(&element, ikm_survey_score(survey, 0), e), IKM_OK));
            for (size_t row = 0; row < 3; row++) {
                const ikm_cell *cell = &foot[row][e + 1];
                char expected[40], number[40] = "";
                cr_expect(eq(int, cell->kind != IKM_CELL_EMPTY, row == 0 || element.answered > 0));
                if (cell->kind == IKM_CELL_EMPTY)
                    continue;
                if (row < 2) /* the contract has no weighted means */
                    json_number(expected, sizeof expected, elements, e, keys[row], cell->number.places);
                else
                    snprintf(expected, sizeof expected, "%.*f", (int)cell->number.places, binary(element.weighted));
                cr_assert(eq(int, ikm_decimal_write(number, sizeof number, cell->number, '.'), IKM_OK));
                cr_expect(eq(str, number, expected), "round %u, %s of %zu", round, keys[row], e);
            }
        }
        const ikm_score *whole = ikm_survey_score(survey, 0);
        cr_expect(eq(int, foot[3][SHAPED_ELEMENTS + 1].kind == IKM_CELL_NUMBER, ikm_score_grade(whole) != 0));
        cr_expect(eq(i64, foot[3][SHAPED_ELEMENTS + 1].number.digits, ikm_score_index(whole).digits));
        cr_expect(eq(sz, table->row_count, (size_t)ikm_score_respondents(whole) + 4));
        json_decref(root);
        ikm_document_free(document);
        ikm_survey_free(survey);
        ikmi_buffer_done(&text);
        ikmi_buffer_done(&json);
    }
}

/* Whole part and tie as a naive spreadsheet decides them. */
static double naive(double value, int places, int cut)
{
    double power = (double)ikmi_power_of_ten(places), scaled = value * power;
    int64_t whole = (int64_t)(cut ? scaled : scaled + 0.5);
    return (double)whole / power;
}

Test(forms_worksheet, binary_numbers_give_the_exact_value_wherever_a_formula_stands)
{
    static shaped s = {.state = 99};
    size_t live = 0, held = 0;
    for (unsigned round = 0; round < 300; round++) {
        ikm_convention convention = IKM_CONVENTION_INIT;
        ikmi_buffer text;
        ikmi_buffer_init(&text, NULL);
        shaped_make(&s, 1 + shaped_draw(&s, 40), round % 2);
        shaped_wide(&text, &s);
        convention.weight = round % 3 ? "0.111" : "exact";
        convention.round_nrr = (int32_t)shaped_draw(&s, 4);
        convention.round_term = (int32_t)shaped_draw(&s, 5);
        convention.round_mode = round % 5 ? IKM_ROUND_HALF_UP : IKM_ROUND_TRUNCATE;
        const int cut = convention.round_mode == IKM_ROUND_TRUNCATE;
        ikm_survey *survey = survey_with(text.data, &convention);
        ikm_document *document = worksheet_of(survey, NULL);
        const ikm_table *table = table_of(document);
        ikm_cell foot[4][IKM_TABLE_COLUMNS];
        for (size_t row = 0; row < 4; row++)
            cr_assert(eq(int, ikm_table_row(table, table->row_count - 4 + row, foot[row]), IKM_OK));
        double total = 0;
        for (size_t e = 1; e <= SHAPED_ELEMENTS; e++) {
            ikm_element_score element;
            cr_assert(eq(int, ikm_score_element(&element, ikm_survey_score(survey, 0), e - 1), IKM_OK));
            const ikm_cell *mean = &foot[1][e], *term = &foot[2][e];
            double nrr = naive(binary(foot[0][e].exact) / (double)element.answered, convention.round_nrr, cut);
            double weighted = round % 3 ? binary(mean->exact) * 0.111 : binary(mean->exact) / 9;
            if (mean->formula)
                cr_expect(eq(dbl, nrr, binary(mean->exact)));
            if (term->formula)
                cr_expect(eq(dbl, naive(weighted, convention.round_term, cut), binary(term->exact)));
            live += mean->formula && term->formula;
            held += !mean->formula;
            total += binary(term->exact);
        }
        const ikm_cell *index = &foot[3][SHAPED_ELEMENTS + 1];
        if (index->formula)
            cr_expect(eq(dbl, naive(total * 25, 2, cut), binary(index->exact)));
        ikm_document_free(document);
        ikm_survey_free(survey);
        ikmi_buffer_done(&text);
    }
    /* both happen: rounding to few decimals of few respondents meets many ties */
    cr_expect(gt(sz, live, 1000));
    cr_expect(gt(sz, held, 100));
}

Test(forms_worksheet, without_respondents_it_says_why_and_shows_the_foot_as_values)
{
    static const char counts[] = "unsur,nilai,jumlah\nU1,3,2\nU2,4,2\nU3,4,2\nU4,4,2\nU5,4,2\nU6,4,2\nU7,4,2\nU8,4,2\n"
                                 "U9,1,2\n";
    ikm_survey *survey = survey_with(counts, NULL);
    ikm_document *document = worksheet_of(survey, NULL);
    char *lines = outline_of(document);
    cr_expect(ne(ptr, strstr(lines, "NOTE Baris responden tidak ditampilkan: datanya jumlah jawaban"), NULL));
    outline_expect(lines, "TABLE", "H2",
                   "TABLE Nilai unsur pelayanan: NO. RES#0, U1#0, U2#0, U3#0, U4#0, U5#0, U6#0, U7#0, U8#0, U9#0, KET\n"
                   "ROW Nilai/Unsur | 6 | 8 | 8 | 8 | 8 | 8 | 8 | 8 | 2 | \n"
                   "ROW NRR/Unsur | 3.000 | 4.000 | 4.000 | 4.000 | 4.000 | 4.000 | 4.000 | 4.000 | 1.000 | \n"
                   "ROW NRR tertimbang/Unsur *) | 0.333333 | 0.444444 | 0.444444 | 0.444444 | 0.444444 | 0.444444 | "
                   "0.444444 | 0.444444 | 0.111111 | 3.555556\n"
                   "ROW IKM Unit Pelayanan **) |  |  |  |  |  |  |  |  |  | 88.89\n");
    for (size_t row = 0; row < 3; row++)
        for (size_t column = 1; column <= 9; column++) {
            ikm_cell cells[IKM_TABLE_COLUMNS];
            cr_assert(eq(int, ikm_table_row(table_of(document), row, cells), IKM_OK));
            cr_expect(eq(ptr, (void *)(uintptr_t)cells[column].formula, NULL));
        }
    free(lines);
    ikm_document_free(document);
    ikm_survey_free(survey);

    survey = survey_of(small, NULL);
    lines = lines_of(survey, NULL);
    cr_expect(
        ne(ptr, strstr(lines, "NOTE Baris responden tidak ditampilkan: jawaban tiap responden tidak disimpan"), NULL));
    free(lines);
    ikm_survey_free(survey);
}

Test(forms_worksheet, an_element_that_nobody_answered_leaves_its_figures_and_the_index_empty)
{
    ikm_survey *survey = survey_with(HEADER "KTP,4,4,,4,4,4,4,4,3\n", NULL);
    char *lines = lines_of(survey, NULL);
    outline_expect(lines, "ROW NRR/Unsur", "H2",
                   "ROW NRR/Unsur | 4.000 | 4.000 |  | 4.000 | 4.000 | 4.000 | 4.000 | 4.000 | 3.000 | \n"
                   "ROW NRR tertimbang/Unsur *) | 0.444444 | 0.444444 |  | 0.444444 | 0.444444 | 0.444444 | 0.444444 | "
                   "0.444444 | 0.333333 | \n"
                   "ROW IKM Unit Pelayanan **) |  |  |  |  |  |  |  |  |  | \n");
    outline_expect(lines, "FIGURE", "TABLE",
                   "FIGURE IKM UNIT PELAYANAN = tidak ada (Indeks tidak dapat dihitung karena tidak seorang pun "
                   "menjawab: U3 Waktu Penyelesaian · 1 responden)\n");
    free(lines);
    ikm_survey_free(survey);
}

Test(forms_worksheet, several_keys_have_a_column_each)
{
    static const char *const by[] = {"layanan", "unit"};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.respondents = 1;
    options.by = by;
    options.by_count = 2;
    ikm_survey *survey = survey_of("layanan,unit,u1,u2,u3,u4,u5,u6,u7,u8,u9\n,Unit A,4,4,4,4,4,4,4,4,3\n", &options);
    char *lines = lines_of(survey, NULL);
    outline_expect(lines, "TABLE", "ROW Nilai",
                   "TABLE Nilai unsur pelayanan: NO. RES#0, U1#0, U2#0, U3#0, U4#0, U5#0, U6#0, U7#0, U8#0, U9#0, "
                   "KET: layanan, KET: unit\n"
                   "ROW 1 | 4 | 4 | 4 | 4 | 4 | 4 | 4 | 4 | 3 | (kosong) | Unit A\n");
    free(lines);
    ikm_survey_free(survey);
}

Test(forms_worksheet, an_instrument_of_another_scale_has_its_own_factor_and_bands)
{
    static const char rules_text[] =
        "{\"name\": \"own\", \"scale\": 3, \"elements\": [{\"code\": \"a\", \"name\": \"A\"}, "
        "{\"code\": \"b\", \"name\": \"B\"}], "
        "\"bands\": [{\"grade\": \"Baik\", \"performance\": \"Mantap\", \"lower\": \"70\"}, {\"grade\": \"Buruk\", "
        "\"performance\": \"Payah\", \"lower\": \"0\"}]}";
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_rules *rules;
    ikm_error error = {.status = IKM_OK};
    cr_assert(eq(int, ikm_rules_read(&rules, (ikm_text){rules_text, sizeof rules_text - 1}, IKM_LANG_ID, NULL, &error),
                 IKM_OK),
              "%s", error.message);
    options.rules = rules;
    options.respondents = 1;
    ikm_survey *survey = survey_of("a,b\n3,2\n2,2\n", &options);
    cr_assert(ne(ptr, survey, NULL));
    ikm_document *document = worksheet_of(survey, NULL);
    char *lines = outline_of(document);
    expect_cell(document, 2, 1, "1.250000", "{1@1}/2");
    expect_cell(document, 2, 3, "2.250000", "SUM({1@2}:{2@2})");
    /* 2.25 x 100/3 is 75, which no rounding turns */
    expect_cell(document, 3, 3, "75.00", "ROUND({3@2}*100/3,2)");
    cr_expect(ne(ptr, strstr(lines, "TEXT **) = jumlah NRR tertimbang × 100/3\n"), NULL));
    cr_expect(ne(ptr, strstr(lines, "ROW Baik | Mantap | 70,00 – 100,00\nROW Buruk | Payah | 0,00 – 69,99\n"), NULL),
              "%s", lines);
    free(lines);
    ikm_document_free(document);
    ikm_survey_free(survey);
    ikm_rules_free(rules);
}

Test(forms_worksheet, indonesian_and_english_have_the_same_cells)
{
    char *lines[2];
    for (int lang = 0; lang < 2; lang++) {
        ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
        options.respondents = 1;
        options.lang = lang ? IKM_LANG_EN : IKM_LANG_ID;
        ikm_survey *survey = survey_of(small, &options);
        lines[lang] = lines_of(survey, NULL);
        ikm_survey_free(survey);
    }
    cr_expect(ne(ptr, strstr(lines[1], "FIELD SERVICE UNIT : ____\n"), NULL));
    char *indonesian = outline_part(lines[0], "ROW 1 | 4", "ROW Nilai");
    outline_expect(lines[1], "ROW 1 | 4", "ROW Score", indonesian);
    free(indonesian);
    free(lines[0]);
    free(lines[1]);
}

Test(forms_worksheet, refused_memory_leaves_nothing_behind)
{
    ikm_survey *survey = survey_with(small, NULL);
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status != IKM_OK; n++) {
        refusing memory;
        ikm_document *document;
        refusing_init(&memory, n);
        status = ikm_document_new(&document, IKM_LANG_ID, "worksheet", &memory.mem);
        if (status == IKM_OK)
            status = ikm_form_worksheet(document, survey, NULL);
        cr_assert(status == IKM_OK || status == IKM_ERR_NOMEM);
        ikm_document_free(document);
        cr_assert(eq(long, memory.live, 0), "request %ld", n);
    }
    ikm_survey_free(survey);
}
