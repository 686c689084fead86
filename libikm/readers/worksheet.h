/* A worksheet row after row, as the rows stand in the file; one row in memory. */
#ifndef IKMI_WORKSHEET_H
#define IKMI_WORKSHEET_H

#include "row.h"
#include "strings.h"
#include "styles.h"
#include "xml.h"

/* What the cells of all sheets of a workbook refer to. */
typedef struct ikmi_book {
    const ikmi_desk *desk;
    const ikmi_package *package;
    ikmi_strings strings;
    ikmi_styles styles;
    bool from_1904;
} ikmi_book;

typedef enum ikmi_cell_type {
    IKMI_CELL_NUMBER, /* also none given */
    IKMI_CELL_SHARED,
    IKMI_CELL_TEXT, /* inline, of a formula, an error: the text as it is */
    IKMI_CELL_TRUTH,
    IKMI_CELL_MOMENT
} ikmi_cell_type;

typedef struct ikmi_worksheet {
    const ikmi_book *book;
    const char *name; /* for messages */
    ikmi_xml xml;
    ikmi_row *row; /* where the row goes that is being read */
    int64_t line;  /* of the row read last */
    size_t column; /* of the cell read last; 0 at the beginning of a row */
    ikmi_cell_type type;
    size_t style;
    ikmi_pile value; /* text of the cell, in pieces */
    bool in_rows, in_row, in_cell, in_value, row_ready;
    bool in_formula; /* the cell has one, whose value may have been left out */
    int in_phonetic;
} ikmi_worksheet;

/* `name` and `path` are borrowed. */
ikm_status ikmi_worksheet_open(ikmi_worksheet *sheet, const ikmi_book *book, const char *name, const char *path,
                               ikm_error *err);
void ikmi_worksheet_close(ikmi_worksheet *sheet);

/* The next row that has a value, into `row`; `*end_out` when there is none. */
ikm_status ikmi_worksheet_next(ikmi_worksheet *sheet, ikmi_row *row, bool *end_out, ikm_error *err);

/* "BC12" as column 55, line 12; a part that is not there is 0. False if it is no address. */
bool ikmi_worksheet_address(const char *text, size_t *column_out, int64_t *line_out);

/* The text of the finished cell, into its row (cell.c). */
ikm_status ikmi_worksheet_finish(ikmi_worksheet *sheet, ikmi_cell *cell, ikm_error *err);

#endif
