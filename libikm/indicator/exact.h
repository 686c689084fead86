/*
 * Exact fractions of the achievement engine, and where a value stands.
 *
 * A value is only ever rounded to a few decimals and compared with bounds of a few
 * decimals. For both it is enough to know where it stands on a fine grid: its
 * position is twice the number of the grid point at or below it, and one more where
 * it lies between that point and the next. Positions are ordered as the values are,
 * and never look like a tie or a bound that the value is not.
 */
#ifndef IKMI_INDICATOR_EXACT_H
#define IKMI_INDICATOR_EXACT_H

#include "ikm/indicator.h"

#include "base/integer.h"

/* 10^9 points to a unit: finer than any bound (6 places) and anything that is shown (2). */
enum { IKMI_GRID_PLACES = 9, IKMI_AMOUNT_PLACES_MAX = 6, IKMI_SHOWN_PLACES = 2, IKMI_PLACES_MAX = 18 };

/* In lowest terms, den > 0. */
typedef struct ikmi_exact {
    ikmi_int128 num, den;
} ikmi_exact;

typedef ikmi_int128 ikmi_position;

/* false: a number of more than 18 digits at that many places, or with more places than these. */
bool ikmi_scaled(int64_t *out, ikm_decimal value, int places);

/* The places that a number really has, 0 for one that is not given; more than the limit for one that has too many. */
int ikmi_places(ikm_amount amount);

/* num / den in lowest terms; den is not 0. */
ikmi_exact ikmi_exact_make(ikmi_int128 num, ikmi_int128 den);

/* a - b, a / b (b is not 0); false: too large. */
bool ikmi_exact_subtract(ikmi_exact *out, ikmi_exact a, ikmi_exact b);
bool ikmi_exact_divide(ikmi_exact *out, ikmi_exact a, ikmi_exact b);
int ikmi_exact_compare_integer(ikmi_exact a, int64_t b); /* <0, 0, >0 */

/* At most `cap`; 0: no cap. */
ikmi_exact ikmi_exact_cap(ikmi_exact value, int32_t cap);

/* a / b, rounded down; b > 0. */
ikmi_int128 ikmi_floor_divide(ikmi_int128 a, ikmi_int128 b);

/* false: beyond what can be shown with two places. */
bool ikmi_position_of(ikmi_position *out, ikmi_exact value);

/* Rounded half-up to `places`, up to 6. */
ikmi_int128 ikmi_position_round(ikmi_position position, int places);

/* A fraction that stands to every bound of a scale as the value does. */
ikm_ratio ikmi_position_ratio(ikmi_position position);

/* As it is given out; false: beyond what can be shown. */
bool ikmi_percent_of(ikm_percent *out, ikmi_exact value);

/* The predicate under a convention of the bands. */
int ikmi_predicate_of(const ikm_scale *scale, ikmi_position position, ikm_band_use bands);

/* Both words of a result, as in ikm_achieved. */
void ikmi_predicates(const char **out, const char **other_out, ikmi_position position,
                     const ikm_achievement_options *options);

#endif
