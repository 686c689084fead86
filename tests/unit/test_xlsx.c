/* The workbook as its bytes: the same every time, and with nothing in it that was not meant. */
#include "refusing.h"
#include "workbook.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

static const ikm_column columns[] = {{"Layanan", IKM_CELL_TEXT, 0, NULL},
                                     {"Responden", IKM_CELL_NUMBER, 0, "orang"},
                                     {"Bagian", IKM_CELL_NUMBER, 1, "%"}};

TestSuite(xlsx, .init = make_folder, .fini = remove_folder);

static void fill(ikm_document *document)
{
    const ikm_table table = {.title = "IKM menurut layanan", .columns = columns, .column_count = 3};
    const ikm_cell rows[][3] = {{cell_text("Perizinan"), cell_number(1234, 0), cell_number(8972, 2)},
                                {cell_text("Pengaduan"), cell_number(20, 0), cell_number(500, 1)},
                                {{.kind = IKM_CELL_EMPTY}, cell_number(-1, 18), {.kind = IKM_CELL_EMPTY}}};
    const ikm_chart chart = {
        .kind = IKM_CHART_BARS, .title = "Bagian", .value_column = 2, .row_count = 2, .axis_max = {100, 0}};
    cr_assert(eq(int, ikm_document_sheet(document, "Rekap"), IKM_OK));
    cr_assert(eq(int, ikm_document_heading(document, 1, "Judul"), IKM_OK));
    cr_assert(eq(int, ikm_document_figure(document, "IKM", cell_number(8972, 2), "Mutu A"), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    for (size_t i = 0; i < 3; i++)
        cr_assert(eq(int, ikm_document_row(document, rows[i], 3), IKM_OK));
    cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    cr_assert(eq(int, ikm_document_heading(document, 2, "Catatan"), IKM_OK));
    cr_assert(eq(int, ikm_document_text(document, "Kalimat."), IKM_OK));
    cr_assert(eq(int, ikm_document_note(document, "Catatan."), IKM_OK));
}

Test(xlsx, the_same_document_gives_the_same_bytes_and_another_date_others)
{
    ikm_document *document = new_document(NULL), *again = new_document(NULL);
    fill(document);
    fill(again);
    gathering first = workbook_of(document, LXW_ROW_MAX), second = workbook_of(again, LXW_ROW_MAX), third = {0};
    cr_assert(eq(sz, first.size, second.size));
    cr_expect(memcmp(first.bytes, second.bytes, first.size) == 0);
    ikm_xlsx_options options = options_here();
    options.created = 0;
    cr_assert(eq(int, ikm_xlsx_write(document, &options, gathering_sink(&third), NULL), IKM_OK));
    char *core = part(&third, "docProps/core.xml"), *usual = part(&first, "docProps/core.xml");
    expect_has(core, "1970-01-01T00:00:01Z"); /* and not the day of the test */
    expect_has(usual, "2024-01-01T00:00:00Z");
    expect_has(usual, "<dc:title>Rekap &amp; &lt;judul&gt;</dc:title>");
    free(core);
    free(usual);
    gathering_done(&first);
    gathering_done(&second);
    gathering_done(&third);
    ikm_document_free(document);
    ikm_document_free(again);
}

Test(xlsx, a_sheet_holds_numbers_formats_charts_and_its_print_setup)
{
    ikm_document *document = new_document(NULL);
    fill(document);
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *sheet = part(&out, "xl/worksheets/sheet1.xml"), *styles = part(&out, "xl/styles.xml");
    char *book = part(&out, "xl/workbook.xml"), *chart = part(&out, "xl/charts/chart1.xml");
    expect_has(sheet, "<v>1234</v>");
    expect_has(sheet, "<v>89.72</v>");
    expect_has(sheet, "<v>50</v>");
    expect_has(sheet, "<v>-1E-18</v>");
    expect_has(styles, "formatCode=\"#,##0.00&quot;%&quot;\"");
    expect_has(styles, "formatCode=\"#,##0.0&quot;%&quot;\"");
    expect_has(sheet, "state=\"frozen\"");
    expect_has(sheet, "paperSize=\"9\"");
    expect_has(sheet, "fitToHeight=\"0\"");
    expect_has(sheet, "Halaman &amp;P dari &amp;N");
    expect_has(sheet, "Rekap &amp;&amp; &lt;judul&gt;");
    expect_has(book, "<sheet name=\"Rekap\"");
    expect_has(book, "'Rekap'!$");
    expect_has(chart, "<c:barDir val=\"bar\"/>");
    expect_has(chart, "'Rekap'!$A$");
    expect_has(chart, "<c:v>Perizinan</c:v>");
    expect_has(chart, "<c:v>89.72</c:v>");
    expect_has(chart, "<c:max val=\"100\"/><c:min val=\"0\"/>");
    expect_has(chart, "<c:showVal val=\"1\"/>");
    free(sheet);
    free(styles);
    free(book);
    free(chart);
    gathering_done(&out);
    ikm_document_free(document);
}

/* The cell of a chart's last shown row, and the first row below the chart, are not under it. */
Test(xlsx, a_chart_covers_no_cell)
{
    ikm_document *document = new_document(NULL);
    fill(document);
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *sheet = part(&out, "xl/worksheets/sheet1.xml"), *drawing = part(&out, "xl/drawings/drawing1.xml");
    const char *from = strstr(drawing, "<xdr:row>"), *to = strstr(from + 1, "<xdr:row>");
    long top = strtol(from + 9, NULL, 10), bottom = strtol(to + 9, NULL, 10);
    cr_assert(top > 0 && bottom > top);
    for (const char *at = sheet; (at = strstr(at, "<c r=\"")) != NULL; at++) {
        long row = strtol(at + 6 + strcspn(at + 6, "0123456789"), NULL, 10) - 1;
        cr_expect(row < top || row > bottom, "row %ld is under the chart of rows %ld to %ld", row, top, bottom);
    }
    free(sheet);
    free(drawing);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx, names_of_sheets_are_made_what_excel_takes)
{
    static const struct {
        const char *wanted, *name;
    } cases[] = {
        {"Rekap", "Rekap"},
        {"rekap", "rekap (2)"},
        {"REKAP", "REKAP (3)"},
        {"Layanan [a]: b*?/\\", "Layanan -a-- b----"},
        {"", "Lembar"},
        {"  ", "Lembar (2)"},
        {"History", "History (2)"},
        {"'kutip'", "-kutip-"},
        {"Do'a", "Do'a"},
        {"Layanan Kependudukan dan Pencatatan Sipil", "Layanan Kependudukan dan Penca…"},
        {"Layanan Kependudukan dan Pencatatan Perkawinan", "Layanan Kependudukan dan P… (2)"},
        {"\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80"
         "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80"
         "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80", /* 32 units: 16 pairs */
         "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80"
         "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80"
         "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80…"},
        {"\xC3\x89", "\xC3\x89"},
        {"\xC3\xA9", "\xC3\xA9 (2)"},
        {"a\x01"
         "b\nc",
         "a\xEF\xBF\xBD"
         "b c"},
        {"2024", "2024"},
        {"A&B", "A&amp;B"},
    };
    const size_t count = sizeof cases / sizeof *cases;
    ikm_document *document = new_document(NULL);
    for (size_t i = 0; i < count; i++)
        cr_assert(eq(int, ikm_document_sheet(document, cases[i].wanted), IKM_OK));
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *book = part(&out, "xl/workbook.xml"), *at = book;
    for (size_t i = 0; i < count; i++) {
        at = strstr(at, "<sheet name=\"");
        cr_assert(ne(ptr, at, NULL), "%zu", i);
        at += strlen("<sheet name=\"");
        char *end = strchr(at, '"');
        *end = '\0';
        cr_expect(eq(str, at, (char *)cases[i].name), "of \"%s\"", cases[i].wanted);
        at = end + 1;
    }
    free(book);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx, a_name_is_quoted_wherever_it_is_part_of_a_reference)
{
    static const char *const names[] = {"2024", "A1", "R1C1", "Do'a", "Awas!", "Biasa"};
    static const char *const quoted[] = {"'2024'!$", "'A1'!$", "'R1C1'!$", "'Do''a'!$", "'Awas!'!$", "'Biasa'!$"};
    const ikm_table table = {.columns = columns, .column_count = 3};
    const ikm_chart chart = {.kind = IKM_CHART_BARS, .title = "=Bagian", .value_column = 2};
    const ikm_cell row[] = {cell_text("x"), cell_number(1, 0), cell_number(2, 0)};
    ikm_document *document = new_document(NULL);
    for (size_t i = 0; i < 6; i++) {
        cr_assert(eq(int, ikm_document_sheet(document, names[i]), IKM_OK));
        cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
        cr_assert(eq(int, ikm_document_row(document, row, 3), IKM_OK));
        cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    }
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *book = part(&out, "xl/workbook.xml");
    for (size_t i = 0; i < 6; i++) {
        char name[64];
        snprintf(name, sizeof name, "xl/charts/chart%zu.xml", i + 1);
        char *drawn = part(&out, name);
        expect_has(book, quoted[i]);
        expect_has(drawn, quoted[i]);
        expect_has(drawn, "<c:v>x</c:v>"); /* the values that viewers show before they compute */
        expect_has(drawn, "<a:t> =Bagian</a:t>");
        free(drawn);
    }
    free(book);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx, texts_stay_texts_and_hold_nothing_that_a_workbook_cannot)
{
    static const char *const texts[] = {"=1+1",         "+1",         "-1",      "@x",           "=cmd|' /C calc'!A0",
                                        "<script>&\"'", "a\001\033b", "caf\xE9", "\xEF\xBF\xBE", "_x000D_",
                                        "a\r\nb\rc",    " spasi "};
    const ikm_table table = {.title = "=title", .columns = columns, .column_count = 1};
    ikm_document *document = new_document(NULL);
    cr_assert(eq(int, ikm_document_heading(document, 1, "=1+1"), IKM_OK));
    cr_assert(eq(int, ikm_document_note(document, "=1+1"), IKM_OK));
    cr_assert(eq(int, ikm_document_figure(document, "=1", cell_text("=1+1"), "=1+1"), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const ikm_cell row = cell_text(texts[i]);
        cr_assert(eq(int, ikm_document_row(document, &row, 1), IKM_OK));
    }
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *sheet = part(&out, "xl/worksheets/sheet1.xml"), *strings = part(&out, "xl/sharedStrings.xml");
    expect_has_not(sheet, "<f>");
    expect_has(strings, "<t>=cmd|' /C calc'!A0</t>");
    expect_has(strings, "<t>&lt;script&gt;&amp;\"'</t>");
    expect_has(strings, "<t>a\xEF\xBF\xBD\xEF\xBF\xBD"
                        "b</t>");
    expect_has(strings, "<t>caf\xEF\xBF\xBD</t>");
    expect_has(strings, "<t>\xEF\xBF\xBD</t>");
    expect_has(strings, "<t>_x005F_x000D_</t>");
    expect_has(strings, "a\nb\nc</t>");
    expect_has(strings, "<t xml:space=\"preserve\"> spasi </t>");
    for (const unsigned char *c = (unsigned char *)strings; *c; c++)
        cr_assert(c[0] >= 0x20 || c[0] == '\n');
    free(sheet);
    free(strings);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx, a_text_is_cut_at_what_a_cell_holds)
{
    static const struct {
        const char *text;
        size_t units;
        const char *clean;
    } cases[] = {
        {"abc", 3, "abc"},
        {"abcd", 3, "ab…"},
        {"\xF0\x9F\x98\x80\xF0\x9F\x98\x80", 4, "\xF0\x9F\x98\x80\xF0\x9F\x98\x80"},
        {"\xF0\x9F\x98\x80\xF0\x9F\x98\x80", 3, "\xF0\x9F\x98\x80…"}, /* never half a pair */
        {"\xF0\x9F\x98\x80"
         "a",
         2, "…"},
        {"_x000A_", 14, "_x005F_x000A_"},
        {"_x000A_", 9, "_x005F_x…"},
        {"_xZZZZ_", 9, "_xZZZZ_"},
        {"", 3, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[64];
        ikm_text text = {cases[i].text, strlen(cases[i].text)};
        cr_expect(eq(sz, ikmi_clean(out, text, cases[i].units), strlen(cases[i].clean)), "case %zu", i);
        cr_expect(eq(str, out, (char *)cases[i].clean), "case %zu", i);
    }
    char *long_text = malloc(40001), *out = malloc(IKMI_TEXT_SIZE);
    memset(long_text, '&', 40000);
    cr_expect(eq(sz, ikmi_clean(out, (ikm_text){long_text, 40000}, IKMI_TEXT_UNITS), IKMI_TEXT_UNITS + 2));
    free(long_text);
    free(out);
}

static ikm_status pull(void *ctx, size_t index, ikm_cell *cells)
{
    const size_t *fails_at = ctx;
    static char name[32];
    snprintf(name, sizeof name, "Layanan %zu", index);
    cells[0] = cell_text(name);
    cells[1] = cell_number((int64_t)index, 0);
    return index == *fails_at ? IKM_ERR_DATA : IKM_OK;
}

Test(xlsx, a_table_longer_than_a_sheet_goes_on_in_the_next_with_its_header)
{
    size_t never = SIZE_MAX;
    const ikm_table table = {
        .title = "Panjang", .columns = columns, .column_count = 3, .row = pull, .ctx = &never, .row_count = 50};
    const ikm_chart chart = {.kind = IKM_CHART_BARS, .title = "Bagian", .value_column = 1};
    ikm_document *document = new_document(NULL);
    cr_assert(eq(int, ikm_document_sheet(document, "Data"), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    gathering out = workbook_of(document, 22); /* title, header and 20 rows; then header and 21; then the rest */
    char *book = part(&out, "xl/workbook.xml"), *strings = part(&out, "xl/sharedStrings.xml"),
         *drawn = part(&out, "xl/charts/chart1.xml");
    expect_has(book, "<sheet name=\"Data\"");
    expect_has(book, "<sheet name=\"Data (2)\"");
    expect_has(book, "<sheet name=\"Data (3)\"");
    expect_has(book, "'Data (3)'!$1:$1"); /* the header is repeated on paper there, too */
    static const size_t rows[] = {22, 22, 10};
    size_t values = 0;
    for (size_t i = 0; i < 3; i++) {
        char name[64];
        snprintf(name, sizeof name, "xl/worksheets/sheet%zu.xml", i + 1);
        char *sheet = part(&out, name);
        cr_expect(eq(sz, count_of(sheet, "<row "), rows[i]), "%s", name);
        values += count_of(sheet, "<c r=\"B") - (i == 0) - 1; /* without the title's and the header's */
        free(sheet);
    }
    cr_expect(eq(sz, values, 50));
    cr_expect(eq(sz, count_of(strings, "<t>Layanan "), 50));
    expect_has(drawn, "'Data'!$B$3:$B$22"); /* a chart shows what stands on its table's first sheet */
    free(book);
    free(strings);
    free(drawn);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx, a_long_table_among_others_has_a_sheet_of_its_own_unmerged)
{
    size_t never = SIZE_MAX;
    ikm_table table = {.title = "Kelompok", .columns = columns, .column_count = 3, .row = pull, .ctx = &never};
    const ikm_chart chart = {.kind = IKM_CHART_BARS, .title = "Responden", .value_column = 1, .row_count = 9};
    ikm_document *document = new_document(NULL);
    cr_assert(eq(int, ikm_document_sheet(document, "Rekap"), IKM_OK));
    table.row_count = 3;
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    table.row_count = 500;
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *book = part(&out, "xl/workbook.xml"), *drawn = part(&out, "xl/charts/chart1.xml");
    char *report = part(&out, "xl/worksheets/sheet1.xml"), *data = part(&out, "xl/worksheets/sheet2.xml");
    char *strings = part(&out, "xl/sharedStrings.xml");
    expect_has(book, "<sheet name=\"Rekap\" sheetId=\"1\"");
    expect_has(book, "<sheet name=\"Kelompok\" sheetId=\"2\"");
    expect_has(strings, "Tabel ini ada di lembar “Kelompok”.");
    expect_has(drawn, "'Kelompok'!$B$3:$B$11");
    expect_has(report, "<drawing ");
    expect_has_not(data, "<drawing ");
    cr_expect(eq(sz, count_of(data, "<mergeCell "), 1), "but for its title");
    cr_expect(eq(sz, count_of(data, "<row "), 502));
    free(book);
    free(drawn);
    free(report);
    free(data);
    free(strings);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx, bars_named_by_two_columns_are_read_from_neighbouring_cells)
{
    static const ikm_column wide[] = {{"Unit", IKM_CELL_TEXT, 0, NULL},  {"Layanan", IKM_CELL_TEXT, 0, NULL},
                                      {"IKM", IKM_CELL_NUMBER, 2, NULL}, {"a", IKM_CELL_NUMBER, 2, NULL},
                                      {"b", IKM_CELL_NUMBER, 2, NULL},   {"c", IKM_CELL_NUMBER, 2, NULL}};
    const ikm_table six = {.columns = wide, .column_count = 6}, three = {.columns = wide, .column_count = 3};
    const ikm_chart chart = {.kind = IKM_CHART_BARS, .category_count = 2, .value_column = 2};
    const ikm_cell row[] = {cell_text("Kecamatan Kejobong"), cell_text("Layanan Legalisasi Surat Menyurat"),
                            cell_number(8972, 2)};
    ikm_document *document = new_document(NULL);
    cr_assert(eq(int, ikm_document_table(document, &six), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &three), IKM_OK));
    cr_assert(eq(int, ikm_document_row(document, row, 3), IKM_OK));
    cr_assert(eq(int, ikm_document_row(document, row, 3), IKM_OK));
    cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *drawn = part(&out, "xl/charts/chart1.xml");
    expect_has(drawn, "<c:f>'Lembar'!$A$4:$B$5</c:f>");
    free(drawn);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx, a_very_long_table_is_written_through_with_little_memory)
{
    for (size_t rows = 60000; rows <= 120000; rows += 60000) {
        size_t never = SIZE_MAX;
        refusing memory;
        refusing_init(&memory, -1);
        const ikm_table table = {.columns = columns, .column_count = 3, .row = pull, .ctx = &never, .row_count = rows};
        ikm_document *document = new_document(&memory.mem);
        cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
        long before = memory.requests;
        gathering out = workbook_of(document, LXW_ROW_MAX);
        cr_expect(memory.requests - before < 20);
        char *sheet = part(&out, "xl/worksheets/sheet1.xml");
        cr_expect(eq(sz, count_of(sheet, "<row "), rows + 1));
        char last[64];
        snprintf(last, sizeof last, "<t>Layanan %zu</t>", rows - 1);
        expect_has(sheet + strlen(sheet) - 2000, last);
        free(sheet);
        gathering_done(&out);
        ikm_document_free(document);
        cr_expect(eq(long, memory.live, 0));
    }
}

Test(xlsx, an_empty_document_is_a_workbook_of_one_sheet)
{
    ikm_document *document = new_document(NULL);
    gathering out = workbook_of(document, LXW_ROW_MAX);
    char *book = part(&out, "xl/workbook.xml");
    expect_has(book, "<sheet name=\"Lembar\" sheetId=\"1\"");
    free(book);
    gathering_done(&out);
    ikm_document_free(document);
}

Test(xlsx, every_refused_allocation_is_told_and_nothing_is_left)
{
    refusing memory;
    refusing_init(&memory, -1);
    ikm_document *document = new_document(&memory.mem);
    fill(document);
    expect_every_refusal(document, &memory, LXW_ROW_MAX, 5);
    ikm_document_free(document);
}

Test(xlsx, what_goes_wrong_is_told_and_no_byte_is_given_out)
{
    size_t fails_at = 30;
    const ikm_table table = {.columns = columns, .column_count = 3, .row = pull, .ctx = &fails_at, .row_count = 2000};
    ikm_document *document = new_document(NULL);
    ikm_error error;
    gathering out = {0}, small = {.limit = 100};
    ikm_xlsx_options options = options_here();
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    cr_expect(eq(int, ikm_xlsx_write(document, &options, gathering_sink(&out), &error), IKM_ERR_DATA));
    fails_at = 1500; /* later than widths are looked for */
    cr_expect(eq(int, ikm_xlsx_write(document, &options, gathering_sink(&out), &error), IKM_ERR_DATA));
    fails_at = SIZE_MAX;
    cr_expect(eq(int, ikm_xlsx_write(document, &options, gathering_sink(&small), &error), IKM_ERR_IO));
    cr_expect(error.message[0] != '\0');

    options.tmp_folder = "/nowhere/at/all";
    cr_expect(eq(int, ikm_xlsx_write(document, &options, gathering_sink(&out), &error), IKM_ERR_IO));
    expect_has(error.message, "/nowhere/at/all");
    options = options_here();
    options.created = -1;
    cr_expect(eq(int, ikm_xlsx_write(document, &options, gathering_sink(&out), &error), IKM_ERR_ARGUMENT));
    options.created = INT64_MAX;
    cr_expect(eq(int, ikm_xlsx_write(document, &options, gathering_sink(&out), &error), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_xlsx_write(NULL, NULL, gathering_sink(&out), &error), IKM_ERR_ARGUMENT));
    cr_expect(eq(long, out.calls, 0));
    gathering_done(&small);
    ikm_document_free(document);
}

/* Everything that libxlsxwriter would have said on stderr, to a file. */
static long said_on_stderr(void (*act)(void))
{
    struct stat said;
    char path[64];
    snprintf(path, sizeof path, "%s/stderr", folder);
    int kept = dup(STDERR_FILENO);
    fflush(stderr);
    cr_assert(ne(ptr, freopen(path, "w", stderr), NULL));
    act();
    fflush(stderr);
    cr_assert(eq(int, stat(path, &said), 0));
    dup2(kept, STDERR_FILENO);
    close(kept);
    unlink(path);
    return (long)said.st_size;
}

static void write_into_a_small_disk(void)
{
    ikm_document *document = new_document(NULL);
    fill(document);
    gathering out = {0};
    ikm_error error;
    ikm_xlsx_options options = options_here();
    struct rlimit usual, small;
    signal(SIGXFSZ, SIG_IGN);
    cr_assert(eq(int, getrlimit(RLIMIT_FSIZE, &usual), 0));
    small = (struct rlimit){8192, usual.rlim_max};
    cr_assert(eq(int, setrlimit(RLIMIT_FSIZE, &small), 0));
    cr_expect(eq(int, ikm_xlsx_write(document, &options, gathering_sink(&out), &error), IKM_ERR_IO));
    setrlimit(RLIMIT_FSIZE, &usual);
    cr_expect(eq(long, out.calls, 0));
    ikm_document_free(document);
}

Test(xlsx, where_there_is_no_room_for_the_file_it_is_told_by_a_status_alone)
{
    cr_expect(eq(long, said_on_stderr(write_into_a_small_disk), 0));
}

static void write_without_descriptors(void)
{
    ikm_document *document = new_document(NULL);
    fill(document);
    gathering out = {0};
    ikm_xlsx_options options = options_here();
    int next = dup(STDERR_FILENO);
    close(next);
    struct rlimit usual, few;
    cr_assert(eq(int, getrlimit(RLIMIT_NOFILE, &usual), 0));
    few = (struct rlimit){(rlim_t)next + 2, usual.rlim_max};
    cr_assert(eq(int, setrlimit(RLIMIT_NOFILE, &few), 0));
    ikm_status status = ikm_xlsx_write(document, &options, gathering_sink(&out), NULL);
    setrlimit(RLIMIT_NOFILE, &usual);
    cr_expect(eq(int, status, IKM_ERR_IO));
    cr_expect(eq(long, out.calls, 0));
    ikm_document_free(document);
}

Test(xlsx, where_no_more_files_may_be_opened_it_is_told_by_a_status_alone)
{
    cr_expect(eq(long, said_on_stderr(write_without_descriptors), 0));
}

Test(xlsx, a_decimal_becomes_the_nearest_double)
{
    uint64_t seed = 5;
    for (int i = 0; i < 100000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        ikm_decimal decimal = {(int64_t)(seed >> 11), (int32_t)((seed >> 3) % 19)}; /* below 2^53 */
        char text[64];
        cr_assert(eq(int, ikm_decimal_write(text, sizeof text, decimal, '.'), IKM_OK));
        cr_assert(eq(dbl, ikmi_decimal_double(decimal), strtod(text, NULL)), "%s", text);
    }
}
