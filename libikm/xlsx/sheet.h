/* One sheet of the workbook, from its first row to its last. */
#ifndef IKMI_XLSX_SHEET_H
#define IKMI_XLSX_SHEET_H

#include "grid.h"

enum { IKMI_PAGE_BREAKS = 512 };

typedef struct ikmi_sheet {
    ikmi_book *book;
    const char *wanted; /* the name that was asked for; a sheet that goes on gets it with a number */
    const char *name;
    ikmi_look look; /* of all that stands on it: a poster, or plain */
    lxw_worksheet *worksheet;
    ikmi_grid grid;
    ikmi_placed *tables;
    size_t table_count, next_table;
    lxw_row_t row;                   /* the next one to write */
    int64_t position;                /* pixels above it */
    lxw_row_t title_row, header_row; /* of the first heading and of the first table; LXW_ROW_MAX: none yet */
    /* where a printed page ends, so that nothing is torn that fits a page */
    lxw_row_t block_row;
    int64_t block_position, page_position;
    lxw_row_t breaks[IKMI_PAGE_BREAKS + 1];
    size_t break_count;
} ikmi_sheet;

/* Write the items from `from` up to but not including `to`. */
void ikmi_sheet_write(ikmi_book *book, const char *name, size_t from, size_t to);

/* A sheet of this name for these tables, opened; NULL: failed. And its end: print setup, free. */
ikmi_sheet *ikmi_sheet_new(ikmi_book *book, const char *name, ikmi_look look, ikmi_placed *tables, size_t count);
void ikmi_sheet_done(ikmi_sheet *sheet);

/* Room for so many more rows; goes on in a new sheet where there is none. False: failed. */
bool ikmi_sheet_room(ikmi_sheet *sheet, lxw_row_t rows);

/* The row is done; it is so many pixels high. `fixed`: tell Excel, else it finds the height itself. */
void ikmi_sheet_next_row(ikmi_sheet *sheet, int pixels, bool fixed);

/* Write over columns from `from` up to but not including `to`, merged. */
void ikmi_sheet_text(ikmi_sheet *sheet, size_t from, size_t to, ikm_text text, lxw_format *format);
void ikmi_sheet_number(ikmi_sheet *sheet, size_t from, size_t to, ikm_decimal number, lxw_format *format);
void ikmi_sheet_formula(ikmi_sheet *sheet, size_t from, size_t to, const char *formula, ikm_decimal value,
                        lxw_format *format);
void ikmi_sheet_blank(ikmi_sheet *sheet, size_t from, size_t to, lxw_format *format);

/* Words in a row of their own over the whole width, as high as their lines. */
void ikmi_sheet_words(ikmi_sheet *sheet, const char *string, ikmi_role role);

/* The items, each in its file. A field is told by its index: those beside it have their labels in the same column. */
void ikmi_sheet_figure(ikmi_sheet *sheet, const ikm_item *item);
void ikmi_sheet_field(ikmi_sheet *sheet, size_t index);
void ikmi_sheet_signature(ikmi_sheet *sheet, const ikm_signature *signature);
void ikmi_sheet_table(ikmi_sheet *sheet, ikmi_placed *placed);
void ikmi_sheet_chart(ikmi_sheet *sheet, const ikmi_placed *placed, const ikm_chart *chart);

/* What may be chosen in the rows from `top` to `bottom`, which are to be filled in. */
void ikmi_sheet_choices(ikmi_sheet *sheet, const ikmi_placed *placed, lxw_row_t top, lxw_row_t bottom);

/*
 * A formula of a cell on the sheet `name` as a spreadsheet takes it, "=" and all, into `out`. False: it names a cell
 * that is not, or not yet known, or is too long.
 */
enum { IKMI_FORMULA_SIZE = 8192 }; /* characters that Excel takes, in formulas that have one byte each */
bool ikmi_formula_write(char *out, const ikmi_placed *placed, const char *name, const char *formula);

/* What stands between here and the next call is kept on one page. */
void ikmi_print_block(ikmi_sheet *sheet);
/* So many pixels come as a whole: where they do not fit the page of what is before them, they begin one. */
void ikmi_print_keep(ikmi_sheet *sheet, int pixels);
/* Paper, margins, repeated rows, footer, page ends. */
void ikmi_print_setup(ikmi_sheet *sheet);

#endif
