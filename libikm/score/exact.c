/* The sum of the terms, exactly, and what it rounds to. */
#include "terms.h"

#include "base/ratio.h"

/*
 * Up to this common denominator 128 bits do: the sum is below 32 elements x
 * scale 10 x 10^9 x 2^61 < 2^100, times 100 and 10^6 below 2^127.
 */
#define COMMON_MAX ((uint64_t)1 << 61)

/* The least common multiple of the denominators; 0 when it passes COMMON_MAX. */
static uint64_t common_denominator(const ikmi_terms *terms)
{
    uint64_t common = 1;
    for (size_t i = 0; i < terms->count; i++) {
        if (terms->den[i] == common || common % terms->den[i] == 0)
            continue;
        uint64_t factor = terms->den[i] / ikmi_gcd(common, terms->den[i]);
        if (factor > COMMON_MAX / common)
            return 0;
        common *= factor;
    }
    return common;
}

bool ikmi_terms_wide(ikmi_wide_ratio *out, const ikmi_terms *terms)
{
    ikmi_wide_ratio_init(out);
    for (size_t i = 0; i < terms->count; i++)
        if (!ikmi_wide_ratio_add(out, terms->a[i], terms->b[i], terms->den[i]))
            return false;
    return ikmi_wide_ratio_scale(out, 100, (uint64_t)terms->scale * terms->outer);
}

bool ikmi_exact_of(ikmi_exact *out, const ikmi_terms *terms)
{
    uint64_t common = common_denominator(terms);
    out->is_wide = !common;
    if (out->is_wide)
        return ikmi_terms_wide(&out->wide, terms);
    out->num = 0;
    for (size_t i = 0; i < terms->count; i++)
        out->num += (ikmi_uint128)terms->a[i] * (terms->den[i] == common ? 1 : common / terms->den[i]) * terms->b[i];
    out->num *= 100;
    out->den = (ikmi_uint128)common * ((uint64_t)terms->scale * terms->outer);
    return true;
}

bool ikmi_exact_round(ikm_decimal *out, const ikmi_exact *exact, int places, ikm_round_mode mode)
{
    if (exact->is_wide)
        return ikmi_wide_ratio_round(out, &exact->wide, places, mode);
    ikmi_int128 num = (ikmi_int128)exact->num * ikmi_power_of_ten(places);
    out->digits = (int64_t)ikmi_round_divide(num, (ikmi_int128)exact->den, mode); /* at most 3200 x 10^6 */
    out->places = places;
    return true;
}

int ikmi_exact_grade(const ikmi_exact *exact, const ikmi_plan *plan)
{
    ikm_decimal hundredths;
    if (!ikmi_exact_round(&hundredths, exact, 2, plan->convention.round_mode))
        return IKM_GRADE_NONE;
    return ikm_rules_band(plan->rules, hundredths.digits);
}
