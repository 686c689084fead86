/*
 * The index as a sum of fractions. For a group it is
 *
 *     100 / (scale x outer) x sum over the elements of a x b / den
 *
 * where a/den is the NRR and b/outer its weight, or, where the convention rounds
 * the weighted NRR, a/den is that and b and outer are 1. Every den is below 2^63
 * and every b at most 10^9; a/den is at most the scale.
 */
#ifndef IKMI_TERMS_H
#define IKMI_TERMS_H

#include "score.h"

#include "base/integer.h"

/* What the index is computed from. */
typedef struct ikmi_sums {
    int64_t respondents;
    int64_t answered[IKM_ELEMENTS_MAX];
    int64_t sum[IKM_ELEMENTS_MAX];
} ikmi_sums;

typedef struct ikmi_terms {
    size_t count;
    int scale;
    uint64_t outer;
    uint64_t a[IKM_ELEMENTS_MAX], b[IKM_ELEMENTS_MAX], den[IKM_ELEMENTS_MAX];
} ikmi_terms;

/* As ikmi_score_init(). */
IKM_MUST_CHECK ikm_status ikmi_sums_of(ikmi_sums *out, const ikmi_scoring *scoring, uint32_t group);

/* false: nobody answered one of the elements, there is no index. */
bool ikmi_terms_of(ikmi_terms *out, const ikmi_plan *plan, const ikmi_sums *sums);

/* The term of one element that somebody answered. */
void ikmi_term_of(ikmi_terms *out, const ikmi_plan *plan, const ikmi_sums *sums, size_t element);

/* The index as one fraction: of 128 bits where it fits, which is nearly always, else wide. */
typedef struct ikmi_exact {
    bool is_wide;
    ikmi_uint128 num, den; /* num x 10^6 is below 2^127 */
    ikmi_wide_ratio wide;
} ikmi_exact;

/* false: it does not fit, which the limits of an instrument exclude. */
bool ikmi_exact_of(ikmi_exact *out, const ikmi_terms *terms);
bool ikmi_exact_round(ikm_decimal *out, const ikmi_exact *exact, int places, ikm_round_mode mode);

/* The same fraction, wide in any case, not reduced. */
bool ikmi_terms_wide(ikmi_wide_ratio *out, const ikmi_terms *terms);

/* The band of the exact index rounded to 2 decimals; IKM_GRADE_NONE if it does not fit. */
int ikmi_exact_grade(const ikmi_exact *exact, const ikmi_plan *plan);

#endif
