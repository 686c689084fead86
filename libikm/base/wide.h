/*
 * Unsigned integers of fixed size on the stack, for sums of fractions whose
 * denominators pass 128 bits: no heap, no abort.
 *
 * The worst case is an instrument of 32 elements, each with its own count of
 * answers below 2^63: the denominator is below 2^2016, the numerator, with
 * weights of 9 decimals and the factor 100, below 2^2016 x 2^5 x 2^30 x 2^7 x 2^4.
 */
#ifndef IKMI_WIDE_H
#define IKMI_WIDE_H

#include "ikm/base.h"

#include "integer.h"

enum { IKMI_WIDE_LIMBS = 36, IKMI_WIDE_TEXT_SIZE = 700 };

typedef struct ikmi_wide {
    int count; /* limbs in use; the last one is not 0; zero has none */
    uint64_t limb[IKMI_WIDE_LIMBS];
} ikmi_wide;

/* All return false when the result does not fit; `*wide` is then not to be used. */
void ikmi_wide_set(ikmi_wide *wide, uint64_t value);
bool ikmi_wide_add(ikmi_wide *wide, const ikmi_wide *other);
bool ikmi_wide_multiply(ikmi_wide *wide, uint64_t factor);
/* wide = wide / divisor; the remainder is returned. divisor > 0. */
uint64_t ikmi_wide_divide(ikmi_wide *wide, uint64_t divisor);
uint64_t ikmi_wide_remainder(const ikmi_wide *wide, uint64_t divisor);
int ikmi_wide_compare(const ikmi_wide *a, const ikmi_wide *b);

/* A sum of fractions, not reduced. */
typedef struct ikmi_wide_ratio {
    ikmi_wide num, den;
} ikmi_wide_ratio;

void ikmi_wide_ratio_init(ikmi_wide_ratio *ratio); /* 0/1 */
/* Add a*b/den. With the same denominator again and again, the sum keeps it. */
bool ikmi_wide_ratio_add(ikmi_wide_ratio *ratio, uint64_t a, uint64_t b, uint64_t den);
/* Add another sum. */
bool ikmi_wide_ratio_add_ratio(ikmi_wide_ratio *ratio, const ikmi_wide_ratio *other);
/* Times num/den. */
bool ikmi_wide_ratio_scale(ikmi_wide_ratio *ratio, uint64_t num, uint64_t den);
void ikmi_wide_ratio_reduce(ikmi_wide_ratio *ratio);
/* To `places` decimals; false if it does not fit an int64. */
bool ikmi_wide_ratio_round(ikm_decimal *out, const ikmi_wide_ratio *ratio, int places, ikm_round_mode mode);

/* Decimal digits of `wide`; `out` has IKMI_WIDE_TEXT_SIZE bytes. Returns their count. */
size_t ikmi_wide_text(char *out, const ikmi_wide *wide);

#endif
