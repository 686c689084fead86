/* Where the columns of a dump cannot be mapped: what is wrong, in words. */
#ifndef IKMI_COLUMNS_FAIL_H
#define IKMI_COLUMNS_FAIL_H

#include "shape.h"

typedef struct ikmi_columns_report {
    const ikmi_columns *columns;
    const ikmi_claims *claims;
    const ikmi_claim *settled;
    const ikmi_shape_found *found;
    const ikmi_told_column *told; /* one a column; NULL: nothing is told */
    const char *file;
    int64_t line;
    ikm_lang lang;
} ikmi_columns_report;

/* IKM_OK where each element has one column and no other could be it, or lines are clearly answers; else IKM_ERR_UNSURE
 * or IKM_ERR_DATA. */
ikm_status ikmi_columns_check(const ikmi_columns_report *report, ikm_error *err);

#endif
