/* The records behind the counts: exact integers that add as the counts do. */
#include "inside.h"

#include "base/integer.h"

ikm_status ikmi_rows_add(ikm_row_counts *into, const ikm_row_counts *more)
{
    ikm_row_counts sum;
    if (!ikmi_add(&sum.read, into->read, more->read) || !ikmi_add(&sum.used, into->used, more->used) ||
        !ikmi_add(&sum.refused, into->refused, more->refused) ||
        !ikmi_add(&sum.incomplete, into->incomplete, more->incomplete) ||
        !ikmi_add(&sum.example, into->example, more->example) ||
        !ikmi_add(&sum.filtered, into->filtered, more->filtered))
        return IKM_ERR_OVERFLOW;
    *into = sum;
    return IKM_OK;
}

ikm_status ikm_tally_add_rows(ikm_tally *tally, const ikm_row_counts *rows)
{
    if (!tally || !rows || rows->used < 0 || rows->refused < 0 || rows->incomplete < 0 || rows->example < 0 ||
        rows->filtered < 0 || rows->read - rows->refused != rows->used)
        return IKM_ERR_ARGUMENT;
    return ikmi_rows_add(&tally->rows, rows);
}

ikm_row_counts ikm_tally_rows(const ikm_tally *tally)
{
    return tally->rows;
}
