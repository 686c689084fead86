/* One row that is being put together: a value for each column. */
#ifndef IKMI_ROW_H
#define IKMI_ROW_H

#include "ikm/ingest.h"

#include "desk.h"

enum {
    IKMI_COLUMNS_MAX = 16384, /* of a worksheet: XFD */
    IKMI_LINES_MAX = 1048576,
    IKMI_CELL_MAX = 1 << 20, /* bytes; a spreadsheet stops at 32,767 characters */
    IKMI_ROW_MAX = 16 << 20
};

/* A value stands in the row's own text, or in memory that outlives the row (shared texts). */
typedef struct ikmi_cell {
    const char *shared; /* NULL: in the row's text */
    size_t offset, size;
    bool number;
} ikmi_cell;

typedef struct ikmi_row {
    int64_t line;
    ikmi_cell *cells; /* by column - 1; size 0 is empty */
    size_t width;     /* columns up to the last with a value */
    size_t touched;   /* cells up to the last that was set since the row began */
    size_t capacity;
    size_t numbers;
    ikmi_pile text;
} ikmi_row;

void ikmi_row_begin(ikmi_row *row, int64_t line);
void ikmi_row_done(ikmi_row *row, const ikmi_desk *desk);

/* The cell of a column, from 1 to IKMI_COLUMNS_MAX; NULL when memory is refused. */
ikmi_cell *ikmi_row_cell(ikmi_row *row, const ikmi_desk *desk, size_t column);

/* After a cell was set: counts it in. */
void ikmi_row_note(ikmi_row *row, size_t column);

/* Borrowed until the row changes. */
ikm_text ikmi_row_text(const ikmi_row *row, size_t column);

/* The fields that a row gives, as wide as the widest of the first rows so far. */
typedef struct ikmi_fields {
    ikm_field *items;
    size_t count; /* columns that each row has at least */
    size_t capacity;
    size_t filled; /* fields that hold something from the row before */
    int64_t rows;
} ikmi_fields;

/* `*count_out` fields in `items`; false when memory is refused. */
bool ikmi_fields_set(ikmi_fields *fields, const ikmi_desk *desk, const ikmi_row *row, size_t *count_out);
void ikmi_fields_done(ikmi_fields *fields, const ikmi_desk *desk);

#endif
