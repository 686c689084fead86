/* Workbooks that are broken, or made to break a reader. */
#include "readers_fixture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static fixture_rows rows;

static void expect_failure(const fixture_book *book, ikm_status status, const char *message, int64_t line,
                           int64_t column)
{
    ikm_text bytes = fixture_xlsx(book);
    ikm_reader_options options = IKM_READER_OPTIONS_INIT;
    options.lang = IKM_LANG_EN;
    fixture_read(&rows, bytes, &options);
    cr_expect(eq(int, (int)rows.status, (int)status), "%s", rows.error.message);
    cr_expect(eq(int, (int)rows.error.status, (int)status));
    cr_expect(eq(str, rows.error.message, (char *)(uintptr_t)message));
    cr_expect(eq(i64, rows.error.line, line), "%s", message);
    cr_expect(eq(i64, rows.error.column, column), "%s", message);
    free((char *)(uintptr_t)bytes.data);
}

static void expect_sheet_failure(const char *sheet, const char *message, int64_t line, int64_t column)
{
    expect_failure(&(fixture_book){.sheet = sheet}, IKM_ERR_DATA, message, line, column);
}

Test(readers_damage, a_fault_in_a_sheet_is_said_where_it_is)
{
    expect_sheet_failure(FIXTURE_SHEET("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>7</v></c></row>"),
                         "book.xlsx: sheet \"Data\", cell B2: refers to a shared text that does not exist", 2, 2);
    expect_sheet_failure(FIXTURE_SHEET("<row r=\"2\"><c r=\"AB2\" t=\"s\"><v>-1</v></c></row>"),
                         "book.xlsx: sheet \"Data\", cell AB2: refers to a shared text that does not exist", 2, 28);
    expect_sheet_failure(FIXTURE_SHEET("<row r=\"2\"/><row r=\"2\"/>"),
                         "book.xlsx: sheet \"Data\", row 2: the address \"2\" is out of place", 2, 0);
    expect_sheet_failure(FIXTURE_SHEET("<row r=\"9999999\"/>"),
                         "book.xlsx: sheet \"Data\", row 0: the address \"9999999\" is out of place", 0, 0);
    expect_sheet_failure(FIXTURE_SHEET("<row r=\"3\"><c r=\"B3\"/><c r=\"A3\"/></row>"),
                         "book.xlsx: sheet \"Data\", row 3: the address \"A3\" is out of place", 3, 2);
    expect_sheet_failure(FIXTURE_SHEET("<row r=\"3\"><c r=\"B4\"/></row>"),
                         "book.xlsx: sheet \"Data\", row 3: the address \"B4\" is out of place", 3, 0);
    expect_sheet_failure(FIXTURE_SHEET("<row r=\"3\"><c r=\"B-4\"/></row>"),
                         "book.xlsx: sheet \"Data\", row 3: the address \"B-4\" is out of place", 3, 0);
    expect_failure(&(fixture_book){.sheet = FIXTURE_SHEET("<row r=\"3\"><c r=\"XFE3\"/></row>")}, IKM_ERR_LIMIT,
                   "book.xlsx: sheet \"Data\", row 3: more than 16384 columns", 3, 0);
    expect_sheet_failure(
        "<worksheet>\n<sheetData><row></sheetData>",
        "book.xlsx: xl/worksheets/sheet1.xml is not well-formed XML (line 2, column 19); save the original again", 0,
        0);
    expect_sheet_failure(
        "<worksheet><sheetData>",
        "book.xlsx: xl/worksheets/sheet1.xml is not well-formed XML (line 1, column 23); save the original again", 0,
        0);
    expect_failure(&(fixture_book){0}, IKM_ERR_DATA,
                   "book.xlsx: the workbook is incomplete: xl/worksheets/sheet1.xml is missing", 0, 0);
}

Test(readers_damage, a_workbook_without_worksheets_is_said_so)
{
    expect_failure(&(fixture_book){.workbook = "<workbook><sheets/></workbook>"}, IKM_ERR_DATA,
                   "book.xlsx: the workbook has no worksheet", 0, 0);
}

Test(readers_damage, a_document_type_is_refused_before_anything_expands)
{
    static const char bomb[] = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                               "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    expect_sheet_failure(
        bomb, "book.xlsx: xl/worksheets/sheet1.xml has a DOCTYPE declaration, which no workbook has; refused", 0, 0);
    expect_failure(&(fixture_book){.sheet = FIXTURE_SHEET(""), .strings = "<!DOCTYPE sst><sst/>"}, IKM_ERR_DATA,
                   "book.xlsx: xl/sharedStrings.xml has a DOCTYPE declaration, which no workbook has; refused", 0, 0);
    expect_failure(&(fixture_book){.workbook = "<!DOCTYPE w><workbook/>"}, IKM_ERR_DATA,
                   "book.xlsx: xl/workbook.xml has a DOCTYPE declaration, which no workbook has; refused", 0, 0);
}

Test(readers_damage, elements_that_nest_without_end_are_refused)
{
    char sheet[4096] = "";
    for (int i = 0; i < 500; i++)
        strcat(sheet, "<a>");
    expect_failure(&(fixture_book){.sheet = sheet}, IKM_ERR_LIMIT,
                   "book.xlsx: xl/worksheets/sheet1.xml is nested over 64 levels deep; refused", 0, 0);
}

/* A text of `size` bytes between two others; freed by the caller. */
static char *swollen(const char *before, char filling, size_t size, const char *after)
{
    size_t first = strlen(before), last = strlen(after);
    char *text = malloc(first + size + last + 1);
    memcpy(text, before, first);
    memset(text + first, filling, size);
    memcpy(text + first + size, after, last + 1);
    return text;
}

Test(readers_damage, a_part_that_decompresses_without_end_is_refused)
{
    char *sheet = swollen("<worksheet><sheetData>", ' ', 64u << 20, "</sheetData></worksheet>");
    expect_failure(&(fixture_book){.sheet = sheet}, IKM_ERR_LIMIT,
                   "book.xlsx: xl/worksheets/sheet1.xml grows to over 400 times its size: no workbook does, refused", 0,
                   0);
    free(sheet);
}

Test(readers_damage, limits_of_the_caller_are_kept)
{
    char *sheet = swollen("<worksheet><sheetData>", ' ', 3u << 20, "</sheetData></worksheet>");
    ikm_text bytes = fixture_xlsx(&(fixture_book){.sheet = sheet});
    ikm_reader_options options = IKM_READER_OPTIONS_INIT;
    options.lang = IKM_LANG_EN;
    fixture_read(&rows, bytes, &options);
    cr_expect(eq(int, (int)rows.status, (int)IKM_OK));
    options.max_part_bytes = 2 << 20;
    fixture_read(&rows, bytes, &options);
    cr_expect(eq(int, (int)rows.status, (int)IKM_ERR_LIMIT));
    cr_expect(eq(str, rows.error.message,
                 "book.xlsx: xl/worksheets/sheet1.xml is over the limit of 2 MiB once decompressed"));
    free((char *)(uintptr_t)bytes.data);
    free(sheet);

    char *strings = swollen("<sst><si><t>", 'x', 2u << 20, "</t></si></sst>");
    bytes = fixture_xlsx(&(fixture_book){.sheet = FIXTURE_SHEET(""), .strings = strings});
    options.max_part_bytes = 0;
    options.max_memory_bytes = 1 << 20;
    fixture_read(&rows, bytes, &options);
    cr_expect(eq(int, (int)rows.status, (int)IKM_ERR_LIMIT));
    cr_expect(eq(str, rows.error.message,
                 "book.xlsx: the shared texts of the workbook are over 1 MiB; save the sheet as CSV"));
    free((char *)(uintptr_t)bytes.data);
    free(strings);
}

Test(readers_damage, cells_rows_and_tags_that_are_too_long_are_refused)
{
    char *cell = swollen("<worksheet><sheetData><row r=\"7\"><c t=\"str\"><v>", 'x', (1u << 20) + 1,
                         "</v></c></row></sheetData></worksheet>");
    expect_failure(&(fixture_book){.sheet = cell}, IKM_ERR_LIMIT,
                   "book.xlsx: sheet \"Data\", row 7: a cell of over 1024 KiB", 7, 1);
    free(cell);

    char *tag = swollen("<worksheet a=\"", 'x', 5u << 20, "\"/>");
    expect_failure(&(fixture_book){.sheet = tag}, IKM_ERR_LIMIT,
                   "book.xlsx: xl/worksheets/sheet1.xml holds an XML tag of over 1024 KiB; refused", 0, 0);
    free(tag);

    static const char cell_text[] = "<c t=\"str\"><v>";
    char *one = swollen(cell_text, 'y', 1u << 20, "</v></c>");
    size_t size = strlen(one), used = 0;
    char *row = malloc(size * 17 + 128);
    used += (size_t)sprintf(row, "<worksheet><sheetData><row>");
    for (int i = 0; i < 17; i++, used += size)
        memcpy(row + used, one, size);
    strcpy(row + used, "</row></sheetData></worksheet>");
    /* 17 MiB of one letter would be a bomb to the package: some noise against that */
    for (size_t i = 0; i < used; i++)
        if (row[i] == 'y')
            row[i] = (char)('a' + (i * 2654435761u >> 7) % 26);
    expect_failure(&(fixture_book){.sheet = row}, IKM_ERR_LIMIT, "book.xlsx: sheet \"Data\", row 1: over 16 MiB", 1,
                   17);
    free(row);
    free(one);
}

/* ---- anything at all ---- */

static ikm_text sound_book(void)
{
    return fixture_xlsx(&(fixture_book){
        .sheet =
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
            "<row r=\"2\"><c r=\"A2\"><v>4</v></c><c r=\"B2\" s=\"1\"><v>45322.5</v></c></row></sheetData>"
            "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>",
        .strings = FIXTURE_STRINGS("<si><t>u1</t></si><si><t>u2</t></si>"),
        .styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"});
}

Test(readers_damage, a_workbook_that_is_cut_off_anywhere_is_refused)
{
    ikm_text bytes = sound_book();
    for (size_t size = 0; size < bytes.size; size += 1 + size / 64) {
        char *cut = malloc(size ? size : 1); /* a block of its own, so that a sanitizer sees its end */
        memcpy(cut, bytes.data, size);
        fixture_read(&rows, (ikm_text){cut, size}, NULL);
        cr_expect(ne(int, (int)rows.status, (int)IKM_OK), "%zu of %zu bytes", size, bytes.size);
        cr_expect(ne(chr, rows.error.message[0], '\0'));
        free(cut);
    }
    free((char *)(uintptr_t)bytes.data);
}

Test(readers_damage, a_workbook_with_wrong_bytes_is_read_or_refused_but_never_harms)
{
    ikm_text bytes = sound_book();
    char *bent = malloc(bytes.size);
    uint64_t seed = 42;
    int refused = 0;
    for (int round = 0; round < 300; round++) {
        memcpy(bent, bytes.data, bytes.size);
        for (int i = 0; i <= round % 3; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            bent[(seed >> 33) % bytes.size] = (char)(seed >> 20);
        }
        fixture_read(&rows, (ikm_text){bent, bytes.size}, NULL);
        refused += rows.status != IKM_OK;
        cr_expect(rows.status == IKM_OK || rows.error.message[0]);
    }
    cr_expect(gt(int, refused, 100)); /* most places are under a checksum */
    free(bent);
    free((char *)(uintptr_t)bytes.data);
}

Test(readers_damage, a_sheet_with_wrong_bytes_is_read_or_refused_but_never_harms)
{
    static const char sound[] =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><t>No</t></r></is></c>"
        "<c r=\"B1\" t=\"str\"><v>Unsur_x000D_</v></c></row><row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c>"
        "<c r=\"C2\" s=\"1\"><v>-1.5E+7</v></c></row></sheetData><mergeCells>"
        "<mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells></worksheet>";
    static const char letters[] = "<>/\"= ABZrstc0123456789:_x&;";
    char sheet[sizeof sound];
    uint64_t seed = 7;
    for (int round = 0; round < 400; round++) {
        memcpy(sheet, sound, sizeof sound);
        for (int i = 0; i <= round % 4; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            sheet[(seed >> 33) % (sizeof sound - 1)] = letters[(seed >> 20) % (sizeof letters - 1)];
        }
        fixture_read_book(
            &rows, &(fixture_book){.sheet = sheet,
                                   .strings = FIXTURE_STRINGS("<si><t>a</t></si><si><t>b</t></si>"),
                                   .styles = "<styleSheet><cellXfs><xf/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"});
        cr_expect(rows.status == IKM_OK || rows.error.message[0]);
    }
}

Test(readers_damage, a_failure_stays_until_a_sheet_is_chosen_anew)
{
    ikm_text bytes = fixture_xlsx(
        &(fixture_book){.sheet = FIXTURE_SHEET("<row r=\"1\"><c><v>1</v></c></row><row r=\"1\"/>"),
                        .second = FIXTURE_SHEET("<row><c><v>2</v></c></row>"),
                        .workbook = "<workbook xmlns:r=\"" FIXTURE_REL "\"><sheets><sheet name=\"A\" r:id=\"rId1\"/>"
                                    "<sheet name=\"B\" r:id=\"rId2\"/></sheets></workbook>"});
    ikm_reader *reader = NULL;
    cr_assert(eq(int, (int)ikm_reader_new(&reader, &(ikm_input){.bytes = bytes}, NULL, NULL), (int)IKM_OK));
    for (int i = 0; i < 3; i++) {
        fixture_drain(&rows, reader);
        cr_expect(eq(int, (int)rows.status, (int)IKM_ERR_DATA));
        cr_expect(eq(i64, rows.error.line, 1));
    }
    cr_expect(eq(int, (int)ikm_reader_choose(reader, "B", NULL), (int)IKM_OK));
    fixture_drain(&rows, reader);
    cr_expect(eq(str, rows.text, "1:2\n"));
    ikm_reader_free(reader);
    free((char *)(uintptr_t)bytes.data);
}
