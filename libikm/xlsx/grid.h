/*
 * Several tables share the columns of one sheet. The columns are set up for the
 * widest table; in a smaller one a column may take several of them, merged, so
 * that every table stands flush left and right and no column of numbers is as
 * wide as another table's names. A long table does not take part: people sort
 * and filter it, so it is not merged, and has a sheet of its own beside others.
 */
#ifndef IKMI_XLSX_GRID_H
#define IKMI_XLSX_GRID_H

#include "book.h"

enum { IKMI_GRID_COLUMNS = IKM_TABLE_COLUMNS + 16 };

/* Rows of a table that stand on one sheet. */
typedef struct ikmi_stretch {
    const char *name;
    lxw_row_t top, bottom;
} ikmi_stretch;

enum { IKMI_STRETCHES = 64 }; /* of a table; longer ones have no formulas */

/* A table on its sheet. Widths are in characters of the standard font. */
typedef struct ikmi_placed {
    const ikm_table *table;
    bool marks[IKM_TABLE_COLUMNS];        /* grades, codes: texts of a few characters, centred */
    bool single[IKM_TABLE_COLUMNS];       /* not to be merged: a chart reads it together with the next */
    bool is_long;                         /* data rather than a page of a report: never merged */
    bool apart;                           /* on a sheet of its own; takes no part in the grid */
    int least[IKM_TABLE_COLUMNS];         /* narrower, and numbers become ##### */
    int ideal[IKM_TABLE_COLUMNS];         /* what its texts need in one line, within reason */
    int full[IKM_TABLE_COLUMNS];          /* what they would need without reason: they take it where it is free */
    uint8_t start[IKM_TABLE_COLUMNS + 1]; /* the column of the sheet where each begins */
    /* filled in when it is written: the part of it that a chart can show */
    const char *sheet_name;
    lxw_row_t first_row;
    size_t rows;
    ikmi_stretch stretches[IKMI_STRETCHES]; /* where its body stands, once it is known as a whole */
    size_t stretch_count;
    ikmi_stretch foot;
    bool body_is_known, foot_is_known;
    bool negative[IKM_TABLE_COLUMNS]; /* has a number below zero */
    bool holes[IKM_TABLE_COLUMNS];    /* has a cell without a number, in the body */
} ikmi_placed;

typedef struct ikmi_grid {
    size_t count;      /* columns that tables use */
    size_t page_count; /* and those that headings, sentences and charts reach over */
    int width[IKMI_GRID_COLUMNS];
} ikmi_grid;

/* What the columns of a table need, from its title and its first rows. */
bool ikmi_placed_measure(ikmi_placed *placed, ikmi_book *book, const ikm_table *table);

/* Share the columns out; fills in `start` of each table. */
void ikmi_grid_make(ikmi_grid *grid, ikmi_placed *tables, size_t count);

/* Rows of a table but its foot. */
size_t ikmi_table_body(const ikm_table *table);

/* Characters of the columns from `from` up to but not including `to`. */
int ikmi_grid_width(const ikmi_grid *grid, size_t from, size_t to);

/* Lines that a text takes in so many characters; at least 1. */
int ikmi_lines(ikm_text text, int width);

/* As Excel draws the standard font: characters to pixels. */
enum { IKMI_CHARACTER_PIXELS = 7, IKMI_COLUMN_PADDING = 5, IKMI_ROW_PIXELS = 20 };
int ikmi_grid_pixels(const ikmi_grid *grid, size_t from, size_t to);

#endif
