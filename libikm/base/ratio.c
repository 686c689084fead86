#include "ratio.h"

int64_t ikmi_power_of_ten(int places)
{
    int64_t power = 1;
    while (places-- > 0)
        power *= 10;
    return power;
}

uint64_t ikmi_gcd(uint64_t a, uint64_t b)
{
    while (b) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

ikmi_uint128 ikmi_gcd_long(ikmi_uint128 a, ikmi_uint128 b)
{
    while (b) {
        /* 128-bit division is a call of some hundred cycles: leave it as soon as both fit 64 bits */
        if (a <= UINT64_MAX && b <= UINT64_MAX)
            return ikmi_gcd((uint64_t)a, (uint64_t)b);
        ikmi_uint128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static ikmi_uint128 magnitude(ikmi_int128 value)
{
    return value < 0 ? -(ikmi_uint128)value : (ikmi_uint128)value;
}

bool ikmi_ratio_make(ikm_ratio *out, ikmi_int128 num, ikmi_int128 den)
{
    if (den == 0)
        return false;
    bool negative = (num < 0) != (den < 0);
    ikmi_uint128 n = magnitude(num), d = magnitude(den), g = ikmi_gcd_long(n, d);
    n /= g;
    d /= g;
    if (n > INT64_MAX || d > INT64_MAX)
        return false;
    out->num = negative ? -(int64_t)n : (int64_t)n;
    out->den = (int64_t)d;
    return true;
}

static bool sum(ikm_ratio *out, ikm_ratio a, ikm_ratio b, int sign)
{
    /* over the least common denominator: both products stay below 2^126, their sum below 2^127 */
    int64_t g = (int64_t)ikmi_gcd((uint64_t)a.den, (uint64_t)b.den);
    ikmi_int128 left = (ikmi_int128)a.num * (b.den / g);
    ikmi_int128 right = (ikmi_int128)b.num * (a.den / g);
    return ikmi_ratio_make(out, left + sign * right, (ikmi_int128)a.den * (b.den / g));
}

bool ikmi_ratio_add(ikm_ratio *out, ikm_ratio a, ikm_ratio b)
{
    return sum(out, a, b, 1);
}

bool ikmi_ratio_subtract(ikm_ratio *out, ikm_ratio a, ikm_ratio b)
{
    return sum(out, a, b, -1);
}

bool ikmi_ratio_multiply(ikm_ratio *out, ikm_ratio a, ikm_ratio b)
{
    return ikmi_ratio_make(out, (ikmi_int128)a.num * b.num, (ikmi_int128)a.den * b.den);
}

bool ikmi_ratio_divide(ikm_ratio *out, ikm_ratio a, ikm_ratio b)
{
    return ikmi_ratio_make(out, (ikmi_int128)a.num * b.den, (ikmi_int128)a.den * b.num);
}

bool ikmi_ratio_of_decimal(ikm_ratio *out, ikm_decimal decimal)
{
    return ikmi_ratio_make(out, decimal.digits, ikmi_power_of_ten(decimal.places));
}

int ikmi_ratio_compare(ikm_ratio a, ikm_ratio b)
{
    ikmi_int128 left = (ikmi_int128)a.num * b.den, right = (ikmi_int128)b.num * a.den;
    return (left > right) - (left < right);
}

bool ikmi_rounds_up(bool whole_is_odd, bool has_remainder, int remainder_to_half, ikm_round_mode mode)
{
    if (mode == IKM_ROUND_TRUNCATE || !has_remainder)
        return false;
    if (remainder_to_half != 0)
        return remainder_to_half > 0;
    return mode == IKM_ROUND_HALF_UP || whole_is_odd;
}

ikmi_int128 ikmi_round_divide(ikmi_int128 num, ikmi_int128 den, ikm_round_mode mode)
{
    ikmi_uint128 n = magnitude(num), d = magnitude(den);
    ikmi_uint128 whole = n / d, rest = n % d, other = d - rest;
    int to_half = (rest > other) - (rest < other);
    whole += ikmi_rounds_up(whole & 1, rest != 0, to_half, mode);
    return (ikmi_int128)(num < 0 ? -whole : whole);
}

bool ikmi_ratio_round(ikm_decimal *out, ikm_ratio ratio, int places, ikm_round_mode mode)
{
    /* |num| < 2^63 and 10^18 < 2^60: the product fits */
    ikmi_int128 digits = ikmi_round_divide((ikmi_int128)ratio.num * ikmi_power_of_ten(places), ratio.den, mode);
    if (digits > INT64_MAX || digits < -(ikmi_int128)INT64_MAX)
        return false;
    out->digits = (int64_t)digits;
    out->places = places;
    return true;
}
