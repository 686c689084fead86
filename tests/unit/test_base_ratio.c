#include "base/ratio.h"
#include "base/wide.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

/* Of any magnitude: small ones meet each other's factors, large ones the edge of what fits. */
static int64_t random_magnitude(uint64_t *state)
{
    uint64_t value = next_random(state) >> 1;
    return (int64_t)(value >> (next_random(state) % 63));
}

static ikm_ratio random_ratio(uint64_t *state)
{
    ikm_ratio ratio = {0, 1};
    int64_t num = random_magnitude(state), den = random_magnitude(state);
    cr_assert(ikmi_ratio_make(&ratio, next_random(state) & 1 ? num : -num, den ? den : 1));
    return ratio;
}

Test(test_base_ratio, fractions_are_made_in_lowest_terms_with_the_sign_above)
{
    static const struct {
        int64_t num, den;
        ikm_ratio ratio;
    } cases[] = {
        {1, 2, {1, 2}},
        {2, 4, {1, 2}},
        {-2, 4, {-1, 2}},
        {2, -4, {-1, 2}},
        {-2, -4, {1, 2}},
        {0, 7, {0, 1}},
        {0, -7, {0, 1}},
        {312, 1, {312, 1}},
        {INT64_MAX, INT64_MAX, {1, 1}},
        {INT64_MIN, 2, {-(INT64_C(1) << 62), 1}},
        {2, INT64_MIN, {-1, INT64_C(1) << 62}},
        {INT64_MIN, INT64_MIN, {1, 1}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ikm_ratio ratio = {-9, -9};
        cr_expect(ikmi_ratio_make(&ratio, cases[i].num, cases[i].den), "case %zu", i);
        cr_expect(ratio.num == cases[i].ratio.num && ratio.den == cases[i].ratio.den, "case %zu: %lld/%lld", i,
                  (long long)ratio.num, (long long)ratio.den);
    }
}

Test(test_base_ratio, intermediates_of_128_bits_come_back_when_they_cancel)
{
    const ikmi_int128 large = (ikmi_int128)INT64_MAX * INT64_MAX;
    const ikmi_int128 smallest = -((ikmi_int128)INT64_MAX << 64) - ((ikmi_int128)1 << 64); /* -2^127 */
    ikm_ratio ratio = {-9, -9};
    cr_expect(ikmi_ratio_make(&ratio, large, INT64_MAX));
    cr_expect(ratio.num == INT64_MAX && ratio.den == 1);
    cr_expect(ikmi_ratio_make(&ratio, smallest, (ikmi_int128)1 << 126));
    cr_expect(ratio.num == -2 && ratio.den == 1);
    cr_expect(ikmi_ratio_make(&ratio, smallest, smallest));
    cr_expect(ratio.num == 1 && ratio.den == 1);
}

Test(test_base_ratio, what_does_not_fit_is_refused_and_leaves_the_fraction_alone)
{
    const ikm_ratio largest = {INT64_MAX, 1}, one = {1, 1}, smallest = {1, INT64_MAX}, other = {1, INT64_MAX - 1};
    ikm_ratio ratio = {42, 7};
    cr_expect(not(ikmi_ratio_make(&ratio, 1, 0)));
    cr_expect(not(ikmi_ratio_make(&ratio, (ikmi_int128)INT64_MAX + 1, 1)));
    cr_expect(not(ikmi_ratio_make(&ratio, INT64_MIN, 1)), "its negative would not fit");
    cr_expect(not(ikmi_ratio_make(&ratio, 1, INT64_MIN)));
    cr_expect(not(ikmi_ratio_add(&ratio, largest, one)));
    cr_expect(not(ikmi_ratio_subtract(&ratio, (ikm_ratio){-INT64_MAX, 1}, one)));
    cr_expect(not(ikmi_ratio_add(&ratio, smallest, other)));
    cr_expect(not(ikmi_ratio_multiply(&ratio, largest, (ikm_ratio){2, 1})));
    cr_expect(not(ikmi_ratio_multiply(&ratio, smallest, other)));
    cr_expect(not(ikmi_ratio_divide(&ratio, one, (ikm_ratio){0, 1})));
    cr_expect(not(ikmi_ratio_divide(&ratio, largest, (ikm_ratio){1, 2})));
    cr_expect(ratio.num == 42 && ratio.den == 7);
}

Test(test_base_ratio, sums_fit_exactly_when_the_wide_sum_does_and_are_equal_to_it)
{
    uint64_t state = 14;
    int fitted = 0;
    for (int round = 0; round < 20000; round++) {
        ikm_ratio a = random_ratio(&state), b = random_ratio(&state), sum = {0, 0};
        a.num = a.num < 0 ? -a.num : a.num;
        b.num = b.num < 0 ? -b.num : b.num;
        ikmi_wide_ratio wide;
        ikmi_wide_ratio_init(&wide);
        cr_assert(ikmi_wide_ratio_add(&wide, (uint64_t)a.num, 1, (uint64_t)a.den));
        cr_assert(ikmi_wide_ratio_add(&wide, (uint64_t)b.num, 1, (uint64_t)b.den));
        ikmi_wide_ratio_reduce(&wide);
        uint64_t num = wide.num.count ? wide.num.limb[0] : 0, den = wide.den.limb[0];
        bool fits = wide.num.count <= 1 && wide.den.count == 1 && num <= INT64_MAX && den <= INT64_MAX;
        cr_assert(eq(int, ikmi_ratio_add(&sum, a, b), fits), "round %d", round);
        if (fits)
            cr_assert(sum.num == (int64_t)num && sum.den == (int64_t)den, "round %d", round);
        fitted += fits;
    }
    cr_expect(fitted > 5000 && fitted < 19000, "both kinds were met: %d fitted", fitted);
}

Test(test_base_ratio, what_was_added_can_be_taken_away_and_what_was_multiplied_divided)
{
    uint64_t state = 25;
    for (int round = 0; round < 20000; round++) {
        ikm_ratio a = random_ratio(&state), b = random_ratio(&state), c, back;
        if (ikmi_ratio_add(&c, a, b)) {
            cr_assert(ikmi_ratio_subtract(&back, c, b));
            cr_assert(eq(int, ikmi_ratio_compare(back, a), 0), "round %d", round);
            cr_assert(eq(int, ikmi_ratio_compare(c, a), (b.num > 0) - (b.num < 0)), "round %d", round);
        }
        if (b.num && ikmi_ratio_multiply(&c, a, b)) {
            cr_assert(ikmi_ratio_divide(&back, c, b));
            cr_assert(back.num == a.num && back.den == a.den, "round %d", round);
        }
    }
}

Test(test_base_ratio, comparison_is_exact_at_the_edge_of_what_fits)
{
    const ikm_ratio below = {INT64_MAX - 1, INT64_MAX}, above = {INT64_MAX, INT64_MAX - 1};
    const ikm_ratio between = {INT64_MAX - 2, INT64_MAX - 1};
    cr_expect(ikmi_ratio_compare(below, above) < 0);
    cr_expect(ikmi_ratio_compare(between, below) < 0, "they differ by 10^-38");
    cr_expect(ikmi_ratio_compare(below, between) > 0);
    cr_expect(ikmi_ratio_compare((ikm_ratio){-INT64_MAX, 1}, (ikm_ratio){INT64_MAX, 1}) < 0);
    cr_expect(eq(int, ikmi_ratio_compare(below, below), 0));
}

Test(test_base_ratio, ties_and_neighbours_of_ties_are_rounded_as_the_mode_says)
{
    static const struct {
        ikm_ratio ratio;
        int places;
        int64_t half_up, half_even, truncate;
    } cases[] = {
        {{1, 2}, 0, 1, 0, 0},
        {{3, 2}, 0, 2, 2, 1},
        {{5, 2}, 0, 3, 2, 2},
        {{-1, 2}, 0, -1, 0, 0},
        {{-3, 2}, 0, -2, -2, -1},
        {{-5, 2}, 0, -3, -2, -2},
        {{71700, 800}, 2, 8963, 8962, 8962}, /* 89.625 */
        {{71620, 800}, 2, 8953, 8952, 8952}, /* 89.525 */
        {{76605, 1000}, 2, 7661, 7660, 7660},
        {{88305, 1000}, 2, 8831, 8830, 8830},
        {{64995, 1000}, 2, 6500, 6500, 6499},
        {{83975, 936}, 2, 8972, 8972, 8971}, /* 89.716880... */
        {{1, 3}, 18, 333333333333333333, 333333333333333333, 333333333333333333},
        {{2, 3}, 18, 666666666666666667, 666666666666666667, 666666666666666666},
        {{INT64_MAX / 2, INT64_MAX}, 0, 0, 0, 0}, /* a hair below one half */
        {{INT64_MAX / 2 + 1, INT64_MAX}, 0, 1, 1, 0},
        {{INT64_MAX, 1}, 0, INT64_MAX, INT64_MAX, INT64_MAX},
        {{-INT64_MAX, 1}, 0, -INT64_MAX, -INT64_MAX, -INT64_MAX},
        {{0, 1}, 6, 0, 0, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const int64_t expected[] = {cases[i].half_up, cases[i].half_even, cases[i].truncate};
        for (int mode = IKM_ROUND_HALF_UP; mode <= IKM_ROUND_TRUNCATE; mode++) {
            ikm_decimal rounded = {-9, -9};
            cr_expect(ikmi_ratio_round(&rounded, cases[i].ratio, cases[i].places, (ikm_round_mode)mode));
            cr_expect(eq(i64, rounded.digits, expected[mode]), "case %zu, mode %d", i, mode);
            cr_expect(eq(i32, rounded.places, cases[i].places), "case %zu, mode %d", i, mode);
        }
    }
}

Test(test_base_ratio, a_rounding_that_does_not_fit_is_refused)
{
    ikm_decimal rounded = {42, 7};
    cr_expect(not(ikmi_ratio_round(&rounded, (ikm_ratio){INT64_MAX, 1}, 1, IKM_ROUND_HALF_UP)));
    cr_expect(not(ikmi_ratio_round(&rounded, (ikm_ratio){-INT64_MAX, 1}, 18, IKM_ROUND_TRUNCATE)));
    cr_expect(rounded.digits == 42 && rounded.places == 7);
}

Test(test_base_ratio, a_rounded_value_is_the_nearest_or_the_one_towards_zero)
{
    uint64_t state = 1970;
    for (int round = 0; round < 20000; round++) {
        ikmi_int128 num = random_magnitude(&state), den = random_magnitude(&state) / 2 + 1;
        num = next_random(&state) & 1 ? num : -num;
        ikmi_int128 up = ikmi_round_divide(num, den, IKM_ROUND_HALF_UP);
        ikmi_int128 even = ikmi_round_divide(num, den, IKM_ROUND_HALF_EVEN);
        ikmi_int128 off_up = 2 * (num - up * den), off_even = 2 * (num - even * den);
        cr_assert(off_up <= den && off_up >= -den, "round %d", round);
        cr_assert(off_even <= den && off_even >= -den, "round %d", round);
        if (off_up == den || off_up == -den) {
            cr_assert(num < 0 ? off_up == den : off_up == -den, "round %d: a tie goes away from zero", round);
            cr_assert(even % 2 == 0, "round %d: a tie goes to the even", round);
        } else {
            cr_assert(up == even, "round %d: without a tie both are the same", round);
        }
        cr_assert(ikmi_round_divide(num, den, IKM_ROUND_TRUNCATE) == num / den, "round %d", round);
    }
}

Test(test_base_ratio, division_of_the_largest_128_bit_numbers_does_not_overflow)
{
    const ikmi_int128 largest = (ikmi_int128)(~(ikmi_uint128)0 >> 1), smallest = -largest - 1;
    for (int mode = IKM_ROUND_HALF_UP; mode <= IKM_ROUND_TRUNCATE; mode++) {
        cr_expect(ikmi_round_divide(largest, 1, (ikm_round_mode)mode) == largest);
        cr_expect(ikmi_round_divide(smallest, 1, (ikm_round_mode)mode) == smallest);
        cr_expect(ikmi_round_divide(largest, largest, (ikm_round_mode)mode) == 1);
        cr_expect(ikmi_round_divide(largest - 1, largest, (ikm_round_mode)mode) == (mode != IKM_ROUND_TRUNCATE));
    }
}

Test(test_base_ratio, a_decimal_is_the_fraction_that_it_says)
{
    ikm_ratio ratio;
    cr_expect(ikmi_ratio_of_decimal(&ratio, (ikm_decimal){111, 3}));
    cr_expect(ratio.num == 111 && ratio.den == 1000);
    cr_expect(ikmi_ratio_of_decimal(&ratio, (ikm_decimal){-8900, 2}));
    cr_expect(ratio.num == -89 && ratio.den == 1);
    cr_expect(ikmi_ratio_of_decimal(&ratio, (ikm_decimal){1, 18}));
    cr_expect(ratio.num == 1 && ratio.den == INT64_C(1000000000000000000));
}

Test(test_base_ratio, checked_integers_stop_at_the_last_that_fits)
{
    int64_t out;
    cr_expect(ikmi_add(&out, INT64_MAX - 1, 1));
    cr_expect(eq(i64, out, INT64_MAX));
    cr_expect(not(ikmi_add(&out, INT64_MAX, 1)));
    cr_expect(not(ikmi_add(&out, INT64_MIN, -1)));
    cr_expect(ikmi_subtract(&out, INT64_MIN + 1, 1));
    cr_expect(not(ikmi_subtract(&out, INT64_MIN, 1)));
    cr_expect(ikmi_multiply(&out, INT64_C(3037000499), INT64_C(3037000499)));
    cr_expect(not(ikmi_multiply(&out, INT64_C(3037000500), INT64_C(3037000500))));
    cr_expect(eq(i64, ikmi_power_of_ten(0), 1));
    cr_expect(eq(i64, ikmi_power_of_ten(18), INT64_C(1000000000000000000)));
    cr_expect(eq(u64, ikmi_gcd(0, 0), 0));
    cr_expect(eq(u64, ikmi_gcd(0, 312), 312));
    cr_expect(eq(u64, ikmi_gcd(10077, 312), 3));
}
