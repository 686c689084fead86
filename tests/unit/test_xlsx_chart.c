/* Native charts of every kind, from the one definition. */
#include "refusing.h"
#include "workbook.h"

TestSuite(xlsx_chart, .init = make_folder, .fini = remove_folder);

static const ikm_decimal target = {87, 0};
static const ikm_chart_band bands[] = {{{25, 0}, "D"}, {{65, 0}, "C"}, {{7661, 2}, "B"}, {{8831, 2}, "=A"}};
static const ikm_column columns[] = {{"Unsur", IKM_CELL_TEXT, 0, NULL}, {"1", IKM_CELL_NUMBER, 1, "%"},
                                     {"2", IKM_CELL_NUMBER, 1, "%"},    {"=3", IKM_CELL_NUMBER, 1, "%"},
                                     {"4", IKM_CELL_NUMBER, 1, "%"},    {"IKM", IKM_CELL_NUMBER, 2, NULL},
                                     {"Lalu", IKM_CELL_NUMBER, 2, NULL}};

/* Three rows and a foot that no chart shows; a text among the values of the last column. */
static void add_table(ikm_document *document, const char *sheet)
{
    const ikm_table table = {.columns = columns, .column_count = 7, .foot_count = 1};
    const ikm_cell rows[][7] = {{cell_text("Waktu"), cell_number(0, 1), cell_number(30, 1), cell_number(400, 1),
                                 cell_number(570, 1), cell_number(8972, 2), cell_number(8000, 2)},
                                {cell_text("Biaya"), cell_number(120, 1), cell_number(180, 1), cell_number(300, 1),
                                 cell_number(400, 1), cell_number(7500, 2), cell_text("–")},
                                {cell_text("Sarana"), cell_number(10, 1), cell_number(100, 1), cell_number(500, 1),
                                 cell_number(390, 1), cell_number(9100, 2), cell_number(8500, 2)},
                                {cell_text("Jumlah"), cell_number(1, 0), cell_number(1, 0), cell_number(1, 0),
                                 cell_number(1, 0), cell_number(4711, 0), cell_number(1, 0)}};
    cr_assert(eq(int, ikm_document_sheet(document, sheet), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    for (size_t i = 0; i < 4; i++)
        cr_assert(eq(int, ikm_document_row(document, rows[i], 7), IKM_OK));
}

static char *drawn(const ikm_chart *chart, const char *sheet, gathering *out)
{
    ikm_document *document = new_document(NULL);
    add_table(document, sheet);
    cr_assert(eq(int, ikm_document_chart(document, chart), IKM_OK));
    *out = workbook_of(document, LXW_ROW_MAX);
    ikm_document_free(document);
    return part(out, "xl/charts/chart1.xml");
}

Test(xlsx_chart, bars_of_several_series_are_named_and_marked_by_a_reference)
{
    const ikm_chart chart = {.kind = IKM_CHART_BARS,
                             .title = "Dua tahun",
                             .value_column = 5,
                             .series_count = 2,
                             .axis_min = {25, 0},
                             .axis_max = {100, 0},
                             .reference = &target,
                             .reference_title = "Target"};
    gathering out;
    char *xml = drawn(&chart, "Rekap", &out), *aside = part(&out, "xl/worksheets/sheet2.xml");
    cr_expect(eq(sz, count_of(xml, "<c:ser>"), 3));
    expect_has(xml, "<c:f>'Rekap'!$F$2:$F$4</c:f>"); /* the foot is in row 5 */
    expect_has_not(xml, "4711");
    expect_has(xml, "<c:f>'Data bantu'!$A$1:$A$3</c:f>"); /* a text is no zero */
    cr_expect(eq(sz, count_of(aside, "<c r=\"A"), 2));
    expect_has(xml, "<c:tx><c:v>IKM</c:v></c:tx>");
    expect_has(xml, "<c:tx><c:v>Lalu</c:v></c:tx>");
    expect_has(xml, "<c:trendline><c:name>Target</c:name>");
    expect_has(xml, "<c:forward val=\"0.5\"/><c:backward val=\"0.5\"/>");
    cr_expect(eq(sz, count_of(xml, "<c:v>87</c:v>"), 3));
    expect_has(xml, "<c:legendPos val=\"b\"/>");
    expect_has(xml, "<a:srgbClr val=\"0072B2\"/>");
    expect_has(xml, "<a:srgbClr val=\"E69F00\"/>");
    expect_has(xml, "<c:max val=\"100\"/><c:min val=\"25\"/>");
    free(xml);
    free(aside);
    gathering_done(&out);
}

Test(xlsx_chart, one_bar_has_its_reference_beside_it)
{
    const ikm_chart chart = {
        .kind = IKM_CHART_BARS, .value_column = 5, .row_count = 1, .reference = &target, .reference_title = "=Target"};
    gathering out;
    char *xml = drawn(&chart, "Rekap", &out);
    expect_has_not(xml, "<c:trendline>");
    expect_has(xml, "<c:tx><c:v> =Target</c:v></c:tx>");
    free(xml);
    gathering_done(&out);
}

Test(xlsx_chart, shares_about_a_middle_are_stacked_away_from_it_and_named_in_their_order)
{
    const ikm_chart chart = {.kind = IKM_CHART_DIVERGING, .title = "Sebaran", .value_column = 1, .series_count = 4};
    gathering out;
    char *xml = drawn(&chart, "Rekap", &out);
    static const char *const in_order[] = {
        "<c:grouping val=\"stacked\"/>",
        "<c:idx val=\"0\"/>",
        "<c:v>1</c:v>",
        "'Data bantu'!$A$1:$A$3", /* names of the left half */
        "<c:idx val=\"1\"/>",
        "<c:v>2</c:v>",
        "'Data bantu'!$B$1:$B$3",
        "<c:idx val=\"2\"/>",
        "<c:v>2</c:v>",
        "'Data bantu'!$C$1:$C$3",
        "<c:v>-3</c:v>",
        "<c:v>-18</c:v>",
        "<c:idx val=\"3\"/>",
        "<c:v>1</c:v>",
        "'Data bantu'!$D$1:$D$3",
        "<c:v>-12</c:v>",
        "<c:idx val=\"4\"/>",
        "<c:v> =3</c:v>",
        "'Rekap'!$D$2:$D$4",
        "<c:idx val=\"5\"/>",
        "<c:v>4</c:v>",
        "'Rekap'!$E$2:$E$4",
        "<c:overlap val=\"100\"/>",
        "<c:max val=\"100\"/><c:min val=\"-40\"/>", /* 30 per cent of Biaya are left of the middle */
        "<c:legendEntry><c:idx val=\"2\"/><c:delete val=\"1\"/>",
        "<c:legendEntry><c:idx val=\"3\"/><c:delete val=\"1\"/>"};
    const char *at = xml;
    for (size_t i = 0; i < sizeof in_order / sizeof *in_order; i++) {
        const char *found = strstr(at, in_order[i]);
        cr_assert(ne(ptr, (void *)found, NULL), "%s not behind its predecessor", in_order[i]);
        at = found;
    }
    expect_has(xml, "formatCode=\"#,##0.0&quot;%&quot;;#,##0.0&quot;%&quot;\""); /* no sign is shown */
    expect_has_not(xml, "4711");
    free(xml);
    gathering_done(&out);
}

Test(xlsx_chart, lines_are_drawn_over_bands_on_the_same_axes)
{
    const ikm_chart chart = {.kind = IKM_CHART_LINES,
                             .title = "Tren",
                             .value_column = 5,
                             .axis_min = {50, 0},
                             .axis_max = {100, 0},
                             .bands = bands,
                             .band_count = 4,
                             .reference = &target,
                             .reference_title = "Target"};
    gathering out;
    char *xml = drawn(&chart, "Tren", &out);
    char *columns_part = strstr(xml, "<c:barChart>"), *lines_part = strstr(xml, "<c:lineChart>");
    cr_assert(ne(ptr, columns_part, NULL));
    cr_assert(lines_part > columns_part);
    expect_has(xml, "<c:overlap val=\"100\"/><c:axId val=\"50010001\"/><c:axId val=\"50010002\"/></c:barChart>");
    expect_has(xml, "<c:axId val=\"50010001\"/><c:axId val=\"50010002\"/></c:lineChart>");
    expect_has(lines_part, "<c:idx val=\"5\"/><c:order val=\"5\"/><c:tx><c:v>IKM</c:v></c:tx>");
    expect_has(lines_part, "'Tren'!$F$2:$F$4");
    expect_has(lines_part, "<c:marker><c:symbol val=\"circle\"/>");
    lines_part[0] = '\0';                                    /* before it only the columns */
    cr_expect(eq(sz, count_of(columns_part, "<c:ser>"), 5)); /* what is below the bands, and four */
    expect_has_not(columns_part, "<c:marker>");
    expect_has(columns_part, "<c:gapWidth val=\"0\"/>");
    cr_expect(eq(sz, count_of(columns_part, "<c:v>25</c:v>"), 3));
    cr_expect(eq(sz, count_of(columns_part, "<c:v>40</c:v>"), 3)); /* D reaches from 25 to 65 */
    cr_expect(eq(sz, count_of(columns_part, "<c:v>11.69</c:v>"), 3));
    expect_has(columns_part, "<c:v> =A</c:v>");
    free(xml);
    gathering_done(&out);
}

Test(xlsx_chart, shares_fill_a_track_as_long_as_the_axis)
{
    const ikm_chart chart = {.kind = IKM_CHART_SHARES, .value_column = 1, .axis_max = {100, 0}};
    gathering out;
    char *xml = drawn(&chart, "Rekap", &out);
    cr_expect(eq(sz, count_of(xml, "<c:ser>"), 2));
    cr_expect(eq(sz, count_of(xml, "<c:v>100</c:v>"), 3));
    expect_has(xml, "<c:overlap val=\"100\"/>");
    expect_has_not(xml, "<c:legend>");
    free(xml);
    gathering_done(&out);
}

Test(xlsx_chart, every_kind_is_drawn_on_a_sheet_whose_name_must_be_quoted)
{
    static const char *const names[] = {"Jum'at", "Awas!", "2024", "a/b:c*d?e[f]"};
    static const char *const quoted[] = {"'Jum''at'!$", "'Awas!'!$", "'2024'!$", "'a-b-c-d-e-f-'!$"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (int kind = IKM_CHART_BARS; kind <= IKM_CHART_SHARES; kind++) {
            const ikm_chart chart = {.kind = (ikm_chart_kind)kind,
                                     .title = "=cmd|' /C calc'!A0",
                                     .value_column = kind == IKM_CHART_SHARES ? 6 : 3,
                                     .series_count = kind == IKM_CHART_SHARES ? 1 : 2,
                                     .axis_max = {100, 0},
                                     .reference = &target};
            gathering out;
            char *xml = drawn(&chart, names[i], &out);
            expect_has(xml, quoted[i]);
            expect_has(xml, "'Data bantu'!$A$1:$A$3");
            expect_has(xml, "<c:v>Waktu</c:v>"); /* the cache was filled: the reference can be read */
            expect_has(xml, kind == IKM_CHART_DIVERGING ? "<c:v>-40</c:v>" : "<c:v>87</c:v>");
            expect_has(xml, "<a:t> =cmd|' /C calc'!A0</a:t>");
            free(xml);
            gathering_done(&out);
        }
}

Test(xlsx_chart, every_refused_allocation_is_told)
{
    refusing memory;
    refusing_init(&memory, -1);
    ikm_document *document = new_document(&memory.mem);
    add_table(document, "Rekap");
    for (int kind = IKM_CHART_BARS; kind <= IKM_CHART_SHARES; kind++) {
        const ikm_chart chart = {.kind = (ikm_chart_kind)kind,
                                 .title = "Grafik",
                                 .value_column = kind == IKM_CHART_SHARES ? 6 : 3,
                                 .series_count = kind == IKM_CHART_SHARES ? 1 : 2,
                                 .bands = bands,
                                 .band_count = 4,
                                 .reference = &target};
        cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    }
    expect_every_refusal(document, &memory, LXW_ROW_MAX, 15);
    ikm_document_free(document);
}
