/*
 * The plain mean of exact indexes, rounded rightly.
 *
 * The sum of thousands of indexes has a denominator of thousands of digits. But
 * every index is a sum of terms a x b / den with den a count of answers, and few
 * counts are distinct: terms of the same den are added up, exactly, and nothing
 * is lost. At the end each of these sums is a whole number and a rest below 1;
 * the rests, cut after 128 binary places, give bounds of the mean. Rounding never
 * turns back, so if both bounds round alike, the mean does. If they do not, the
 * mean is at (or within 2^-100 of) a point where rounding turns, as an exact tie
 * is: then the rests, in lowest terms, are added as one wide fraction.
 */
#include "terms.h"

#include "base/mem.h"
#include "base/ratio.h"

enum { FIRST_ROOM = 64 };

void ikmi_mean_init(ikmi_mean *mean, const ikmi_scoring *scoring, const ikm_mem *mem)
{
    *mean = (ikmi_mean){.scoring = scoring, .mem = mem};
}

void ikmi_mean_done(ikmi_mean *mean)
{
    ikmi_release(mean->mem, mean->parts);
    ikmi_mean_init(mean, mean->scoring, mean->mem);
}

/* Where the sum with this denominator is or belongs. */
static ikmi_mean_part *part_of(ikmi_mean_part *parts, size_t mask, uint64_t den)
{
    size_t at = (size_t)(den * UINT64_C(0x9e3779b97f4a7c15) >> 32) & mask;
    while (parts[at].den && parts[at].den != den)
        at = (at + 1) & mask;
    return &parts[at];
}

static ikm_status reserve(ikmi_mean *mean)
{
    size_t room = mean->parts ? mean->mask + 1 : 0;
    if (mean->used < room / 2)
        return IKM_OK;
    size_t larger = room ? room * 2 : FIRST_ROOM;
    ikmi_mean_part *parts = ikmi_alloc_zero(mean->mem, larger, sizeof *parts);
    if (!parts)
        return IKM_ERR_NOMEM;
    for (size_t i = 0; i < room; i++)
        if (mean->parts[i].den)
            *part_of(parts, larger - 1, mean->parts[i].den) = mean->parts[i];
    ikmi_release(mean->mem, mean->parts);
    mean->parts = parts;
    mean->mask = larger - 1;
    return IKM_OK;
}

static ikm_status add_part(ikmi_mean *mean, ikmi_uint128 a, uint64_t den)
{
    ikm_status status = reserve(mean);
    if (status != IKM_OK)
        return status;
    ikmi_mean_part *part = part_of(mean->parts, mean->mask, den);
    if (__builtin_add_overflow(part->a, a, &part->a))
        return IKM_ERR_OVERFLOW;
    mean->used += part->den == 0;
    part->den = den;
    return IKM_OK;
}

ikm_status ikmi_mean_add(ikmi_mean *mean, const ikm_score *score)
{
    ikmi_sums sums;
    ikmi_terms terms;
    ikm_status status = ikmi_sums_of(&sums, score->scoring, score->group);
    if (status != IKM_OK)
        return status;
    mean->scores++;
    if (!ikmi_terms_of(&terms, &score->scoring->plan, &sums)) {
        mean->lacks_index = true;
        return IKM_OK;
    }
    for (size_t i = 0; i < terms.count && status == IKM_OK;) {
        /* neighbours mostly have the same denominator */
        uint64_t den = terms.den[i];
        ikmi_uint128 a = 0;
        for (; i < terms.count && terms.den[i] == den; i++)
            a += (ikmi_uint128)terms.a[i] * terms.b[i];
        status = add_part(mean, a, den);
    }
    return status;
}

bool ikmi_mean_exists(const ikmi_mean *mean)
{
    return mean->scores && !mean->lacks_index;
}

/* wide = wide x 2^64 + limb */
static bool append(ikmi_wide *wide, uint64_t limb)
{
    ikmi_wide low;
    ikmi_wide_set(&low, limb);
    return ikmi_wide_multiply(wide, (uint64_t)1 << 32) && ikmi_wide_multiply(wide, (uint64_t)1 << 32) &&
           ikmi_wide_add(wide, &low);
}

/* The sum of the terms of all scores -> the mean, rounded. */
static bool round_sum(ikm_decimal *out, ikmi_wide_ratio *sum, const ikmi_mean *mean)
{
    const ikmi_plan *plan = &mean->scoring->plan;
    const ikm_convention *convention = &plan->convention;
    uint64_t outer = convention->round_term == IKM_ROUND_NONE ? (uint64_t)plan->weight_den : 1;
    return ikmi_wide_ratio_scale(sum, 100, (uint64_t)plan->rules->scale * outer) &&
           ikmi_wide_ratio_scale(sum, 1, mean->scores) &&
           ikmi_wide_ratio_round(out, sum, convention->round_final, convention->round_mode);
}

/* All parts added up: whole + carry + between fraction / 2^128 and (fraction + rests) / 2^128. */
typedef struct cut_sum {
    ikmi_uint128 whole; /* of the parts */
    uint64_t carry;     /* of the rests, each cut after 128 binary places */
    ikmi_uint128 fraction;
    uint64_t rests; /* how many have one */
} cut_sum;

static cut_sum cut(const ikmi_mean *mean)
{
    cut_sum sum = {0};
    for (size_t i = 0; i <= mean->mask; i++) {
        const ikmi_mean_part *part = &mean->parts[i];
        if (!part->den)
            continue;
        sum.whole += part->a / part->den;
        ikmi_uint128 rest = part->a % part->den << 64;
        ikmi_uint128 places = rest / part->den << 64;
        places += (rest % part->den << 64) / part->den;
        sum.carry += __builtin_add_overflow(sum.fraction, places, &sum.fraction);
        sum.rests += rest != 0;
    }
    return sum;
}

/* The lower bound of the mean, or the upper, rounded. */
static bool round_bound(ikm_decimal *out, const cut_sum *bounds, bool upper, const ikmi_mean *mean)
{
    ikmi_wide_ratio sum;
    ikmi_uint128 whole = bounds->whole + bounds->carry, fraction = bounds->fraction;
    if (upper)
        whole += __builtin_add_overflow(fraction, bounds->rests, &fraction);
    ikmi_wide_ratio_init(&sum);
    return append(&sum.num, (uint64_t)(whole >> 64)) && append(&sum.num, (uint64_t)whole) &&
           append(&sum.num, (uint64_t)(fraction >> 64)) && append(&sum.num, (uint64_t)fraction) &&
           append(&sum.den, 0) && append(&sum.den, 0) && round_sum(out, &sum, mean);
}

/* The same as one fraction, where it fits. */
static bool round_exactly(ikm_decimal *out, ikmi_uint128 whole, const ikmi_mean *mean)
{
    const uint64_t half = (uint64_t)1 << 63, high = (uint64_t)(whole >> 64);
    ikmi_wide_ratio sum;
    ikmi_wide_ratio_init(&sum);
    for (size_t i = 0; i <= mean->mask; i++) {
        const ikmi_mean_part *part = &mean->parts[i];
        uint64_t rest = part->den ? (uint64_t)(part->a % part->den) : 0, common = ikmi_gcd(part->den, rest);
        if (rest && !ikmi_wide_ratio_add(&sum, rest / common, 1, part->den / common))
            return false;
    }
    return ikmi_wide_ratio_add(&sum, (uint64_t)whole, 1, 1) && ikmi_wide_ratio_add(&sum, high, half, 1) &&
           ikmi_wide_ratio_add(&sum, high, half, 1) && round_sum(out, &sum, mean);
}

ikm_status ikmi_mean_round(ikm_decimal *out, const ikmi_mean *mean)
{
    ikm_decimal lower, upper;
    if (!ikmi_mean_exists(mean))
        return IKM_ERR_ARGUMENT;
    cut_sum sum = cut(mean);
    if (!round_bound(&lower, &sum, false, mean) || !round_bound(&upper, &sum, true, mean))
        return IKM_ERR_OVERFLOW;
    if (lower.digits != upper.digits && !round_exactly(&lower, sum.whole, mean))
        return IKM_ERR_LIMIT;
    *out = lower;
    return IKM_OK;
}
