/*
 * The shape of a dump where its columns are not one for each element: one line an
 * answer. What makes it so is a column whose cells name elements, beside one whose
 * cells are scores.
 */
#ifndef IKMI_SHAPE_H
#define IKMI_SHAPE_H

#include "claims.h"
#include "names.h"

typedef enum ikmi_shape_doubt {
    IKMI_SHAPE_CLEAR,
    IKMI_SHAPE_NOBODY,     /* lines of answers, and no column says whose or how many */
    IKMI_SHAPE_TWO_VALUES, /* `value` and `other` could both be the answer, and differ */
    IKMI_SHAPE_BEYOND      /* the numbers of `element` pass those of the elements, as in row `other` of the sample */
} ikmi_shape_doubt;

typedef struct ikmi_shape_found {
    ikmi_shape shape; /* WIDE: these are no lines of answers */
    ikmi_line_columns columns;
    ikmi_shape_doubt doubt;
    int other;
} ikmi_shape_found;

/* Did the user tell which column names elements? Then these are lines of answers, whatever else there is. */
bool ikmi_shape_is_told(const ikmi_claims *claims);

/*
 * Look for lines of answers. `names` learns whether mere numbers name elements and
 * which questions are about none. IKM_OK or IKM_ERR_NOMEM.
 */
ikm_status ikmi_shape_find(ikmi_shape_found *out, ikmi_names *names, const ikmi_claims *claims,
                           const ikmi_columns *columns);

#endif
