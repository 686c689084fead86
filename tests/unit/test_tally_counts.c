/* Respondents who come as counts. */
#include "ikm/tally.h"

#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

enum { ELEMENTS = 9, SCALE = 4, GROUPS = 12, ROWS = 900 };

static ikm_tally *new_tally(size_t keys, int complete, const ikm_mem *mem)
{
    static const char *const names[] = {"layanan", "unit"};
    ikm_tally *tally;
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    options.keys = names;
    options.key_count = keys;
    options.complete = complete;
    options.mem = mem;
    return ikm_tally_new(&tally, ikm_rules_at(0), &options) == IKM_OK ? tally : NULL;
}

static void expect_same(const ikm_tally *a, const ikm_tally *b, uint32_t group_a, uint32_t group_b)
{
    cr_expect(eq(i64, ikm_tally_respondents(a, group_a), ikm_tally_respondents(b, group_b)));
    for (size_t element = 0; element < ELEMENTS; element++)
        for (int score = 1; score <= SCALE; score++)
            cr_expect(
                eq(i64, ikm_tally_answers(a, group_a, element, score), ikm_tally_answers(b, group_b, element, score)),
                "element %zu, score %d", element, score);
}

static uint32_t find(const ikm_tally *tally, ikm_text first, ikm_text second)
{
    for (uint32_t group = 0; group < ikm_tally_group_count(tally); group++) {
        const char *a = ikm_tally_key(tally, group, 0), *b = ikm_tally_key(tally, group, 1);
        if (strlen(a) == first.size && !memcmp(a, first.data, first.size) && strlen(b) == second.size &&
            !memcmp(b, second.data, second.size))
            return group;
    }
    return IKM_WHOLE;
}

Test(test_tally_counts, counts_of_respondents_add_as_the_respondents_do)
{
    static uint8_t scores[ELEMENTS][ROWS];
    static ikm_text keys[2][ROWS];
    static const char *const services[] = {"KTP", "KK", "", "Surat Pindah"}, *const units[] = {"A", "", "Unit C"};
    const uint8_t *columns[ELEMENTS];
    const ikm_text *key_columns[] = {keys[0], keys[1]};
    uint64_t state = 5;
    for (size_t row = 0; row < ROWS; row++) {
        state = state * UINT64_C(6364136223846793005) + 1;
        size_t group = (size_t)(state >> 33) % GROUPS;
        keys[0][row] = (ikm_text){services[group % 4], strlen(services[group % 4])};
        keys[1][row] = (ikm_text){units[group / 4], strlen(units[group / 4])};
        for (size_t e = 0; e < ELEMENTS; e++) {
            state = state * UINT64_C(6364136223846793005) + 1;
            scores[e][row] = (uint8_t)((state >> 40) % (SCALE + 1));
        }
    }
    for (size_t e = 0; e < ELEMENTS; e++)
        columns[e] = scores[e];
    ikm_tally *one_by_one = new_tally(2, 0, NULL), *counted = new_tally(2, 0, NULL);
    cr_assert(eq(int, ikm_tally_add_columns(one_by_one, columns, key_columns, ROWS), IKM_OK));
    /* in several pieces: some of them small enough for bytes, some not */
    for (size_t from = 0; from < ROWS; from += from < 300 ? 30 : 300)
        for (size_t group = 0; group < GROUPS; group++) {
            size_t to = from + (from < 300 ? 30 : 300);
            ikm_text key[] = {{services[group % 4], strlen(services[group % 4])},
                              {units[group / 4], strlen(units[group / 4])}};
            int64_t respondents = 0, answers[ELEMENTS * SCALE] = {0};
            for (size_t row = from; row < to; row++) {
                if (keys[0][row].data != key[0].data || keys[1][row].data != key[1].data)
                    continue;
                respondents++;
                for (size_t e = 0; e < ELEMENTS; e++)
                    if (scores[e][row])
                        answers[e * SCALE + scores[e][row] - 1]++;
            }
            if (respondents)
                cr_assert(eq(int, ikm_tally_add_counts(counted, key, respondents, answers), IKM_OK));
        }
    cr_assert(eq(sz, ikm_tally_group_count(counted), ikm_tally_group_count(one_by_one)));
    expect_same(counted, one_by_one, IKM_WHOLE, IKM_WHOLE);
    for (size_t group = 0; group < GROUPS; group++) {
        ikm_text first = {services[group % 4], strlen(services[group % 4])};
        ikm_text second = {units[group / 4], strlen(units[group / 4])};
        expect_same(counted, one_by_one, find(counted, first, second), find(one_by_one, first, second));
    }
    ikm_tally_free(one_by_one);
    ikm_tally_free(counted);
}

Test(test_tally_counts, counts_that_cannot_be_are_refused_and_nothing_changes)
{
    static const ikm_text key[] = {{"A", 1}}, with_nul[] = {{"A\0B", 3}};
    int64_t answers[ELEMENTS * SCALE] = {3, 2, 0, 0};
    ikm_tally *tally = new_tally(1, 0, NULL), *whole = new_tally(0, 0, NULL), *complete = new_tally(0, 1, NULL);
    cr_expect(eq(int, ikm_tally_add_counts(tally, key, 4, answers), IKM_ERR_ARGUMENT), "more answers than respondents");
    cr_expect(eq(int, ikm_tally_add_counts(tally, key, -1, answers), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_tally_add_counts(tally, NULL, 5, answers), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_tally_add_counts(tally, with_nul, 5, answers), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_tally_add_counts(tally, key, 5, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_tally_add_counts(NULL, key, 5, answers), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_tally_add_counts(complete, NULL, 5, answers), IKM_ERR_ARGUMENT), "who is complete?");
    answers[7] = -1;
    cr_expect(eq(int, ikm_tally_add_counts(tally, key, 5, answers), IKM_ERR_ARGUMENT), "a negative count");
    answers[7] = INT64_MAX;
    cr_expect(eq(int, ikm_tally_add_counts(tally, key, 5, answers), IKM_ERR_ARGUMENT), "a sum that does not fit");
    answers[7] = 0;
    cr_expect(zero(sz, ikm_tally_group_count(tally)));
    cr_expect(zero(i64, ikm_tally_respondents(tally, IKM_WHOLE)));
    cr_assert(eq(int, ikm_tally_add_counts(whole, NULL, INT64_MAX - 5, answers), IKM_OK));
    cr_expect(eq(int, ikm_tally_add_counts(whole, NULL, 6, answers), IKM_ERR_OVERFLOW));
    cr_expect(eq(i64, ikm_tally_respondents(whole, IKM_WHOLE), INT64_MAX - 5));
    cr_expect(eq(i64, ikm_tally_answers(whole, IKM_WHOLE, 0, 1), 3));
    ikm_tally_free(tally);
    ikm_tally_free(whole);
    ikm_tally_free(complete);
}

Test(test_tally_counts, every_allocation_may_be_refused)
{
    static const ikm_text keys[][2] = {{{"A", 1}, {"", 0}}, {{"B", 1}, {"x", 1}}, {{"A", 1}, {"", 0}}};
    const int64_t answers[ELEMENTS * SCALE] = {200, 50};
    for (long n = 0;; n++) {
        refusing memory;
        refusing_init(&memory, n);
        ikm_tally *tally = new_tally(2, 0, &memory.mem);
        ikm_status status = tally ? IKM_OK : IKM_ERR_NOMEM;
        int64_t respondents = 0;
        for (int i = 0; status == IKM_OK && i < 3; i++) {
            status = ikm_tally_add_counts(tally, keys[i], 250, answers);
            respondents += status == IKM_OK ? 250 : 0;
        }
        if (tally)
            cr_expect(eq(i64, ikm_tally_respondents(tally, IKM_WHOLE), respondents), "request %ld", n);
        ikm_tally_free(tally);
        cr_expect(zero(long, memory.live), "request %ld", n);
        if (status == IKM_OK)
            break;
        cr_assert(eq(int, status, IKM_ERR_NOMEM), "request %ld", n);
    }
}
