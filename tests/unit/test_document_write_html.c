/* A page as a parser and a reader find it: its structure, and that whatever is in the data stays text. */
#include "ikm/document.h"

#include "gathering.h"
#include "markup.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static ikm_document *new_document(ikm_lang lang, const char *title)
{
    ikm_document *document;
    cr_assert(eq(int, ikm_document_new(&document, lang, title, NULL), IKM_OK));
    return document;
}

#define ADD(call) cr_assert(eq(int, (call), IKM_OK))

static char *written(const ikm_document *document)
{
    gathering out = {0};
    ADD(ikm_document_write_html(document, gathering_sink(&out)));
    return out.bytes;
}

/* What stands between the start of <main> and its end; ends the document. */
static char *main_of(ikm_document *document)
{
    char *page = written(document);
    char *begin = strstr(page, "<main>\n"), *end = strstr(page, "</main>");
    cr_assert(begin && end);
    char *part = strndup(begin + 7, (size_t)(end - begin - 7));
    free(page);
    ikm_document_free(document);
    return part;
}

static void expect_main(ikm_document *document, const char *expected)
{
    char *part = main_of(document);
    cr_expect(eq(str, part, (char *)expected));
    free(part);
}

static void expect_in(const char *page, const char *expected)
{
    cr_expect(strstr(page, expected) != NULL, "%s\n does not stand in\n%s", expected, page);
}

static void add_rows(ikm_document *document, const ikm_table *table, const ikm_cell *rows, size_t count)
{
    ADD(ikm_document_table(document, table));
    for (size_t i = 0; i < count; i++)
        ADD(ikm_document_row(document, rows + i * table->column_count, table->column_count));
}

static const ikm_column two_columns[] = {{"Layanan", IKM_CELL_TEXT, 0, NULL}, {"Serapan", IKM_CELL_NUMBER, 2, "%"}};

/* Rows "a", "b" ... with these values in hundredths; INT32_MIN: an empty cell. */
static void add_values(ikm_document *document, const int32_t *values, size_t count, const ikm_chart *chart)
{
    const ikm_table table = {.title = "T", .columns = two_columns, .column_count = 2};
    ikm_cell rows[16][2];
    char names[16][2] = {{0}};
    for (size_t i = 0; i < count; i++) {
        names[i][0] = (char)('a' + i);
        rows[i][0] = cell_text(names[i]);
        rows[i][1] = values[i] == INT32_MIN ? (ikm_cell){.kind = IKM_CELL_EMPTY} : cell_number(values[i], 2);
    }
    add_rows(document, &table, rows[0], count);
    ADD(ikm_document_chart(document, chart));
}

Test(document_write_html, a_page_stands_alone_and_lets_nothing_in)
{
    ikm_document *document = new_document(IKM_LANG_EN, "Report & more");
    char *page = written(document);
    cr_expect(eq(int, strncmp(page, "<!DOCTYPE html>\n<html lang=\"en\">\n", 33), 0));
    expect_in(page, "<meta charset=\"utf-8\" />");
    expect_in(page, "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; ");
    expect_in(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />");
    expect_in(page, "<title>Report &amp; more</title>");
    expect_in(page, "<h1 id=\"title\">Report &amp; more</h1>");
    static const char *const strange[] = {"<script", "http:", "https:", "url(", "@import", "src=", "<nav"};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++)
        cr_expect(strstr(page, strange[i]) == NULL, "%s", strange[i]);
    free(page);
    ikm_document_free(document);
    document = new_document(IKM_LANG_ID, "x");
    page = written(document);
    expect_in(page, "<html lang=\"id\">");
    free(page);
    ikm_document_free(document);
}

Test(document_write_html, several_sheets_are_sections_with_a_table_of_contents)
{
    ikm_document *document = new_document(IKM_LANG_ID, "Laporan");
    ADD(ikm_document_sheet(document, "Satu"));
    ADD(ikm_document_heading(document, 1, "Bab I"));
    ADD(ikm_document_heading(document, 2, "Bagian"));
    ADD(ikm_document_heading(document, 3, "Butir"));
    ADD(ikm_document_heading(document, 1, "Bab II"));
    ADD(ikm_document_heading(document, 3, "Tanpa bagian"));
    ADD(ikm_document_poster(document, "Dua"));
    ADD(ikm_document_text(document, "Teks"));
    char *page = written(document);
    expect_in(page, "<nav aria-label=\"Daftar isi\">\n<ol>\n<li><a href=\"#s1\">Satu</a></li>\n"
                    "<li><a href=\"#s2\">Dua</a></li>\n</ol>\n</nav>\n");
    free(page);
    expect_main(document,
                "<section id=\"s1\" aria-labelledby=\"n1\">\n<p class=\"sheet\" id=\"n1\">1 · Satu</p>\n"
                "<h2>Bab I</h2>\n<h3>Bagian</h3>\n<h4>Butir</h4>\n<h2>Bab II</h2>\n<h3>Tanpa bagian</h3>\n</section>\n"
                "<section id=\"s2\" class=\"poster\" aria-labelledby=\"n2\">\n<h2 id=\"n2\">Dua</h2>\n"
                "<p>Teks</p>\n</section>\n");
}

Test(document_write_html, a_heading_that_says_what_the_title_says_is_the_title)
{
    ikm_document *document = new_document(IKM_LANG_ID, "Rekap");
    ADD(ikm_document_sheet(document, "R"));
    ADD(ikm_document_heading(document, 1, "Rekap"));
    ADD(ikm_document_heading(document, 2, "Unsur"));
    char *page = written(document);
    cr_expect(strstr(page, "<header>") == NULL);
    free(page);
    expect_main(document, "<section id=\"s1\" aria-labelledby=\"title\">\n<h1 id=\"title\">Rekap</h1>\n"
                          "<h2>Unsur</h2>\n</section>\n");
}

Test(document_write_html, of_two_such_headings_none_is_the_title)
{
    ikm_document *document = new_document(IKM_LANG_ID, "Rekap");
    ADD(ikm_document_sheet(document, "R"));
    ADD(ikm_document_heading(document, 1, "Rekap"));
    ADD(ikm_document_heading(document, 1, "Rekap"));
    char *page = written(document);
    expect_in(page, "<header>\n<h1 id=\"title\">Rekap</h1>\n</header>\n");
    free(page);
    expect_main(document, "<section id=\"s1\" aria-labelledby=\"n1\">\n<h2 id=\"n1\">Rekap</h2>\n"
                          "<h2>Rekap</h2>\n</section>\n");
}

Test(document_write_html, items_of_a_kind_that_follow_each_other_are_one_list)
{
    const ikm_signature signature = {"Kejobong, 2024", "CAMAT", NULL, ""};
    ikm_document *document = new_document(IKM_LANG_ID, "x");
    ADD(ikm_document_note(document, "Satu"));
    ADD(ikm_document_note(document, "Dua"));
    ADD(ikm_document_field(document, "Unit", "Kejobong"));
    ADD(ikm_document_field(document, "Alamat", ""));
    ADD(ikm_document_figure(document, "IKM", cell_number(8972, 2), "Mutu A"));
    ADD(ikm_document_figure(document, "IKM", cell_text("tidak ada"), NULL));
    ADD(ikm_document_signature(document, &signature));
    expect_main(document,
                "<ul class=\"notes\">\n<li>Satu</li>\n<li>Dua</li>\n</ul>\n"
                "<dl>\n<div><dt>Unit</dt><dd>Kejobong</dd></div>\n"
                "<div><dt>Alamat</dt><dd><span class=\"blank\" role=\"img\" aria-label=\"untuk diisi\"></span></dd>"
                "</div>\n</dl>\n"
                "<div class=\"figures\">\n"
                "<div class=\"figure\"><p class=\"label\">IKM</p>\n<p class=\"value\">89,72</p>\n"
                "<p class=\"meaning\">Mutu A</p></div>\n"
                "<div class=\"figure\"><p class=\"label\">IKM</p>\n<p class=\"value words\">tidak ada</p></div>\n"
                "</div>\n"
                "<div class=\"signatures\">\n<div class=\"signature\">\n<p>Kejobong, 2024</p>\n"
                "<p class=\"room\">CAMAT</p>\n"
                "<p class=\"name\"><span class=\"blank\" role=\"img\" aria-label=\"untuk diisi\"></span></p>\n"
                "<p><span class=\"blank\" role=\"img\" aria-label=\"untuk diisi\"></span></p>\n</div>\n</div>\n");
}

Test(document_write_html, a_table_has_a_caption_headers_of_both_ways_and_a_foot)
{
    static const ikm_column columns[] = {{"No.", IKM_CELL_NUMBER, 0, NULL},
                                         {"Program", IKM_CELL_TEXT, 0, NULL},
                                         {"Pagu", IKM_CELL_NUMBER, 0, "Rp"},
                                         {"", IKM_CELL_TEXT, 0, NULL}};
    const ikm_table table = {
        .title = "Anggaran", .columns = columns, .column_count = 4, .foot_count = 1, .blank_rows = 1};
    ikm_cell total = cell_number(-1234567, 0);
    total.strong = 1;
    const ikm_cell rows[] = {
        cell_number(1, 0), cell_text("A"), cell_number(1234567, 0), cell_text("x"), {0}, {0}, total, {0}};
    ikm_document *document = new_document(IKM_LANG_EN, "x");
    add_rows(document, &table, rows, 2);
    expect_main(document,
                "<div class=\"table short\" role=\"group\" tabindex=\"0\" aria-labelledby=\"t1\"><table>\n"
                "<caption id=\"t1\">Anggaran</caption>\n"
                "<thead><tr><th scope=\"col\" class=\"n\">No.</th><th scope=\"col\">Program</th>"
                "<th scope=\"col\" class=\"n\">Pagu (Rp)</th><td></td></tr></thead>\n"
                "<tbody>\n<tr><td class=\"n\">1</td><th scope=\"row\">A</th><td class=\"n\">1,234,567</td><td>x</td>"
                "</tr>\n"
                "<tr class=\"open\"><td aria-label=\"to be filled in\"></td><td></td><td></td><td></td>"
                "</tr>\n</tbody>\n"
                "<tfoot>\n<tr><td></td><td></td><td class=\"n\"><strong>−1,234,567</strong></td>"
                "<td></td></tr>\n</tfoot>\n</table></div>\n");
    document = new_document(IKM_LANG_ID, "x");
    ADD(ikm_document_table(document, &(ikm_table){.columns = two_columns, .column_count = 2}));
    expect_main(document, "<div class=\"table short\" role=\"group\" tabindex=\"0\" aria-label=\"Tabel 1\"><table>\n"
                          "<thead><tr><th scope=\"col\">Layanan</th><th scope=\"col\" class=\"n\">Serapan (%)</th></tr>"
                          "</thead>\n<tbody>\n<tr><td colspan=\"2\">(tidak ada data)</td></tr>\n</tbody>\n"
                          "</table></div>\n");
}

static ikm_status counted_row(void *ctx, size_t index, ikm_cell *cells)
{
    size_t *last = ctx;
    if (*last && index >= *last)
        return IKM_ERR_STOPPED;
    cells[0] = cell_text("Layanan");
    cells[1] = cell_number((int64_t)index, 0);
    return IKM_OK;
}

Test(document_write_html, rows_are_written_through_and_take_no_memory)
{
    long requests[2];
    for (int large = 0; large < 2; large++) {
        refusing memory;
        size_t last = 0;
        gathering out = {0};
        ikm_document *document;
        refusing_init(&memory, -1);
        const ikm_table table = {.columns = two_columns,
                                 .column_count = 2,
                                 .row = counted_row,
                                 .ctx = &last,
                                 .row_count = large ? 100000 : 10};
        ADD(ikm_document_new(&document, IKM_LANG_ID, "x", &memory.mem));
        ADD(ikm_document_table(document, &table));
        ADD(ikm_document_write_html(document, gathering_sink(&out)));
        requests[large] = memory.requests;
        expect_in(out.bytes + out.size - 200, large ? ">99.999</td>" : ">9</td>");
        gathering_done(&out);
        ikm_document_free(document);
    }
    cr_expect(eq(long, requests[0], requests[1]));
}

Test(document_write_html, bars_begin_at_zero_and_end_at_their_value)
{
    static const int32_t values[] = {5000, INT32_MIN, -2500, 10000};
    const ikm_chart chart = {.kind = IKM_CHART_BARS, .title = "C", .value_column = 1};
    ikm_document *document = new_document(IKM_LANG_ID, "x");
    add_values(document, values, 4, &chart);
    char *page = main_of(document);
    /* from -25 to 100 in steps of 25: zero stands at a fifth */
    expect_in(page, "<rect x=\"20%\" y=\"19\" width=\"40%\" height=\"16\" fill=\"#0072b2\" class=\"edge\" />\n"
                    "<rect x=\"0%\" y=\"111\" width=\"20%\" height=\"16\"");
    expect_in(page, "<rect x=\"20%\" y=\"157\" width=\"80%\"");
    expect_in(page, "<text x=\"60%\" dx=\"5\" y=\"32\" class=\"halo\">50,00</text>");
    expect_in(page, "<text x=\"100%\" dx=\"-5\" y=\"170\" text-anchor=\"end\" class=\"on-dark\">100,00</text>");
    expect_in(page, ">−25,00</text>");
    expect_in(page, "<figcaption>C</figcaption>");
    expect_in(page, "role=\"img\" height=\"208\" aria-labelledby=\"c1-0\" aria-describedby=\"d1-0\">\n"
                    "<title id=\"c1-0\">C</title>\n<desc id=\"d1-0\">Grafik batang, 4 baris. Angkanya ada pada tabel "
                    "“T”. Serapan: terendah -25,00 (c), tertinggi 100,00 (d).</desc>");
    free(page);
}

Test(document_write_html, an_axis_that_is_given_is_kept_and_grows_only_for_what_lies_beyond)
{
    static const int32_t within[] = {2500, 10000}, beyond[] = {11500, 150};
    ikm_chart chart = {.kind = IKM_CHART_BARS, .value_column = 1, .axis_min = {25, 0}, .axis_max = {100, 0}};
    ikm_document *document = new_document(IKM_LANG_ID, "x");
    add_values(document, within, 2, &chart);
    char *page = main_of(document);
    expect_in(page, "<rect x=\"0%\" y=\"19\" width=\"0%\"");
    expect_in(page, "<rect x=\"0%\" y=\"65\" width=\"100%\"");
    expect_in(page, "<text x=\"33.33%\" y=\"110\" text-anchor=\"middle\" class=\"axis\">50%</text>");
    free(page);
    chart = (ikm_chart){.kind = IKM_CHART_SHARES, .value_column = 1, .axis_max = {100, 0}};
    document = new_document(IKM_LANG_ID, "x");
    add_values(document, beyond, 2, &chart);
    page = main_of(document);
    expect_in(page, "<rect x=\"0%\" y=\"19\" width=\"100%\" height=\"16\" fill=\"#0072b2\" class=\"edge\" />\n"
                    "<rect x=\"0%\" y=\"19\" width=\"86.96%\" height=\"16\" class=\"track\" />\n"
                    "<line x1=\"86.96%\" x2=\"86.96%\" y1=\"16\" y2=\"38\" class=\"zero\" />");
    expect_in(page, "<rect x=\"0%\" y=\"65\" width=\"1.3%\"");
    free(page);
}

Test(document_write_html, shares_stand_about_one_middle)
{
    static const ikm_column columns[] = {{"U", IKM_CELL_TEXT, 0, NULL},
                                         {"1", IKM_CELL_NUMBER, 0, "%"},
                                         {"2", IKM_CELL_NUMBER, 0, "%"},
                                         {"3", IKM_CELL_NUMBER, 0, "%"},
                                         {"4", IKM_CELL_NUMBER, 0, "%"}};
    const ikm_table table = {.columns = columns, .column_count = 5};
    const ikm_chart chart = {.kind = IKM_CHART_DIVERGING, .value_column = 1, .series_count = 4};
    const ikm_cell row[] = {cell_text("a"), cell_number(10, 0), cell_number(20, 0), cell_number(30, 0),
                            cell_number(40, 0)};
    ikm_document *document = new_document(IKM_LANG_ID, "x");
    add_rows(document, &table, row, 1);
    ADD(ikm_document_chart(document, &chart));
    char *page = main_of(document);
    /* from -40 to 80 in steps of 20: the middle stands at a third, 10 are 8.33 */
    expect_in(page, "<rect x=\"16.67%\" y=\"19\" width=\"16.66%\" height=\"16\" fill=\"#f1a340\"");
    expect_in(page, "<rect x=\"8.33%\" y=\"19\" width=\"8.34%\" height=\"16\" fill=\"#b35806\"");
    expect_in(page, "<rect x=\"33.33%\" y=\"19\" width=\"25%\" height=\"16\" fill=\"#8db8db\"");
    expect_in(page, "<rect x=\"58.33%\" y=\"19\" width=\"33.34%\" height=\"16\" fill=\"#2c5f8a\"");
    expect_in(page, "class=\"axis\">40%</text>");
    expect_in(page, "class=\"zero\" />");
    expect_in(page, "fill=\"#b35806\" /></svg>1</li>");
    free(page);
}

Test(document_write_html, lines_break_where_there_is_no_number)
{
    static const int32_t values[] = {5000, 7500, INT32_MIN, 10000};
    static const ikm_chart_band bands[] = {{{0, 0}, "C"}, {{50, 0}, "B"}, {{7500, 2}, "A"}};
    const ikm_decimal target = {875, 1};
    const ikm_chart chart = {.kind = IKM_CHART_LINES,
                             .value_column = 1,
                             .axis_max = {100, 0},
                             .bands = bands,
                             .band_count = 3,
                             .reference = &target,
                             .reference_title = "Target"};
    ikm_document *document = new_document(IKM_LANG_EN, "x");
    add_values(document, values, 4, &chart);
    char *page = main_of(document), *at = page;
    size_t joined = 0, points = 0;
    for (; (at = strstr(at, "stroke-width=\"2.5\"")) != NULL; at++)
        joined++;
    for (at = page; (at = strstr(at, "<circle ")) != NULL; at++)
        points++;
    cr_expect(eq(sz, joined, 1));
    cr_expect(eq(sz, points, 3));
    expect_in(page, "<line x1=\"22%\" x2=\"42%\" y1=\"124\" y2=\"69\"");
    expect_in(page, "<rect x=\"10%\" width=\"90%\" y=\"69\" height=\"55\" class=\"band\"");
    expect_in(page, ">B</text>");
    expect_in(page, "class=\"target\" /></svg>Target 87.5</li>");
    free(page);
}

Test(document_write_html, more_rows_than_can_be_seen_are_not_drawn_and_that_is_said)
{
    size_t last = 0, drawings = 0;
    const ikm_table table = {
        .columns = two_columns, .column_count = 2, .row = counted_row, .ctx = &last, .row_count = 230};
    const ikm_chart chart = {.kind = IKM_CHART_BARS, .title = "C", .value_column = 1};
    ikm_document *document = new_document(IKM_LANG_ID, "x");
    ADD(ikm_document_table(document, &table));
    ADD(ikm_document_chart(document, &chart));
    char *page = main_of(document);
    for (char *at = page; (at = strstr(at, "<svg class=\"chart\"")) != NULL; at++)
        drawings++;
    cr_expect(eq(sz, drawings, 13), "sixteen bars each, so that none is torn");
    expect_in(page, "<title id=\"c1-12\">C, 193–200</title>");
    expect_in(page, "Grafik menampilkan 200 baris pertama dari 230 baris; tabel memuat semuanya.");
    free(page);
    document = new_document(IKM_LANG_ID, "x");
    ADD(ikm_document_table(document, &(ikm_table){.columns = two_columns, .column_count = 2}));
    ADD(ikm_document_chart(document, &chart));
    page = main_of(document);
    cr_expect(strstr(page, "<figure>") == NULL, "nothing to draw");
    free(page);
}

/* Every kind of item, with this text wherever a text may stand. */
static ikm_document *everything(const char *text, const ikm_mem *mem)
{
    const ikm_column columns[] = {
        {text, IKM_CELL_TEXT, 0, NULL}, {text, IKM_CELL_NUMBER, 2, text}, {text, IKM_CELL_NUMBER, 2, text}};
    const ikm_table table = {.title = text, .columns = columns, .column_count = 3, .foot_count = 1, .blank_rows = 1};
    const ikm_cell rows[] = {cell_text(text),  cell_number(1, 0), cell_number(2, 0), cell_text(text),
                             cell_text(text),  cell_number(3, 0), cell_text(text),   {0},
                             cell_number(3, 0)};
    const ikm_decimal target = {1, 0};
    const ikm_chart_band band = {{0, 0}, text};
    const ikm_signature signature = {text, text, text, text};
    ikm_document *document;
    ikm_status status = ikm_document_new(&document, IKM_LANG_ID, text, mem);
    for (int sheet = 0; sheet < 2 && status == IKM_OK; sheet++) {
        status = sheet ? ikm_document_poster(document, text) : ikm_document_sheet(document, text);
        for (int level = 1; level <= 3 && status == IKM_OK; level++)
            status = ikm_document_heading(document, level, text);
        if (status == IKM_OK)
            status = ikm_document_text(document, text);
        if (status == IKM_OK)
            status = ikm_document_note(document, text);
        if (status == IKM_OK)
            status = ikm_document_field(document, text, text);
        if (status == IKM_OK)
            status = ikm_document_figure(document, text, cell_text(text), text);
        if (status == IKM_OK)
            status = ikm_document_signature(document, &signature);
        if (status == IKM_OK)
            status = ikm_document_table(document, &table);
        for (size_t i = 0; i < 3 && status == IKM_OK; i++)
            status = ikm_document_row(document, rows + i * 3, 3);
        for (int kind = IKM_CHART_BARS; kind <= IKM_CHART_SHARES && status == IKM_OK; kind++) {
            const ikm_chart chart = {.kind = (ikm_chart_kind)kind,
                                     .title = text,
                                     .value_column = 1,
                                     .series_count = kind == IKM_CHART_SHARES ? 1 : 2,
                                     .reference = &target,
                                     .reference_title = text,
                                     .bands = &band,
                                     .band_count = 1};
            status = ikm_document_chart(document, &chart);
        }
    }
    if (status != IKM_OK) {
        ikm_document_free(document);
        return NULL;
    }
    return document;
}

static markup parsed(const char *text)
{
    ikm_document *document = everything(text, NULL);
    cr_assert(document != NULL);
    char *page = written(document);
    markup m = markup_of(page);
    cr_expect(m.well_formed && m.ids_differ && m.references_hold, "%.60s", text);
    free(page);
    ikm_document_free(document);
    return m;
}

Test(document_write_html, what_is_in_the_data_stays_text)
{
    static char endless[40001];
    memset(endless, 'x', 40000);
    const char *const texts[] = {"<script>alert(1)</script>",
                                 "\"><img src=x onerror=alert(1)>",
                                 "' onload='x' \" style=\"x\" &lt; &#60; & <!-- --> ]]> <![CDATA[",
                                 "</style></title></svg></main>",
                                 "\xE2\x80\xAE"
                                 "dekat \xE2\x81\xA7 \xD7\xA9\xD7\x9C",
                                 "a\x01\x1B[31m\x7F\xC2\x85\tb\r\nc\rd\ne",
                                 "caf\xE9 \xEF\xBF\xBE \xEF\xBF\xBF \xC0\xAF \xED\xA0\x80 \xF4\x90\x80\x80",
                                 "=cmd|' /C calc'!A0",
                                 endless};
    markup plain = parsed("biasa");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        markup m = parsed(texts[i]);
        cr_expect(eq(str, m.elements.bytes, plain.elements.bytes), "%.40s makes other elements", texts[i]);
        markup_done(&m);
    }
    markup m = parsed(texts[0]);
    cr_expect(strstr(m.text.bytes, "<script>alert(1)</script>") != NULL, "and it is the text that stood there");
    markup_done(&m);
    m = parsed(endless);
    cr_expect(strstr(m.text.bytes, endless) != NULL, "all of it");
    markup_done(&m);
    markup_done(&plain);
}

Test(document_write_html, what_runs_to_the_left_is_kept_to_itself_and_nothing_else_is)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {{"Camat & \"Staf\"", "<p>Camat &amp; &quot;Staf&quot;</p>\n"},
                 {"café – 14°", "<p>café – 14°</p>\n"},
                 {"\xD7\xA9", "<p><bdi>\xD7\xA9</bdi></p>\n"},
                 {"a\xE2\x80\xAE"
                  "b",
                  "<p><bdi>a\xE2\x80\xAE"
                  "b</bdi></p>\n"},
                 {"a\r\nb\rc\td", "<p>a\nb\nc d</p>\n"},
                 {"", "<p></p>\n"},
                 {"1234567890123456789012345678901234", "<p>12345678901234567890123456789012<wbr />34</p>\n"},
                 {"1234567890123456789012345678901\xCC\x81 2", "<p>1234567890123456789012345678901\xCC\x81 2</p>\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_document *document = new_document(IKM_LANG_ID, "x");
        ADD(ikm_document_text(document, cases[i].text));
        expect_main(document, cases[i].expected);
    }
    ikm_document *document = new_document(IKM_LANG_ID, "a\xE2\x80\xAE"
                                                       "b");
    char *page = written(document);
    expect_in(page, "<title>a\xEF\xBF\xBD"
                    "b</title>");
    free(page);
    ikm_document_free(document);
}

/* Any numbers on any axis: a page, with every place between 0 and 100 per cent. */
Test(document_write_html, no_number_leaves_the_drawing)
{
    static const int64_t digits[] = {0, 1, -1, 99, -2500, 1000000007, INT64_MAX, INT64_MIN, INT64_MAX - 1};
    uint32_t seed = 1;
    for (int round = 0; round < 2000; round++) {
        const ikm_table table = {.columns = two_columns, .column_count = 2};
        ikm_chart chart = {.kind = round % 3 == 0   ? IKM_CHART_BARS
                                   : round % 3 == 1 ? IKM_CHART_LINES
                                                    : IKM_CHART_SHARES,
                           .value_column = 1};
        ikm_cell rows[3][2];
        int32_t places[4];
        for (int i = 0; i < 4; i++)
            places[i] = (int32_t)((seed = seed * 1664525 + 1013904223) >> 16) % 19;
        for (int i = 0; i < 3; i++) {
            rows[i][0] = cell_text("a");
            rows[i][1] = cell_number(digits[((seed = seed * 1664525 + 1013904223) >> 16) % 9], places[i]);
        }
        if (round % 2)
            chart.axis_max = (ikm_decimal){INT64_MAX >> (seed >> 26), places[3]};
        ikm_document *document = new_document(IKM_LANG_ID, "x");
        add_rows(document, &table, rows[0], 3);
        ADD(ikm_document_chart(document, &chart));
        char *page = main_of(document);
        for (char *at = page; (at = strstr(at, "%\"")) != NULL; at++) {
            char *begin = at;
            while (begin[-1] != '"')
                begin--;
            double place = strtod(begin, NULL);
            cr_assert(place >= 0 && place <= 100, "round %d: %.20s", round, begin);
        }
        free(page);
    }
}

Test(document_write_html, refused_memory_and_a_full_disk_are_said)
{
    long n = 0;
    ikm_status status = IKM_ERR_NOMEM;
    for (; status != IKM_OK; n++) {
        refusing memory;
        gathering out = {0};
        refusing_init(&memory, -1);
        ikm_document *document = everything("\xD7\xA9 <b>", &memory.mem);
        cr_assert(document != NULL);
        memory.countdown = n;
        status = ikm_document_write_html(document, gathering_sink(&out));
        cr_expect(status == IKM_OK || status == IKM_ERR_NOMEM);
        gathering_done(&out);
        ikm_document_free(document);
        cr_expect(eq(long, memory.live, 0));
        cr_assert(lt(long, n, 1000));
    }
    cr_expect(gt(long, n, 2));
    ikm_document *document = everything("x", NULL);
    gathering full = {.limit = 5000};
    cr_expect(eq(int, ikm_document_write_html(document, gathering_sink(&full)), IKM_ERR_IO));
    cr_expect(eq(int, ikm_document_write_html(NULL, gathering_sink(&full)), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_document_write_html(document, (ikm_sink){NULL, NULL}), IKM_ERR_ARGUMENT));
    gathering_done(&full);
    ikm_document_free(document);
}

Test(document_write_html, what_a_source_of_rows_says_is_handed_on)
{
    for (int with_chart = 0; with_chart < 2; with_chart++) {
        size_t last = 5;
        gathering out = {0};
        const ikm_table table = {.columns = two_columns,
                                 .column_count = 2,
                                 .row = counted_row,
                                 .ctx = &last,
                                 .row_count = with_chart ? 5 : 6};
        const ikm_chart chart = {.kind = IKM_CHART_BARS, .value_column = 1};
        ikm_document *document = new_document(IKM_LANG_ID, "x");
        ADD(ikm_document_table(document, &table));
        if (with_chart)
            ADD(ikm_document_chart(document, &chart));
        ikm_status status = ikm_document_write_html(document, gathering_sink(&out));
        cr_expect(eq(int, status, with_chart ? IKM_OK : IKM_ERR_STOPPED));
        gathering_done(&out);
        ikm_document_free(document);
    }
}
