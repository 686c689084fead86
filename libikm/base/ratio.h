/* Exact fractions with 128-bit intermediates, and the three rounding modes. */
#ifndef IKMI_RATIO_H
#define IKMI_RATIO_H

#include "ikm/base.h"

#include "integer.h"

/* Every result is in lowest terms with den > 0. false: it does not fit (or den = 0); `*out` is untouched. */
bool ikmi_ratio_make(ikm_ratio *out, ikmi_int128 num, ikmi_int128 den);
bool ikmi_ratio_add(ikm_ratio *out, ikm_ratio a, ikm_ratio b);
bool ikmi_ratio_subtract(ikm_ratio *out, ikm_ratio a, ikm_ratio b);
bool ikmi_ratio_multiply(ikm_ratio *out, ikm_ratio a, ikm_ratio b);
bool ikmi_ratio_divide(ikm_ratio *out, ikm_ratio a, ikm_ratio b);
bool ikmi_ratio_of_decimal(ikm_ratio *out, ikm_decimal decimal);
int ikmi_ratio_compare(ikm_ratio a, ikm_ratio b); /* <0, 0, >0; cannot overflow */

/* num/den to an integer; den > 0. */
ikmi_int128 ikmi_round_divide(ikmi_int128 num, ikmi_int128 den, ikm_round_mode mode);

/* To `places` decimals (0 to 18); false if it does not fit. */
bool ikmi_ratio_round(ikm_decimal *out, ikm_ratio ratio, int places, ikm_round_mode mode);

/*
 * The one rule of rounding, for every arithmetic of ours: does a magnitude with
 * whole part `whole` go one up, when its remainder is below (-1), at (0) or
 * above (1) one half of the divisor?
 */
bool ikmi_rounds_up(bool whole_is_odd, bool has_remainder, int remainder_to_half, ikm_round_mode mode);

#endif
