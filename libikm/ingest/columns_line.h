/* The columns of a dump whose lines are answers. */
#ifndef IKMI_COLUMNS_LINE_H
#define IKMI_COLUMNS_LINE_H

#include "shape.h"

/* Where not every element has a column, a line may be one answer. IKM_OK or IKM_ERR_NOMEM. */
ikm_status ikmi_columns_look_for_lines(ikmi_shape_found *out, ikmi_columns *columns, const ikmi_claims *claims,
                                       const ikmi_claim *settled);

/* They are lines of answers: once all columns have roles, the parts of a line get theirs. */
void ikmi_columns_take_lines(ikmi_columns *columns, const ikmi_shape_found *found);

/* What elements are called is not needed. */
void ikmi_columns_drop_names(ikmi_columns *columns);

#endif
