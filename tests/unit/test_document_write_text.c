/* What stands on a terminal: aligned, within its width, and nothing that a terminal would obey. */
#include "ikm/document.h"

#include "gathering.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

static ikm_document *new_document(ikm_lang lang)
{
    ikm_document *document;
    cr_assert(eq(int, ikm_document_new(&document, lang, "t", NULL), IKM_OK));
    return document;
}

static char *shown(const ikm_document *document, int32_t width, int colour)
{
    ikm_text_options options = IKM_TEXT_OPTIONS_INIT;
    gathering out = {0};
    options.width = width;
    options.colour = colour;
    cr_assert(eq(int, ikm_document_write_text(document, &options, gathering_sink(&out)), IKM_OK));
    return out.bytes ? out.bytes : calloc(1, 1);
}

static void expect_shown(const ikm_document *document, int32_t width, const char *expected)
{
    char *text = shown(document, width, 0);
    cr_expect(eq(str, text, (char *)expected));
    free(text);
}

static void add_rows(ikm_document *document, const ikm_table *table, const ikm_cell *rows, size_t count)
{
    cr_assert(eq(int, ikm_document_table(document, table), IKM_OK));
    for (size_t i = 0; i < count; i++)
        cr_assert(eq(int, ikm_document_row(document, rows + i * table->column_count, table->column_count), IKM_OK));
}

static const ikm_column groups[] = {
    {"Layanan", IKM_CELL_TEXT, 0, NULL}, {"Responden", IKM_CELL_NUMBER, 0, NULL}, {"IKM", IKM_CELL_NUMBER, 2, NULL}};

static void add_groups(ikm_document *document)
{
    const ikm_table table = {.title = "IKM menurut layanan", .columns = groups, .column_count = 3};
    const ikm_cell rows[] = {cell_text("Perizinan"),  cell_number(1064, 0), cell_number(8741, 2),
                             cell_text("Pengaduan"),  cell_number(20, 0),   cell_number(2500, 2),
                             cell_text("Tanpa data"), cell_number(0, 0),    {.kind = IKM_CELL_EMPTY}};
    add_rows(document, &table, rows, 3);
}

Test(document_write_text, headings_figures_sentences_and_notes_have_their_places)
{
    ikm_document *document = new_document(IKM_LANG_ID);
    cr_assert(eq(int, ikm_document_sheet(document, "Rekap"), IKM_OK));
    cr_assert(eq(int, ikm_document_heading(document, 1, "Rekapitulasi"), IKM_OK));
    cr_assert(eq(int, ikm_document_figure(document, "IKM", cell_number(8972, 2), "Mutu A"), IKM_OK));
    cr_assert(eq(int, ikm_document_heading(document, 2, "Catatan"), IKM_OK));
    cr_assert(eq(int, ikm_document_text(document, "Satu."), IKM_OK));
    cr_assert(eq(int, ikm_document_text(document, "Dua."), IKM_OK));
    cr_assert(eq(int,
                 ikm_document_note(document, "Kelompok di bawah 30 responden belum stabil dan dibaca dengan hati-hati"),
                 IKM_OK));
    cr_assert(eq(int, ikm_document_note(document, "Kedua"), IKM_OK));
    expect_shown(document, 40,
                 "Rekapitulasi\n"
                 "════════════\n"
                 "\n"
                 "┏━━━━━━━━━┓  IKM\n"
                 "┃  89,72  ┃  Mutu A\n"
                 "┗━━━━━━━━━┛\n"
                 "\n"
                 "Catatan\n"
                 "───────\n"
                 "Satu.\n"
                 "Dua.\n"
                 "\n"
                 "• Kelompok di bawah 30 responden belum\n"
                 "  stabil dan dibaca dengan hati-hati\n"
                 "• Kedua\n");
    ikm_document_free(document);
}

Test(document_write_text, numbers_stand_right_with_the_mark_of_the_language_and_bars_beside_them)
{
    static const char *const expected[] = {
        [IKM_LANG_ID] = "IKM menurut layanan\n"
                        "Layanan     Responden    IKM  25                         100\n"
                        "────────────────────────────────────────────────────────────\n"
                        "Perizinan       1.064  87,41  █████████████████████████\n"
                        "Pengaduan          20  25,00\n"
                        "Tanpa data          0\n",
        [IKM_LANG_EN] = "IKM menurut layanan\n"
                        "Layanan     Responden    IKM  25                         100\n"
                        "────────────────────────────────────────────────────────────\n"
                        "Perizinan       1,064  87.41  █████████████████████████\n"
                        "Pengaduan          20  25.00\n"
                        "Tanpa data          0\n"};
    for (int lang = IKM_LANG_ID; lang <= IKM_LANG_EN; lang++) {
        const ikm_chart chart = {
            .kind = IKM_CHART_BARS, .title = "not shown", .value_column = 2, .axis_min = {25, 0}, .axis_max = {100, 0}};
        ikm_document *document = new_document((ikm_lang)lang);
        add_groups(document);
        cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
        expect_shown(document, 80, expected[lang]);
        ikm_document_free(document);
    }
}

Test(document_write_text, a_chart_without_room_beside_its_table_stands_below_it)
{
    static const ikm_column columns[] = {{"Kode", IKM_CELL_TEXT, 0, NULL},
                                         {"Unsur", IKM_CELL_TEXT, 0, NULL},
                                         {"Nilai konversi", IKM_CELL_NUMBER, 2, NULL},
                                         {"Kinerja", IKM_CELL_TEXT, 0, NULL}};
    const ikm_table table = {.columns = columns, .column_count = 4};
    const ikm_chart chart = {.kind = IKM_CHART_BARS,
                             .title = "Nilai konversi",
                             .category_column = 1,
                             .value_column = 2,
                             .row_count = 2,
                             .axis_max = {100, 0}};
    const ikm_cell rows[] = {cell_text("U3"),          cell_text("Waktu Penyelesaian"),
                             cell_number(8309, 2),     cell_text("Baik"),
                             cell_text("U4"),          cell_text("Biaya/Tarif"),
                             cell_number(5000, 2),     cell_text("Sangat baik"),
                             cell_text("U5"),          cell_text("Produk"),
                             {.kind = IKM_CELL_EMPTY}, {.kind = IKM_CELL_EMPTY}};
    ikm_document *document = new_document(IKM_LANG_ID);
    add_rows(document, &table, rows, 3);
    cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    expect_shown(document, 50,
                 "                                Nilai\n"
                 "Kode  Unsur                  konversi  Kinerja\n"
                 "──────────────────────────────────────────────────\n"
                 "U3    Waktu Penyelesaian        83,09  Baik\n"
                 "U4    Biaya/Tarif               50,00  Sangat baik\n"
                 "U5    Produk\n"
                 "\n"
                 "Nilai konversi\n"
                 "                       Nilai\n"
                 "Unsur               konversi  0                100\n"
                 "──────────────────────────────────────────────────\n"
                 "Waktu Penyelesaian     83,09  ████████████████▋\n"
                 "Biaya/Tarif            50,00  ██████████\n");
    ikm_document_free(document);
}

Test(document_write_text, a_bar_below_its_table_has_the_name_of_all_its_columns)
{
    static const ikm_column columns[] = {{"Unit", IKM_CELL_TEXT, 0, NULL},
                                         {"Layanan", IKM_CELL_TEXT, 0, NULL},
                                         {"Responden", IKM_CELL_NUMBER, 0, NULL},
                                         {"IKM", IKM_CELL_NUMBER, 2, NULL}};
    const ikm_table table = {.columns = columns, .column_count = 4};
    const ikm_chart chart = {.kind = IKM_CHART_BARS, .category_count = 2, .value_column = 3, .axis_max = {100, 0}};
    const ikm_cell rows[] = {cell_text("Kejobong"), cell_text("Perizinan"), cell_number(64, 0), cell_number(5000, 2),
                             cell_text("Kejobong"), cell_text("Pengaduan"), cell_number(20, 0), cell_number(10000, 2)};
    ikm_document *document = new_document(IKM_LANG_ID);
    add_rows(document, &table, rows, 2);
    cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    expect_shown(document, 44,
                 "Unit      Layanan    Responden     IKM\n"
                 "──────────────────────────────────────\n"
                 "Kejobong  Perizinan         64   50,00\n"
                 "Kejobong  Pengaduan         20  100,00\n"
                 "\n"
                 "Layanan                  IKM  0          100\n"
                 "────────────────────────────────────────────\n"
                 "Kejobong / Perizinan   50,00  ███████\n"
                 "Kejobong / Pengaduan  100,00  ██████████████\n");
    ikm_document_free(document);
}

Test(document_write_text, decimal_marks_stand_below_each_other_and_units_are_told)
{
    static const ikm_column columns[] = {{"n", IKM_CELL_NUMBER, 0, "orang"}, {"Bagian", IKM_CELL_NUMBER, 1, "%"}};
    const ikm_table table = {.columns = columns, .column_count = 2};
    const ikm_cell rows[] = {cell_number(5, 0), cell_number(1005, 1), cell_number(25, 1), cell_number(7, 0)};
    ikm_document *document = new_document(IKM_LANG_ID);
    add_rows(document, &table, rows, 2);
    expect_shown(document, 80,
                 "n (orang)  Bagian\n"
                 "─────────────────\n"
                 "      5    100,5%\n"
                 "      2,5    7  %\n");
    ikm_document_free(document);
}

Test(document_write_text, a_table_too_wide_is_wrapped_and_then_cut_into_blocks)
{
    static const ikm_column columns[] = {{"Kode", IKM_CELL_TEXT, 0, NULL},
                                         {"Unsur pelayanan", IKM_CELL_TEXT, 0, NULL},
                                         {"Tahun 2022", IKM_CELL_NUMBER, 0, NULL},
                                         {"Tahun 2023", IKM_CELL_NUMBER, 0, NULL},
                                         {"Tahun 2024", IKM_CELL_NUMBER, 0, NULL}};
    const ikm_table table = {.columns = columns, .column_count = 5};
    const ikm_cell rows[] = {cell_text("U8"), cell_text("Penanganan Pengaduan, Saran dan Masukan"),
                             cell_number(81234567, 0), cell_number(81234567, 0), cell_number(81234567, 0)};
    ikm_document *document = new_document(IKM_LANG_ID);
    add_rows(document, &table, rows, 1);
    expect_shown(document, 60,
                 "Kode  Unsur pelayanan     Tahun 2022  Tahun 2023  Tahun 2024\n"
                 "────────────────────────────────────────────────────────────\n"
                 "U8    Penanganan          81.234.567  81.234.567  81.234.567\n"
                 "      Pengaduan, Saran\n"
                 "      dan Masukan\n");
    expect_shown(document, 44,
                 "      Unsur\n"
                 /* the block takes the room that its columns leave */
                 "Kode  pelayanan       Tahun 2022  Tahun 2023\n"
                 "────────────────────────────────────────────\n"
                 "U8    Penanganan      81.234.567  81.234.567\n"
                 "      Pengaduan,\n"
                 "      Saran dan\n"
                 "      Masukan\n"
                 "\n"
                 "Kode  Tahun 2024\n"
                 "────────────────\n"
                 "U8    81.234.567\n");
    ikm_document_free(document);
}

Test(document_write_text, a_text_alone_in_its_block_is_as_wide_as_the_terminal)
{
    static const ikm_column columns[] = {{"No", IKM_CELL_NUMBER, 0, NULL},
                                         {"Tercetak dalam laporan", IKM_CELL_NUMBER, 0, NULL},
                                         {"Keterangan", IKM_CELL_TEXT, 0, NULL}};
    const ikm_table table = {.columns = columns, .column_count = 3};
    const ikm_cell rows[] = {cell_number(1, 0), cell_number(1234567890123456789, 0),
                             cell_text("tercetak berbeda di tempat lain dalam laporan yang sama")};
    ikm_document *document = new_document(IKM_LANG_ID);
    add_rows(document, &table, rows, 1);
    expect_shown(document, 40,
                 "No     Tercetak dalam laporan\n"
                 "─────────────────────────────\n"
                 " 1  1.234.567.890.123.456.789\n"
                 "\n"
                 "No  Keterangan\n"
                 "────────────────────────────────────────\n"
                 " 1  tercetak berbeda di tempat lain\n"
                 "    dalam laporan yang sama\n");
    ikm_document_free(document);
}

Test(document_write_text, what_is_in_a_cell_never_reaches_the_terminal_as_a_command)
{
    static const ikm_column columns[] = {{"a\x1b[2J", IKM_CELL_TEXT, 0, NULL}};
    const ikm_table table = {.title = "\x1b]0;title\x07", .columns = columns, .column_count = 1};
    const ikm_cell rows[] = {cell_text("\x1b[31mred\xC2\x9B"
                                       "31m\x08\x08")};
    for (int colour = 0; colour <= 1; colour++) {
        ikm_document *document = new_document(IKM_LANG_ID);
        cr_assert(eq(int, ikm_document_heading(document, 1, "\x1b[H"), IKM_OK));
        cr_assert(eq(int, ikm_document_figure(document, "\x1b[H", cell_text("\x1b[H"), "\x1b[H"), IKM_OK));
        cr_assert(eq(int, ikm_document_note(document, "\x1b[H"), IKM_OK));
        add_rows(document, &table, rows, 1);
        char *text = shown(document, 80, colour);
        int own = 0, foreign = 0;
        for (const char *at = text; (at = strchr(at, '\x1b')) != NULL; at++)
            /* ours set a style: ESC [ digits ; digits m */
            at[1] == '[' && at[2 + strspn(at + 2, "0123456789;")] == 'm' && strncmp(at, "\x1b[31m", 5) ? own++
                                                                                                       : foreign++;
        cr_expect(eq(int, foreign, 0));
        cr_expect(eq(int, own > 0, colour));
        cr_expect(eq(ptr, strchr(text, '\x07'), NULL));
        free(text);
        ikm_document_free(document);
    }
}

Test(document_write_text, no_line_is_wider_than_the_terminal)
{
    static const char *const words[] = {
        "Layanan", "Kependudukan", "dan", "Sipil", "\xE5\xBD\x93\xE5\x9C\xB0", "e\xCC\x81", "U1"};
    uint64_t seed = 3;
    for (int round = 0; round < 300; round++) {
        ikm_column columns[4];
        ikm_cell cells[4];
        char texts[4][200];
        ikm_document *document = new_document(IKM_LANG_ID);
        for (size_t i = 0; i < 4; i++) {
            texts[i][0] = '\0';
            for (uint64_t n = (seed >> 35) % 12 + 1; n > 0; n--) {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                strcat(strcat(texts[i], *texts[i] ? " " : ""), words[(seed >> 33) % 7]);
            }
            columns[i] = (ikm_column){texts[i], seed >> 63 ? IKM_CELL_NUMBER : IKM_CELL_TEXT, 2, NULL};
            cells[i] = seed >> 63 ? cell_number((int64_t)(seed >> 44), 2) : cell_text(texts[i]);
        }
        const ikm_table table = {.title = texts[0], .columns = columns, .column_count = 4};
        const ikm_chart chart = {.kind = IKM_CHART_BARS, .title = texts[1], .value_column = 3};
        add_rows(document, &table, cells, 1);
        cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
        cr_assert(eq(int, ikm_document_heading(document, 1, texts[2]), IKM_OK));
        cr_assert(eq(int, ikm_document_figure(document, texts[3], cells[0], texts[2]), IKM_OK));
        cr_assert(eq(int, ikm_document_note(document, texts[3]), IKM_OK));
        int32_t width = 40 + (int32_t)((seed >> 40) % 80);
        char *text = shown(document, width, 0), *rest = NULL;
        for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
            cr_assert(ikm_text_width((ikm_text){line, strlen(line)}) <= (size_t)width, "%d: %s", width, line);
        free(text);
        ikm_document_free(document);
    }
}

Test(document_write_text, a_table_without_rows_says_so_and_several_sheets_have_their_names)
{
    const ikm_table table = {.title = "Kelompok", .columns = groups, .column_count = 3};
    ikm_document *document = new_document(IKM_LANG_EN);
    cr_assert(eq(int, ikm_document_sheet(document, "Satu"), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    cr_assert(eq(int, ikm_document_sheet(document, "Dua"), IKM_OK));
    cr_assert(eq(int, ikm_document_text(document, "x"), IKM_OK));
    expect_shown(document, 40,
                 "━━━━ Satu ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
                 "\n"
                 "Kelompok\n"
                 "(no data)\n"
                 "\n"
                 "━━━━ Dua ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
                 "\n"
                 "x\n");
    ikm_document_free(document);
}

Test(document_write_text, a_very_long_cell_is_cut_with_a_mark)
{
    static const ikm_column columns[] = {{"Saran", IKM_CELL_TEXT, 0, NULL}};
    const ikm_table table = {.columns = columns, .column_count = 1};
    char text[40001];
    memset(text, 'x', 40000);
    text[40000] = '\0';
    const ikm_cell row = cell_text(text);
    ikm_document *document = new_document(IKM_LANG_ID);
    add_rows(document, &table, &row, 1);
    char *out = shown(document, 40, 0);
    size_t lines = 0;
    for (const char *at = out; (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    cr_expect(eq(sz, lines, 10));
    cr_expect(eq(str, out + strlen(out) - 6, "xx…\n"));
    free(out);
    ikm_document_free(document);
}

typedef struct source {
    size_t wide_from, fails_at;
} source;

static ikm_status pull(void *ctx, size_t index, ikm_cell *cells)
{
    const source *from = ctx;
    if (index == from->fails_at)
        return IKM_ERR_DATA;
    cells[0] = cell_text(index >= from->wide_from ? "Kependudukan dan Pencatatan Sipil" : "Izin");
    cells[1] = cell_number(index >= from->wide_from ? 123456789 : (int64_t)index, 0);
    cells[2] = cell_number(8741, 2);
    return IKM_OK;
}

Test(document_write_text, a_pulled_table_of_any_length_is_streamed_and_later_rows_may_be_wider)
{
    for (size_t rows = 2000; rows <= 200000; rows *= 10) {
        refusing memory;
        source from = {rows - 1, SIZE_MAX};
        const ikm_table table = {.columns = groups, .column_count = 3, .row = pull, .ctx = &from, .row_count = rows};
        ikm_document *document;
        gathering out = {0};
        refusing_init(&memory, -1);
        cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "t", &memory.mem), IKM_OK));
        cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
        long before = memory.requests;
        cr_assert(eq(int, ikm_document_write_text(document, NULL, gathering_sink(&out)), IKM_OK));
        cr_expect(eq(long, memory.requests - before, 2));
        cr_expect(ne(ptr, strstr(out.bytes, "\nKepend"), NULL));
        cr_expect(ne(ptr, strstr(out.bytes, "123.456.789"), NULL));
        gathering_done(&out);
        ikm_document_free(document);
    }
}

Test(document_write_text, what_goes_wrong_is_told_and_leaks_nothing)
{
    source from = {SIZE_MAX, 1500};
    const ikm_table table = {.columns = groups, .column_count = 3, .row = pull, .ctx = &from, .row_count = 9000};
    refusing memory;
    ikm_document *document;
    refusing_init(&memory, -1);
    cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "t", &memory.mem), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    gathering out = {0}, small = {.limit = 100000};
    cr_expect(eq(int, ikm_document_write_text(document, NULL, gathering_sink(&out)), IKM_ERR_DATA));
    from.fails_at = 500; /* already while widths are looked for */
    cr_expect(eq(int, ikm_document_write_text(document, NULL, gathering_sink(&out)), IKM_ERR_DATA));
    from.fails_at = SIZE_MAX;
    cr_expect(eq(int, ikm_document_write_text(document, NULL, gathering_sink(&small)), IKM_ERR_IO));
    ikm_text_options options = IKM_TEXT_OPTIONS_INIT;
    options.width = 39;
    cr_expect(eq(int, ikm_document_write_text(document, &options, gathering_sink(&out)), IKM_ERR_ARGUMENT));
    options.width = -1;
    cr_expect(eq(int, ikm_document_write_text(document, &options, gathering_sink(&out)), IKM_ERR_ARGUMENT));
    options = (ikm_text_options){.size = 4};
    cr_expect(eq(int, ikm_document_write_text(document, &options, gathering_sink(&out)), IKM_ERR_ARGUMENT));
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status != IKM_OK; n++) {
        memory.countdown = n;
        status = ikm_document_write_text(document, NULL, gathering_sink(&out));
        cr_assert(status == IKM_OK || status == IKM_ERR_NOMEM);
    }
    gathering_done(&out);
    gathering_done(&small);
    ikm_document_free(document);
    cr_expect(eq(long, memory.live, 0));
}
