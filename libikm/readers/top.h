/*
 * The top of a sheet, held back until it is known which of its cells are merged:
 * a worksheet's header has "Unsur pelayanan" once over nine columns, and "No" over
 * two rows. Only the header is filled so: in the data a merged cell may as well be
 * one respondent on two rows, and no answer may be counted twice.
 */
#ifndef IKMI_TOP_H
#define IKMI_TOP_H

#include "worksheet.h"

enum {
    IKMI_TOP_ROWS = 64,       /* held at most */
    IKMI_TOP_NUMBERS = 3,     /* a row with so many is data */
    IKMI_TOP_BYTES = 1 << 20, /* of text held at most */
    IKMI_TOP_HEIGHT = 8       /* rows that a merged cell of a header spans at most */
};

typedef struct ikmi_top {
    ikmi_row rows[IKMI_TOP_ROWS];
    size_t count;
    size_t given;   /* rows handed on */
    bool data_last; /* the last row held is the first of the data */
} ikmi_top;

/* Read the rows of the header and fill its merged cells. `path` is the sheet's part. */
ikm_status ikmi_top_read(ikmi_top *header, ikmi_worksheet *sheet, const char *path, ikm_error *err);
void ikmi_top_done(ikmi_top *header, const ikmi_desk *desk);

/* The next row that is held; NULL when all were given. */
const ikmi_row *ikmi_top_next(ikmi_top *header);

#endif
