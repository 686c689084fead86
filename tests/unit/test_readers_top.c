/* Merged cells of the header. */
#include "readers_fixture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static fixture_rows rows;

#define T(at, text)          "<c r=\"" at "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(at, number)        "<c r=\"" at "\"><v>" number "</v></c>"
#define MERGED(rows, merges) "<worksheet><sheetData>" rows "</sheetData><mergeCells>" merges "</mergeCells></worksheet>"
#define M(range)             "<mergeCell ref=\"" range "\"/>"

static void expect(const char *sheet, const char *expected)
{
    fixture_read_book(&rows, &(fixture_book){.sheet = sheet});
    cr_expect(eq(int, (int)rows.status, (int)IKM_OK), "%s", rows.error.message);
    cr_expect(eq(str, rows.text, (char *)(uintptr_t)expected));
}

Test(readers_top, a_header_of_two_rows_has_its_values_in_every_cell_and_a_title_only_once)
{
    expect(MERGED("<row r=\"1\">" T("A1",
                                    "PENGOLAHAN DATA") "</row>"
                                                       "<row r=\"3\">" T("A3", "No") T("B3", "Unsur") "<c r=\"C3\"/>" T(
                                                           "E3", "Ket") "</row>"
                                                                        "<row r=\"4\">" T("B4", "U1") T("C4", "U2")
                                                                            T("D4", "U3") "</row>"
                                                                                          "<row r=\"5\">" N("A5", "1")
                                                                                              N("B5", "3") N("C5", "4")
                                                                                                  N("D5", "2") "</row>",
                  M("A1:E1") M("A3:A4") M("B3:D3") M("E3:E4")),
           "1:PENGOLAHAN DATA\n3:No|Unsur|Unsur|Unsur|Ket\n4:No|U1|U2|U3|Ket\n5:1|3|4|2|\n");
}

Test(readers_top, a_header_of_three_rows_too)
{
    expect(MERGED("<row r=\"1\">" T("A1", "No") T("B1", "Unsur")
                      T("F1", "Ket") "</row>"
                                     "<row r=\"2\">" T("B2", "Sistem") T("D2", "Sarana") "</row>"
                                                                                         "<row r=\"3\">" T("B3", "a")
                                                                                             T("C3", "b") T("D3", "c")
                                                                                                 T("E3", "d") "</row>",
                  M("A1:A3") M("B1:E1") M("F1:F3") M("B2:C2") M("D2:E2")),
           "1:No|Unsur|Unsur|Unsur|Unsur|Ket\n2:No|Sistem|Sistem|Sarana|Sarana|Ket\n3:No|a|b|c|d|Ket\n");
}

Test(readers_top, shared_texts_are_repeated_as_well)
{
    fixture_read_book(
        &rows,
        &(fixture_book){.sheet = MERGED("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                                        "</row><row r=\"2\">" T("B2", "x") T("C2", "y") "</row>",
                                        M("A1:A2") M("B1:C1")),
                        .strings = FIXTURE_STRINGS("<si><t>No</t></si><si><t>Unsur</t></si>")});
    cr_expect(eq(str, rows.text, "1:No|Unsur|Unsur\n2:No|x|y\n"));
}

Test(readers_top, merged_cells_of_the_data_stay_as_they_are)
{
    /* one respondent on two rows: filling would count the answers twice */
    expect(MERGED("<row r=\"1\">" T("A1", "u1") T("B1", "u2") T("C1", "u3")
                      T("D1", "saran") "</row>"
                                       "<row r=\"2\">" N("A2", "4") N("B2", "3") N("C2", "4")
                                           T("D2", "baik") "</row>"
                                                           "<row r=\"3\">" T("D3", "sekali") "</row>",
                  M("A2:A3") M("B2:B3") M("C2:C3")),
           "1:u1|u2|u3|saran\n2:4|3|4|baik\n3:|||sekali\n");
    /* answers in words: no row of numbers ends the header, but nothing in it is wide */
    expect(MERGED("<row r=\"1\">" T("A1", "layanan") T("B1", "u1")
                      T("C1", "saran") "</row>"
                                       "<row r=\"2\">" T("A2", "KTP")
                                           T("B2", "Sesuai") "</row>"
                                                             "<row r=\"3\">" T("B3", "Sesuai") T("C3", "x") "</row>",
                  M("A2:A3")),
           "1:layanan|u1|saran\n2:KTP|Sesuai|\n3:|Sesuai|x\n");
}

Test(readers_top, a_merged_cell_does_not_overwrite_what_stands_under_it)
{
    expect(
        MERGED("<row r=\"1\">" T("A1", "a") T("C1", "b") T("D1", "kept") T("E1", "c") "</row>", M("A1:B1") M("C1:D1")),
        "1:a|a|b|kept|c\n");
}

Test(readers_top, ranges_that_are_none_are_passed_over)
{
    expect(MERGED("<row r=\"1\">" T("A1", "a") T("C1", "b") "</row>",
                  M("A1") M(":") M("B1:A1") M("A1:ZZZZ1") M("A0:B0") M("A9:B9") M("A1:B99999") "<mergeCell/>"),
           "1:a||b\n");
}

Test(readers_top, more_rows_than_are_held_come_in_their_order)
{
    char sheet[65536];
    size_t used = (size_t)snprintf(sheet, sizeof sheet, "<worksheet><sheetData>");
    for (int i = 1; i <= 300; i++)
        used += (size_t)snprintf(sheet + used, sizeof sheet - used,
                                 "<row r=\"%d\"><c t=\"str\"><v>a%d</v></c><c r=\"C%d\" t=\"str\"><v>b</v></c></row>",
                                 i, i, i);
    snprintf(sheet + used, sizeof sheet - used, "</sheetData></worksheet>");
    fixture_read_book(&rows, &(fixture_book){.sheet = sheet});
    cr_assert(eq(int, (int)rows.status, (int)IKM_OK));
    const char *at = rows.text;
    for (int i = 1; i <= 300; i++) {
        char expected[64];
        snprintf(expected, sizeof expected, "%d:a%d||b\n", i, i);
        cr_assert(eq(int, strncmp(at, expected, strlen(expected)), 0), "row %d", i);
        at += strlen(expected);
    }
    cr_expect(eq(chr, *at, '\0'));
}

Test(readers_top, the_word_is_found_wherever_a_block_ends)
{
    static const char before[] =
        "<worksheet><sheetData><row>" T("A1", "No") T("B1", "Unsur") T("D1", "Ket") "</row></sheetData>";
    static const char after[] = "<mergeCells>" M("B1:C1") "</mergeCells></worksheet>";
    char *sheet = malloc(70000);
    for (size_t block = 32768; block <= 65536; block += 32768)
        for (size_t at = block - 12; at <= block + 2; at++) { /* where "mergeCell" of the first element begins */
            memset(sheet, ' ', 70000);
            memcpy(sheet, before, sizeof before - 1);
            strcpy(sheet + at - 1, after);
            expect(sheet, "1:No|Unsur|Unsur|Ket\n");
        }
    free(sheet);
}

Test(readers_top, a_sheet_in_another_encoding_has_its_merged_cells_too)
{
    static const char narrow[] = MERGED("<row>" T("A1", "No") T("B1", "Unsur") T("D1", "Ket") "</row>", M("B1:C1"));
    for (int order = 0; order < 2; order++) {
        char wide[2 * sizeof narrow + 2];
        size_t size = 0;
        wide[size + (size_t)order] = (char)0xFF, wide[size + 1 - (size_t)order] = (char)0xFE, size += 2;
        for (size_t i = 0; narrow[i]; i++, size += 2)
            wide[size + (size_t)order] = narrow[i], wide[size + 1 - (size_t)order] = '\0';
        fixture_part parts[] = {
            {"_rels/.rels", "<R><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></R>", 0},
            {"xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>",
             0},
            {"xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></R>", 0},
            {"xl/s.xml", wide, size},
        };
        ikm_text bytes = fixture_zip(parts, 4);
        fixture_read(&rows, bytes, NULL);
        cr_expect(eq(str, rows.text, "1:No|Unsur|Unsur|Ket\n"), "%s", rows.error.message);
        free((char *)(uintptr_t)bytes.data);
    }
}
