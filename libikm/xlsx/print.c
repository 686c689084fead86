/* How a sheet comes out of a printer, and what stays in view on a screen. */
#include "sheet.h"

#include <stdio.h>
#include <string.h>

enum { A4 = 9, LANDSCAPE_FROM = 1050 /* pixels; up to here a portrait page is still read with ease */ };

/* A4 less the margins, at 96 pixels an inch. */
enum { PORTRAIT_WIDTH = 690, PORTRAIT_HEIGHT = 960, LANDSCAPE_WIDTH = 1020, LANDSCAPE_HEIGHT = 630 };

static int page_width(const ikmi_sheet *sheet)
{
    return ikmi_grid_pixels(&sheet->grid, 0, sheet->grid.page_count);
}

static bool is_landscape(const ikmi_sheet *sheet)
{
    return page_width(sheet) > LANDSCAPE_FROM;
}

/* Pixels of the sheet that a page holds, once it is made to fit the width. */
static int64_t page_height(const ikmi_sheet *sheet)
{
    int width = is_landscape(sheet) ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH;
    int64_t height = is_landscape(sheet) ? LANDSCAPE_HEIGHT : PORTRAIT_HEIGHT;
    return page_width(sheet) > width ? height * page_width(sheet) / width : height;
}

void ikmi_print_block(ikmi_sheet *sheet)
{
    int64_t height = page_height(sheet), block = sheet->position - sheet->block_position;
    if (sheet->position - sheet->page_position > height && block <= height &&
        sheet->block_position > sheet->page_position && sheet->break_count < IKMI_PAGE_BREAKS) {
        sheet->breaks[sheet->break_count++] = sheet->block_row;
        sheet->page_position = sheet->block_position;
    }
    while (sheet->position - sheet->page_position > height)
        sheet->page_position += height;
    sheet->block_row = sheet->row;
    sheet->block_position = sheet->position;
}

void ikmi_print_keep(ikmi_sheet *sheet, int pixels)
{
    if (sheet->position - sheet->block_position + pixels > page_height(sheet))
        ikmi_print_block(sheet);
}

/* "&" is a command there, and a digit behind a size would belong to it. */
static void footer_text(char *out, size_t size, const char *text, size_t units)
{
    char clean[128 * 3 + 1];
    size_t used = 0;
    ikmi_clean(clean, ikmi_text_of(text), units);
    for (const char *c = clean; *c && used + 3 < size; c++) {
        if (*c == '&')
            out[used++] = '&';
        out[used++] = *c == '\n' || *c == '\t' ? ' ' : *c;
    }
    out[used] = '\0';
}

static void put_footer(ikmi_sheet *sheet)
{
    char title[400], pages[64], footer[640];
    static const char *const codes[] = {"&P", "&N"};
    /* Excel takes 255 characters in all */
    footer_text(title, sizeof title, ikm_document_title(sheet->book->document), 70);
    if (ikm_words_say(pages, sizeof pages, sheet->book->lang, "XLSX_PAGE", codes, 2) != IKM_OK)
        pages[0] = '\0';
    snprintf(footer, sizeof footer, "&L&8 %s&C&8 &A&R&8 %s", title, pages);
    ikmi_book_check(sheet->book, worksheet_set_footer(sheet->worksheet, footer));
}

/* Is there a table whose header may stay in view? The only one, or the only one that is data. */
static bool has_a_main_table(const ikmi_sheet *sheet)
{
    size_t count = 0;
    for (size_t i = 0; i < sheet->table_count; i++)
        count += sheet->tables[i].is_long && !sheet->tables[i].apart;
    return count == 1 || sheet->table_count == 1;
}

/*
 * The header of a main table stays in view and stands on every page. Where
 * there are several, the title does, for a header of the first would mislead
 * beside the second.
 */
static void freeze(ikmi_sheet *sheet)
{
    enum { TOP_ROWS = 16 };
    lxw_row_t row = has_a_main_table(sheet) && sheet->header_row < TOP_ROWS ? sheet->header_row : sheet->title_row;
    if (row >= TOP_ROWS)
        return;
    worksheet_freeze_panes(sheet->worksheet, row + 1, 0);
    ikmi_book_check(sheet->book, worksheet_repeat_rows(sheet->worksheet, row, row));
}

/* One page, whatever stands on it, in its middle. */
static void set_up_poster(lxw_worksheet *worksheet)
{
    worksheet_set_portrait(worksheet);
    worksheet_set_margins(worksheet, 0.6, 0.6, 0.6, 0.6);
    worksheet_center_horizontally(worksheet);
    worksheet_center_vertically(worksheet);
    worksheet_fit_to_pages(worksheet, 1, 1);
}

void ikmi_print_setup(ikmi_sheet *sheet)
{
    lxw_worksheet *worksheet = sheet->worksheet;
    if (sheet->book->status != IKM_OK)
        return;
    worksheet_set_paper(worksheet, A4);
    if (sheet->look & IKMI_LOOK_POSTER) {
        set_up_poster(worksheet);
        return;
    }
    if (is_landscape(sheet))
        worksheet_set_landscape(worksheet);
    else
        worksheet_set_portrait(worksheet);
    worksheet_set_margins(worksheet, 0.55, 0.55, 0.6, 0.75);
    worksheet_center_horizontally(worksheet);
    worksheet_fit_to_pages(worksheet, 1, 0);
    freeze(sheet);
    put_footer(sheet);
    if (sheet->break_count) {
        sheet->breaks[sheet->break_count] = 0;
        ikmi_book_check(sheet->book, worksheet_set_h_pagebreaks(worksheet, sheet->breaks));
    }
}
