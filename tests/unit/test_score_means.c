#include "ikm/reconcile.h"

#include "base/ratio.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static const ikm_decimal kejobong[9] = {{3654, 3}, {3587, 3}, {3324, 3}, {3984, 3}, {3631, 3},
                                        {3426, 3}, {3484, 3}, {3881, 3}, {3327, 3}};

Test(test_score_means, the_means_of_kejobong_need_312_respondents)
{
    static const struct {
        ikm_round_mode mode;
        int64_t smallest, next;
    } cases[] = {{IKM_ROUND_HALF_UP, 312, 547}, {IKM_ROUND_HALF_EVEN, 312, 547}, {IKM_ROUND_TRUNCATE, 657, 659}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_expect(eq(i64, ikm_means_smallest(kejobong, 9, 1, 10000, cases[i].mode), cases[i].smallest));
        cr_expect(eq(i64, ikm_means_smallest(kejobong, 9, cases[i].smallest + 1, 10000, cases[i].mode), cases[i].next));
        cr_expect(eq(i64, ikm_means_smallest(kejobong, 9, 1, cases[i].smallest - 1, cases[i].mode), 0));
        cr_expect(eq(int, ikm_means_possible(kejobong, 9, cases[i].smallest, cases[i].mode), 1));
        cr_expect(eq(int, ikm_means_possible(kejobong, 9, cases[i].smallest - 1, cases[i].mode), 0));
    }
}

/* Every sum there is, one after the other. */
static int some_sum_is_printed_so(ikm_decimal mean, int64_t respondents, ikm_round_mode mode)
{
    for (int64_t sum = 0; sum <= 5 * respondents; sum++) {
        ikm_ratio ratio;
        ikm_decimal printed;
        cr_assert(ikmi_ratio_make(&ratio, sum, respondents) && ikmi_ratio_round(&printed, ratio, mean.places, mode));
        if (printed.digits == mean.digits)
            return 1;
    }
    return 0;
}

Test(test_score_means, a_mean_is_possible_if_one_of_all_sums_is_printed_so)
{
    int64_t possible = 0, impossible = 0;
    for (int32_t places = 0; places <= 2; places++)
        for (int64_t digits = 0; digits <= 4 * ikmi_power_of_ten(places); digits += places == 2 ? 3 : 1)
            for (int64_t respondents = 1; respondents <= 30; respondents++)
                for (int mode = 0; mode <= 2; mode++) {
                    ikm_decimal mean = {digits, places};
                    int expected = some_sum_is_printed_so(mean, respondents, (ikm_round_mode)mode);
                    int is = ikm_means_possible(&mean, 1, respondents, (ikm_round_mode)mode);
                    cr_assert(eq(int, is, expected), "%lld at %d of %lld, mode %d", (long long)digits, (int)places,
                              (long long)respondents, mode);
                    possible += expected;
                    impossible += !expected;
                }
    cr_expect(possible > 1000 && impossible > 1000);
}

Test(test_score_means, ties_are_those_of_their_mode)
{
    /* 1/8 is 0.125: printed 0.13 half-up, 0.12 half-even and cut off */
    const ikm_decimal up = {13, 2}, even = {12, 2};
    cr_expect(eq(int, ikm_means_possible(&up, 1, 8, IKM_ROUND_HALF_UP), 1));
    cr_expect(eq(int, ikm_means_possible(&up, 1, 8, IKM_ROUND_HALF_EVEN), 0));
    cr_expect(eq(int, ikm_means_possible(&even, 1, 8, IKM_ROUND_HALF_UP), 0));
    cr_expect(eq(int, ikm_means_possible(&even, 1, 8, IKM_ROUND_HALF_EVEN), 1));
    cr_expect(eq(int, ikm_means_possible(&even, 1, 8, IKM_ROUND_TRUNCATE), 1));
}

Test(test_score_means, the_largest_numbers_are_computed_with)
{
    const ikm_decimal largest = {999999999999, 6}, third = {333333, 6};
    cr_expect(eq(int, ikm_means_possible(&largest, 1, 1000000000000, IKM_ROUND_HALF_UP), 1));
    cr_expect(eq(int, ikm_means_possible(&third, 1, 1000000000000, IKM_ROUND_TRUNCATE), 1));
    cr_expect(eq(i64, ikm_means_smallest(&third, 1, 1, 10, IKM_ROUND_HALF_UP), 3));
}

Test(test_score_means, arguments_out_of_range_are_told)
{
    const ikm_decimal negative = {-1, 0}, large = {1000000, 0}, fine = {35, 1}, many_places = {35, 7};
    cr_expect(eq(int, ikm_means_possible(NULL, 1, 1, IKM_ROUND_HALF_UP), -1));
    cr_expect(eq(int, ikm_means_possible(&fine, 0, 1, IKM_ROUND_HALF_UP), -1));
    cr_expect(eq(int, ikm_means_possible(&negative, 1, 1, IKM_ROUND_HALF_UP), -1));
    cr_expect(eq(int, ikm_means_possible(&large, 1, 1, IKM_ROUND_HALF_UP), -1));
    cr_expect(eq(int, ikm_means_possible(&many_places, 1, 1, IKM_ROUND_HALF_UP), -1));
    cr_expect(eq(int, ikm_means_possible(&fine, 1, 0, IKM_ROUND_HALF_UP), -1));
    cr_expect(eq(int, ikm_means_possible(&fine, 1, 1000000000001, IKM_ROUND_HALF_UP), -1));
    cr_expect(eq(int, ikm_means_possible(&fine, 1, 1, (ikm_round_mode)3), -1));
    cr_expect(eq(i64, ikm_means_smallest(&fine, 1, 0, 10, IKM_ROUND_HALF_UP), 0));
    cr_expect(eq(i64, ikm_means_smallest(&fine, 1, 9, 3, IKM_ROUND_HALF_UP), 0));
}
