/* Against Python's fractions: tests/reference/reconcile.py. */
#include "ikm/reconcile.h"

#include "refusing.h"
#include "score_tallies.h"

#include <criterion/new/assert.h>

#include <stdio.h>
#include <stdlib.h>

enum { LINE_SIZE = 4096, GRID = 108 };

static const int64_t kejobong_sums[9] = {1140, 1119, 1037, 1243, 1133, 1069, 1087, 1211, 1038};
static const int64_t kejobong_means[9] = {3654, 3587, 3324, 3984, 3631, 3426, 3484, 3881, 3327};

static ikm_tally *kejobong(void)
{
    int64_t answers[36];
    for (int e = 0; e < 9; e++)
        answers_of_sum(answers + e * 4, 4, 312, kejobong_sums[e]);
    return tally_of(ikm_rules_at(0), answers);
}

static void means_of_kejobong(ikm_decimal *means)
{
    for (int e = 0; e < 9; e++)
        means[e] = (ikm_decimal){kejobong_means[e], 3};
}

static ikm_reconcile *reconciled(const ikm_tally *tally, const ikm_rules *rules, ikm_decimal printed)
{
    ikm_reconcile *reconcile;
    ikm_error err = {.message = ""};
    cr_assert(ikm_reconcile_new(&reconcile, tally, IKM_WHOLE, rules, IKM_MISSING_PER_ELEMENT, printed, IKM_LANG_EN,
                                &err) == IKM_OK,
              "%s", err.message);
    return reconcile;
}

static const ikm_rules *rules_of(size_t elements)
{
    return elements == 14 ? ikm_rules_named("kepmenpan-25-2004") : ikm_rules_at(0);
}

static size_t read_answers(int64_t *answers, char *text)
{
    size_t elements = 0;
    for (char *end = text; *end; elements++) {
        int64_t sum = strtoll(end, &end, 10), answered = strtoll(end + 1, &end, 10);
        answers_of_sum(answers + elements * 4, 4, answered, sum);
    }
    return elements;
}

/* The convention at a place of the grid, in the order of the table. */
static void expect_place(const ikm_convention *found, size_t place, const char *name)
{
    static const char *const weights[2][3] = {{"exact", "0.111", "0.11"}, {"exact", "0.071", "0.07"}};
    static const int nrr[] = {-1, 2, 3}, term[] = {-1, 2, 3, 4};
    int fourteen = !strcmp(name, "fourteen elements");
    cr_expect(eq(str, (char *)found->weight, (char *)weights[fourteen][place / 36]), "%s, %zu", name, place);
    cr_expect(eq(int, found->round_nrr, nrr[place / 12 % 3]), "%s, %zu", name, place);
    cr_expect(eq(int, found->round_term, term[place / 3 % 4]), "%s, %zu", name, place);
    cr_expect(eq(int, (int)found->round_mode, (int)(place % 3)), "%s, %zu", name, place);
    cr_expect(eq(int, found->round_final, 2), "%s, %zu", name, place);
}

/* For each figure that comes out under any convention, exactly those under which it does. */
static void expect_row(const char *name, char *elements, char *expected)
{
    int64_t answers[IKM_ELEMENTS_MAX * 4], digits[GRID];
    size_t count = read_answers(answers, elements), figures = 0;
    ikm_tally *tally = tally_of(rules_of(count), answers);
    for (char *end = expected; figures < GRID && *end; figures++)
        digits[figures] = strtoll(end, &end, 10);
    cr_assert(eq(sz, figures, GRID), "%s", name);
    for (size_t i = 0; i < GRID; i++) {
        ikm_reconcile *reconcile = reconciled(tally, rules_of(count), (ikm_decimal){digits[i], 2});
        size_t at = 0;
        cr_expect(eq(sz, ikm_reconcile_tried(reconcile), GRID), "%s", name);
        for (size_t place = 0; place < GRID; place++) {
            if (digits[place] != digits[i])
                continue;
            const ikm_reconciled *found = ikm_reconcile_at(reconcile, at++);
            cr_assert(found != NULL, "%s: place %zu of %lld", name, place, (long long)digits[i]);
            cr_expect(found->index.digits == digits[i] && found->index.places == 2, "%s", name);
            expect_place(&found->convention, place, name);
        }
        cr_expect(ikm_reconcile_count(reconcile) == at && ikm_reconcile_at(reconcile, at) == NULL, "%s", name);
        ikm_reconcile_free(reconcile);
    }
    ikm_tally_free(tally);
}

Test(test_score_reconcile, conventions_are_those_of_an_independent_computation)
{
    FILE *file = fopen(IKM_SOURCE_DIR "/tests/reference/reconcile.csv", "r");
    static char line[LINE_SIZE];
    int rows = 0;
    cr_assert(file != NULL);
    for (; fgets(line, sizeof line, file); rows++) {
        char *elements = strchr(line, ','), *expected = elements ? strchr(elements + 1, ',') : NULL;
        cr_assert(expected != NULL);
        *elements++ = *expected++ = '\0';
        expected[strcspn(expected, "\n")] = '\0';
        expect_row(line, elements, expected);
    }
    fclose(file);
    cr_expect(eq(int, rows, 27));
}

Test(test_score_reconcile, figures_of_kejobong_have_five_three_and_ten_conventions)
{
    static const struct {
        ikm_decimal printed;
        size_t count;
    } cases[] = {{{8962, 2}, 5}, {{8969, 2}, 3}, {{8972, 2}, 10}, {{9000, 2}, 0}, {{895, 1}, 6}, {{8962500, 5}, 8}};
    ikm_decimal means[9];
    means_of_kejobong(means);
    ikm_tally *tally = kejobong();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_reconcile *of_means;
        ikm_reconcile *reconcile = reconciled(tally, ikm_rules_at(0), cases[i].printed);
        cr_expect(eq(sz, ikm_reconcile_count(reconcile), cases[i].count), "case %zu", i);
        /* the sums behind the printed means are the same */
        cr_assert(ikm_reconcile_means_new(&of_means, means, 9, 312, ikm_rules_at(0), cases[i].printed, IKM_LANG_EN,
                                          NULL) == IKM_OK);
        cr_assert(eq(sz, ikm_reconcile_count(of_means), ikm_reconcile_count(reconcile)), "case %zu", i);
        for (size_t c = 0; c < ikm_reconcile_count(reconcile); c++) {
            const ikm_convention *one = &ikm_reconcile_at(reconcile, c)->convention;
            const ikm_convention *other = &ikm_reconcile_at(of_means, c)->convention;
            cr_expect(strcmp(one->weight, other->weight) == 0 && one->round_nrr == other->round_nrr &&
                          one->round_term == other->round_term && one->round_mode == other->round_mode,
                      "case %zu", i);
        }
        ikm_reconcile_free(of_means);
        ikm_reconcile_free(reconcile);
    }
    ikm_tally_free(tally);
}

Test(test_score_reconcile, groups_are_computed_under_the_conventions_found)
{
    static const char *const keys[] = {"layanan"};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    options.keys = keys;
    options.key_count = 1;
    ikm_tally *tally;
    cr_assert(ikm_tally_new(&tally, ikm_rules_at(0), &options) == IKM_OK);
    const int64_t fours[36] = {0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0,
                               0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2};
    const int64_t threes[36] = {0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0,
                                1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0};
    const ikm_text z = {"z", 1}, a = {"a", 1};
    cr_assert(ikm_tally_add_counts(tally, &z, 2, fours) == IKM_OK);
    cr_assert(ikm_tally_add_counts(tally, &a, 1, threes) == IKM_OK);
    ikm_reconcile *reconcile = reconciled(tally, ikm_rules_at(0), (ikm_decimal){9158, 2}); /* 0.111, 11/3 x 24.975 */
    cr_assert(ikm_reconcile_count(reconcile) > 0);
    cr_assert(eq(sz, ikm_reconcile_group_count(reconcile), 2));
    cr_expect(ikm_reconcile_tally(reconcile) == tally && ikm_reconcile_rules(reconcile) == ikm_rules_at(0));
    uint32_t first = ikm_reconcile_group(reconcile, 0), second = ikm_reconcile_group(reconcile, 1);
    cr_expect(eq(str, (char *)ikm_tally_key(tally, first, 0), "a"));
    cr_expect(ikm_reconcile_group(reconcile, 2) == IKM_WHOLE);
    ikm_decimal index = {0, 0};
    cr_expect(ikm_reconcile_group_index(&index, reconcile, 0, first, 3) && index.digits == 74925 && index.places == 3);
    cr_expect(ikm_reconcile_group_index(&index, reconcile, 0, second, 1) && index.digits == 999 && index.places == 1);
    cr_expect(ikm_reconcile_group_index(&index, reconcile, 0, first, 7) == 0);
    cr_expect(ikm_reconcile_group_index(&index, reconcile, 0, 2, 2) == 0);
    cr_expect(ikm_reconcile_group_index(&index, reconcile, ikm_reconcile_count(reconcile), first, 2) == 0);
    cr_expect(index.digits == 999, "untouched");
    ikm_reconcile_free(reconcile);
    ikm_tally_free(tally);
}

Test(test_score_reconcile, weights_that_say_the_same_are_one)
{
    /* of two elements 1/2, 0.5 and 0.50 are one weight; a weight of the rules' own is tried too */
    static const char json[] = "{\"name\": \"two\", \"scale\": 4, \"weight\": \"0.3,0.7\", \"elements\": [{\"code\": "
                               "\"A\", \"name\": \"A\"}, {\"code\": \"B\", \"name\": \"B\"}]}";
    const int64_t answers[8] = {0, 0, 0, 1, 1, 0, 0, 0};
    ikm_rules *rules;
    ikm_error err = {.message = ""};
    cr_assert(ikm_rules_read(&rules, (ikm_text){json, sizeof json - 1}, IKM_LANG_EN, NULL, &err) == IKM_OK, "%s",
              err.message);
    ikm_tally *tally = tally_of(rules, answers);
    ikm_reconcile *reconcile = reconciled(tally, rules, (ikm_decimal){475, 1}); /* 25 x (4 x 0.3 + 1 x 0.7) */
    cr_expect(eq(sz, ikm_reconcile_tried(reconcile), 72));
    cr_assert(eq(sz, ikm_reconcile_count(reconcile), 36));
    cr_expect(eq(str, (char *)ikm_reconcile_at(reconcile, 35)->convention.weight, "0.3,0.7"));
    ikm_reconcile_free(reconcile);
    ikm_tally_free(tally);
    ikm_rules_free(rules);
}

Test(test_score_reconcile, a_group_without_an_index_has_no_convention)
{
    int64_t answers[36] = {1};
    ikm_tally *tally = tally_of(ikm_rules_at(0), answers);
    ikm_reconcile *reconcile = reconciled(tally, ikm_rules_at(0), (ikm_decimal){0, 2});
    cr_expect(ikm_reconcile_tried(reconcile) == GRID && ikm_reconcile_count(reconcile) == 0);
    ikm_reconcile_free(reconcile);
    ikm_tally_free(tally);
}

Test(test_score_reconcile, what_cannot_be_asked_is_refused_and_told)
{
    ikm_tally *tally = kejobong();
    ikm_reconcile *reconcile = (ikm_reconcile *)tally;
    ikm_error err;
    const ikm_rules *rules = ikm_rules_at(0);
    const ikm_decimal printed = {8962, 2}, negative = {-1, 0}, long_figure = {8962000000, 8};
    cr_expect(ikm_reconcile_new(&reconcile, tally, IKM_WHOLE, rules, IKM_MISSING_PER_ELEMENT, long_figure, IKM_LANG_EN,
                                &err) == IKM_ERR_ARGUMENT &&
              reconcile == NULL);
    cr_expect(strstr(err.message, "at most 6 decimals") != NULL, "%s", err.message);
    cr_expect(ikm_reconcile_new(&reconcile, tally, IKM_WHOLE, rules, IKM_MISSING_PER_ELEMENT, negative, IKM_LANG_EN,
                                NULL) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_reconcile_new(&reconcile, tally, 7, rules, IKM_MISSING_PER_ELEMENT, printed, IKM_LANG_EN, &err) ==
              IKM_ERR_ARGUMENT);
    cr_expect(ikm_reconcile_new(&reconcile, tally, IKM_WHOLE, rules, IKM_MISSING_LISTWISE, printed, IKM_LANG_EN,
                                &err) == IKM_ERR_ARGUMENT);
    cr_expect(strstr(err.message, "listwise") != NULL, "%s", err.message);
    cr_expect(ikm_reconcile_new(&reconcile, tally, IKM_WHOLE, rules_of(14), IKM_MISSING_PER_ELEMENT, printed,
                                IKM_LANG_EN, &err) == IKM_ERR_MISMATCH);
    ikm_tally_free(tally);
}

Test(test_score_reconcile, means_out_of_range_are_refused_and_told)
{
    ikm_decimal means[9];
    ikm_reconcile *reconcile;
    ikm_error err;
    const ikm_rules *rules = ikm_rules_at(0);
    const ikm_decimal printed = {8962, 2};
    static const ikm_decimal bad[] = {{4001, 3}, {999, 3}, {0, 0}, {5, 0}, {-3, 0}, {35000000, 7}, {3, -1}};
    means_of_kejobong(means);
    cr_expect(ikm_reconcile_means_new(&reconcile, means, 8, 0, rules, printed, IKM_LANG_EN, &err) == IKM_ERR_ARGUMENT);
    cr_expect(strstr(err.message, "8 means, but 9 elements") != NULL, "%s", err.message);
    cr_expect(ikm_reconcile_means_new(&reconcile, means, 9, -1, rules, printed, IKM_LANG_EN, &err) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_reconcile_means_new(&reconcile, means, 9, 2000000000000, rules, printed, IKM_LANG_EN, &err) ==
              IKM_ERR_ARGUMENT);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        means[4] = bad[i];
        cr_expect(ikm_reconcile_means_new(&reconcile, means, 9, 0, rules, printed, IKM_LANG_EN, &err) ==
                      IKM_ERR_ARGUMENT,
                  "case %zu", i);
        cr_expect(reconcile == NULL && strstr(err.message, "U5") != NULL, "case %zu: %s", i, err.message);
    }
}

Test(test_score_reconcile, memory_may_be_refused_at_any_request)
{
    static const char *const keys[] = {"layanan"};
    const int64_t answers[36] = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0,
                                 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1};
    const ikm_text key = {"a", 1};
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status == IKM_ERR_NOMEM; n++) {
        refusing memory;
        refusing_init(&memory, -1);
        ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
        options.keys = keys;
        options.key_count = 1;
        options.mem = &memory.mem;
        ikm_tally *tally;
        ikm_reconcile *reconcile;
        cr_assert(ikm_tally_new(&tally, ikm_rules_at(0), &options) == IKM_OK);
        cr_assert(ikm_tally_add_counts(tally, &key, 1, answers) == IKM_OK);
        memory.countdown = n;
        status = ikm_reconcile_new(&reconcile, tally, IKM_WHOLE, ikm_rules_at(0), IKM_MISSING_PER_ELEMENT,
                                   (ikm_decimal){100, 0}, IKM_LANG_EN, NULL);
        cr_expect(reconcile == NULL || status == IKM_OK);
        memory.countdown = -1;
        ikm_reconcile_free(reconcile);
        ikm_tally_free(tally);
        cr_expect(eq(int, (int)memory.live, 0));
    }
    cr_expect(status == IKM_OK);
    ikm_reconcile_free(NULL);
}
