/* The acceptance case as a workbook and as an SPSS file: the same survey as from its CSV. */
#include "ikm.h"
#include "ikm/readers.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <readstat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { COLUMNS = 17, FIRST_SCORE = 8, ROWS_MAX = 400, CELL_SIZE = 80 };

static const char csv_path[] = IKM_SOURCE_DIR "/examples/kejobong-2024/survey.csv";
static char cells[ROWS_MAX][COLUMNS][CELL_SIZE];
static size_t row_count;

/* The file is plain: no quote inside quotes, no line break inside a field. */
static void load(void)
{
    FILE *file = fopen(csv_path, "r");
    char line[1024];
    cr_assert(ne(ptr, file, NULL));
    while (row_count < ROWS_MAX && fgets(line, sizeof line, file)) {
        size_t column = 0, size = 0;
        int quoted = 0;
        for (const char *at = line; *at && *at != '\n' && *at != '\r'; at++) {
            if (*at == '"')
                quoted = !quoted;
            else if (*at == ',' && !quoted)
                column++, size = 0;
            else if (column < COLUMNS && size < CELL_SIZE - 1)
                cells[row_count][column][size++] = *at;
        }
        row_count += column == COLUMNS - 1;
    }
    fclose(file);
    cr_assert(eq(sz, row_count, 313));
}

/* "2024-01-01 12:49" */
static lxw_datetime time_of(const char *text)
{
    lxw_datetime when = {0};
    cr_assert(eq(int, sscanf(text, "%d-%d-%d %d:%d", &when.year, &when.month, &when.day, &when.hour, &when.min), 5));
    return when;
}

static void write_workbook(const char *path)
{
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Data");
    lxw_format *date = workbook_add_format(book);
    format_set_num_format(date, "dd/mm/yyyy hh:mm");
    for (size_t row = 0; row < row_count; row++)
        for (size_t column = 0; column < COLUMNS; column++) {
            lxw_row_t r = (lxw_row_t)row;
            lxw_col_t c = (lxw_col_t)column;
            if (row && column == 1) {
                lxw_datetime when = time_of(cells[row][column]);
                worksheet_write_datetime(sheet, r, c, &when, date);
            } else if (row && (column == 0 || column >= FIRST_SCORE)) {
                worksheet_write_number(sheet, r, c, atof(cells[row][column]), NULL);
            } else {
                worksheet_write_string(sheet, r, c, cells[row][column], NULL);
            }
        }
    cr_assert(eq(int, (int)workbook_close(book), (int)LXW_NO_ERROR));
}

static ssize_t to_file(const void *bytes, size_t size, void *ctx)
{
    return (ssize_t)fwrite(bytes, 1, size, ctx);
}

/* Questions in the order of the rule's questionnaire: the eighth is sarana, the ninth pengaduan. */
static void write_sav(const char *path)
{
    static const char *const labels[] = {
        "Persyaratan",          "Prosedur",           "Waktu pelayanan",      "Biaya/tarif",         "Produk layanan",
        "Kompetensi pelaksana", "Perilaku pelaksana", "Sarana dan prasarana", "Penanganan pengaduan"};
    static const size_t element_of[] = {0, 1, 2, 3, 4, 5, 6, 8, 7};
    FILE *file = fopen(path, "wb");
    readstat_writer_t *writer = readstat_writer_init();
    readstat_variable_t *variables[COLUMNS];
    readstat_set_data_writer(writer, to_file);
    readstat_writer_set_compression(writer, READSTAT_COMPRESS_ROWS);
    for (size_t column = 0; column < COLUMNS; column++) {
        char name[CELL_SIZE];
        int score = column >= FIRST_SCORE;
        if (score)
            snprintf(name, sizeof name, "q%zu", column - FIRST_SCORE + 1);
        else
            strcpy(name, cells[0][column]);
        variables[column] =
            readstat_add_variable(writer, name, score ? READSTAT_TYPE_DOUBLE : READSTAT_TYPE_STRING, score ? 0 : 72);
        if (score)
            readstat_variable_set_label(variables[column], labels[column - FIRST_SCORE]);
    }
    cr_assert(eq(int, (int)readstat_begin_writing_sav(writer, file, (long)row_count - 1), (int)READSTAT_OK));
    for (size_t row = 1; row < row_count; row++) {
        readstat_begin_row(writer);
        for (size_t column = 0; column < COLUMNS; column++)
            if (column >= FIRST_SCORE)
                readstat_insert_double_value(writer, variables[column],
                                             atof(cells[row][FIRST_SCORE + element_of[column - FIRST_SCORE]]));
            else
                readstat_insert_string_value(writer, variables[column], cells[row][column]);
        readstat_end_row(writer);
    }
    cr_assert(eq(int, (int)readstat_end_writing(writer), (int)READSTAT_OK));
    readstat_writer_free(writer);
    fclose(file);
}

static int64_t sum_of(const ikm_score *score, size_t element)
{
    ikm_element_score one = {0};
    cr_assert(eq(int, (int)ikm_score_element(&one, score, element), (int)IKM_OK));
    return one.sum;
}

static void expect_same(const ikm_survey *left, const ikm_survey *right)
{
    cr_assert(eq(sz, ikm_survey_score_count(left), 6)); /* the whole and five services */
    cr_assert(eq(sz, ikm_survey_score_count(right), 6));
    cr_expect(eq(i64, ikm_survey_rows(right).used, 312));
    cr_expect(eq(i64, ikm_survey_rows(right).refused, 0));
    for (size_t i = 0; i < 6; i++) {
        const ikm_score *a = ikm_survey_score(left, i), *b = ikm_survey_score(right, i);
        cr_expect(eq(str, (char *)(uintptr_t)ikm_score_index_text(a), (char *)(uintptr_t)ikm_score_index_text(b)));
        for (size_t e = 0; e < 9; e++)
            cr_expect(eq(i64, sum_of(a, e), sum_of(b, e)), "score %zu, U%zu", i, e + 1);
        if (i)
            cr_expect(
                eq(str, (char *)(uintptr_t)ikm_survey_key(left, i, 0), (char *)(uintptr_t)ikm_survey_key(right, i, 0)));
    }
    cr_expect(eq(str, (char *)(uintptr_t)ikm_score_index_text(ikm_survey_score(right, 0)), "89.72"));
}

static void read_and_compare(void (*write)(const char *path))
{
    char path[] = "/tmp/ikm-readers-XXXXXX";
    ikm_error error = {0};
    ikm_survey *plain = NULL, *other = NULL;
    ikm_reader *reader = NULL;
    const char *const files[] = {csv_path};
    load();
    close(mkstemp(path));
    write(path);
    cr_assert(eq(int, (int)ikm_survey_read(&plain, files, 1, NULL, &error), (int)IKM_OK), "%s", error.message);
    cr_assert(eq(int, (int)ikm_reader_new(&reader, &(ikm_input){.path = path}, NULL, &error), (int)IKM_OK), "%s",
              error.message);
    ikm_input input = {.name = "survey", .rows = ikm_reader_rows(reader)};
    cr_assert(eq(int, (int)ikm_survey_read_inputs(&other, &input, 1, NULL, &error), (int)IKM_OK), "%s", error.message);
    expect_same(plain, other);
    ikm_survey_free(plain);
    ikm_survey_free(other);
    ikm_reader_free(reader);
    unlink(path);
}

Test(readers_survey, a_workbook_scores_as_the_csv_does)
{
    read_and_compare(write_workbook);
}

Test(readers_survey, an_spss_file_scores_as_the_csv_does_also_where_the_questions_have_another_order)
{
    read_and_compare(write_sav);
}
