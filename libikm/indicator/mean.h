/* The simple mean of many percentages, exactly. */
#ifndef IKMI_INDICATOR_MEAN_H
#define IKMI_INDICATOR_MEAN_H

#include "exact.h"

/*
 * The mean of `count` fractions, 1 or more, whose denominators are below 2^62. The
 * same whatever their order. `*exact` is {0, 0} where the least common denominator,
 * or the mean over it, does not fit 64 bits; `*out` is right all the same.
 */
ikm_status ikmi_mean_of(ikmi_position *out, ikm_ratio *exact, const ikmi_exact *terms, size_t count,
                        const ikm_mem *mem);

#endif
