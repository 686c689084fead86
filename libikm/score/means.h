/* Printed means, and the whole numbers that can stand behind them. */
#ifndef IKMI_MEANS_H
#define IKMI_MEANS_H

#include "ikm/reconcile.h"

#include <stdbool.h>

/* A mean that can be computed with: not negative, below 10^6, with few enough places. */
bool ikmi_mean_is_plain(ikm_decimal mean);

/* So many respondents that can be computed with: 1 to 10^12. */
bool ikmi_mean_respondents(int64_t respondents);

/*
 * Is there a whole number that, divided by `respondents`, is printed as `mean`? The one nearest to
 * mean x respondents, and whether it is the only one.
 */
bool ikmi_mean_sum(int64_t *sum, bool *only, ikm_decimal mean, int64_t respondents, ikm_round_mode mode);

#endif
