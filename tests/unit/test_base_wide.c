#include "base/ratio.h"
#include "base/wide.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_SIZE = 8192 };

/* xorshift64*: the same sequence on every machine */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

static void random_wide(ikmi_wide *wide, uint64_t *state, int limbs)
{
    ikmi_wide_set(wide, next_random(state) | 1);
    for (int i = 1; i < limbs; i++) {
        cr_assert(ikmi_wide_multiply(wide, UINT64_MAX));
        ikmi_wide part;
        ikmi_wide_set(&part, next_random(state));
        cr_assert(ikmi_wide_add(wide, &part));
    }
}

/* "a*b/den a*b/den ..." */
static void add_terms(ikmi_wide_ratio *sum, char *terms)
{
    for (char *at = terms; *at;) {
        uint64_t a = strtoull(at, &at, 10), b = strtoull(at + 1, &at, 10), den = strtoull(at + 1, &at, 10);
        cr_assert(ikmi_wide_ratio_add(sum, a, b, den));
        at += *at == ' ';
    }
}

static void expect_rounded(const char *name, const ikmi_wide_ratio *sum, int places, char *expected)
{
    for (int mode = IKM_ROUND_HALF_UP; mode <= IKM_ROUND_TRUNCATE; mode++) {
        ikm_decimal rounded = {-1, -1};
        long long digits = strtoll(expected, &expected, 10);
        cr_expect(ikmi_wide_ratio_round(&rounded, sum, places, (ikm_round_mode)mode), "%s", name);
        cr_expect(rounded.digits == digits && rounded.places == places, "%s, %d places, mode %d: %lld, not %lld", name,
                  places, mode, (long long)rounded.digits, digits);
    }
}

Test(test_base_wide, sums_and_roundings_are_those_of_an_independent_computation)
{
    static const int places[] = {0, 2, 3, 6};
    FILE *file = fopen(IKM_SOURCE_DIR "/tests/reference/exact-sums.csv", "r");
    static char line[LINE_SIZE], num[IKMI_WIDE_TEXT_SIZE], den[IKMI_WIDE_TEXT_SIZE];
    int rows = 0;
    cr_assert(file != NULL);
    for (; fgets(line, sizeof line, file); rows++) {
        char *cell[9] = {strtok(line, ",\n")};
        for (int i = 1; i < 9; i++)
            cell[i] = strtok(NULL, ",\n");
        cr_assert(cell[8] != NULL, "row %d", rows + 1);
        ikmi_wide_ratio sum;
        ikmi_wide_ratio_init(&sum);
        add_terms(&sum, cell[1]);
        char *slash;
        uint64_t scale = strtoull(cell[2], &slash, 10);
        cr_assert(ikmi_wide_ratio_scale(&sum, scale, strtoull(slash + 1, NULL, 10)));
        for (int i = 0; i < 4; i++) /* not yet in lowest terms */
            expect_rounded(cell[0], &sum, places[i], cell[5 + i]);
        ikmi_wide_ratio_reduce(&sum);
        ikmi_wide_text(num, &sum.num);
        ikmi_wide_text(den, &sum.den);
        cr_expect(eq(str, num, cell[3]), "%s", cell[0]);
        cr_expect(eq(str, den, cell[4]), "%s", cell[0]);
        for (int i = 0; i < 4; i++)
            expect_rounded(cell[0], &sum, places[i], cell[5 + i]);
    }
    fclose(file);
    cr_expect(rows == 60, "%d rows read", rows);
}

Test(test_base_wide, division_undoes_multiplication_and_gives_back_the_remainder)
{
    uint64_t state = 1403;
    for (int round = 0; round < 2000; round++) {
        ikmi_wide n, product, rest;
        uint64_t factor = next_random(&state) >> (round % 63) | 1;
        uint64_t remainder = next_random(&state) % factor;
        random_wide(&n, &state, 1 + round % 33);
        product = n;
        ikmi_wide_set(&rest, remainder);
        cr_assert(ikmi_wide_multiply(&product, factor) && ikmi_wide_add(&product, &rest));
        cr_assert(eq(u64, ikmi_wide_remainder(&product, factor), remainder));
        cr_assert(eq(u64, ikmi_wide_divide(&product, factor), remainder));
        cr_assert(eq(int, ikmi_wide_compare(&product, &n), 0), "round %d", round);
    }
}

Test(test_base_wide, zero_is_divided_compared_and_written_like_any_number)
{
    ikmi_wide zero, one;
    char text[IKMI_WIDE_TEXT_SIZE];
    ikmi_wide_set(&zero, 0);
    ikmi_wide_set(&one, 1);
    cr_expect(eq(u64, ikmi_wide_divide(&zero, 7), 0));
    cr_expect(eq(u64, ikmi_wide_remainder(&zero, 7), 0));
    cr_expect(eq(int, zero.count, 0));
    cr_expect(eq(sz, ikmi_wide_text(text, &zero), 1));
    cr_expect(eq(str, text, "0"));
    cr_expect(ikmi_wide_compare(&zero, &one) < 0);
    cr_expect(ikmi_wide_compare(&one, &zero) > 0);
    cr_expect(ikmi_wide_multiply(&one, 0));
    cr_expect(eq(int, ikmi_wide_compare(&one, &zero), 0));
    cr_expect(ikmi_wide_multiply(&zero, UINT64_MAX));
    cr_expect(eq(int, zero.count, 0));
    cr_expect(ikmi_wide_add(&zero, &one));
    cr_expect(eq(int, zero.count, 0), "0 + 0");
}

Test(test_base_wide, text_of_powers_of_ten_shows_every_zero)
{
    ikmi_wide power;
    char text[IKMI_WIDE_TEXT_SIZE];
    ikmi_wide_set(&power, 1);
    for (size_t zeros = 0; zeros < 690; zeros++) {
        cr_assert(eq(sz, ikmi_wide_text(text, &power), zeros + 1));
        cr_assert(text[0] == '1' && strspn(text + 1, "0") == zeros && text[zeros + 1] == '\0', "%s", text);
        cr_assert(ikmi_wide_multiply(&power, 10));
    }
}

/* 2^2304 - 1: every limb full */
static void largest(ikmi_wide *wide)
{
    wide->count = IKMI_WIDE_LIMBS;
    memset(wide->limb, 0xff, sizeof wide->limb);
}

Test(test_base_wide, what_passes_the_last_limb_is_refused)
{
    ikmi_wide all, one, half;
    char text[IKMI_WIDE_TEXT_SIZE];
    largest(&all);
    ikmi_wide_set(&one, 1);
    cr_expect(eq(sz, ikmi_wide_text(text, &all), 694));
    cr_expect(eq(int, strncmp(text, "374205365089213343", 18), 0), "%.18s", text);
    cr_expect(not(ikmi_wide_add(&all, &one)));
    largest(&all);
    cr_expect(not(ikmi_wide_multiply(&all, 2)));
    largest(&all);
    half = all;
    cr_expect(eq(u64, ikmi_wide_divide(&half, 2), 1));
    cr_expect(ikmi_wide_multiply(&half, 2) && ikmi_wide_add(&half, &one));
    cr_expect(eq(int, ikmi_wide_compare(&half, &all), 0));
}

Test(test_base_wide, a_sum_that_does_not_fit_is_refused_and_never_wrong)
{
    ikmi_wide_ratio sum;
    int terms = 0;
    uint64_t state = 9;
    ikmi_wide_ratio_init(&sum);
    while (terms < 100 && ikmi_wide_ratio_add(&sum, next_random(&state) >> 1, 1, next_random(&state) | 1))
        terms++;
    cr_expect(terms >= 32 && terms < IKMI_WIDE_LIMBS + 4, "%d terms of 64 bits", terms);
}

Test(test_base_wide, products_of_two_sums_that_do_not_fit_are_refused)
{
    ikmi_wide_ratio a, b;
    ikm_decimal rounded;
    ikmi_wide_ratio_init(&a);
    random_wide(&a.num, &(uint64_t){5}, 20);
    random_wide(&a.den, &(uint64_t){6}, 20);
    b = a;
    cr_expect(not(ikmi_wide_ratio_add_ratio(&a, &b)));
    largest(&b.den);
    cr_expect(not(ikmi_wide_ratio_scale(&b, 1, 2)));
    /* to round it, twice the remainder must fit too */
    largest(&b.den);
    b.num = b.den;
    b.num.limb[0]--;
    cr_expect(not(ikmi_wide_ratio_round(&rounded, &b, 0, IKM_ROUND_HALF_UP)));
}

Test(test_base_wide, sums_are_added_as_if_term_by_term)
{
    uint64_t state = 77;
    for (int round = 0; round < 300; round++) {
        ikmi_wide_ratio all, parts[2];
        ikmi_wide_ratio_init(&all);
        ikmi_wide_ratio_init(&parts[0]);
        ikmi_wide_ratio_init(&parts[1]);
        for (int i = 0; i < 2 + round % 14; i++) {
            uint64_t a = next_random(&state) >> (round % 60), b = next_random(&state) % 200,
                     den = (next_random(&state) >> (round % 60)) + 1;
            cr_assert(ikmi_wide_ratio_add(&all, a, b, den));
            cr_assert(ikmi_wide_ratio_add(&parts[i % 2], a, b, den));
        }
        cr_assert(ikmi_wide_ratio_add_ratio(&parts[1], &parts[0]));
        ikmi_wide_ratio_reduce(&all);
        ikmi_wide_ratio_reduce(&parts[1]);
        cr_assert(eq(int, ikmi_wide_compare(&all.num, &parts[1].num), 0), "round %d", round);
        cr_assert(eq(int, ikmi_wide_compare(&all.den, &parts[1].den), 0), "round %d", round);
    }
}

Test(test_base_wide, the_order_of_terms_does_not_matter)
{
    uint64_t state = 2024;
    for (int round = 0; round < 200; round++) {
        ikmi_wide_ratio forth, back;
        uint64_t term[9][2];
        for (int i = 0; i < 9; i++) {
            term[i][0] = next_random(&state) >> 20;
            term[i][1] = (next_random(&state) >> (round % 64)) + 1;
            term[i][1] += term[i][1] == 0;
        }
        ikmi_wide_ratio_init(&forth);
        ikmi_wide_ratio_init(&back);
        for (int i = 0; i < 9; i++) {
            cr_assert(ikmi_wide_ratio_add(&forth, term[i][0], 111, term[i][1]));
            cr_assert(ikmi_wide_ratio_add(&back, 111, term[8 - i][0], term[8 - i][1]));
        }
        ikmi_wide_ratio_reduce(&forth);
        ikmi_wide_ratio_reduce(&back);
        cr_assert(eq(int, ikmi_wide_compare(&forth.num, &back.num), 0));
        cr_assert(eq(int, ikmi_wide_compare(&forth.den, &back.den), 0));
    }
}

Test(test_base_wide, equal_denominators_are_kept)
{
    ikmi_wide_ratio sum;
    ikmi_wide_ratio_init(&sum);
    for (int i = 0; i < 32; i++)
        cr_assert(ikmi_wide_ratio_add(&sum, 1038, 1, 312));
    cr_expect(eq(int, sum.den.count, 1));
    cr_expect(eq(u64, sum.den.limb[0], 312));
    cr_expect(eq(u64, sum.num.limb[0], 32 * 1038));
}

Test(test_base_wide, nothing_in_lowest_terms_is_nought_over_one)
{
    ikmi_wide_ratio sum;
    ikmi_wide_ratio_init(&sum);
    cr_assert(ikmi_wide_ratio_add(&sum, 0, 5, 312));
    ikmi_wide_ratio_reduce(&sum);
    cr_expect(eq(int, sum.num.count, 0));
    cr_expect(eq(int, sum.den.count, 1));
    cr_expect(eq(u64, sum.den.limb[0], 1));
}

Test(test_base_wide, small_sums_round_as_small_fractions_do)
{
    uint64_t state = 31;
    for (int round = 0; round < 3000; round++) {
        int64_t num = (int64_t)(next_random(&state) >> (1 + round % 40)),
                den = (int64_t)(next_random(&state) >> (1 + round % 61)) + 1;
        ikm_ratio ratio;
        ikmi_wide_ratio wide;
        ikmi_wide_ratio_init(&wide);
        cr_assert(ikmi_ratio_make(&ratio, num, den));
        cr_assert(ikmi_wide_ratio_add(&wide, (uint64_t)num, 1, (uint64_t)den));
        for (int mode = IKM_ROUND_HALF_UP; mode <= IKM_ROUND_TRUNCATE; mode++) {
            ikm_decimal expected = {0, 0}, rounded = {0, 0};
            bool fits = ikmi_ratio_round(&expected, ratio, round % 19, (ikm_round_mode)mode);
            cr_assert(eq(int, ikmi_wide_ratio_round(&rounded, &wide, round % 19, (ikm_round_mode)mode), fits));
            cr_assert(eq(i64, rounded.digits, expected.digits), "round %d", round);
        }
    }
}

Test(test_base_wide, an_integer_is_rounded_to_the_last_that_fits)
{
    static const struct {
        const char *name;
        uint64_t num, half_den;
        bool fits;
    } cases[] = {
        {"2^63 - 1", INT64_MAX, 0, true},
        {"2^63 - 1 and a half goes up to 2^63", INT64_MAX, 1, false},
        {"2^63 - 2 and a half goes up to 2^63 - 1", INT64_MAX - 1, 1, true},
        {"2^63", (uint64_t)INT64_MAX + 1, 0, false},
        {"2^62", UINT64_C(1) << 62, 0, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ikmi_wide_ratio sum;
        ikm_decimal rounded = {0, 0};
        ikmi_wide_ratio_init(&sum);
        cr_assert(ikmi_wide_ratio_add(&sum, cases[i].num, 1, 1) && ikmi_wide_ratio_add(&sum, cases[i].half_den, 1, 2));
        bool fits = ikmi_wide_ratio_round(&rounded, &sum, 0, IKM_ROUND_HALF_UP);
        cr_expect(eq(int, fits, cases[i].fits), "%s", cases[i].name);
        if (fits)
            cr_expect(eq(i64, rounded.digits, (int64_t)(cases[i].num + cases[i].half_den)), "%s", cases[i].name);
    }
}
