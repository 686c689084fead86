/* A wide table that was grouped: one row for all who answered alike, and a column of how many they are. */
#ifndef IKMI_WEIGHTS_H
#define IKMI_WEIGHTS_H

#include "claims.h"

/*
 * The column that seems to say how many respondents a row stands for; -1: none. Every
 * element has a settled column. `told`: one a column, or NULL. `*example_out`: the row of
 * the sample that shows it.
 */
int ikmi_weights_column(size_t *example_out, const ikmi_claims *claims, const ikmi_claim *settled,
                        const ikmi_columns *columns, const ikmi_told_column *told);

#endif
