/* Workbooks as a writer of its own makes them, not as our fixtures do. */
#include "readers_fixture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <unistd.h>
#include <xlsxwriter.h>

static fixture_rows rows;

static void read_path(const char *path, const char *sheet)
{
    ikm_reader *reader = NULL;
    ikm_reader_options options = IKM_READER_OPTIONS_INIT;
    options.sheet = sheet;
    rows = (fixture_rows){0};
    rows.status = ikm_reader_new(&reader, &(ikm_input){.path = path}, &options, &rows.error);
    if (rows.status == IKM_OK)
        fixture_drain(&rows, reader);
    ikm_reader_free(reader);
}

static void make_worksheet(const char *path, int constant_memory)
{
    lxw_workbook_options how = {.constant_memory = (uint8_t)constant_memory, .tmpdir = NULL};
    lxw_workbook *book = workbook_new_opt(path, &how);
    lxw_worksheet *guide = workbook_add_worksheet(book, "Petunjuk"), *data = workbook_add_worksheet(book, "Data SKM");
    lxw_format *date = workbook_add_format(book), *bold = workbook_add_format(book);
    format_set_num_format(date, "dd/mm/yyyy hh:mm");
    format_set_bold(bold);
    worksheet_write_string(guide, 0, 0, "Isilah lembar Data SKM", NULL);
    worksheet_hide(guide);
    worksheet_set_first_sheet(data);
    worksheet_activate(data);
    if (!constant_memory) {
        worksheet_merge_range(data, 0, 0, 0, 4, "PENGOLAHAN DATA", bold);
        worksheet_merge_range(data, 1, 0, 2, 0, "No", bold);
        worksheet_merge_range(data, 1, 1, 1, 3, "Unsur", bold);
        worksheet_merge_range(data, 1, 4, 2, 4, "Waktu", bold);
    } else {
        worksheet_write_string(data, 1, 0, "No", bold);
        worksheet_write_string(data, 1, 1, "Unsur", bold);
        worksheet_write_string(data, 1, 4, "Waktu", bold);
    }
    worksheet_write_string(data, 2, 1, "u1", bold);
    worksheet_write_string(data, 2, 2, "u2", bold);
    worksheet_write_string(data, 2, 3, "catatan <&> \"é\"", bold);
    for (lxw_row_t i = 0; i < 3; i++) {
        worksheet_write_number(data, 3 + i, 0, i + 1, NULL);
        worksheet_write_number(data, 3 + i, 1, 89.72, NULL);
        if (i != 1)
            worksheet_write_formula_num(data, 3 + i, 2, "=1+1", NULL, 2);
        worksheet_write_string(data, 3 + i, 3, i == 2 ? "baris\nbaru\x02" : " ruang ", NULL);
        lxw_datetime when = {2024, 1, 31, 12, 49, 0};
        worksheet_write_datetime(data, 3 + i, 4, &when, date);
    }
    worksheet_write_boolean(data, 6, 0, 1, NULL);
    cr_assert(eq(int, (int)workbook_close(book), (int)LXW_NO_ERROR));
}

#define DATA_ROWS                                                                                                      \
    "4:1|89.72|2| ruang |2024-01-31 12:49:00\n5:2|89.72|| ruang |2024-01-31 12:49:00\n"                                \
    "6:3|89.72|2|baris\nbaru\x02|2024-01-31 12:49:00\n7:TRUE||||\n"

Test(readers_spreadsheet, what_libxlsxwriter_writes_is_read_back)
{
    char path[] = "/tmp/ikm-readers-XXXXXX";
    close(mkstemp(path));
    make_worksheet(path, 0);
    read_path(path, NULL);
    cr_expect(eq(int, (int)rows.status, (int)IKM_OK), "%s", rows.error.message);
    cr_expect(eq(str, rows.text,
                 "1:PENGOLAHAN DATA\n2:No|Unsur|Unsur|Unsur|Waktu\n3:No|u1|u2|catatan <&> \"é\"|Waktu\n" DATA_ROWS));
    read_path(path, "Petunjuk");
    cr_expect(eq(str, rows.text, "1:Isilah lembar Data SKM\n"));
    unlink(path);
}

Test(readers_spreadsheet, texts_inside_the_cells_are_read_like_shared_ones)
{
    char path[] = "/tmp/ikm-readers-XXXXXX";
    close(mkstemp(path));
    make_worksheet(path, 1);
    read_path(path, "Data SKM");
    cr_expect(eq(str, rows.text, "2:No|Unsur|||Waktu\n3:|u1|u2|catatan <&> \"é\"|\n" DATA_ROWS));
    unlink(path);
}
