/* A table on its sheet: title, header, rows; on the next sheet where one is full. */
#include "sheet.h"

#include <stdio.h>
#include <string.h>

/* The formats of one column, made when first needed. */
typedef struct column_formats {
    lxw_format *text[4]; /* by ikmi_look */
    lxw_format *number[4][IKMI_PLACES];
} column_formats;

static lxw_format *format_of(ikmi_sheet *sheet, column_formats *formats, const ikmi_placed *placed, size_t index,
                             const ikm_cell *cell, ikmi_look look)
{
    const ikm_column *column = &placed->table->columns[index];
    look |= cell->strong ? IKMI_LOOK_STRONG : IKMI_LOOK_PLAIN;
    /* "N/A" and "80–90" stand as the numbers of their column do */
    bool number = cell->kind == IKM_CELL_NUMBER || column->kind == IKM_CELL_NUMBER;
    int32_t places = cell->kind == IKM_CELL_NUMBER ? cell->number.places : column->places;
    lxw_format **slot = number ? &formats->number[look][places] : &formats->text[look];
    if (*slot)
        return *slot;
    if (number)
        *slot = ikmi_number_format(sheet->book, places, column->unit,
                                   (ikmi_number_role)((index & 1) | (cell->strong ? IKMI_NUMBER_STRONG : 0) |
                                                      (look & IKMI_LOOK_FOOT ? IKMI_NUMBER_FOOT : 0)));
    else
        *slot = ikmi_role_format(sheet->book, placed->marks[index] ? IKMI_ROLE_MARK : IKMI_ROLE_CELL, look);
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
    if (sheet->header_row == LXW_ROW_MAX || placed->is_long)
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
        ikmi_sheet_text(sheet, from, to, text, ikmi_role_format(sheet->book, role, IKMI_LOOK_PLAIN));
    }
    ikmi_sheet_next_row(sheet, lines * IKMI_ROW_PIXELS + 6, true);
}

static void put_number(ikmi_sheet *sheet, const ikmi_placed *placed, size_t index, const ikm_cell *cell,
                       lxw_format *format)
{
    char formula[IKMI_FORMULA_SIZE];
    size_t from = placed->start[index], to = placed->start[index + 1];
    if (cell->formula && ikmi_formula_write(formula, placed, sheet->name, cell->formula))
        ikmi_sheet_formula(sheet, from, to, formula, cell->exact, format);
    else
        ikmi_sheet_number(sheet, from, to, cell->number, format);
}

static void put_row(ikmi_sheet *sheet, ikmi_placed *placed, column_formats *formats, const ikm_cell *cells,
                    ikmi_look look)
{
    int lines = 1;
    for (size_t i = 0; i < placed->table->column_count; i++) {
        const ikm_cell *cell = &cells[i];
        size_t from = placed->start[i], to = placed->start[i + 1];
        lxw_format *format = format_of(sheet, &formats[i], placed, i, cell, look);
        if (cell->kind == IKM_CELL_NUMBER) {
            placed->negative[i] |= cell->number.digits < 0;
            put_number(sheet, placed, i, cell, format);
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

/* The rows from here on, so many, are of the body: in the stretch of this sheet. */
static void note_body(ikmi_placed *placed, const ikmi_sheet *sheet, size_t rows)
{
    ikmi_stretch *last = placed->stretch_count ? &placed->stretches[placed->stretch_count - 1] : NULL;
    lxw_row_t bottom = sheet->row + (lxw_row_t)rows - 1;
    if (placed->stretch_count > IKMI_STRETCHES || placed->body_is_known)
        return;
    if (last && last->name == sheet->name)
        last->bottom = bottom;
    else if (++placed->stretch_count <= IKMI_STRETCHES)
        placed->stretches[placed->stretch_count - 1] = (ikmi_stretch){sheet->name, sheet->row, bottom};
}

static void note_holes(ikmi_placed *placed, const ikm_cell *cells)
{
    for (size_t i = 0; i < placed->table->column_count; i++)
        placed->holes[i] |= cells[i].kind != IKM_CELL_NUMBER;
}

static void note_foot(ikmi_placed *placed, const ikmi_sheet *sheet, lxw_row_t top, size_t rows)
{
    placed->foot = (ikmi_stretch){sheet->name, top, top + (lxw_row_t)rows - 1};
    placed->foot_is_known = rows > 0;
}

/* What fits this sheet as a whole is known before it is written, so that its rows may have formulas, too. */
static void look_ahead(ikmi_placed *placed, const ikmi_sheet *sheet, size_t body, size_t foot)
{
    placed->sheet_name = sheet->name;
    placed->first_row = sheet->row;
    if (body + foot > sheet->book->row_limit - sheet->row)
        return;
    if (body)
        note_body(placed, sheet, body);
    placed->body_is_known = true;
    note_foot(placed, sheet, sheet->row + (lxw_row_t)body, foot);
}

/* Room for rows that stay together; a header above them on a new sheet. */
static bool make_room(ikmi_sheet *sheet, const ikmi_placed *placed, lxw_row_t rows)
{
    if (!ikmi_sheet_room(sheet, rows))
        return false;
    if (sheet->row == 0)
        put_header(sheet, placed);
    return sheet->book->status == IKM_OK;
}

static void put_rows(ikmi_sheet *sheet, ikmi_placed *placed, column_formats *formats, size_t from, size_t to)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    size_t body = ikmi_table_body(placed->table);
    for (size_t row = from; row < to && make_room(sheet, placed, 1); row++) {
        if (!ikmi_book_pull(sheet->book, placed->table, row, cells))
            break;
        if (row < body) {
            note_body(placed, sheet, 1);
            note_holes(placed, cells);
            placed->rows += placed->sheet_name == sheet->name;
        }
        put_row(sheet, placed, formats, cells, row == body ? IKMI_LOOK_FOOT : IKMI_LOOK_PLAIN);
    }
}

/* Rows to fill in, with what may be chosen there. */
static void put_blank_rows(ikmi_sheet *sheet, ikmi_placed *placed)
{
    const ikm_table *table = placed->table;
    const char *name = sheet->name;
    lxw_row_t top = sheet->row;
    for (size_t row = 0; row < table->blank_rows && make_room(sheet, placed, 1); row++) {
        if (name != sheet->name) { /* the rule is of the sheet before */
            top = sheet->row;
            name = sheet->name;
        }
        note_body(placed, sheet, 1);
        for (size_t i = 0; i < table->column_count; i++)
            ikmi_sheet_blank(sheet, placed->start[i], placed->start[i + 1],
                             table->columns[i].kind == IKM_CELL_NUMBER
                                 ? ikmi_number_format(sheet->book, 0, NULL, IKMI_NUMBER_INPUT)
                                 : ikmi_role_format(sheet->book, IKMI_ROLE_INPUT, IKMI_LOOK_PLAIN));
        sheet->book->weight += 80 * table->column_count;
        ikmi_sheet_next_row(sheet, IKMI_ROW_PIXELS, false);
    }
    if (table->blank_rows && sheet->book->status == IKM_OK)
        ikmi_sheet_choices(sheet, placed, top, sheet->row - 1);
}

static void put_table(ikmi_sheet *sheet, ikmi_placed *placed)
{
    const ikm_table *table = placed->table;
    size_t body = ikmi_table_body(table), foot = table->row_count - body;
    column_formats *formats = ikmi_book_alloc(sheet->book, table->column_count * sizeof *formats);
    if (!formats) {
        ikmi_book_fail(sheet->book, IKM_ERR_NOMEM);
        return;
    }
    memset(formats, 0, table->column_count * sizeof *formats);
    lxw_row_t titles = table->title && *table->title ? 2 : 1;
    if (ikmi_sheet_room(sheet, titles + 1)) {
        if (titles > 1)
            ikmi_sheet_words(sheet, table->title, IKMI_ROLE_TABLE_TITLE);
        put_header(sheet, placed);
    }
    look_ahead(placed, sheet, body + table->blank_rows, foot);
    put_rows(sheet, placed, formats, 0, body);
    put_blank_rows(sheet, placed);
    placed->body_is_known = true;
    /* together, so that each row of the foot knows where the others are */
    if (foot && foot < sheet->book->row_limit && make_room(sheet, placed, (lxw_row_t)foot))
        note_foot(placed, sheet, sheet->row, foot);
    put_rows(sheet, placed, formats, body, table->row_count);
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
        ikmi_sheet_words(sheet, placed->table->title, IKMI_ROLE_TABLE_TITLE);
    if (ikm_words_say(line, sizeof line, sheet->book->lang, "XLSX_APART", args, 1) == IKM_OK)
        ikmi_sheet_words(sheet, line, IKMI_ROLE_TEXT);
}

void ikmi_sheet_table(ikmi_sheet *sheet, ikmi_placed *placed)
{
    if (!placed->apart) {
        put_table(sheet, placed);
        return;
    }
    const char *title = placed->table->title;
    placed->apart = false; /* it is the one table of its sheet */
    ikmi_sheet *own = ikmi_sheet_new(sheet->book, title && *title ? title : sheet->wanted, sheet->look, placed, 1);
    if (!own)
        return;
    put_table(own, placed);
    ikmi_sheet_done(own);
    point_to(sheet, placed);
}
