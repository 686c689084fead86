/* A large figure: what it is, the number, what it means. */
#include "sheet.h"

void ikmi_sheet_figure(ikmi_sheet *sheet, const ikm_item *item)
{
    ikmi_book *book = sheet->book;
    size_t to = sheet->grid.page_count;
    const ikm_cell *cell = &item->cell;
    ikmi_sheet_words(sheet, item->text, IKMI_ROLE_FIGURE_LABEL);
    if (cell->kind == IKM_CELL_NUMBER) {
        ikmi_number_role role = IKMI_NUMBER_FIGURE | (sheet->look & IKMI_LOOK_POSTER ? IKMI_NUMBER_POSTER : 0);
        ikmi_sheet_number(sheet, 0, to, cell->number, ikmi_number_format(book, cell->number.places, NULL, role));
    } else {
        ikmi_sheet_text(sheet, 0, to, cell->kind == IKM_CELL_TEXT ? cell->text : ikmi_text_of(NULL),
                        ikmi_role_format(book, IKMI_ROLE_FIGURE, sheet->look));
    }
    ikmi_sheet_next_row(sheet, ikmi_role_type(IKMI_ROLE_FIGURE, sheet->look).line, true);
    if (item->caption)
        ikmi_sheet_words(sheet, item->caption, IKMI_ROLE_FIGURE_CAPTION);
}
