/* Where somebody signs: in the right half of the page, with room for ink and stamp. */
#include "sheet.h"

enum { ROWS = 8, INK_PIXELS = 80 };

static size_t right_half(const ikmi_grid *grid)
{
    size_t column = 0;
    int half = ikmi_grid_width(grid, 0, grid->page_count) / 2;
    while (column + 1 < grid->page_count && ikmi_grid_width(grid, 0, column + 1) <= half)
        column++;
    return column < 1 && grid->page_count > 1 ? 1 : column;
}

/* A text, or a line to fill in. */
static void line(ikmi_sheet *sheet, const char *string, ikmi_role role)
{
    size_t from = right_half(&sheet->grid), to = sheet->grid.page_count;
    ikm_text text = ikmi_text_of(string);
    if (!text.size)
        role = IKMI_ROLE_SIGNATURE_LINE;
    ikmi_type type = ikmi_role_type(role, sheet->look);
    lxw_format *format = ikmi_role_format(sheet->book, role, sheet->look);
    int lines = ikmi_lines(text, ikmi_grid_width(&sheet->grid, from, to) * type.letters / 100);
    if (text.size)
        ikmi_sheet_text(sheet, from, to, text, format);
    else
        ikmi_sheet_blank(sheet, from, to, format);
    ikmi_sheet_next_row(sheet, lines * type.line + type.padding, true);
}

void ikmi_sheet_signature(ikmi_sheet *sheet, const ikm_signature *signature)
{
    if (!ikmi_sheet_room(sheet, ROWS))
        return;
    line(sheet, signature->place_date, IKMI_ROLE_SIGNATURE);
    line(sheet, signature->title, IKMI_ROLE_SIGNATURE);
    ikmi_sheet_next_row(sheet, INK_PIXELS, true);
    line(sheet, signature->name, IKMI_ROLE_SIGNATURE_NAME);
    line(sheet, signature->number, IKMI_ROLE_SIGNATURE);
}
