/* A table on its sheet: title, header, rows; on the next sheet where one is full. */
#include "sheet.h"

#include <stdio.h>
#include <string.h>

/* The formats of one column, made when first needed. */
typedef struct column_formats {
    lxw_format *text[2]; /* plain, strong */
    lxw_format *number[2][IKMI_PLACES];
} column_formats;

static lxw_format *format_of(ikmi_sheet *sheet, column_formats *formats, const ikmi_placed *placed, size_t index,
                             const ikm_cell *cell)
{
    const ikm_column *column = &placed->table->columns[index];
    /* "N/A" and "80–90" stand as the numbers of their column do */
    bool strong = cell->strong != 0, number = cell->kind == IKM_CELL_NUMBER || column->kind == IKM_CELL_NUMBER;
    int32_t places = cell->kind == IKM_CELL_NUMBER ? cell->number.places : column->places;
    lxw_format **slot = number ? &formats->number[strong][places] : &formats->text[strong];
    if (*slot)
        return *slot;
    if (number)
        *slot = ikmi_number_format(sheet->book, places, column->unit,
                                   (ikmi_number_role)((index & 1) | (strong ? IKMI_NUMBER_STRONG : 0)));
    else if (placed->marks[index])
        *slot = ikmi_role_format(sheet->book, strong ? IKMI_ROLE_MARK_STRONG : IKMI_ROLE_MARK);
    else
        *slot = ikmi_role_format(sheet->book, strong ? IKMI_ROLE_CELL_STRONG : IKMI_ROLE_CELL);
    return *slot;
}

static void title_of(char *out, size_t size, const ikm_column *column)
{
    if (column->unit && *column->unit && !ikmi_unit_is_a_sign(column->unit))
        snprintf(out, size, "%s (%s)", column->title, column->unit);
    else
        snprintf(out, size, "%s", column->title);
}

static void put_header(ikmi_sheet *sheet, const ikmi_placed *placed)
{
    int lines = 1;
    if (sheet->header_row == LXW_ROW_MAX)
        sheet->header_row = sheet->row;
    for (size_t i = 0; i < placed->table->column_count; i++) {
        char title[1024];
        const ikm_column *column = &placed->table->columns[i];
        size_t from = placed->start[i], to = placed->start[i + 1];
        title_of(title, sizeof title, column);
        ikm_text text = ikmi_text_of(title);
        int taken = ikmi_lines(text, ikmi_grid_width(&sheet->grid, from, to) - 2);
        lines = taken > lines ? taken : lines;
        ikmi_role right = i & 1 ? IKMI_ROLE_TITLE_RIGHT_ODD : IKMI_ROLE_TITLE_RIGHT;
        ikmi_role role = column->kind == IKM_CELL_NUMBER ? right
                         : placed->marks[i]              ? IKMI_ROLE_TITLE_MIDDLE
                                                         : IKMI_ROLE_TITLE_LEFT;
        ikmi_sheet_text(sheet, from, to, text, ikmi_role_format(sheet->book, role));
    }
    ikmi_sheet_next_row(sheet, lines * IKMI_ROW_PIXELS + 6, true);
}

static void put_row(ikmi_sheet *sheet, ikmi_placed *placed, column_formats *formats, const ikm_cell *cells)
{
    int lines = 1;
    for (size_t i = 0; i < placed->table->column_count; i++) {
        const ikm_cell *cell = &cells[i];
        size_t from = placed->start[i], to = placed->start[i + 1];
        lxw_format *format = format_of(sheet, &formats[i], placed, i, cell);
        if (cell->kind == IKM_CELL_NUMBER) {
            placed->negative[i] |= cell->number.digits < 0;
            ikmi_sheet_number(sheet, from, to, cell->number, format);
        } else if (cell->kind == IKM_CELL_TEXT && cell->text.size) {
            int taken = placed->is_long ? 1 : ikmi_lines(cell->text, ikmi_grid_width(&sheet->grid, from, to) - 2);
            lines = taken > lines ? taken : lines;
            ikmi_sheet_text(sheet, from, to, cell->text, format);
        } else {
            ikmi_sheet_blank(sheet, from, to, format);
        }
    }
    /* the rows of a long table find their height by themselves, which merged cells cannot */
    ikmi_sheet_next_row(sheet, lines * IKMI_ROW_PIXELS + (placed->is_long ? 0 : 2), !placed->is_long);
}

static void put_table(ikmi_sheet *sheet, ikmi_placed *placed)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    const ikm_table *table = placed->table;
    column_formats *formats = ikmi_book_alloc(sheet->book, table->column_count * sizeof *formats);
    if (!formats) {
        ikmi_book_fail(sheet->book, IKM_ERR_NOMEM);
        return;
    }
    memset(formats, 0, table->column_count * sizeof *formats);
    lxw_row_t titles = table->title && *table->title ? 2 : 1;
    if (ikmi_sheet_room(sheet, titles + 1)) {
        if (titles > 1)
            ikmi_sheet_heading(sheet, table->title, IKMI_ROLE_TABLE_TITLE, 26);
        put_header(sheet, placed);
    }
    placed->sheet_name = sheet->name;
    placed->first_row = sheet->row;
    for (size_t row = 0; row < table->row_count && ikmi_sheet_room(sheet, 1); row++) {
        if (sheet->row == 0) /* it goes on in a new sheet */
            put_header(sheet, placed);
        if (!ikmi_book_pull(sheet->book, table, row, cells))
            break;
        put_row(sheet, placed, formats, cells);
        placed->rows += placed->sheet_name == sheet->name;
    }
    ikmi_book_release(sheet->book, formats);
}

/* In its place the sheet says where the table is. */
static void point_to(ikmi_sheet *sheet, const ikmi_placed *placed)
{
    char line[512];
    const char *args[] = {placed->sheet_name};
    if (!ikmi_sheet_room(sheet, 2))
        return;
    if (placed->table->title && *placed->table->title)
        ikmi_sheet_heading(sheet, placed->table->title, IKMI_ROLE_TABLE_TITLE, 26);
    if (ikm_words_say(line, sizeof line, sheet->book->lang, "XLSX_APART", args, 1) == IKM_OK)
        ikmi_sheet_sentence(sheet, line, IKMI_ROLE_TEXT);
}

void ikmi_sheet_table(ikmi_sheet *sheet, ikmi_placed *placed)
{
    if (!placed->apart) {
        put_table(sheet, placed);
        return;
    }
    const char *title = placed->table->title;
    placed->apart = false; /* it is the one table of its sheet */
    ikmi_sheet *own = ikmi_sheet_new(sheet->book, title && *title ? title : sheet->wanted, placed, 1);
    if (!own)
        return;
    put_table(own, placed);
    ikmi_sheet_done(own);
    point_to(sheet, placed);
}
