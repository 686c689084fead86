/* The items of a sheet below each other. */
#include "sheet.h"

#include <stdio.h>

static lxw_col_t column(size_t index)
{
    return (lxw_col_t)index;
}

/* libxlsxwriter fills a merged range with its format, and then a cell may be written over the first. */
static void merge(ikmi_sheet *sheet, size_t from, size_t to, lxw_format *format)
{
    if (to - from > 1)
        ikmi_book_check(sheet->book, worksheet_merge_range(sheet->worksheet, sheet->row, column(from), sheet->row,
                                                           column(to - 1), "", format));
    sheet->book->weight += 64 * (to - from);
}

void ikmi_sheet_text(ikmi_sheet *sheet, size_t from, size_t to, ikm_text text, lxw_format *format)
{
    merge(sheet, from, to, format);
    ikmi_book_check(sheet->book, worksheet_write_string(sheet->worksheet, sheet->row, column(from),
                                                        ikmi_book_clean(sheet->book, text), format));
}

void ikmi_sheet_number(ikmi_sheet *sheet, size_t from, size_t to, ikm_decimal number, lxw_format *format)
{
    merge(sheet, from, to, format);
    ikmi_book_check(sheet->book, worksheet_write_number(sheet->worksheet, sheet->row, column(from),
                                                        ikmi_decimal_double(number), format));
}

void ikmi_sheet_blank(ikmi_sheet *sheet, size_t from, size_t to, lxw_format *format)
{
    merge(sheet, from, to, format);
    ikmi_book_check(sheet->book, worksheet_write_blank(sheet->worksheet, sheet->row, column(from), format));
}

void ikmi_sheet_next_row(ikmi_sheet *sheet, int pixels, bool fixed)
{
    const int most = 545; /* 409 points, Excel's limit */
    pixels = pixels > most ? most : pixels;
    if (fixed)
        ikmi_book_check(sheet->book, worksheet_set_row(sheet->worksheet, sheet->row, pixels * 0.75, NULL));
    sheet->row++;
    sheet->position += pixels;
}

void ikmi_sheet_sentence(ikmi_sheet *sheet, const char *string, ikmi_role role)
{
    /* letters are narrower than the digits that widths are measured in, and notes are smaller */
    int line_pixels = role == IKMI_ROLE_NOTE ? 18 : 20, characters = role == IKMI_ROLE_NOTE ? 120 : 110;
    size_t to = sheet->grid.page_count;
    ikm_text text = ikmi_text_of(string);
    int lines = ikmi_lines(text, ikmi_grid_width(&sheet->grid, 0, to) * characters / 100);
    ikmi_sheet_text(sheet, 0, to, text, ikmi_role_format(sheet->book, role));
    ikmi_sheet_next_row(sheet, lines * line_pixels + 4, true);
}

void ikmi_sheet_heading(ikmi_sheet *sheet, const char *string, ikmi_role role, int pixels)
{
    size_t to = sheet->grid.page_count;
    ikm_text text = ikmi_text_of(string);
    /* a larger type takes more of the width, in proportion to its height */
    int lines = ikmi_lines(text, ikmi_grid_width(&sheet->grid, 0, to) * IKMI_ROW_PIXELS / pixels);
    ikmi_sheet_text(sheet, 0, to, text, ikmi_role_format(sheet->book, role));
    ikmi_sheet_next_row(sheet, lines * pixels, true);
}

static void heading(ikmi_sheet *sheet, const ikm_item *item)
{
    static const ikmi_role roles[] = {IKMI_ROLE_HEADING_FIRST, IKMI_ROLE_HEADING_SECOND, IKMI_ROLE_HEADING_THIRD};
    static const int pixels[] = {32, 26, 22};
    if (item->level == 1 && sheet->title_row == LXW_ROW_MAX)
        sheet->title_row = sheet->row;
    ikmi_sheet_heading(sheet, item->text, roles[item->level - 1], pixels[item->level - 1]);
}

static void figure(ikmi_sheet *sheet, const ikm_item *item)
{
    ikmi_book *book = sheet->book;
    size_t to = sheet->grid.page_count;
    int width = ikmi_grid_width(&sheet->grid, 0, to);
    lxw_format *large = ikmi_number_format(book, item->cell.kind == IKM_CELL_NUMBER ? item->cell.number.places : 0,
                                           NULL, IKMI_NUMBER_FIGURE);
    ikmi_sheet_text(sheet, 0, to, ikmi_text_of(item->text), ikmi_role_format(book, IKMI_ROLE_FIGURE_LABEL));
    ikmi_sheet_next_row(sheet, 26, true);
    if (item->cell.kind == IKM_CELL_NUMBER)
        ikmi_sheet_number(sheet, 0, to, item->cell.number, large);
    else
        ikmi_sheet_text(sheet, 0, to, item->cell.kind == IKM_CELL_TEXT ? item->cell.text : ikmi_text_of(NULL), large);
    ikmi_sheet_next_row(sheet, 52, true);
    if (item->caption) {
        ikm_text caption = ikmi_text_of(item->caption);
        ikmi_sheet_text(sheet, 0, to, caption, ikmi_role_format(book, IKMI_ROLE_FIGURE_CAPTION));
        ikmi_sheet_next_row(sheet, ikmi_lines(caption, width * 80 / 100) * 21 + 6, true);
    }
}

static void field(ikmi_sheet *sheet, const ikm_item *item)
{
    char line[1024];
    snprintf(line, sizeof line, "%s : %s", item->text, item->caption ? item->caption : "........................");
    ikmi_sheet_sentence(sheet, line, IKMI_ROLE_TEXT);
}

static ikmi_placed *placed_of(ikmi_sheet *sheet, const ikm_table *table)
{
    for (size_t i = 0; i < sheet->table_count; i++)
        if (sheet->tables[i].table == table)
            return &sheet->tables[i];
    return NULL;
}

static void write_item(ikmi_sheet *sheet, const ikm_item *item)
{
    switch (item->kind) {
    case IKM_ITEM_SHEET: break;
    case IKM_ITEM_HEADING: heading(sheet, item); break;
    case IKM_ITEM_TEXT: ikmi_sheet_sentence(sheet, item->text, IKMI_ROLE_TEXT); break;
    case IKM_ITEM_NOTE: ikmi_sheet_sentence(sheet, item->text, IKMI_ROLE_NOTE); break;
    case IKM_ITEM_FIGURE: figure(sheet, item); break;
    case IKM_ITEM_FIELD: field(sheet, item); break;
    case IKM_ITEM_SIGNATURE: break;
    case IKM_ITEM_TABLE: ikmi_sheet_table(sheet, &sheet->tables[sheet->next_table++]); break;
    case IKM_ITEM_CHART: {
        /* a chart of a table of an earlier sheet has nothing to stand beside */
        const ikmi_placed *placed = placed_of(sheet, item->table);
        if (placed)
            ikmi_sheet_chart(sheet, placed, item->chart);
        break;
    }
    }
}

static bool is_a_list(const ikm_item *item)
{
    return item->kind == IKM_ITEM_NOTE || item->kind == IKM_ITEM_TEXT;
}

/* A heading stands close to what it heads, sentences and notes to each other. */
static bool needs_a_blank_row(const ikm_item *before, const ikm_item *item)
{
    if (before->kind == IKM_ITEM_SHEET || before->kind == IKM_ITEM_HEADING)
        return before->kind == IKM_ITEM_HEADING && before->level == 1;
    return !is_a_list(before) || !is_a_list(item);
}

/* Figures, tables with their charts, and what is said about them stay on one page. */
static bool begins_a_block(const ikm_item *before, const ikm_item *item)
{
    return item->kind == IKM_ITEM_HEADING ? before->kind != IKM_ITEM_HEADING
                                          : item->kind == IKM_ITEM_TABLE && before->kind != IKM_ITEM_HEADING;
}

static void write_items(ikmi_sheet *sheet, size_t from, size_t to)
{
    const ikm_item *before = NULL;
    for (size_t i = from; i < to && sheet->book->status == IKM_OK; i++) {
        const ikm_item *item = ikm_document_item(sheet->book->document, i);
        if (before && begins_a_block(before, item))
            ikmi_print_block(sheet);
        if (before && needs_a_blank_row(before, item) && ikmi_sheet_room(sheet, 1))
            ikmi_sheet_next_row(sheet, IKMI_ROW_PIXELS, false);
        if (ikmi_sheet_room(sheet, 3)) /* a figure has three rows; tables and charts ask for theirs */
            write_item(sheet, item);
        before = item;
    }
    ikmi_print_block(sheet);
}

/*
 * libxlsxwriter leaves a name without quotes when it has letters and digits only;
 * but 2024 and A1 need them wherever the name stands before a "!".
 */
static void quote_name(ikmi_book *book, lxw_worksheet *worksheet)
{
    char quoted[IKMI_NAME_SIZE + 3];
    if (!worksheet->quoted_name || worksheet->quoted_name[0] == '\'')
        return;
    int size = snprintf(quoted, sizeof quoted, "'%s'", worksheet->name);
    char *owned = malloc((size_t)size + 1); /* libxlsxwriter frees it: not of our ikm_mem */
    if (!owned) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return;
    }
    memcpy(owned, quoted, (size_t)size + 1);
    free(worksheet->quoted_name);
    worksheet->quoted_name = owned;
}

static bool open_sheet(ikmi_sheet *sheet)
{
    ikmi_book *book = sheet->book;
    sheet->name = ikmi_book_name(book, sheet->wanted);
    sheet->worksheet = sheet->name ? workbook_add_worksheet(book->workbook, sheet->name) : NULL;
    if (!sheet->worksheet) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return false;
    }
    quote_name(book, sheet->worksheet);
    for (size_t i = 0; i < sheet->grid.page_count; i++)
        ikmi_book_check(book, worksheet_set_column(sheet->worksheet, column(i), column(i), sheet->grid.width[i], NULL));
    worksheet_gridlines(sheet->worksheet, LXW_HIDE_ALL_GRIDLINES);
    /* a key as "2024" is a text on purpose: no green corners */
    worksheet_ignore_errors(sheet->worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    sheet->row = sheet->block_row = 0;
    sheet->position = sheet->block_position = sheet->page_position = 0;
    sheet->title_row = sheet->header_row = LXW_ROW_MAX;
    sheet->break_count = 0;
    return book->status == IKM_OK;
}

bool ikmi_sheet_room(ikmi_sheet *sheet, lxw_row_t rows)
{
    if (sheet->book->status != IKM_OK)
        return false;
    if (sheet->row + rows <= sheet->book->row_limit || sheet->row == 0)
        return true;
    ikmi_print_setup(sheet);
    return open_sheet(sheet);
}

static size_t count_tables(const ikm_document *document, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += ikm_document_item(document, i)->kind == IKM_ITEM_TABLE;
    return count;
}

/* A range of cells names the bars: between two of its columns there may be no merged one. */
static void keep_categories_together(ikmi_placed *tables, size_t count, const ikm_item *item)
{
    const ikm_chart *chart = item->chart;
    for (size_t i = 0; i < count; i++)
        for (size_t column = 0; tables[i].table == item->table && column + 1 < chart->category_count; column++)
            tables[i].single[chart->category_column + column] = true;
}

/* What the tables need; a long one among others goes to a sheet of its own. */
static void measure_tables(ikmi_book *book, ikmi_placed *tables, size_t count, size_t from, size_t to)
{
    size_t next = 0;
    for (size_t i = from; i < to; i++) {
        const ikm_item *item = ikm_document_item(book->document, i);
        if (item->kind == IKM_ITEM_CHART)
            keep_categories_together(tables, next, item);
        if (item->kind != IKM_ITEM_TABLE)
            continue;
        if (!ikmi_placed_measure(&tables[next], book, item->table))
            return;
        tables[next].apart = tables[next].is_long && count > 1;
        next++;
    }
}

ikmi_sheet *ikmi_sheet_new(ikmi_book *book, const char *name, ikmi_placed *tables, size_t count)
{
    ikmi_sheet *sheet = book->status == IKM_OK ? ikmi_book_alloc(book, sizeof *sheet) : NULL;
    if (!sheet) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return NULL;
    }
    *sheet = (ikmi_sheet){.book = book, .wanted = name, .tables = tables, .table_count = count};
    ikmi_grid_make(&sheet->grid, tables, count);
    if (open_sheet(sheet))
        return sheet;
    ikmi_book_release(book, sheet);
    return NULL;
}

void ikmi_sheet_done(ikmi_sheet *sheet)
{
    ikmi_print_setup(sheet);
    ikmi_book_release(sheet->book, sheet);
}

void ikmi_sheet_write(ikmi_book *book, const char *name, size_t from, size_t to)
{
    size_t count = count_tables(book->document, from, to);
    ikmi_placed *tables = ikmi_book_alloc(book, (count + 1) * sizeof *tables);
    if (!tables) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return;
    }
    memset(tables, 0, (count + 1) * sizeof *tables);
    measure_tables(book, tables, count, from, to);
    ikmi_sheet *sheet = ikmi_sheet_new(book, name, tables, count);
    if (sheet) {
        write_items(sheet, from, to);
        ikmi_sheet_done(sheet);
    }
    ikmi_book_release(book, tables);
}
