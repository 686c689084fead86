/*
 * pages FOLDER MARK: pages for a browser to open, with every kind of item and every kind of chart, and with texts as
 * only strangers write them; made under the locale of the environment, whose decimal mark must be MARK.
 */
#include "ikm/document.h"

#include "../office/making.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const ikm_cell nothing = {.kind = IKM_CELL_EMPTY};

static void add_rows(ikm_document *document, const ikm_table *table, const ikm_cell *rows, size_t count)
{
    check(ikm_document_table(document, table), "table");
    for (size_t i = 0; i < count; i++)
        check(ikm_document_row(document, rows + i * table->column_count, table->column_count), "row");
}

static void add_chart(ikm_document *document, const ikm_chart *chart)
{
    check(ikm_document_chart(document, chart), chart->title);
}

/* The elements of the regulation, from the weakest to the strongest; bars with a target. */
static void add_elements(ikm_document *document, const char *title, const char *const *names)
{
    static const ikm_column columns[] = {{"Kode", IKM_CELL_TEXT, 0, NULL},
                                         {"Unsur", IKM_CELL_TEXT, 0, NULL},
                                         {"NRR", IKM_CELL_NUMBER, 3, NULL},
                                         {"Nilai konversi", IKM_CELL_NUMBER, 2, NULL},
                                         {"Mutu", IKM_CELL_TEXT, 0, NULL}};
    static const char *const codes[] = {"U3", "U9", "U1", "U2", "U4", "U7", "U6", "U5", "U8"};
    static const int nrr[] = {2942, 3208, 3410, 3467, 3532, 3585, 3610, 3702, 3854};
    const ikm_table table = {.title = title, .columns = columns, .column_count = 5};
    const ikm_decimal target = {87, 0};
    ikm_cell rows[9][5];
    for (int i = 0; i < 9; i++) {
        rows[i][0] = text(codes[i]);
        rows[i][1] = text(names[i]);
        rows[i][2] = number(nrr[i], 3);
        rows[i][3] = number((nrr[i] * 25 + 5) / 10, 2);
        rows[i][4] = text(nrr[i] > 3532 ? "A" : nrr[i] > 3064 ? "B" : "C");
    }
    add_rows(document, &table, rows[0], 9);
    const ikm_chart chart = {.kind = IKM_CHART_BARS,
                             .title = "Nilai konversi per unsur",
                             .category_count = 2,
                             .value_column = 3,
                             .axis_min = {25, 0},
                             .axis_max = {100, 0},
                             .reference = &target,
                             .reference_title = "Target"};
    add_chart(document, &chart);
}

static const char *const elements[] = {"Waktu Penyelesaian",
                                       "Sarana dan Prasarana",
                                       "Persyaratan",
                                       "Sistem, Mekanisme, dan Prosedur",
                                       "Biaya/Tarif",
                                       "Perilaku Pelaksana",
                                       "Kompetensi Pelaksana",
                                       "Produk Spesifikasi Jenis Pelayanan",
                                       "Penanganan Pengaduan, Saran, dan Masukan"};

static void add_distribution(ikm_document *document)
{
    static const ikm_column columns[] = {{"Unsur", IKM_CELL_TEXT, 0, NULL},
                                         {"1 Tidak baik", IKM_CELL_NUMBER, 1, "%"},
                                         {"2 Kurang baik", IKM_CELL_NUMBER, 1, "%"},
                                         {"3 Baik", IKM_CELL_NUMBER, 1, "%"},
                                         {"4 Sangat baik", IKM_CELL_NUMBER, 1, "%"}};
    const ikm_table table = {.title = "Sebaran jawaban", .columns = columns, .column_count = 5};
    const ikm_chart chart = {.kind = IKM_CHART_DIVERGING,
                             .title = "Sebaran jawaban per unsur",
                             .category_column = 0,
                             .value_column = 1,
                             .series_count = 4};
    ikm_cell rows[9][5];
    for (int i = 0; i < 9; i++) {
        int one = 90 - i * 11, two = 215 - i * 20, three = 450 - i * 7;
        rows[i][0] = text(elements[i]);
        rows[i][1] = number(one, 1);
        rows[i][2] = number(two, 1);
        rows[i][3] = number(three, 1);
        rows[i][4] = number(1000 - one - two - three, 1);
    }
    add_rows(document, &table, rows[0], 9);
    add_chart(document, &chart);
}

static const ikm_chart_band grades[] = {{{25, 0}, "D"}, {{65, 0}, "C"}, {{7661, 2}, "B"}, {{8831, 2}, "A"}};

static void add_trend(ikm_document *document)
{
    static const ikm_column columns[] = {
        {"Bulan", IKM_CELL_TEXT, 0, NULL}, {"IKM", IKM_CELL_NUMBER, 2, NULL}, {"Responden", IKM_CELL_NUMBER, 0, NULL}};
    static const int index[] = {7412, 7390, 7801, 8120, 0, 8455, 8390, 8610, 8720, 8851, 8990, 8962};
    static const char *const months[] = {"2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06",
                                         "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12"};
    const ikm_table table = {.title = "IKM menurut bulan", .columns = columns, .column_count = 3};
    const ikm_decimal target = {87, 0};
    const ikm_chart chart = {.kind = IKM_CHART_LINES,
                             .title = "Perkembangan IKM",
                             .value_column = 1,
                             .axis_min = {60, 0},
                             .axis_max = {100, 0},
                             .bands = grades,
                             .band_count = 4,
                             .reference = &target,
                             .reference_title = "Target"};
    ikm_cell rows[12][3];
    for (int i = 0; i < 12; i++) {
        rows[i][0] = text(months[i]);
        rows[i][1] = index[i] ? number(index[i], 2) : nothing;
        rows[i][2] = number(index[i] ? 20 + i : 0, 0);
    }
    add_rows(document, &table, rows[0], 12);
    add_chart(document, &chart);
}

static void add_budget(ikm_document *document)
{
    static const ikm_column columns[] = {{"Program", IKM_CELL_TEXT, 0, NULL},
                                         {"Pagu", IKM_CELL_NUMBER, 0, "Rp"},
                                         {"Realisasi", IKM_CELL_NUMBER, 0, "Rp"},
                                         {"Serapan", IKM_CELL_NUMBER, 2, "%"}};
    const ikm_table table = {
        .title = "Penyerapan anggaran", .columns = columns, .column_count = 4, .foot_count = 1, .blank_rows = 2};
    ikm_chart chart = {
        .kind = IKM_CHART_SHARES, .title = "Serapan anggaran per program", .value_column = 3, .axis_max = {100, 0}};
    ikm_cell total = text("Jumlah");
    total.strong = 1;
    const ikm_cell rows[][4] = {{text("Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota"),
                                 number(2412345678, 0), number(2298765432, 0), number(9529, 2)},
                                {text("Program Penyelenggaraan Pemerintahan dan Pelayanan Publik"),
                                 number(150000000, 0), number(172500000, 0), number(11500, 2)},
                                {text("Program Pemberdayaan Masyarakat Desa dan Kelurahan"), number(80000000, 0),
                                 number(1200000, 0), number(150, 2)},
                                {text("Program tanpa realisasi"), number(5000000, 0), nothing, nothing},
                                {total, number(2647345678, 0), number(2472465432, 0), number(9339, 2)}};
    add_rows(document, &table, rows[0], 5);
    add_chart(document, &chart);
    chart = (ikm_chart){.kind = IKM_CHART_BARS, .title = "Pagu dan realisasi", .value_column = 1, .series_count = 2};
    add_chart(document, &chart);
}

static void add_changes(ikm_document *document)
{
    static const ikm_column columns[] = {{"Layanan", IKM_CELL_TEXT, 0, NULL},
                                         {"2022", IKM_CELL_NUMBER, 2, NULL},
                                         {"2023", IKM_CELL_NUMBER, 2, NULL},
                                         {"2024", IKM_CELL_NUMBER, 2, NULL},
                                         {"Perubahan", IKM_CELL_NUMBER, 2, NULL}};
    const ikm_table table = {.columns = columns, .column_count = 5};
    const ikm_cell rows[][5] = {
        {text("KTP elektronik"), number(8012, 2), number(8333, 2), number(8845, 2), number(512, 2)},
        {text("Kartu Keluarga"), number(8500, 2), number(8120, 2), number(7998, 2), number(-122, 2)},
        {text("Surat keterangan"), number(7900, 2), nothing, number(8301, 2), text("-")},
        {text("Legalisasi"), number(9120, 2), number(9200, 2), number(8433, 2), number(-767, 2)}};
    add_rows(document, &table, rows[0], 4);
    ikm_chart chart = {.kind = IKM_CHART_BARS, .title = "Perubahan dari tahun lalu", .value_column = 4};
    add_chart(document, &chart);
    chart = (ikm_chart){.kind = IKM_CHART_LINES, .title = "Tiga tahun", .value_column = 1, .series_count = 3};
    add_chart(document, &chart);
}

static void add_closing(ikm_document *document)
{
    const ikm_signature empty = {NULL, NULL, NULL, NULL},
                        signature = {"Purbalingga, 31 Desember 2024", "CAMAT KEJOBONG", "BUDI SANTOSO, S.STP., M.Si.",
                                     "NIP 19800101 200003 1 001"};
    check(ikm_document_heading(document, 2, "Catatan"), "heading");
    check(ikm_document_note(document, "Kelompok di bawah 30 responden belum stabil dan dibaca dengan hati-hati."),
          "note");
    check(ikm_document_note(document, "Dihitung menurut PermenPANRB Nomor 14 Tahun 2017; bobot 1/9 tepat."), "note");
    check(ikm_document_signature(document, &empty), "signature");
    check(ikm_document_signature(document, &signature), "signature");
}

/* One sheet, whose heading is the title. */
static void add_recap(ikm_document *document)
{
    check(ikm_document_sheet(document, "Rekap"), "sheet");
    check(ikm_document_heading(document, 1, "Rekapitulasi Survei Kepuasan Masyarakat"), "heading");
    check(ikm_document_field(document, "Unit", "Kecamatan Kejobong"), "field");
    check(ikm_document_field(document, "Alamat", NULL), "field");
    check(ikm_document_field(document, "Periode", "Januari–Desember 2024"), "field");
    check(ikm_document_figure(document, "Indeks Kepuasan Masyarakat (IKM)", number(8972, 2),
                              "Mutu Pelayanan A · Kinerja Sangat Baik · 312 responden"),
          "figure");
    check(ikm_document_text(document, "Target 87: tercapai."), "text");
    check(ikm_document_heading(document, 2, "Unsur pelayanan"), "heading");
    check(ikm_document_text(document, "Unsur terlemah: U3 Waktu Penyelesaian."), "text");
    add_elements(document, "Unsur pelayanan, dari yang terlemah ke yang terkuat", elements);
    add_distribution(document);
    check(ikm_document_heading(document, 2, "Perkembangan"), "heading");
    add_trend(document);
    add_closing(document);
}

static void add_poster(ikm_document *document, const char *service, ikm_cell index)
{
    check(ikm_document_poster(document, service), "poster");
    check(ikm_document_heading(document, 1, "INDEKS KEPUASAN MASYARAKAT (IKM)"), "heading");
    check(ikm_document_heading(document, 2, "KECAMATAN KEJOBONG"), "heading");
    check(ikm_document_heading(document, 3, "KABUPATEN PURBALINGGA"), "heading");
    check(ikm_document_text(document, "Tahun 2024"), "text");
    check(ikm_document_figure(document, "NILAI IKM", index, "Mutu Pelayanan A · Sangat Baik"), "figure");
    check(ikm_document_field(document, "Nama layanan", service), "field");
    check(ikm_document_field(document, "Jumlah responden", "312 orang"), "field");
    check(ikm_document_field(document, "Jenis kelamin", "L = 150 orang, P = 162 orang"), "field");
    check(ikm_document_field(document, "Pendidikan", "SD 20, SMP 61, SMA 180, D1–D3 21, S1 28, S2 2"), "field");
    check(ikm_document_field(document, "Periode survei", NULL), "field");
    check(ikm_document_text(document, "Terima kasih atas penilaian yang telah Anda berikan. Masukan Anda sangat "
                                      "bermanfaat untuk kemajuan unit kami agar terus memperbaiki dan meningkatkan "
                                      "kualitas pelayanan bagi masyarakat."),
          "text");
}

static void add_posters(ikm_document *document)
{
    add_poster(document, "Semua layanan", number(8972, 2));
    add_poster(document, "KTP elektronik", number(100, 0));
    add_poster(document, "Layanan tanpa jawaban", text("tidak ada"));
}

/* A report of several sections; the last one has a table that lies on its side, and a long one. */
static void add_report(ikm_document *document)
{
    static const char *const titles[] = {"No.",       "Sasaran strategis", "Indikator kinerja",    "Satuan",
                                         "Target",    "Realisasi 2022",    "Realisasi 2023",       "Realisasi 2024",
                                         "Capaian",   "Predikat",          "Target akhir renstra", "Penanggung jawab",
                                         "Keterangan"};
    ikm_column columns[13];
    ikm_cell row[13];
    check(ikm_document_sheet(document, "Anggaran"), "sheet");
    check(ikm_document_heading(document, 1, "Penyerapan Anggaran"), "heading");
    add_budget(document);
    check(ikm_document_sheet(document, "Perubahan"), "sheet");
    check(ikm_document_text(document, "Tanpa judul sendiri."), "text");
    add_changes(document);
    check(ikm_document_sheet(document, "Capaian"), "sheet");
    check(ikm_document_heading(document, 1, "Capaian indikator"), "heading");
    for (int i = 0; i < 13; i++) {
        columns[i] = (ikm_column){titles[i], i == 0 || (i >= 4 && i <= 8) || i == 10 ? IKM_CELL_NUMBER : IKM_CELL_TEXT,
                                  0, i == 8 ? "%" : NULL};
        row[i] = columns[i].kind == IKM_CELL_NUMBER ? number(i * 7 + 1, 0) : text(titles[i]);
    }
    const ikm_table wide = {.title = "Capaian indikator kinerja utama", .columns = columns, .column_count = 13};
    check(ikm_document_table(document, &wide), "table");
    for (int i = 0; i < 4; i++)
        check(ikm_document_row(document, row, 13), "row");
}

/* As only the source of a long dump has it. */
static ikm_status long_row(void *ctx, size_t index, ikm_cell *cells)
{
    char *name = ctx;
    snprintf(name, 32, "Layanan %zu", index + 1);
    cells[0] = text(name);
    cells[1] = number((int64_t)(index % 76) * 100 + 2500, 2);
    return IKM_OK;
}

static void add_long(ikm_document *document)
{
    static char name[32];
    static const ikm_column columns[] = {{"Layanan", IKM_CELL_TEXT, 0, NULL}, {"IKM", IKM_CELL_NUMBER, 2, NULL}};
    const ikm_table table = {.title = "Semua layanan",
                             .columns = columns,
                             .column_count = 2,
                             .row = long_row,
                             .ctx = name,
                             .row_count = 230};
    ikm_chart chart = {.kind = IKM_CHART_BARS, .title = "IKM semua layanan", .value_column = 1};
    check(ikm_document_sheet(document, "Panjang"), "sheet");
    check(ikm_document_table(document, &table), "table");
    add_chart(document, &chart);
    chart = (ikm_chart){.kind = IKM_CHART_LINES, .title = "IKM semua layanan", .value_column = 1};
    add_chart(document, &chart);
}

/* Whatever stands in a dump, through every item. */
static void add_stranger(ikm_document *document, const char *nasty)
{
    const ikm_column columns[] = {{nasty, IKM_CELL_TEXT, 0, NULL}, {nasty, IKM_CELL_NUMBER, 2, nasty}};
    const ikm_table table = {.title = nasty, .columns = columns, .column_count = 2, .foot_count = 1};
    const ikm_cell rows[][2] = {{text(nasty), number(1, 0)}, {nothing, text(nasty)}, {text(nasty), nothing}};
    const ikm_decimal target = {87, 2};
    const ikm_chart_band band = {{0, 0}, nasty};
    const ikm_signature signature = {nasty, nasty, nasty, nasty};
    check(ikm_document_sheet(document, nasty), "sheet");
    for (int level = 1; level <= 3; level++)
        check(ikm_document_heading(document, level, nasty), "heading");
    check(ikm_document_text(document, nasty), "text");
    check(ikm_document_note(document, nasty), "note");
    check(ikm_document_field(document, nasty, nasty), "field");
    check(ikm_document_figure(document, nasty, text(nasty), nasty), "figure");
    check(ikm_document_signature(document, &signature), "signature");
    add_rows(document, &table, rows[0], 3);
    for (int kind = IKM_CHART_BARS; kind <= IKM_CHART_SHARES; kind++)
        if (kind != IKM_CHART_DIVERGING) {
            const ikm_chart chart = {.kind = (ikm_chart_kind)kind,
                                     .title = nasty,
                                     .value_column = 1,
                                     .reference = &target,
                                     .reference_title = nasty,
                                     .bands = &band,
                                     .band_count = 1};
            add_chart(document, &chart);
        }
}

static void add_strangers(ikm_document *document)
{
    add_stranger(document, "<script>document.title='x'</script><img src=x onerror=alert(1)>");
    add_stranger(document, "\"><img src=\"http://example.invalid/x.png\" onerror=\"alert(1)\">");
    add_stranger(document, "</style></title></svg><iframe src=//example.invalid></iframe>&lt;&#60;");
    add_stranger(document, "\xE2\x80\xAE"
                           "dekat \xE2\x81\xA7\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\x8F(1)");
    add_stranger(document, "a\x01\x1B[31mb\x7F \xEF\xBF\xBE caf\xE9 \xC0\xAF \xED\xA0\x80 \xC2\x85\ttab\r\nline\rend");
}

static void add_endless(ikm_document *document)
{
    static char endless[40001];
    memset(endless, 'x', 40000);
    add_stranger(document, endless);
}

static int take(void *ctx, const void *bytes, size_t size)
{
    return fwrite(bytes, 1, size, ctx) != size;
}

static void write_to(const char *folder, const char *name, ikm_lang lang, const char *title,
                     void (*add)(ikm_document *))
{
    char path[4096];
    ikm_document *document;
    snprintf(path, sizeof path, "%s/%s.html", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file) {
        perror(path);
        exit(1);
    }
    check(ikm_document_new(&document, lang, title, NULL), "document");
    add(document);
    check(ikm_document_write_html(document, (ikm_sink){take, file}), path);
    ikm_document_free(document);
    if (fclose(file) != 0) {
        perror(path);
        exit(1);
    }
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    if (!setlocale(LC_ALL, "") || strcmp(localeconv()->decimal_point, arguments[2]) != 0) {
        fprintf(stderr, "this is no locale with the decimal mark %s\n", arguments[2]);
        return 1;
    }
    write_to(arguments[1], "recap", IKM_LANG_ID, "Rekapitulasi Survei Kepuasan Masyarakat", add_recap);
    write_to(arguments[1], "posters", IKM_LANG_ID, "Publikasi IKM", add_posters);
    write_to(arguments[1], "report", IKM_LANG_EN, "Performance Report 2024", add_report);
    write_to(arguments[1], "long", IKM_LANG_ID, "Banyak layanan", add_long);
    write_to(arguments[1], "strangers", IKM_LANG_ID, "</title><script>alert(1)</script>", add_strangers);
    write_to(arguments[1], "endless", IKM_LANG_ID, "Tanpa akhir", add_endless);
    return 0;
}
