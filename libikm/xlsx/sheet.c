/* The items of a sheet below each other. */
#include "sheet.h"

static void heading(ikmi_sheet *sheet, const ikm_item *item)
{
    static const ikmi_role roles[] = {IKMI_ROLE_HEADING_FIRST, IKMI_ROLE_HEADING_SECOND, IKMI_ROLE_HEADING_THIRD};
    if (item->level == 1 && sheet->title_row == LXW_ROW_MAX)
        sheet->title_row = sheet->row;
    ikmi_sheet_words(sheet, item->text, roles[item->level - 1]);
}

static ikmi_placed *placed_of(ikmi_sheet *sheet, const ikm_table *table)
{
    for (size_t i = 0; i < sheet->table_count; i++)
        if (sheet->tables[i].table == table)
            return &sheet->tables[i];
    return NULL;
}

static void write_item(ikmi_sheet *sheet, size_t index)
{
    const ikm_item *item = ikm_document_item(sheet->book->document, index);
    switch (item->kind) {
    case IKM_ITEM_SHEET: break;
    case IKM_ITEM_HEADING: heading(sheet, item); break;
    case IKM_ITEM_TEXT: ikmi_sheet_words(sheet, item->text, IKMI_ROLE_TEXT); break;
    case IKM_ITEM_NOTE: ikmi_sheet_words(sheet, item->text, IKMI_ROLE_NOTE); break;
    case IKM_ITEM_FIGURE: ikmi_sheet_figure(sheet, item); break;
    case IKM_ITEM_FIELD: ikmi_sheet_field(sheet, index); break;
    case IKM_ITEM_SIGNATURE: ikmi_sheet_signature(sheet, item->signature); break;
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

/* Sentences and notes stand close to each other, and fields. */
static bool is_one_more(const ikm_item *before, const ikm_item *item)
{
    if (item->kind == IKM_ITEM_FIELD)
        return before->kind == IKM_ITEM_FIELD;
    return (item->kind == IKM_ITEM_NOTE || item->kind == IKM_ITEM_TEXT) &&
           (before->kind == IKM_ITEM_NOTE || before->kind == IKM_ITEM_TEXT);
}

/* A heading stands close to what it heads, but for the huge figure of a poster. */
static bool needs_a_blank_row(const ikmi_sheet *sheet, const ikm_item *before, const ikm_item *item)
{
    if (sheet->look & IKMI_LOOK_POSTER && item->kind == IKM_ITEM_FIGURE)
        return before->kind != IKM_ITEM_SHEET;
    if (before->kind == IKM_ITEM_SHEET || before->kind == IKM_ITEM_HEADING)
        return before->kind == IKM_ITEM_HEADING && before->level == 1;
    return !is_one_more(before, item);
}

/* Figures, tables with their charts, and what is said about them stay on one page. */
static bool begins_a_block(const ikm_item *before, const ikm_item *item)
{
    bool may_begin = item->kind == IKM_ITEM_HEADING || item->kind == IKM_ITEM_TABLE || item->kind == IKM_ITEM_SIGNATURE;
    return may_begin && before->kind != IKM_ITEM_HEADING;
}

static void write_items(ikmi_sheet *sheet, size_t from, size_t to)
{
    const ikm_item *before = NULL;
    for (size_t i = from; i < to && sheet->book->status == IKM_OK; i++) {
        const ikm_item *item = ikm_document_item(sheet->book->document, i);
        if (before && begins_a_block(before, item))
            ikmi_print_block(sheet);
        if (before && needs_a_blank_row(sheet, before, item) && ikmi_sheet_room(sheet, 1))
            ikmi_sheet_next_row(sheet, IKMI_ROW_PIXELS, false);
        if (ikmi_sheet_room(sheet, 3)) /* a figure has three rows; what may have more asks for them */
            write_item(sheet, i);
        before = item;
    }
    ikmi_print_block(sheet);
}

static bool open_sheet(ikmi_sheet *sheet)
{
    ikmi_book *book = sheet->book;
    sheet->name = ikmi_book_name(book, sheet->wanted);
    sheet->worksheet = ikmi_book_worksheet(book, sheet->name);
    if (!sheet->worksheet)
        return false;
    for (size_t i = 0; i < sheet->grid.page_count; i++)
        ikmi_book_check(book,
                        worksheet_set_column(sheet->worksheet, (lxw_col_t)i, (lxw_col_t)i, sheet->grid.width[i], NULL));
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
        tables[next].apart = tables[next].is_long && count > 1 && !item->table->in_place;
        next++;
    }
}

ikmi_sheet *ikmi_sheet_new(ikmi_book *book, const char *name, ikmi_look look, ikmi_placed *tables, size_t count)
{
    ikmi_sheet *sheet = book->status == IKM_OK ? ikmi_book_alloc(book, sizeof *sheet) : NULL;
    if (!sheet) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return NULL;
    }
    *sheet = (ikmi_sheet){.book = book, .wanted = name, .look = look, .tables = tables, .table_count = count};
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
    const ikm_item *first = ikm_document_item(book->document, from);
    bool poster = first && first->kind == IKM_ITEM_SHEET && first->level == 1;
    size_t count = count_tables(book->document, from, to);
    ikmi_placed *tables = ikmi_book_alloc(book, (count + 1) * sizeof *tables);
    if (!tables) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return;
    }
    memset(tables, 0, (count + 1) * sizeof *tables);
    measure_tables(book, tables, count, from, to);
    ikmi_sheet *sheet = ikmi_sheet_new(book, name, poster ? IKMI_LOOK_POSTER : IKMI_LOOK_PLAIN, tables, count);
    if (sheet) {
        write_items(sheet, from, to);
        ikmi_sheet_done(sheet);
    }
    ikmi_book_release(book, tables);
}
