#include "readers_fixture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static fixture_rows rows;

static void expect_rows(const fixture_book *book, const char *expected)
{
    fixture_read_book(&rows, book);
    cr_expect(eq(int, (int)rows.status, (int)IKM_OK), "%s", rows.error.message);
    cr_expect(eq(str, rows.text, (char *)(uintptr_t)expected));
}

static void expect_sheet(const char *sheet, const char *expected)
{
    expect_rows(&(fixture_book){.sheet = sheet}, expected);
}

#define STYLES                                                                                                         \
    "<styleSheet xmlns=\"" FIXTURE_MAIN "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"d/m/yyyy h:mm:ss\"/>"       \
    "<numFmt numFmtId=\"165\" formatCode=\"0.00 &quot;hari&quot;\"/></numFmts>"                                        \
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                                                               \
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"                   \
    "<xf numFmtId=\"20\"/><xf numFmtId=\"46\"/><xf numFmtId=\"9\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>"

Test(readers_xlsx, each_kind_of_cell_has_its_text)
{
    static const struct {
        const char *cell, *text;
    } cases[] = {
        {"<c r=\"A1\"><v>4</v></c>", "4"},
        {"<c r=\"A1\" t=\"n\"><v>4.0</v></c>", "4"},
        {"<c r=\"A1\"><v>89.719999999999999</v></c>", "89.72"},
        {"<c r=\"A1\" s=\"3\"><v>1.5</v></c>", "1.5"},
        {"<c r=\"A1\" t=\"s\"><v>0</v></c>", "Persyaratan"},
        {"<c r=\"A1\" t=\"s\"><v>1</v></c>", "Sangat sesuai"},
        {"<c r=\"A1\" t=\"s\"><v>2</v></c>", "東京"},
        {"<c r=\"A1\" t=\"s\"><v>3</v></c>", "a\rb_x"},
        {"<c r=\"A1\" t=\"inlineStr\"><is><t>R &amp; D</t></is></c>", "R & D"},
        {"<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>Sangat</t></r><r><t xml:space=\"preserve\"> baik</t></r>"
         "<rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></is></c>",
         "Sangat baik"},
        {"<c r=\"A1\" t=\"str\"><f>A2&amp;\"x\"</f><v>x</v></c>", "x"},
        {"<c r=\"A1\"><f>SUM(B1:B9)</f><v>28</v></c>", "28"},
        {"<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B1\"><f>B2</f></c><c r=\"C1\"><v>1</v></c>",
         "|rumus tanpa nilai: buka di lembar kerja, lalu simpan|1"},
        {"<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE"},
        {"<c r=\"A1\" t=\"b\"><v>0</v></c>", "FALSE"},
        {"<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", "#N/A"},
        {"<c r=\"A1\" s=\"1\"><v>45322</v></c>", "2024-01-31"},
        {"<c r=\"A1\" s=\"2\"><v>45322.534027777777</v></c>", "2024-01-31 12:49:00"},
        {"<c r=\"A1\" s=\"4\"><v>0.3125</v></c>", "07:30:00"},
        {"<c r=\"A1\" s=\"5\"><v>1.25</v></c>", "30:00:00"},
        {"<c r=\"A1\" s=\"1\"><v>-3</v></c>", "-3"}, /* no day: the number */
        {"<c r=\"A1\" t=\"d\"><v>2024-01-31T12:49:00</v></c>", "2024-01-31 12:49:00"},
        {"<c r=\"A1\" s=\"6\"><v>0.95</v></c>", "95%"},
        {"<c r=\"A1\" s=\"6\"><v>1</v></c>", "100%"},
        {"<c r=\"A1\" s=\"6\"><v>0</v></c>", "0%"},
        {"<c r=\"A1\" s=\"7\"><v>-0.057500000000000002</v></c>", "-5.75%"},
        {"<c r=\"A1\" s=\"7\"><v>many</v></c>", "many"},
        {"<c r=\"A1\" s=\"999\"><v>7</v></c>", "7"},
        {"<c r=\"A1\"><v>seven</v></c>", "seven"},
        {"<c><v>4</v></c>", "4"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char sheet[1024], expected[128];
        snprintf(sheet, sizeof sheet,
                 "<worksheet xmlns=\"" FIXTURE_MAIN "\"><sheetData><row r=\"1\">%s</row></sheetData></worksheet>",
                 cases[i].cell);
        snprintf(expected, sizeof expected, "1:%s\n", cases[i].text);
        expect_rows(&(fixture_book){.sheet = sheet,
                                    .styles = STYLES,
                                    .strings = FIXTURE_STRINGS(
                                        "<si><t>Persyaratan</t></si><si><r><t>Sangat</t></r><r><t> sesuai</t></r></si>"
                                        "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>"
                                        "<si><t>a_x000D_b_x005F_x</t></si>")},
                    expected);
    }
}

Test(readers_xlsx, cells_that_are_missing_are_empty_fields_and_rows_that_are_missing_leave_their_number)
{
    expect_sheet(FIXTURE_SHEET("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row>"
                               "<row r=\"4\"><c r=\"A4\" s=\"1\"/></row><row r=\"5\"/>"
                               "<row r=\"9\"><c r=\"A9\"><v>3</v></c></row>"),
                 "3:|1||2\n9:3|||\n");
}

Test(readers_xlsx, rows_and_cells_without_addresses_follow_each_other)
{
    expect_sheet(
        FIXTURE_SHEET(
            "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row>"
            "<row><c><v>5</v></c></row>"),
        "1:1||2\n5:||3|4\n6:5|||\n");
}

Test(readers_xlsx, a_row_is_as_wide_as_the_widest_so_far)
{
    expect_sheet(
        FIXTURE_SHEET("<row><c><v>1</v></c></row><row><c r=\"C2\"><v>2</v></c></row><row><c><v>3</v></c></row>"),
        "1:1\n2:||2\n3:3||\n");
}

Test(readers_xlsx, prefixes_and_the_strict_namespace_make_no_difference)
{
    expect_rows(&(fixture_book){.sheet = "<x:worksheet xmlns:x=\"" FIXTURE_MAIN
                                         "\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" "
                                         "t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>",
                                .strings = "<x:sst xmlns:x=\"" FIXTURE_MAIN "\"><x:si><x:t>ya</x:t></x:si></x:sst>"},
                "1:ya\n");
#define STRICT "http://purl.oclc.org/ooxml/"
    expect_rows(
        &(fixture_book){
            .sheet =
                "<worksheet xmlns=\"" STRICT "spreadsheetml/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"d\" s=\"1\">"
                "<v>2024-01-31T00:00:00</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>",
            .strings = "<sst xmlns=\"" STRICT "spreadsheetml/main\"><si><t>ya</t></si></sst>",
            .workbook = "<workbook xmlns=\"" STRICT "spreadsheetml/main\" xmlns:q=\"" STRICT
                        "officeDocument/relationships\" conformance=\"strict\"><sheets><sheet name=\"S\" sheetId=\"1\" "
                        "q:id=\"a\"/></sheets></workbook>",
            .relations =
                "<Relationships xmlns=\"" FIXTURE_PACKAGE "relationships\"><Relationship Id=\"a\" Type=\"" STRICT
                "officeDocument/relationships/worksheet\" Target=\"./worksheets/../worksheets/sheet1.xml\"/>"
                "<Relationship Id=\"b\" Type=\"" STRICT
                "officeDocument/relationships/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"},
        "1:2024-01-31 00:00:00|ya\n");
}

Test(readers_xlsx, days_are_counted_from_1904_where_the_workbook_says_so)
{
    expect_rows(&(fixture_book){.sheet = FIXTURE_SHEET("<row><c s=\"1\"><v>43860</v></c></row>"),
                                .styles = STYLES,
                                .workbook = "<workbook xmlns=\"" FIXTURE_MAIN "\" xmlns:r=\"" FIXTURE_REL
                                            "\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"Data\" sheetId=\"1\" "
                                            "r:id=\"rId1\"/></sheets></workbook>"},
                "1:2024-01-31\n");
}

/* ---- sheets ---- */

static const fixture_book two_sheets = {
    .sheet = FIXTURE_SHEET("<row><c><v>1</v></c></row>"),
    .second = FIXTURE_SHEET("<row><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
    .workbook = "<workbook xmlns=\"" FIXTURE_MAIN "\" xmlns:r=\"" FIXTURE_REL
                "\"><sheets><sheet name=\"Petunjuk\" sheetId=\"7\" state=\"hidden\" r:id=\"rId1\"/>"
                "<sheet name=\"Grafik\" sheetId=\"9\" r:id=\"rId4\"/>" /* no worksheet */
                "<sheet name=\"1\" sheetId=\"8\" r:id=\"rId2\"/></sheets></workbook>",
};

Test(readers_xlsx, a_sheet_is_found_by_name_then_by_number_and_hidden_ones_are_passed_over)
{
    static const struct {
        const char *sheet, *rows;
    } cases[] = {
        {NULL, "1:2\n2:3\n"},
        {"petunjuk", "1:1\n"},
        {"1", "1:2\n2:3\n"}, /* its name */
        {"2", "1:2\n2:3\n"}, /* its number among the worksheets */
    };
    ikm_text bytes = fixture_xlsx(&two_sheets);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_reader_options options = IKM_READER_OPTIONS_INIT;
        options.sheet = cases[i].sheet;
        fixture_read(&rows, bytes, &options);
        cr_expect(eq(str, rows.text, (char *)cases[i].rows), "%zu: %s", i, rows.error.message);
    }
    free((char *)(uintptr_t)bytes.data);
}

Test(readers_xlsx, a_sheet_that_is_not_there_is_answered_with_those_that_are)
{
    ikm_text bytes = fixture_xlsx(&two_sheets);
    ikm_reader_options options = IKM_READER_OPTIONS_INIT;
    options.sheet = "Rekap";
    options.lang = IKM_LANG_EN;
    fixture_read(&rows, bytes, &options);
    cr_expect(eq(int, (int)rows.status, (int)IKM_ERR_UNKNOWN));
    cr_expect(eq(str, rows.error.message, "book.xlsx: there is no sheet \"Rekap\"; there are: Petunjuk, 1"));
    free((char *)(uintptr_t)bytes.data);
}

Test(readers_xlsx, another_sheet_may_be_chosen_at_any_time)
{
    ikm_text bytes = fixture_xlsx(&two_sheets);
    ikm_reader *reader = NULL;
    ikm_error error;
    cr_assert(eq(int, (int)ikm_reader_new(&reader, &(ikm_input){.bytes = bytes}, NULL, &error), (int)IKM_OK));
    cr_expect(eq(sz, ikm_reader_sheet_count(reader), 2));
    cr_expect(eq(str, (char *)(uintptr_t)ikm_reader_sheet_name(reader, 0), "Petunjuk"));
    cr_expect(eq(int, ikm_reader_sheet_hidden(reader, 0), 1));
    cr_expect(eq(int, ikm_reader_sheet_hidden(reader, 1), 0));
    cr_expect(eq(int, ikm_reader_sheet_hidden(reader, 2), -1));
    cr_expect(eq(ptr, (void *)(uintptr_t)ikm_reader_sheet_name(reader, 2), NULL));
    cr_expect(eq(sz, ikm_reader_sheet(reader), 1));
    cr_expect(eq(int, (int)ikm_reader_kind(reader), (int)IKM_FILE_XLSX));

    const ikm_rows *source = ikm_reader_rows(reader);
    const ikm_field *fields;
    size_t count;
    int64_t line;
    cr_expect(eq(int, (int)source->next(source->ctx, &fields, &count, &line, &error), (int)IKM_OK));
    cr_expect(eq(int, (int)ikm_reader_choose(reader, "nihil", &error), (int)IKM_ERR_UNKNOWN));
    fixture_drain(&rows, reader);
    cr_expect(eq(str, rows.text, "2:3\n")); /* where it was left */
    cr_expect(eq(int, (int)ikm_reader_choose(reader, "Petunjuk", &error), (int)IKM_OK));
    fixture_drain(&rows, reader);
    cr_expect(eq(str, rows.text, "1:1\n"));
    cr_expect(eq(int, (int)ikm_reader_choose(reader, NULL, &error), (int)IKM_OK));
    fixture_drain(&rows, reader);
    cr_expect(eq(str, rows.text, "1:2\n2:3\n"));
    fixture_drain(&rows, reader);
    cr_expect(eq(str, rows.text, "")); /* the end stays the end */
    ikm_reader_free(reader);
    free((char *)(uintptr_t)bytes.data);
}

/* ---- containers ---- */

Test(readers_xlsx, part_names_are_found_whatever_their_case_and_slashes)
{
    fixture_part parts[] = {
        {"[content_types].xml", "<Types>spreadsheetml.sheet.main+xml</Types>", 0},
        {"_RELS/.rels",
         "<Relationships><Relationship Id=\"r1\" Type=\"" FIXTURE_REL
         "/officeDocument\" Target=\"/Book.xml\"/></Relationships>",
         0},
        {"book.xml", "<workbook xmlns:r=\"" FIXTURE_REL "\"><sheets><sheet name=\"S\" r:id=\"x\"/></sheets></workbook>",
         0},
        {"_rels\\book.xml.rels",
         "<Relationships><Relationship Id=\"x\" Type=\"" FIXTURE_REL
         "/worksheet\" Target=\"sheets\\One.xml\"/></Relationships>",
         0},
        {"sheets\\one.xml", FIXTURE_SHEET("<row><c><v>4</v></c></row>"), 0},
    };
    ikm_text bytes = fixture_zip(parts, sizeof parts / sizeof *parts);
    fixture_read(&rows, bytes, NULL);
    cr_expect(eq(str, rows.text, "1:4\n"), "%s", rows.error.message);
    free((char *)(uintptr_t)bytes.data);
}

Test(readers_xlsx, an_empty_sheet_has_no_rows)
{
    expect_sheet(FIXTURE_SHEET(""), "");
    expect_sheet("<worksheet/>", "");
    expect_sheet(FIXTURE_SHEET("<row r=\"1\"><c r=\"A1\" t=\"s\"/></row>"), "");
}

Test(readers_xlsx, a_stray_value_far_to_the_right_costs_only_its_row_below_the_first_thousand)
{
    size_t used = 0, size = 2000 * 64;
    char *sheet = malloc(size);
    used += (size_t)snprintf(sheet, size, "<worksheet><sheetData>");
    for (int i = 1; i <= 1500; i++)
        used +=
            (size_t)snprintf(sheet + used, size - used, "<row r=\"%d\"><c><v>1</v></c><c r=\"%s%d\"><v>2</v></c></row>",
                             i, i == 1400 ? "ZZ" : "B", i);
    snprintf(sheet + used, size - used, "</sheetData></worksheet>");
    ikm_text bytes = fixture_xlsx(&(fixture_book){.sheet = sheet});
    ikm_reader *reader = NULL;
    cr_assert(eq(int, (int)ikm_reader_new(&reader, &(ikm_input){.bytes = bytes}, NULL, NULL), (int)IKM_OK));
    const ikm_rows *source = ikm_reader_rows(reader);
    const ikm_field *fields;
    size_t count;
    int64_t line;
    while (source->next(source->ctx, &fields, &count, &line, NULL) == IKM_OK && fields)
        cr_expect(eq(sz, count, line == 1400 ? 702 : 2));
    cr_expect(eq(i64, line, 1500));
    ikm_reader_free(reader);
    free((char *)(uintptr_t)bytes.data);
    free(sheet);
}
