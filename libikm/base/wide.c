#include "wide.h"

#include "ratio.h"

#include <string.h>

void ikmi_wide_set(ikmi_wide *wide, uint64_t value)
{
    wide->limb[0] = value;
    wide->count = value != 0;
}

bool ikmi_wide_add(ikmi_wide *wide, const ikmi_wide *other)
{
    int count = wide->count > other->count ? wide->count : other->count;
    unsigned carry = 0;
    for (int i = 0; i < count; i++) {
        ikmi_uint128 sum = carry;
        sum += i < wide->count ? wide->limb[i] : 0;
        sum += i < other->count ? other->limb[i] : 0;
        wide->limb[i] = (uint64_t)sum;
        carry = (unsigned)(sum >> 64);
    }
    wide->count = count;
    if (!carry)
        return true;
    if (count == IKMI_WIDE_LIMBS)
        return false;
    wide->limb[wide->count++] = carry;
    return true;
}

bool ikmi_wide_multiply(ikmi_wide *wide, uint64_t factor)
{
    uint64_t carry = 0;
    if (factor == 0) {
        wide->count = 0;
        return true;
    }
    for (int i = 0; i < wide->count; i++) {
        ikmi_uint128 product = (ikmi_uint128)wide->limb[i] * factor + carry;
        wide->limb[i] = (uint64_t)product;
        carry = (uint64_t)(product >> 64);
    }
    if (!carry)
        return true;
    if (wide->count == IKMI_WIDE_LIMBS)
        return false;
    wide->limb[wide->count++] = carry;
    return true;
}

static void trim(ikmi_wide *wide)
{
    while (wide->count && wide->limb[wide->count - 1] == 0)
        wide->count--;
}

uint64_t ikmi_wide_divide(ikmi_wide *wide, uint64_t divisor)
{
    uint64_t rest = 0;
    for (int i = wide->count; i-- > 0;) {
        ikmi_uint128 part = (ikmi_uint128)rest << 64 | wide->limb[i];
        wide->limb[i] = (uint64_t)(part / divisor);
        rest = (uint64_t)(part % divisor);
    }
    trim(wide);
    return rest;
}

uint64_t ikmi_wide_remainder(const ikmi_wide *wide, uint64_t divisor)
{
    uint64_t rest = 0;
    for (int i = wide->count; i-- > 0;)
        rest = (uint64_t)(((ikmi_uint128)rest << 64 | wide->limb[i]) % divisor);
    return rest;
}

int ikmi_wide_compare(const ikmi_wide *a, const ikmi_wide *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (int i = a->count; i-- > 0;)
        if (a->limb[i] != b->limb[i])
            return a->limb[i] < b->limb[i] ? -1 : 1;
    return 0;
}

static void copy(ikmi_wide *to, const ikmi_wide *from)
{
    to->count = from->count;
    memcpy(to->limb, from->limb, (size_t)from->count * sizeof from->limb[0]);
}

/* a -= b, where a >= b */
static void subtract(ikmi_wide *a, const ikmi_wide *b)
{
    unsigned borrow = 0;
    for (int i = 0; i < a->count; i++) {
        uint64_t take = i < b->count ? b->limb[i] : 0, have = a->limb[i];
        a->limb[i] = have - take - borrow;
        borrow = have < take || (have == take && borrow);
    }
    trim(a);
}

static void shift_right(ikmi_wide *wide, int bits)
{
    int limbs = bits / 64, rest = bits % 64;
    for (int i = limbs; i < wide->count; i++) {
        uint64_t high = i + 1 < wide->count ? wide->limb[i + 1] : 0;
        wide->limb[i - limbs] = rest ? wide->limb[i] >> rest | high << (64 - rest) : wide->limb[i];
    }
    wide->count -= limbs;
    trim(wide);
}

static int trailing_zeros(const ikmi_wide *wide)
{
    int i = 0;
    while (wide->limb[i] == 0)
        i++;
    return i * 64 + __builtin_ctzll(wide->limb[i]);
}

/* a = the greatest odd common divisor of a and b, both not 0; b is used up (Stein's algorithm) */
static void odd_gcd(ikmi_wide *a, ikmi_wide *b)
{
    shift_right(a, trailing_zeros(a));
    while (b->count) {
        shift_right(b, trailing_zeros(b));
        if (a->count == 1 && b->count == 1) {
            ikmi_wide_set(a, ikmi_gcd(a->limb[0], b->limb[0]));
            return;
        }
        if (ikmi_wide_compare(a, b) > 0) {
            ikmi_wide larger;
            copy(&larger, a);
            copy(a, b);
            copy(b, &larger);
        }
        subtract(b, a);
    }
}

/* wide = wide / divisor, which divides it and is odd: multiply by its inverse, limb by limb (Jebelean 1993) */
static void divide_exactly(ikmi_wide *wide, const ikmi_wide *divisor)
{
    uint64_t inverse = divisor->limb[0];
    for (int i = 0; i < 5; i++)
        inverse *= 2 - divisor->limb[0] * inverse;
    for (int i = 0; i < wide->count; i++) {
        uint64_t quotient = wide->limb[i] * inverse, carry = 0;
        for (int j = 0; i + j < wide->count; j++) {
            ikmi_uint128 product = carry;
            if (j < divisor->count)
                product += (ikmi_uint128)quotient * divisor->limb[j];
            uint64_t low = (uint64_t)product, have = wide->limb[i + j];
            wide->limb[i + j] = have - low;
            carry = (uint64_t)(product >> 64) + (have < low);
        }
        wide->limb[i] = quotient;
    }
    trim(wide);
}

void ikmi_wide_ratio_init(ikmi_wide_ratio *ratio)
{
    ikmi_wide_set(&ratio->num, 0);
    ikmi_wide_set(&ratio->den, 1);
}

bool ikmi_wide_ratio_add(ikmi_wide_ratio *ratio, uint64_t a, uint64_t b, uint64_t den)
{
    uint64_t common = ikmi_gcd(den, ikmi_wide_remainder(&ratio->den, den));
    ikmi_wide term;
    copy(&term, &ratio->den);
    ikmi_wide_divide(&term, common);
    return ikmi_wide_multiply(&term, a) && ikmi_wide_multiply(&term, b) &&
           ikmi_wide_multiply(&ratio->num, den / common) && ikmi_wide_multiply(&ratio->den, den / common) &&
           ikmi_wide_add(&ratio->num, &term);
}

static bool multiply_wide(ikmi_wide *out, const ikmi_wide *a, const ikmi_wide *b)
{
    ikmi_wide_set(out, 0);
    for (int i = b->count; i-- > 0;) {
        ikmi_wide part;
        copy(&part, a);
        if (out->count == IKMI_WIDE_LIMBS)
            return false;
        if (out->count) { /* one limb up */
            memmove(out->limb + 1, out->limb, (size_t)out->count * sizeof out->limb[0]);
            out->limb[0] = 0;
            out->count++;
        }
        if (!ikmi_wide_multiply(&part, b->limb[i]) || !ikmi_wide_add(out, &part))
            return false;
    }
    return true;
}

bool ikmi_wide_ratio_add_ratio(ikmi_wide_ratio *ratio, const ikmi_wide_ratio *other)
{
    ikmi_wide left, right, den;
    if (!multiply_wide(&left, &ratio->num, &other->den) || !multiply_wide(&right, &other->num, &ratio->den) ||
        !multiply_wide(&den, &ratio->den, &other->den) || !ikmi_wide_add(&left, &right))
        return false;
    copy(&ratio->num, &left);
    copy(&ratio->den, &den);
    return true;
}

bool ikmi_wide_ratio_scale(ikmi_wide_ratio *ratio, uint64_t num, uint64_t den)
{
    return ikmi_wide_multiply(&ratio->num, num) && ikmi_wide_multiply(&ratio->den, den);
}

void ikmi_wide_ratio_reduce(ikmi_wide_ratio *ratio)
{
    if (!ratio->num.count) {
        ikmi_wide_set(&ratio->den, 1);
        return;
    }
    int num_zeros = trailing_zeros(&ratio->num), den_zeros = trailing_zeros(&ratio->den);
    int zeros = num_zeros < den_zeros ? num_zeros : den_zeros;
    shift_right(&ratio->num, zeros);
    shift_right(&ratio->den, zeros);
    ikmi_wide common, other;
    copy(&common, &ratio->num);
    copy(&other, &ratio->den);
    odd_gcd(&common, &other);
    divide_exactly(&ratio->num, &common);
    divide_exactly(&ratio->den, &common);
}

static int bit_length(const ikmi_wide *wide)
{
    return wide->count ? wide->count * 64 - __builtin_clzll(wide->limb[wide->count - 1]) : 0;
}

/* The largest q with q x den <= num, found bit by bit; *rest = num - q x den. false: q does not fit an int64. */
static bool quotient(uint64_t *out, ikmi_wide *rest, const ikmi_wide *num, const ikmi_wide *den)
{
    ikmi_wide product;
    uint64_t q = 0;
    int highest = bit_length(num) - bit_length(den); /* q has no bit above */
    for (int bit = highest < 63 ? highest : 63; bit >= 0; bit--) {
        uint64_t with_bit = q | (uint64_t)1 << bit;
        copy(&product, den);
        bool fits = ikmi_wide_multiply(&product, with_bit) && ikmi_wide_compare(&product, num) <= 0;
        if (fits && bit == 63)
            return false;
        if (fits)
            q = with_bit;
    }
    copy(&product, den);
    if (!ikmi_wide_multiply(&product, q))
        return false;
    copy(rest, num);
    subtract(rest, &product);
    *out = q;
    return true;
}

bool ikmi_wide_ratio_round(ikm_decimal *out, const ikmi_wide_ratio *ratio, int places, ikm_round_mode mode)
{
    ikmi_wide num, rest, twice;
    uint64_t whole;
    copy(&num, &ratio->num);
    if (!ikmi_wide_multiply(&num, (uint64_t)ikmi_power_of_ten(places)) || !quotient(&whole, &rest, &num, &ratio->den))
        return false;
    copy(&twice, &rest);
    if (!ikmi_wide_multiply(&twice, 2))
        return false;
    whole += ikmi_rounds_up(whole & 1, rest.count != 0, ikmi_wide_compare(&twice, &ratio->den), mode);
    if (whole > INT64_MAX)
        return false;
    out->digits = (int64_t)whole;
    out->places = places;
    return true;
}

size_t ikmi_wide_text(char *out, const ikmi_wide *wide)
{
    const uint64_t chunk = UINT64_C(1000000000000000000);
    char reversed[IKMI_WIDE_TEXT_SIZE + 18];
    size_t size = 0;
    ikmi_wide rest;
    copy(&rest, wide);
    do {
        uint64_t part = ikmi_wide_divide(&rest, chunk);
        for (int i = 0; i < 18; i++, part /= 10)
            reversed[size++] = (char)('0' + part % 10);
    } while (rest.count);
    while (size > 1 && reversed[size - 1] == '0')
        size--;
    for (size_t i = 0; i < size; i++)
        out[i] = reversed[size - 1 - i];
    out[size] = '\0';
    return size;
}
