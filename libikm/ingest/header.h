/* Where in a dump its header is, and what it says of each column. */
#ifndef IKMI_HEADER_H
#define IKMI_HEADER_H

#include "peek.h"

enum { IKMI_HEADER_ROWS_MAX = 3 };

/*
 * Rows are those of a peek. A header has one to three rows that name columns
 * (a merged title over codes, a question over its options); a row of tags
 * ("#respondent"), of a program's marks ("{"ImportId": ..."}) or of column numbers
 * behind them belongs to it and names nothing.
 */
typedef struct ikmi_header {
    size_t first, end; /* rows [first, end) are the header's */
    size_t names;      /* how many rows, from the first on, name columns */
    size_t columns;
    int confidence; /* 0 to 100 */
} ikmi_header;

/* What was told; 0: to be found. With a line the peek begins there. */
typedef struct ikmi_header_told {
    int64_t line;
    size_t rows;
} ikmi_header_told;

/* The peek has at least one row. false: no row of it can be a header. */
bool ikmi_header_find(ikmi_header *out, const ikmi_peek *peek, const ikmi_header_told *told);

/* The header that begins at this row, whether it looks like one or not. */
void ikmi_header_at(ikmi_header *out, const ikmi_peek *peek, size_t row, size_t rows_told);

/* Does it have nothing but words, no number and no date? */
bool ikmi_row_is_words(const ikmi_peek *peek, size_t row);

/* Which rows of a header that has several make the name of a column. */
typedef enum ikmi_header_way {
    IKMI_HEADER_JOINED, /* "NILAI UNSUR PELAYANAN U1" */
    IKMI_HEADER_LOWER,  /* "U1"; where the last row has nothing, what stands above */
    IKMI_HEADER_UPPER   /* "NILAI UNSUR PELAYANAN"; where the first row has nothing, what stands below */
} ikmi_header_way;

/* Append the name of a column, without a NUL. */
void ikmi_header_name(ikmi_buffer *out, const ikmi_peek *peek, const ikmi_header *header, size_t column,
                      ikmi_header_way way);

#endif
