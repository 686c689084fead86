/* Lines of a form, signatures and posters. */
#include "refusing.h"
#include "workbook.h"

TestSuite(xlsx_page, .init = make_folder, .fini = remove_folder);

static const ikm_column columns[] = {{"Unsur", IKM_CELL_TEXT, 0, NULL}, {"NRR", IKM_CELL_NUMBER, 3, NULL}};

static void add_page(ikm_document *document)
{
    const ikm_signature signed_by = {"Purbalingga, 31 Desember 2024", "CAMAT KEJOBONG", "Sarwo Edi", "NIP 1968"};
    const ikm_signature nobody = {.title = "KEPALA"};
    cr_assert(eq(int, ikm_document_sheet(document, "Olah"), IKM_OK));
    cr_assert(eq(int, ikm_document_field(document, "Unit pelayanan", "=Kecamatan"), IKM_OK));
    cr_assert(eq(int, ikm_document_field(document, "Telepon", NULL), IKM_OK));
    cr_assert(eq(int, ikm_document_field(document, "Tlp.", ""), IKM_OK));
    cr_assert(eq(int, ikm_document_signature(document, &signed_by), IKM_OK));
    cr_assert(eq(int, ikm_document_signature(document, &nobody), IKM_OK));
}

Test(xlsx_page, values_of_fields_stand_below_each_other_and_empty_ones_are_lines)
{
    ikm_document *document = new_document(NULL);
    add_page(document);
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *sheet = part(&out, "xl/worksheets/sheet1.xml"), *styles = part(&out, "xl/styles.xml");
    char *strings = part(&out, "xl/sharedStrings.xml");
    /* seven columns of twelve characters: the longest label takes two */
    for (int row = 1; row <= 3; row++) {
        char label[64], value[64];
        snprintf(label, sizeof label, "<mergeCell ref=\"A%d:B%d\"/>", row, row);
        snprintf(value, sizeof value, "<mergeCell ref=\"C%d:G%d\"/>", row, row);
        expect_has(sheet, label);
        expect_has(sheet, value);
    }
    expect_has(strings, "<t>=Kecamatan</t>");
    expect_has_not(sheet, "<f>");
    expect_has(styles, "formatCode=\"@* &quot; :&quot;\"");
    expect_has(styles, "<bottom style=\"hair\">");
    expect_has(strings, "<t>Sarwo Edi</t>");
    /* in the right half: row 5 is the place and date of the first */
    expect_has(sheet, "<mergeCell ref=\"D5:G5\"/>");
    free(sheet);
    free(styles);
    free(strings);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx_page, a_signature_is_not_torn_over_two_sheets)
{
    ikm_document *document = new_document(NULL);
    const ikm_signature signed_by = {"p", "t", "n", "i"};
    for (int i = 0; i < 15; i++)
        cr_assert(eq(int, ikm_document_field(document, "a", "b"), IKM_OK));
    cr_assert(eq(int, ikm_document_signature(document, &signed_by), IKM_OK));
    gathering out = workbook_of(document, 20);
    char *sheet = part(&out, "xl/worksheets/sheet2.xml");
    cr_expect(eq(sz, count_of(sheet, "t=\"s\""), 4));
    free(sheet);
    gathering_done(&out);
    ikm_document_free(document);
}

static void add_poster(ikm_document *document)
{
    const ikm_table table = {.columns = columns, .column_count = 2};
    const ikm_cell row[] = {cell_text("Waktu"), cell_number(3500, 3)};
    cr_assert(eq(int, ikm_document_poster(document, "Publikasi"), IKM_OK));
    cr_assert(eq(int, ikm_document_heading(document, 1, "INDEKS KEPUASAN MASYARAKAT"), IKM_OK));
    cr_assert(eq(int, ikm_document_figure(document, "NILAI IKM", cell_number(8972, 2), "Mutu A"), IKM_OK));
    cr_assert(eq(int, ikm_document_figure(document, "MUTU", cell_text("A"), NULL), IKM_OK));
    for (int i = 0; i < 4; i++) {
        cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
        for (int k = 0; k < 30; k++)
            cr_assert(eq(int, ikm_document_row(document, row, 2), IKM_OK));
    }
}

Test(xlsx_page, a_poster_is_one_page_with_huge_figures_and_other_sheets_are_not)
{
    ikm_document *document = new_document(NULL);
    add_poster(document);
    add_page(document);
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *poster = part(&out, "xl/worksheets/sheet1.xml"), *page = part(&out, "xl/worksheets/sheet2.xml");
    char *styles = part(&out, "xl/styles.xml");
    expect_has(poster, "<pageSetUpPr fitToPage=\"1\"/>");
    expect_has_not(poster, "fitToHeight"); /* 1 is what there is without it */
    expect_has(poster, "<printOptions horizontalCentered=\"1\" verticalCentered=\"1\"/>");
    expect_has(poster, "paperSize=\"9\"");
    expect_has(poster, "orientation=\"portrait\"");
    expect_has_not(poster, "rowBreaks");
    expect_has_not(poster, "state=\"frozen\"");
    expect_has_not(poster, "<oddFooter>");
    expect_has(page, "fitToHeight=\"0\"");
    expect_has(styles, "<sz val=\"110\"/>");
    free(poster);
    free(page);
    free(styles);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx_page, every_refused_allocation_is_told)
{
    refusing memory;
    refusing_init(&memory, -1);
    ikm_document *document = new_document(&memory.mem);
    add_poster(document);
    add_page(document);
    expect_every_refusal(document, &memory, LXW_ROW_MAX, 5);
    ikm_document_free(document);
}
