/* What the engine says of the rows of a table that could be read. */
#ifndef IKMI_REPORT_JUDGE_H
#define IKMI_REPORT_JUDGE_H

#include "faults.h"
#include "table.h"

typedef struct ikmi_judging {
    ikmi_faults *faults;
    const ikmi_table *table;
    void *rows; /* `count` of `size` bytes each; those at fault are taken out */
    size_t size;
    size_t *from; /* of each the row of the table */
    size_t count;
    /* The engine's verdict; a fault of a row has its position, from 1, as the line of `err`. */
    ikm_status (*ask)(void *ctx, const void *rows, size_t count, ikm_error *err);
    /* The cell at fault. */
    const ikmi_spot *(*spot)(void *ctx, const void *row, const ikmi_table_row *in_table, ikm_status status);
    /* Take row `at` out, and what cannot stand without it; returns how many are left. NULL: that row alone. */
    size_t (*leave_out)(void *rows, size_t *from, size_t count, size_t at);
    void *ctx;
} ikmi_judging;

/*
 * A fault is told at its cell, its row left out and the engine asked again, so that all are told, up to a limit that
 * keeps a table of nothing but faults from being judged for ever. IKM_OK also then; any failure that is of no row, in
 * `err`.
 */
ikm_status ikmi_judge(ikmi_judging *judging, ikm_error *err);

#endif
