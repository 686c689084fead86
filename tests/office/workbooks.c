/*
 * workbooks FOLDER MARK: workbooks for another program to read, made under the
 * locale of the environment, whose decimal mark must be MARK before and after.
 */
#include "ikm/xlsx.h"

#include "making.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const ikm_column columns[] = {{"Layanan", IKM_CELL_TEXT, 0, NULL},
                                     {"Responden", IKM_CELL_NUMBER, 0, NULL},
                                     {"IKM", IKM_CELL_NUMBER, 2, NULL},
                                     {"Bagian", IKM_CELL_NUMBER, 1, "%"}};

static void add_table(ikm_document *document, const ikm_cell (*rows)[4], size_t count)
{
    const ikm_table table = {.title = "IKM menurut layanan", .columns = columns, .column_count = 4};
    const ikm_chart chart = {
        .kind = IKM_CHART_BARS, .title = "Grafik IKM", .value_column = 2, .axis_min = {25, 0}, .axis_max = {100, 0}};
    check(ikm_document_table(document, &table), "table");
    for (size_t i = 0; i < count; i++)
        check(ikm_document_row(document, rows[i], 4), "row");
    check(ikm_document_chart(document, &chart), "chart");
}

/* Names that Excel does not take or that must be quoted, and a chart on each sheet. */
static void add_sheets(ikm_document *document)
{
    static const char *const names[] = {"Rekap",
                                        "2024",
                                        "A1",
                                        "Jum'at",
                                        "Awas!",
                                        "a/b:c*d?e[f]",
                                        "History",
                                        "Layanan Kependudukan dan Pencatatan Sipil",
                                        "Layanan Kependudukan dan Pencatatan Perkawinan"};
    const ikm_cell rows[][4] = {{text("Perizinan"), number(1064, 0), number(8741, 2), number(1, 0)},
                                {text("Pengaduan"), number(20, 0), number(2500, 2), number(995, 1)}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        check(ikm_document_sheet(document, names[i]), "sheet");
        add_table(document, rows, 2);
    }
}

/* Texts that would be formulas, markup, or no XML at all. */
static void add_texts(ikm_document *document)
{
    static const char *const texts[] = {"=1+1",
                                        "+1",
                                        "-1",
                                        "@SUM(1)",
                                        "=cmd|' /C calc'!A0",
                                        "<script>alert(1)</script>",
                                        "\"><img onerror=x>",
                                        "a\x01\x1b[31mb",
                                        "caf\xE9",
                                        "_x000D_",
                                        "\xEF\xBF\xBE",
                                        "\xE2\x80\xAEkiri",
                                        "2024",
                                        "0812",
                                        "\xE5\xBD\x93\xE5\x9C\xB0 caf\xC3\xA9 \xE2\x89\xA5"};
    const ikm_table table = {.columns = columns, .column_count = 4};
    check(ikm_document_sheet(document, "Teks"), "sheet");
    check(ikm_document_table(document, &table), "table");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const ikm_cell row[4] = {text(texts[i]), number((int64_t)i, 0)};
        check(ikm_document_row(document, row, 4), "row");
    }
}

static void add_numbers(ikm_document *document)
{
    const ikm_cell rows[][4] = {{text("besar"), number(1234567, 0), number(1234567890125, 2), number(1000, 1)},
                                {text("kecil"), number(-1, 0), number(-1, 2), number(0, 1)},
                                {text("lain"), number(5, 1), number(89625, 3), {.kind = IKM_CELL_EMPTY}}};
    check(ikm_document_sheet(document, "Angka"), "sheet");
    check(ikm_document_heading(document, 1, "=1+1"), "heading");
    check(ikm_document_figure(document, "IKM", number(8972, 2), "Mutu A"), "figure");
    add_table(document, rows, 3);
    check(ikm_document_note(document, "Catatan = 1"), "note");
}

static int take(void *ctx, const void *bytes, size_t size)
{
    return fwrite(bytes, 1, size, ctx) != size;
}

static void write_to(const char *folder, const char *name, void (*add)(ikm_document *))
{
    char path[4096];
    ikm_document *document;
    ikm_error error = {.message = ""};
    snprintf(path, sizeof path, "%s/%s.xlsx", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file) {
        perror(path);
        exit(1);
    }
    check(ikm_document_new(&document, IKM_LANG_ID, "Buku uji & <lain>", NULL), "document");
    add(document);
    check(ikm_xlsx_write(document, NULL, (ikm_sink){take, file}, &error), error.message);
    ikm_document_free(document);
    if (fclose(file) != 0) {
        perror(path);
        exit(1);
    }
}

static void check_mark(const char *mark)
{
    if (strcmp(localeconv()->decimal_point, mark) == 0)
        return;
    fprintf(stderr, "the decimal mark of this locale is %s and not %s\n", localeconv()->decimal_point, mark);
    exit(1);
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    if (!setlocale(LC_ALL, "")) {
        fprintf(stderr, "no such locale\n");
        return 1;
    }
    check_mark(arguments[2]);
    write_to(arguments[1], "sheets", add_sheets);
    write_to(arguments[1], "texts", add_texts);
    write_to(arguments[1], "numbers", add_numbers);
    check_mark(arguments[2]);
    return 0;
}
