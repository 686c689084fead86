/* A table of a report as texts with their places: whatever dialect it is in, its columns found by name. */
#ifndef IKMI_REPORT_TABLE_H
#define IKMI_REPORT_TABLE_H

#include "ikm/ingest.h"

#include "faults.h"
#include "keep.h"
#include "number.h"

#include <stdbool.h>

enum { IKMI_TABLE_COLUMNS_MAX = 10, IKMI_TABLE_ROWS_MAX = 1000000 };

/* A column that a table may have. */
typedef struct ikmi_table_column {
    const char *name;   /* how it is called, folded */
    const char *others; /* what else it is called, folded, a comma between; NULL: nothing */
    bool required;
    bool numbers; /* its cells may show what the table has before decimals */
} ikmi_table_column;

/* What a table looks like. */
typedef struct ikmi_table_form {
    const ikmi_table_column *columns;
    size_t count;
} ikmi_table_form;

typedef struct ikmi_table_row {
    int64_t line;
    ikmi_spot cell[IKMI_TABLE_COLUMNS_MAX]; /* by the columns of the form; one that is not there is an empty text */
} ikmi_table_row;

typedef struct ikmi_table {
    const char *file;
    bool has[IKMI_TABLE_COLUMNS_MAX]; /* which columns are there */
    ikmi_table_row *rows;
    size_t count;
    char point; /* what its numbers have before decimals: '.', ','; 0: they do not say, or not the same */
} ikmi_table;

/*
 * Read a table; what it holds lives in `keep`. Malformed records are faults, and left out.
 * IKM_ERR_DATA with `err` where there is no table, or a column that must be there is not; as ingest gives.
 */
ikm_status ikmi_table_read(ikmi_table *out, ikmi_faults *faults, ikmi_keep *keep, const ikmi_table_form *form,
                           const ikm_input *input, ikm_error *err);

/* The line as a whole. */
ikmi_spot ikmi_table_line(const ikmi_table_row *row);

/* The text of a cell. */
ikm_text ikmi_spot_text(const ikmi_spot *cell);

#endif
