/* Rows to fill in, and what may be chosen there. */
#include "refusing.h"
#include "workbook.h"

TestSuite(xlsx_choices, .init = make_folder, .fini = remove_folder);

enum { SERVICES = 40 };

static char names[SERVICES][32];
static const char *services[SERVICES];
static const char *const scores[] = {"1", "2", "3", "4"},
                         *const jobs[] = {"PNS", "Tani, nelayan", "=cmd|' /C calc'!A0"}, *const utf[] = {"Lainnya…"};
static const ikm_column columns[] = {
    {"Layanan", IKM_CELL_TEXT, 0, NULL},   {"U1 Persyaratan yang sangat panjang namanya", IKM_CELL_NUMBER, 0, NULL},
    {"Pekerjaan", IKM_CELL_TEXT, 0, NULL}, {"Saran", IKM_CELL_TEXT, 0, NULL},
    {"Usia", IKM_CELL_TEXT, 0, NULL},      {"Layanan lain", IKM_CELL_TEXT, 0, NULL}};
static const ikm_choices choices[] = {{services, SERVICES}, {scores, 4}, {jobs, 3}, {NULL, 0}, {utf, 1}, {services, 2}};

static void add_template(ikm_document *document, size_t blank_rows)
{
    const ikm_table table = {.columns = columns, .column_count = 6, .blank_rows = blank_rows, .choices = choices};
    const ikm_cell row[6] = {cell_text("contoh"), cell_number(4, 0)};
    for (size_t i = 0; i < SERVICES; i++) {
        snprintf(names[i], sizeof names[i], "Layanan nomor %zu", i + 1);
        services[i] = names[i];
    }
    cr_assert(eq(int, ikm_document_sheet(document, "Jawaban"), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    cr_assert(eq(int, ikm_document_row(document, row, 6), IKM_OK));
}

Test(xlsx_choices, a_short_list_stands_in_the_rule_and_any_other_on_the_hidden_sheet)
{
    ikm_document *document = new_document(NULL);
    add_template(document, 300);
    cr_assert(eq(int, ikm_document_sheet(document, "Petunjuk"), IKM_OK));
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *sheet = part(&out, "xl/worksheets/sheet1.xml"), *book = part(&out, "xl/workbook.xml");
    char *aside = part(&out, "xl/worksheets/sheet3.xml"), *strings = part(&out, "xl/sharedStrings.xml");
    expect_has(sheet, "<dataValidations count=\"5\">");
    expect_has(sheet, "sqref=\"B3:B302\"><formula1>\"1,2,3,4\"</formula1>");
    expect_has(sheet, "sqref=\"A3:A302\"><formula1>'Data bantu'!$A$1:$A$40</formula1>"); /* 600 characters */
    expect_has(sheet, "sqref=\"C3:C302\"><formula1>'Data bantu'!$B$1:$B$3</formula1>");  /* a comma */
    expect_has(sheet, "sqref=\"E3:E302\"><formula1>'Data bantu'!$C$1:$C$1</formula1>");  /* not ASCII */
    expect_has(sheet, "sqref=\"F3:F302\"><formula1>\"Layanan nomor 1,Layanan nomor 2\"</formula1>");
    expect_has(sheet, "promptTitle=\"U1 Persyaratan yang sangat panj…\"");
    expect_has(sheet, "prompt=\"Pilih salah satu dari daftar.\"");
    expect_has(sheet, "error=\"Isian ini tidak ada dalam daftar. Pilih salah satu dari daftar.\"");
    expect_has(sheet, "state=\"frozen\"");
    cr_expect(eq(sz, count_of(sheet, "<row "), 302));
    expect_has(book, "<sheet name=\"Data bantu\" sheetId=\"3\" state=\"hidden\"");
    cr_expect(eq(sz, count_of(aside, "<row "), SERVICES));
    expect_has(strings, "<t>=cmd|' /C calc'!A0</t>");
    expect_has_not(aside, "<f>");
    free(sheet);
    free(book);
    free(aside);
    free(strings);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx_choices, rows_to_fill_in_that_are_written_through_have_lists_too)
{
    ikm_document *document = new_document(NULL);
    add_template(document, 60000);
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *sheet = part(&out, "xl/worksheets/sheet1.xml"), *aside = part(&out, "xl/worksheets/sheet2.xml");
    cr_expect(eq(sz, count_of(sheet, "<row "), 60002));
    expect_has(sheet + strlen(sheet) - 4000, "sqref=\"A3:A60002\"");
    cr_expect(eq(sz, count_of(aside, "<row "), SERVICES));
    free(sheet);
    free(aside);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx_choices, every_refused_allocation_is_told)
{
    refusing memory;
    refusing_init(&memory, -1);
    ikm_document *document = new_document(&memory.mem);
    add_template(document, 10);
    expect_every_refusal(document, &memory, LXW_ROW_MAX, 8);
    ikm_document_free(document);
}
