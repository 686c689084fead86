/*
 * Fractions are added over their least common denominator while it fits 62 bits: a
 * block. Most reports are one block. Where the next fraction does not fit, the block
 * is added to a long fraction of heap numbers and a new block begins; the long one is
 * never reduced, because in the end only one quotient is asked of it.
 */
#include "mean.h"

#include "base/mem.h"
#include "base/ratio.h"

#include <string.h>

typedef struct block {
    ikmi_uint128 num; /* below terms x den */
    uint64_t den;
} block;

/* num / den in limbs, the lowest first; numbers have `count` limbs each, with zeros above. */
typedef struct long_fraction {
    uint64_t *num, *den, *product;
    size_t count;
} long_fraction;

static const uint64_t den_limit = UINT64_C(1) << 62;

/* Add rest/den to a block; false where their common denominator is too long. */
static bool block_add(block *sum, uint64_t rest, uint64_t den)
{
    uint64_t common = ikmi_gcd(sum->den, den);
    ikmi_uint128 product = (ikmi_uint128)(sum->den / common) * den;
    if (product >= den_limit)
        return false;
    sum->num = sum->num * (den / common) + (ikmi_uint128)rest * (sum->den / common);
    sum->den = (uint64_t)product;
    return true;
}

/* num/den + rest/by, where rest < by < 2^62: both products and a carry fit 128 bits together. */
static void long_add(long_fraction *sum, uint64_t rest, uint64_t by)
{
    uint64_t carry = 0, den_carry = 0;
    size_t i = 0;
    for (; i < sum->count; i++) {
        ikmi_uint128 num = (ikmi_uint128)sum->num[i] * by + (ikmi_uint128)sum->den[i] * rest + carry;
        ikmi_uint128 den = (ikmi_uint128)sum->den[i] * by + den_carry;
        sum->num[i] = (uint64_t)num;
        sum->den[i] = (uint64_t)den;
        carry = (uint64_t)(num >> 64);
        den_carry = (uint64_t)(den >> 64);
    }
    if (carry || den_carry) {
        sum->num[i] = carry;
        sum->den[i] = den_carry;
        sum->count++;
    }
}

static uint64_t multiply(uint64_t *out, const uint64_t *limbs, size_t count, uint64_t factor)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < count; i++) {
        ikmi_uint128 product = (ikmi_uint128)limbs[i] * factor + carry;
        out[i] = (uint64_t)product;
        carry = (uint64_t)(product >> 64);
    }
    return carry;
}

/* den x factor against num. */
static int compare_product(const long_fraction *sum, uint64_t factor)
{
    if (multiply(sum->product, sum->den, sum->count, factor))
        return 1;
    for (size_t i = sum->count; i-- > 0;)
        if (sum->product[i] != sum->num[i])
            return sum->product[i] > sum->num[i] ? 1 : -1;
    return 0;
}

/* The whole part of num/den, and whether there is more. It fits: the fraction is below its terms, each below 10^9. */
static uint64_t long_quotient(const long_fraction *sum, bool *more)
{
    uint64_t quotient = 0;
    for (int bit = 63; bit >= 0; bit--)
        if (compare_product(sum, quotient | UINT64_C(1) << bit) <= 0)
            quotient |= UINT64_C(1) << bit;
    *more = compare_product(sum, quotient) != 0;
    return quotient;
}

/* 0/1, with room for `terms` denominators and for two factors of the end. */
static bool long_init(long_fraction *sum, size_t terms, const ikm_mem *mem)
{
    size_t room = terms + 3;
    sum->num = ikmi_alloc_zero(mem, room, 3 * sizeof *sum->num);
    if (!sum->num)
        return false;
    sum->den = sum->num + room;
    sum->product = sum->den + room;
    sum->den[0] = 1;
    sum->count = 1;
    return true;
}

/* What the terms add up to: whole + long fraction + last block. */
typedef struct total {
    ikmi_int128 whole;
    block last;
    long_fraction before; /* num is NULL where there is none */
} total;

static ikm_status add_terms(total *sum, const ikmi_exact *terms, size_t count, const ikm_mem *mem)
{
    for (size_t i = 0; i < count; i++) {
        ikmi_int128 whole = ikmi_floor_divide(terms[i].num, terms[i].den);
        uint64_t rest = (uint64_t)(terms[i].num - whole * terms[i].den), den = (uint64_t)terms[i].den;
        sum->whole += whole;
        if (block_add(&sum->last, rest, den))
            continue;
        if (!sum->before.num && !long_init(&sum->before, count, mem))
            return IKM_ERR_NOMEM;
        sum->whole += (ikmi_int128)(sum->last.num / sum->last.den);
        long_add(&sum->before, (uint64_t)(sum->last.num % sum->last.den), sum->last.den);
        sum->last = (block){rest, den};
    }
    sum->whole += (ikmi_int128)(sum->last.num / sum->last.den);
    sum->last.num %= sum->last.den;
    return IKM_OK;
}

/* Points of the grid in the fraction that is left beside the whole. */
static uint64_t points_of(total *sum, bool *more)
{
    const uint64_t grid = (uint64_t)ikmi_power_of_ten(IKMI_GRID_PLACES);
    if (!sum->before.num) {
        ikmi_uint128 points = sum->last.num * grid;
        *more = points % sum->last.den != 0;
        return (uint64_t)(points / sum->last.den);
    }
    long_add(&sum->before, (uint64_t)sum->last.num, sum->last.den);
    sum->before.num[sum->before.count] = multiply(sum->before.num, sum->before.num, sum->before.count, grid);
    sum->before.count++;
    return long_quotient(&sum->before, more);
}

static void exact_of(ikm_ratio *out, const total *sum, size_t count)
{
    ikmi_int128 num;
    *out = (ikm_ratio){0, 0};
    if (sum->before.num || __builtin_mul_overflow(sum->whole, (ikmi_int128)sum->last.den, &num) ||
        __builtin_add_overflow(num, (ikmi_int128)sum->last.num, &num) ||
        !ikmi_ratio_make(out, num, (ikmi_int128)sum->last.den * (ikmi_int128)count))
        *out = (ikm_ratio){0, 0};
}

ikm_status ikmi_mean_of(ikmi_position *out, ikm_ratio *exact, const ikmi_exact *terms, size_t count, const ikm_mem *mem)
{
    total sum = {.last = {0, 1}};
    bool more;
    ikm_status status = add_terms(&sum, terms, count, mem);
    if (status == IKM_OK) {
        exact_of(exact, &sum, count);
        ikmi_int128 points = (ikmi_int128)points_of(&sum, &more) + sum.whole * ikmi_power_of_ten(IKMI_GRID_PLACES);
        ikmi_int128 mean = ikmi_floor_divide(points, (ikmi_int128)count);
        *out = 2 * mean + (more || mean * (ikmi_int128)count != points);
    }
    ikmi_release(mem, sum.before.num);
    return status;
}
