/* What data must never become: formulas, references, names that Excel refuses; through every item of a document. */
#include "refusing.h"
#include "workbook.h"

TestSuite(xlsx_injection, .init = make_folder, .fini = remove_folder);

enum { LONG = 40000 };

static char long_text[LONG + 1];
static const char *const texts[] = {
    "=cmd|' /C calc'!A0", "+1",    "-1+1",    "@SUM(1)", "\t=1",      "\"><img onerror=x>",
    "\xE2\x80\xAEkiri",   "a\x01", "caf\xE9", "{1@0}",   "=SUM({1})", long_text};

static const char *hostile(size_t index)
{
    memset(long_text, '=', LONG);
    return texts[index];
}

static void add_all(ikm_document *document, const char *text)
{
    const ikm_decimal target = {87, 0};
    const char *const list[] = {text, "lain"};
    const ikm_choices choices[] = {{list, 2}, {NULL, 0}};
    const ikm_column columns[] = {{text, IKM_CELL_TEXT, 0, NULL}, {text, IKM_CELL_NUMBER, 0, text}};
    const ikm_table table = {
        .title = text, .columns = columns, .column_count = 2, .foot_count = 1, .blank_rows = 3, .choices = choices};
    const ikm_cell rows[][2] = {
        {cell_text(text), cell_number(1, 0)}, {cell_text(text), cell_text(text)}, {cell_text(text), cell_number(1, 0)}};
    const ikm_signature signature = {text, text, text, text};
    const ikm_chart_band band = {{0, 0}, text};
    cr_assert(eq(int, ikm_document_sheet(document, text), IKM_OK));
    cr_assert(eq(int, ikm_document_field(document, text, text), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    for (size_t i = 0; i < 3; i++)
        cr_assert(eq(int, ikm_document_row(document, rows[i], 2), IKM_OK));
    for (int kind = IKM_CHART_BARS; kind <= IKM_CHART_SHARES; kind++) {
        const ikm_chart chart = {.kind = (ikm_chart_kind)kind,
                                 .title = text,
                                 .value_column = kind == IKM_CHART_DIVERGING ? 0 : 1,
                                 .series_count = kind == IKM_CHART_DIVERGING ? 2 : 1,
                                 .axis_max = {100, 0},
                                 .reference = &target,
                                 .reference_title = text,
                                 .bands = &band,
                                 .band_count = 1};
        cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    }
    cr_assert(eq(int, ikm_document_signature(document, &signature), IKM_OK));
    cr_assert(eq(int, ikm_document_poster(document, text), IKM_OK));
    cr_assert(eq(int, ikm_document_field(document, text, text), IKM_OK));
    cr_assert(eq(int, ikm_document_figure(document, text, cell_text(text), text), IKM_OK));
}

/* References of charts and rules are to sheets that we named; all start with a quoted name. */
static void expect_own_references(const char *xml, const char *tag)
{
    for (const char *at = xml; (at = strstr(at, tag)) != NULL; at++)
        cr_expect(at[strlen(tag)] == '\'' || at[strlen(tag)] == '"', "%.100s", at);
}

Test(xlsx_injection, no_text_becomes_a_formula_a_reference_or_anything_but_a_text)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ikm_document *document = new_document(NULL);
        add_all(document, hostile(i));
        gathering out = workbook_of(document, LXW_ROW_MAX);
        for (int n = 1; n <= 3; n++) {
            char name[64];
            snprintf(name, sizeof name, "xl/worksheets/sheet%d.xml", n);
            char *sheet = part(&out, name);
            expect_has_not(sheet, "<f>");
            expect_own_references(sheet, "<formula1>");
            free(sheet);
        }
        for (int n = 1; n <= 4; n++) {
            char name[64];
            snprintf(name, sizeof name, "xl/charts/chart%d.xml", n);
            char *chart = part(&out, name);
            expect_own_references(chart, "<c:f>");
            expect_has_not(chart, "<c:tx><c:strRef>"); /* names are texts */
            for (const unsigned char *c = (unsigned char *)chart; *c; c++)
                cr_assert(c[0] >= 0x20 || c[0] == '\n' || c[0] == '\t');
            free(chart);
        }
        gathering_done(&out);
        ikm_document_free(document);
    }
}

Test(xlsx_injection, names_of_services_that_are_the_same_once_cut_are_told_apart_in_every_reference)
{
    static const char *const names[] = {"Layanan Kependudukan: [dan] Pencatatan/Sipil?",
                                        "Layanan Kependudukan: [dan] Perkawinan*"};
    static const char *const quoted[] = {"'Layanan Kependudukan- -dan- Pe…'!$", "'Layanan Kependudukan- -dan… (2)'!$"};
    static const ikm_column columns[] = {{"a", IKM_CELL_TEXT, 0, NULL}, {"b", IKM_CELL_NUMBER, 0, NULL}};
    const ikm_table table = {.columns = columns, .column_count = 2};
    const ikm_chart chart = {.kind = IKM_CHART_BARS, .value_column = 1};
    const ikm_cell row[] = {cell_text("x"), cell_number(7, 0)};
    ikm_document *document = new_document(NULL);
    for (size_t i = 0; i < 2; i++) {
        cr_assert(eq(int, ikm_document_sheet(document, names[i]), IKM_OK));
        cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
        cr_assert(eq(int, ikm_document_row(document, row, 2), IKM_OK));
        cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    }
    gathering out = workbook_of(document, LXW_ROW_MAX);
    for (size_t i = 0; i < 2; i++) {
        char name[64];
        snprintf(name, sizeof name, "xl/charts/chart%zu.xml", i + 1);
        char *drawn = part(&out, name);
        expect_has(drawn, quoted[i]);
        expect_has(drawn, "<c:v>7</c:v>");
        free(drawn);
    }
    gathering_done(&out);
    ikm_document_free(document);
}
