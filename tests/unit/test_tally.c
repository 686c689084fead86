#include "tally_rows.h"

#include <criterion/new/assert.h>

static ikm_tally *nine_by_four(int complete)
{
    static const char *const keys[] = {"unit", "layanan"};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    ikm_tally *tally;
    options.keys = keys;
    options.key_count = 2;
    options.complete = complete;
    cr_assert(ikm_tally_new(&tally, tally_rules(9, 4), &options) == IKM_OK);
    return tally;
}

/* The same answer of every element. */
static ikm_status add(ikm_tally *tally, const char *unit, const char *service, uint8_t score)
{
    ikm_text keys[2] = {{unit, strlen(unit)}, {service, strlen(service)}};
    const ikm_text *columns[2] = {&keys[0], &keys[1]};
    const uint8_t *scores[9];
    for (int i = 0; i < 9; i++)
        scores[i] = &score;
    return ikm_tally_add_columns(tally, scores, columns, 1);
}

Test(test_tally, options_that_cannot_be_are_refused_and_leave_null)
{
    static const char *const none[] = {NULL}, *const many[17] = {"a", "b", "c", "d", "e", "f", "g", "h", "i",
                                                                 "j", "k", "l", "m", "n", "o", "p", "q"};
    const ikm_rules *rules = tally_rules(9, 4);
    const ikm_tally_options bad[] = {
        {0, many, 1, 0, 0, NULL},
        {sizeof bad[0] + 8, many, 1, 0, 0, NULL},
        {sizeof bad[0], many, 17, 0, 0, NULL},
        {sizeof bad[0], NULL, 1, 0, 0, NULL},
        {sizeof bad[0], none, 1, 0, 0, NULL},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        ikm_tally *tally = (ikm_tally *)&bad;
        cr_expect(ikm_tally_new(&tally, rules, &bad[i]) == IKM_ERR_ARGUMENT, "case %zu", i);
        cr_expect(tally == NULL, "case %zu", i);
    }
    ikm_tally *tally = (ikm_tally *)&bad;
    cr_expect(ikm_tally_new(&tally, NULL, NULL) == IKM_ERR_ARGUMENT);
    cr_expect(tally == NULL);
    cr_expect(ikm_tally_new(NULL, rules, NULL) == IKM_ERR_ARGUMENT);
    ikm_tally_free(NULL);
}

Test(test_tally, sixteen_keys_are_the_most)
{
    tally_rows rows = tally_rows_make((tally_rows_kind){500, 2, 2, 16, 2, 0, 5});
    ikm_tally *tally = tally_for(&rows, 0, NULL);
    cr_assert(tally_rows_add(tally, &rows, 0, 500, 500) == IKM_OK);
    cr_expect(eq(str, (char *)ikm_tally_key_name(tally, 15), "p"));
    for (uint32_t g = 0; g < ikm_tally_group_count(tally); g++)
        for (size_t k = 0; k < 16; k++) {
            char value[201];
            value[tally_value(value, k, 1)] = '\0';
            const char *key = ikm_tally_key(tally, g, k);
            cr_expect(strcmp(key, "") == 0 || !strcmp(key, value));
        }
    ikm_tally_free(tally);
    tally_rows_free(&rows);
}

Test(test_tally, without_keys_there_is_one_group_even_before_anything_is_counted)
{
    ikm_tally *tally;
    cr_assert(ikm_tally_new(&tally, tally_rules(9, 4), NULL) == IKM_OK);
    cr_expect(eq(sz, ikm_tally_group_count(tally), 1));
    cr_expect(eq(i64, ikm_tally_respondents(tally, 0), 0));
    uint8_t score[2] = {4, 3};
    const uint8_t *scores[9];
    for (int i = 0; i < 9; i++)
        scores[i] = score;
    cr_assert(ikm_tally_add_columns(tally, scores, NULL, 2) == IKM_OK);
    cr_expect(eq(sz, ikm_tally_group_count(tally), 1));
    cr_expect(eq(sz, ikm_tally_key_count(tally), 0));
    cr_expect(ikm_tally_key(tally, 0, 0) == NULL);
    for (uint32_t group = 0, i = 0; i < 2; i++, group = IKM_WHOLE) {
        cr_expect(eq(i64, ikm_tally_respondents(tally, group), 2));
        cr_expect(eq(i64, ikm_tally_answers(tally, group, 8, 4), 1));
        cr_expect(eq(i64, ikm_tally_answers(tally, group, 8, 3), 1));
    }
    ikm_tally_free(tally);
}

Test(test_tally, what_is_out_of_range_is_nothing)
{
    ikm_tally *tally = nine_by_four(1);
    cr_assert(add(tally, "A", "", 4) == IKM_OK);
    cr_expect(eq(i64, ikm_tally_respondents(tally, 1), 0));
    cr_expect(eq(i64, ikm_tally_complete(tally, 1), 0));
    cr_expect(eq(i64, ikm_tally_answers(tally, 0, 9, 1), 0));
    cr_expect(eq(i64, ikm_tally_answers(tally, 0, 0, 0), 0));
    cr_expect(eq(i64, ikm_tally_answers(tally, 0, 0, 5), 0));
    cr_expect(eq(i64, ikm_tally_answers(tally, 0, 0, -1), 0));
    cr_expect(ikm_tally_key(tally, 1, 0) == NULL);
    cr_expect(ikm_tally_key(tally, 0, 2) == NULL);
    cr_expect(ikm_tally_key(tally, IKM_WHOLE, 0) == NULL);
    cr_expect(ikm_tally_key_name(tally, 2) == NULL);
    ikmi_counts counts;
    cr_expect(ikmi_tally_counts(&counts, tally, 1, 0) == IKM_ERR_ARGUMENT);
    ikm_tally_free(tally);
    tally = nine_by_four(0);
    cr_assert(add(tally, "A", "", 4) == IKM_OK);
    cr_expect(eq(i64, ikm_tally_complete(tally, 0), 0), "not counted apart");
    cr_expect(ikmi_tally_counts(&counts, tally, 0, 1) == IKM_ERR_ARGUMENT);
    ikm_tally_free(tally);
}

Test(test_tally, nothing_instead_of_a_tally_is_nothing)
{
    cr_expect(eq(sz, ikm_tally_element_count(NULL), 0));
    cr_expect(eq(int, ikm_tally_scale(NULL), 0));
    cr_expect(eq(sz, ikm_tally_key_count(NULL), 0));
    cr_expect(ikm_tally_key_name(NULL, 0) == NULL);
    cr_expect(eq(sz, ikm_tally_group_count(NULL), 0));
    cr_expect(ikm_tally_key(NULL, 0, 0) == NULL);
    cr_expect(eq(i64, ikm_tally_respondents(NULL, IKM_WHOLE), 0));
    cr_expect(eq(i64, ikm_tally_complete(NULL, IKM_WHOLE), 0));
    cr_expect(eq(i64, ikm_tally_answers(NULL, IKM_WHOLE, 0, 1), 0));
    cr_expect(eq(i64, ikm_tally_complete_answers(NULL, IKM_WHOLE, 0, 1), 0));
}

Test(test_tally, values_are_kept_apart_by_their_column)
{
    static const char *const rows[][2] = {{"ab", "c"}, {"a", "bc"}, {"abc", ""}, {"", "abc"}, {"", ""}, {"A", "bc"}};
    enum { COUNT = sizeof rows / sizeof rows[0] };
    ikm_tally *tally = nine_by_four(0);
    for (size_t i = 0; i < 3 * COUNT; i++)
        cr_assert(add(tally, rows[i % COUNT][0], rows[i % COUNT][1], 4) == IKM_OK);
    cr_assert(eq(sz, ikm_tally_group_count(tally), COUNT));
    for (uint32_t i = 0; i < COUNT; i++) {
        cr_expect(eq(str, (char *)ikm_tally_key(tally, i, 0), (char *)rows[i][0]));
        cr_expect(eq(str, (char *)ikm_tally_key(tally, i, 1), (char *)rows[i][1]));
        cr_expect(eq(i64, ikm_tally_respondents(tally, i), 3));
    }
    ikm_text key = ikmi_tally_key_bytes(tally, 0);
    cr_expect(key.size == 4 && !memcmp(key.data, "ab\0c", 4));
    ikm_tally_free(tally);
}

Test(test_tally, key_names_are_copied)
{
    char name[] = "unit";
    const char *const keys[] = {name};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    ikm_tally *tally;
    options.keys = keys;
    options.key_count = 1;
    cr_assert(ikm_tally_new(&tally, tally_rules(9, 4), &options) == IKM_OK);
    name[0] = 'X';
    cr_expect(eq(str, (char *)ikm_tally_key_name(tally, 0), "unit"));
    ikm_tally_free(tally);
}

Test(test_tally, a_blank_is_no_answer_and_no_complete_respondent)
{
    tally_rows rows = tally_rows_make((tally_rows_kind){300, 9, 4, 1, 2, 0, 1});
    ikm_tally *tally = tally_for(&rows, 1, NULL);
    memset(rows.scores[4], 0, 300);
    cr_assert(tally_rows_add(tally, &rows, 0, 300, 300) == IKM_OK);
    cr_expect(eq(i64, ikm_tally_respondents(tally, IKM_WHOLE), 300));
    cr_expect(eq(i64, ikm_tally_complete(tally, IKM_WHOLE), 0));
    for (int score = 1; score <= 4; score++)
        cr_expect(eq(i64, ikm_tally_answers(tally, IKM_WHOLE, 4, score), 0));
    ikm_tally_free(tally);
    tally_rows_free(&rows);
}

Test(test_tally, a_count_that_would_pass_an_int64_is_refused)
{
    /* each takes what the other has: the counts grow like Fibonacci's numbers */
    ikm_tally *pair[2] = {nine_by_four(1), nine_by_four(1)};
    int64_t have[2] = {1, 1};
    for (int i = 0; i < 2; i++)
        cr_assert(add(pair[i], "A", "x", 3) == IKM_OK);
    int turn = 0;
    while (have[0] <= INT64_MAX - have[1]) {
        cr_assert(ikm_tally_merge(pair[turn], pair[!turn]) == IKM_OK);
        have[turn] += have[!turn];
        turn = !turn;
    }
    char *before = tally_text(pair[turn], 0);
    cr_expect(ikm_tally_merge(pair[turn], pair[!turn]) == IKM_ERR_OVERFLOW);
    char *after = tally_text(pair[turn], 0);
    cr_expect(eq(str, after, before));
    cr_expect(eq(i64, ikm_tally_answers(pair[turn], 0, 8, 3), have[turn]));
    cr_expect(eq(i64, ikm_tally_complete_answers(pair[turn], IKM_WHOLE, 0, 3), have[turn]));
    free(before);
    free(after);
    for (int i = 0; i < 2; i++)
        ikm_tally_free(pair[i]);
}

Test(test_tally, rows_that_would_pass_an_int64_are_refused)
{
    ikm_tally *pair[2] = {nine_by_four(0), nine_by_four(0)};
    for (int i = 0; i < 2; i++)
        cr_assert(add(pair[i], "A", "x", 3) == IKM_OK);
    int turn = 0;
    while (ikm_tally_merge(pair[turn], pair[!turn]) == IKM_OK)
        turn = !turn;
    /* the one that refused takes its own first bits until one more does not fit: halves of what is left */
    for (int64_t left = INT64_MAX - ikm_tally_respondents(pair[turn], IKM_WHOLE); left > 0;
         left = INT64_MAX - ikm_tally_respondents(pair[turn], IKM_WHOLE)) {
        ikm_tally *more[2] = {nine_by_four(0), nine_by_four(0)};
        int64_t have[2] = {1, 1};
        int next = 0;
        for (int i = 0; i < 2; i++)
            cr_assert(add(more[i], "A", "x", 3) == IKM_OK);
        while (have[next] <= left - have[!next]) {
            cr_assert(ikm_tally_merge(more[next], more[!next]) == IKM_OK);
            have[next] += have[!next];
            next = !next;
        }
        cr_assert(ikm_tally_merge(pair[turn], more[!next]) == IKM_OK);
        for (int i = 0; i < 2; i++)
            ikm_tally_free(more[i]);
    }
    cr_assert(eq(i64, ikm_tally_respondents(pair[turn], 0), INT64_MAX));
    cr_expect(add(pair[turn], "A", "x", 3) == IKM_ERR_OVERFLOW);
    cr_expect(add(pair[turn], "B", "x", 3) == IKM_ERR_OVERFLOW);
    cr_expect(eq(sz, ikm_tally_group_count(pair[turn]), 1));
    cr_expect(eq(i64, ikm_tally_answers(pair[turn], 0, 0, 3), INT64_MAX));
    for (int i = 0; i < 2; i++)
        ikm_tally_free(pair[i]);
}
