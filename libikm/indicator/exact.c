#include "exact.h"

#include "base/decimal.h"
#include "base/ratio.h"

enum { DIGITS_MAX = 18 };

bool ikmi_scaled(int64_t *out, ikm_decimal value, int places)
{
    int64_t limit = ikmi_power_of_ten(DIGITS_MAX), scaled;
    value = ikmi_decimal_shortest(value);
    if (value.places > places || !ikmi_multiply(&scaled, value.digits, ikmi_power_of_ten(places - value.places)) ||
        scaled <= -limit || scaled >= limit)
        return false;
    *out = scaled;
    return true;
}

int ikmi_places(ikm_amount amount)
{
    return amount.given == IKM_GIVEN_NUMBER ? ikmi_decimal_shortest(amount.value).places : 0;
}

static ikmi_uint128 magnitude(ikmi_int128 value)
{
    return value < 0 ? -(ikmi_uint128)value : (ikmi_uint128)value;
}

ikmi_exact ikmi_exact_make(ikmi_int128 num, ikmi_int128 den)
{
    ikmi_int128 common = (ikmi_int128)ikmi_gcd_long(magnitude(num), magnitude(den));
    if (den < 0)
        common = -common;
    return (ikmi_exact){num / common, den / common};
}

bool ikmi_exact_subtract(ikmi_exact *out, ikmi_exact a, ikmi_exact b)
{
    ikmi_int128 left, right, num, den;
    if (__builtin_mul_overflow(a.num, b.den, &left) || __builtin_mul_overflow(b.num, a.den, &right) ||
        __builtin_sub_overflow(left, right, &num) || __builtin_mul_overflow(a.den, b.den, &den))
        return false;
    *out = ikmi_exact_make(num, den);
    return true;
}

bool ikmi_exact_divide(ikmi_exact *out, ikmi_exact a, ikmi_exact b)
{
    /* what both have in common goes first: budgets in rupiah are long */
    ikmi_exact nums = ikmi_exact_make(a.num, b.num), dens = ikmi_exact_make(b.den, a.den);
    ikmi_int128 num, den;
    if (__builtin_mul_overflow(nums.num, dens.num, &num) || __builtin_mul_overflow(nums.den, dens.den, &den))
        return false;
    *out = ikmi_exact_make(num, den);
    return true;
}

ikmi_int128 ikmi_floor_divide(ikmi_int128 a, ikmi_int128 b)
{
    return a / b - (a % b < 0);
}

int ikmi_exact_compare_integer(ikmi_exact a, int64_t b)
{
    ikmi_int128 whole = ikmi_floor_divide(a.num, a.den);
    if (whole != b)
        return whole < b ? -1 : 1;
    return a.num % a.den != 0;
}

ikmi_exact ikmi_exact_cap(ikmi_exact value, int32_t cap)
{
    return cap && ikmi_exact_compare_integer(value, cap) > 0 ? (ikmi_exact){cap, 1} : value;
}

bool ikmi_position_of(ikmi_position *out, ikmi_exact value)
{
    ikmi_int128 points = ikmi_floor_divide(value.num, value.den), rest = value.num - points * value.den;
    /* two digits are for the places that are shown, one for what rounds up; the rest times 10 must fit, too */
    const ikmi_int128 den_limit = (ikmi_int128)ikmi_power_of_ten(DIGITS_MAX) * ikmi_power_of_ten(DIGITS_MAX);
    if (points > INT64_MAX / 1000 || points < -INT64_MAX / 1000 || value.den > den_limit)
        return false;
    for (int i = 0; i < IKMI_GRID_PLACES; i++) {
        rest *= 10;
        points = points * 10 + rest / value.den;
        rest %= value.den;
    }
    *out = 2 * points + (rest != 0);
    return true;
}

ikmi_int128 ikmi_position_round(ikmi_position position, int places)
{
    return ikmi_round_divide(position, 2 * ikmi_power_of_ten(IKMI_GRID_PLACES - places), IKM_ROUND_HALF_UP);
}

/* Beyond 10^8 all values are alike: a bound is at most 10^6. */
ikm_ratio ikmi_position_ratio(ikmi_position position)
{
    const int64_t grid = 2 * ikmi_power_of_ten(IKMI_GRID_PLACES), far = grid * 100000000;
    if (position > far)
        position = far;
    if (position < -far)
        position = -far;
    return (ikm_ratio){(int64_t)position, grid};
}

bool ikmi_percent_of(ikm_percent *out, ikmi_exact value)
{
    ikmi_position position;
    *out = (ikm_percent){0};
    if (!ikmi_position_of(&position, value))
        return false;
    out->known = 1;
    out->shown = (ikm_decimal){(int64_t)ikmi_position_round(position, IKMI_SHOWN_PLACES), IKMI_SHOWN_PLACES};
    if (!ikmi_ratio_make(&out->exact, value.num, value.den))
        out->exact = (ikm_ratio){0, 0};
    return true;
}
