/* Texts and numbers into the cells of a row, over one column or several. */
#include "sheet.h"

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

void ikmi_sheet_formula(ikmi_sheet *sheet, size_t from, size_t to, const char *formula, ikm_decimal value,
                        lxw_format *format)
{
    merge(sheet, from, to, format);
    ikmi_book_check(sheet->book, worksheet_write_formula_num(sheet->worksheet, sheet->row, column(from), formula,
                                                             format, ikmi_decimal_double(value)));
    sheet->book->weight += 6 * strlen(formula);
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

void ikmi_sheet_words(ikmi_sheet *sheet, const char *string, ikmi_role role)
{
    ikmi_type type = ikmi_role_type(role, sheet->look);
    size_t to = sheet->grid.page_count;
    ikm_text text = ikmi_text_of(string);
    int lines = ikmi_lines(text, ikmi_grid_width(&sheet->grid, 0, to) * type.letters / 100);
    ikmi_sheet_text(sheet, 0, to, text, ikmi_role_format(sheet->book, role, sheet->look));
    ikmi_sheet_next_row(sheet, lines * type.line + type.padding, true);
}
