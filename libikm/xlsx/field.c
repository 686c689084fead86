/* "Label : value", with the values of neighbouring fields below each other. */
#include "sheet.h"

static const ikm_item *field_at(const ikmi_sheet *sheet, size_t index)
{
    const ikm_item *item = ikm_document_item(sheet->book->document, index);
    return item && item->kind == IKM_ITEM_FIELD ? item : NULL;
}

/* The column where values begin: behind the longest label of those in a row, but not beyond half of the page. */
static size_t value_column(const ikmi_sheet *sheet, size_t index)
{
    enum { DISTANCE = 2 };
    size_t widest = 0, column = 1, first = index;
    const ikmi_grid *grid = &sheet->grid;
    int page = ikmi_grid_width(grid, 0, grid->page_count);
    while (first > 0 && field_at(sheet, first - 1))
        first--;
    for (; field_at(sheet, first); first++) {
        size_t width = ikm_text_width(ikmi_text_of(field_at(sheet, first)->text));
        widest = width > widest ? width : widest;
    }
    int letters = ikmi_role_type(IKMI_ROLE_FIELD_LABEL, sheet->look).letters;
    int needs = widest > 1000 ? page : (int)widest * 100 / letters + DISTANCE;
    needs = needs > page / 2 ? page / 2 : needs;
    while (column + 1 < grid->page_count && ikmi_grid_width(grid, 0, column) < needs)
        column++;
    return column;
}

void ikmi_sheet_field(ikmi_sheet *sheet, size_t index)
{
    ikmi_book *book = sheet->book;
    const ikm_item *item = field_at(sheet, index);
    const ikmi_grid *grid = &sheet->grid;
    size_t column = value_column(sheet, index), to = grid->page_count;
    ikmi_type type = ikmi_role_type(IKMI_ROLE_FIELD, sheet->look);
    ikm_text label = ikmi_text_of(item->text), value = ikmi_text_of(item->caption);
    int lines = ikmi_lines(label, ikmi_grid_width(grid, 0, column) * type.letters / 100);
    int taken = ikmi_lines(value, ikmi_grid_width(grid, column, to) * type.letters / 100 - 2);
    ikmi_sheet_text(sheet, 0, column, label, ikmi_role_format(book, IKMI_ROLE_FIELD_LABEL, sheet->look));
    if (value.size)
        ikmi_sheet_text(sheet, column, to, value, ikmi_role_format(book, IKMI_ROLE_FIELD, sheet->look));
    else
        ikmi_sheet_blank(sheet, column, to, ikmi_role_format(book, IKMI_ROLE_FIELD_LINE, sheet->look));
    ikmi_sheet_next_row(sheet, (taken > lines ? taken : lines) * type.line + type.padding, true);
}
