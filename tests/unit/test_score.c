#include "refusing.h"
#include "score_tallies.h"

#include <criterion/new/assert.h>
#include <pthread.h>

/* Everyone gives this score, to nine elements. */
static void everyone(int64_t *answers, int64_t respondents, int score)
{
    memset(answers, 0, 36 * sizeof *answers);
    for (int e = 0; e < 9; e++)
        answers[e * 4 + score - 1] = respondents;
}

static ikm_tally *tally_with(size_t key_count, int complete)
{
    static const char *const keys[] = {"layanan"};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    ikm_tally *tally;
    options.keys = keys;
    options.key_count = key_count;
    options.complete = complete;
    cr_assert(ikm_tally_new(&tally, ikm_rules_at(0), &options) == IKM_OK);
    return tally;
}

/* A respondent who gives `score` to all but the first `blanks` elements. */
static void add_respondent(ikm_tally *tally, const char *key, uint8_t score, int blanks)
{
    static const uint8_t blank = 0;
    ikm_text value = {key, strlen(key)};
    const ikm_text *column = &value;
    const uint8_t *scores[9];
    for (int e = 0; e < 9; e++)
        scores[e] = e < blanks ? &blank : &score;
    cr_assert(ikm_tally_add_columns(tally, scores, &column, 1) == IKM_OK);
}

Test(test_score, everyone_content_is_a_hundred_and_nobody_content_is_twenty_five)
{
    static const struct {
        int score;
        const char *text, *exact, *grade, *performance;
    } cases[] = {
        {4, "100.00", "100/1", "A", "Sangat baik"},
        {3, "75.00", "75/1", "C", "Kurang baik"},
        {2, "50.00", "50/1", "D", "Tidak baik"},
        {1, "25.00", "25/1", "D", "Tidak baik"},
    };
    for (size_t i = 0; i < 4; i++) {
        int64_t answers[36];
        char exact[2048];
        everyone(answers, 7, cases[i].score);
        ikm_tally *tally = tally_of(ikm_rules_at(0), answers);
        ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), NULL);
        cr_expect(eq(str, (char *)ikm_score_index_text(score), (char *)cases[i].text));
        cr_expect(eq(str, (char *)ikm_score_grade_text(score), (char *)cases[i].grade));
        cr_expect(eq(str, (char *)ikm_score_performance_text(score), (char *)cases[i].performance));
        cr_assert(ikm_score_index_exact(score, exact, sizeof exact) == IKM_OK);
        cr_expect(eq(str, exact, (char *)cases[i].exact));
        cr_expect(eq(i64, ikm_score_respondents(score), 7));
        ikm_score_free(score);
        ikm_tally_free(tally);
    }
}

Test(test_score, an_element_that_nobody_answered_takes_the_index_away_and_no_other_element)
{
    int64_t answers[36];
    everyone(answers, 5, 3);
    memset(answers + 4 * 4, 0, 4 * sizeof answers[0]);
    ikm_tally *tally = tally_of(ikm_rules_at(0), answers);
    ikm_score *score = score_of(tally, 0, ikm_rules_at(0), NULL);
    ikm_element_score element;
    char exact[4] = "abc";
    cr_expect(eq(int, ikm_score_grade(score), IKM_GRADE_NONE));
    cr_expect(eq(str, (char *)ikm_score_grade_text(score), ""));
    cr_expect(eq(str, (char *)ikm_score_performance_text(score), ""));
    cr_expect(eq(str, (char *)ikm_score_index_text(score), ""));
    cr_expect(ikm_score_index(score).digits == 0 && ikm_score_index(score).places == 2);
    cr_expect(ikm_score_index_exact(score, exact, sizeof exact) == IKM_OK);
    cr_expect(eq(str, exact, ""));
    cr_expect(eq(int, ikmi_score_grade_under(score, "0.111"), IKM_GRADE_NONE));
    cr_assert(ikm_score_element(&element, score, 4) == IKM_OK);
    cr_expect(element.answered == 0 && element.blank == 5 && element.sum == 0);
    cr_expect(element.grade == IKM_GRADE_NONE && element.rank == 0 && element.nrr.digits == 0);
    cr_expect(element.nrr.places == 3 && element.weighted.places == 6 && element.converted.places == 2);
    cr_assert(ikm_score_element(&element, score, 5) == IKM_OK);
    cr_expect(element.answered == 5 && element.blank == 0 && element.nrr.digits == 3000 && element.rank == 1);
    ikm_score_free(score);
    ikm_tally_free(tally);
}

Test(test_score, nobody_at_all_is_no_index_and_never_nought)
{
    ikm_tally *tally = tally_with(0, 1);
    for (int missing = 0; missing < 3; missing++) {
        ikm_convention convention = IKM_CONVENTION_INIT;
        convention.missing = (ikm_missing)missing;
        ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
        cr_expect(eq(int, ikm_score_grade(score), IKM_GRADE_NONE));
        cr_expect(eq(i64, ikm_score_respondents(score), 0));
        ikm_score_free(score);
    }
    ikm_tally_free(tally);
}

Test(test_score, missing_answers_are_treated_as_the_convention_says)
{
    /* two respondents: 4 throughout, and 2 with the first three elements blank */
    ikm_tally *tally = tally_with(1, 1);
    add_respondent(tally, "A", 4, 0);
    add_respondent(tally, "A", 2, 3);
    ikm_convention convention = IKM_CONVENTION_INIT;
    ikm_element_score element;

    ikm_score *score = score_of(tally, 0, ikm_rules_at(0), &convention);
    cr_expect(eq(i64, ikm_score_respondents(score), 2));
    cr_assert(ikm_score_element(&element, score, 0) == IKM_OK);
    cr_expect(element.answered == 1 && element.blank == 1 && element.nrr.digits == 4000);
    cr_assert(ikm_score_element(&element, score, 3) == IKM_OK);
    cr_expect(element.answered == 2 && element.blank == 0 && element.nrr.digits == 3000);
    cr_expect(eq(str, (char *)ikm_score_index_text(score), "83.33"));
    ikm_score_free(score);

    convention.missing = IKM_MISSING_LISTWISE;
    score = score_of(tally, 0, ikm_rules_at(0), &convention);
    cr_expect(eq(i64, ikm_score_respondents(score), 1));
    cr_assert(ikm_score_element(&element, score, 3) == IKM_OK);
    cr_expect(element.answered == 1 && element.blank == 0 && element.nrr.digits == 4000);
    cr_expect(eq(str, (char *)ikm_score_index_text(score), "100.00"));
    ikm_score_free(score);

    ikm_error error;
    convention.missing = IKM_MISSING_STRICT;
    cr_expect(ikm_score_new(&score, tally, 0, ikm_rules_at(0), &convention, &error) == IKM_ERR_ARGUMENT);
    cr_expect(score == NULL);
    cr_expect(strstr(error.message, "strict") != NULL, "%s", error.message);
    ikm_tally_free(tally);

    tally = tally_with(1, 0);
    add_respondent(tally, "A", 3, 0);
    score = score_of(tally, 0, ikm_rules_at(0), &convention);
    cr_expect(eq(str, (char *)ikm_score_index_text(score), "75.00"));
    ikm_score_free(score);
    convention.missing = IKM_MISSING_LISTWISE;
    cr_expect(ikm_score_new(&score, tally, 0, ikm_rules_at(0), &convention, &error) == IKM_ERR_ARGUMENT);
    cr_expect(strstr(error.message, "listwise") != NULL, "%s", error.message);
    ikm_tally_free(tally);
}

Test(test_score, listwise_where_nobody_answered_everything_is_no_index)
{
    ikm_tally *tally = tally_with(1, 1);
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.missing = IKM_MISSING_LISTWISE;
    add_respondent(tally, "A", 4, 1);
    add_respondent(tally, "A", 4, 2);
    ikm_score *score = score_of(tally, 0, ikm_rules_at(0), &convention);
    cr_expect(eq(i64, ikm_score_respondents(score), 0));
    cr_expect(eq(int, ikm_score_grade(score), IKM_GRADE_NONE));
    ikm_score_free(score);
    ikm_tally_free(tally);
}

Test(test_score, what_does_not_belong_together_is_refused)
{
    ikm_tally *tally = tally_with(1, 0);
    const ikm_rules *rules = ikm_rules_at(0);
    ikm_convention convention = IKM_CONVENTION_INIT;
    ikm_score *score = (ikm_score *)&convention;
    ikm_error error = {.message = ""};
    add_respondent(tally, "A", 4, 0);

    cr_expect(ikm_score_new(&score, tally, 1, rules, NULL, &error) == IKM_ERR_ARGUMENT);
    cr_expect(score == NULL && error.status == IKM_ERR_ARGUMENT && error.message[0]);
    cr_expect(ikm_score_new(&score, tally, 0, ikm_rules_named("kepmenpan-25-2004"), NULL, &error) == IKM_ERR_MISMATCH);
    cr_expect(strstr(error.message, "kepmenpan-25-2004") != NULL, "%s", error.message);
    convention.weight = "1/9";
    cr_expect(ikm_score_new(&score, tally, 0, rules, &convention, &error) == IKM_ERR_ARGUMENT);
    cr_expect(strstr(error.message, "1/9") != NULL, "%s", error.message);
    cr_expect(ikm_score_new(&score, tally, 0, rules, &convention, NULL) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_score_new(NULL, tally, 0, rules, NULL, NULL) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_score_new(&score, NULL, 0, rules, NULL, NULL) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_score_new(&score, tally, 0, NULL, NULL, NULL) == IKM_ERR_ARGUMENT);

    /* the same number of elements, but others */
    ikmi_element elements[9];
    ikm_rules other = *rules;
    memcpy(elements, rules->elements, sizeof elements);
    elements[8].code = "X9";
    other.elements = elements;
    cr_expect(ikm_score_new(&score, tally, 0, &other, NULL, NULL) == IKM_ERR_MISMATCH);
    cr_expect(score == NULL);
    ikm_tally_free(tally);
}

Test(test_score, a_sum_of_scores_that_passes_an_int64_is_refused)
{
    int64_t answers[36];
    ikm_error error;
    ikm_score *score;
    everyone(answers, INT64_MAX / 4, 4);
    ikm_tally *tally = tally_of(ikm_rules_at(0), answers);
    score = score_of(tally, 0, ikm_rules_at(0), NULL);
    cr_expect(eq(str, (char *)ikm_score_index_text(score), "100.00"));
    ikm_score_free(score);
    ikm_tally_free(tally);
    everyone(answers, INT64_MAX / 4 + 1, 4);
    tally = tally_of(ikm_rules_at(0), answers);
    cr_expect(ikm_score_new(&score, tally, 0, ikm_rules_at(0), NULL, &error) == IKM_ERR_OVERFLOW);
    cr_expect(score == NULL);
    ikm_tally_free(tally);
}

Test(test_score, an_element_out_of_range_leaves_what_was_there)
{
    int64_t answers[36];
    everyone(answers, 3, 3);
    ikm_tally *tally = tally_of(ikm_rules_at(0), answers);
    ikm_score *score = score_of(tally, 0, ikm_rules_at(0), NULL);
    ikm_element_score element = {.answered = -7};
    cr_expect(ikm_score_element(&element, score, 9) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_score_element(&element, NULL, 0) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_score_element(NULL, score, 0) == IKM_ERR_ARGUMENT);
    cr_expect(eq(i64, element.answered, -7));
    ikm_score_free(score);
    ikm_score_free(NULL);
    ikm_tally_free(tally);
}

Test(test_score, an_exact_index_needs_room_for_all_of_it)
{
    int64_t answers[36];
    everyone(answers, 3, 3);
    ikm_tally *tally = tally_of(ikm_rules_at(0), answers);
    ikm_score *score = score_of(tally, 0, ikm_rules_at(0), NULL);
    char exact[5] = "none";
    cr_expect(ikm_score_index_exact(score, exact, 4) == IKM_ERR_LIMIT);
    cr_expect(eq(str, exact, "none"));
    cr_expect(ikm_score_index_exact(score, exact, 5) == IKM_OK);
    cr_expect(eq(str, exact, "75/1"));
    cr_expect(ikm_score_index_exact(score, NULL, 5) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_score_index_exact(NULL, exact, 5) == IKM_ERR_ARGUMENT);
    ikm_score_free(score);
    ikm_tally_free(tally);
}

Test(test_score, equal_nrrs_share_a_rank_and_the_next_is_counted_on)
{
    /* NRR: 3.5 of two, 3.5 of four, 4, 1, 3.5 of six, 2, 2, 1.99, 2.01 */
    static const int64_t made[9][2] = {{2, 7}, {4, 14}, {5, 20},    {9, 9},    {6, 21},
                                       {3, 6}, {7, 14}, {100, 199}, {100, 201}};
    static const int ranks[9] = {2, 2, 1, 9, 2, 6, 6, 8, 5};
    int64_t answers[36];
    for (int e = 0; e < 9; e++)
        answers_of_sum(answers + e * 4, 4, made[e][0], made[e][1]);
    ikm_tally *tally = tally_of(ikm_rules_at(0), answers);
    ikm_score *score = score_of(tally, 0, ikm_rules_at(0), NULL);
    ikm_element_score all[IKM_ELEMENTS_MAX], one;
    ikmi_score_elements(all, score);
    for (size_t e = 0; e < 9; e++) {
        cr_assert(ikm_score_element(&one, score, e) == IKM_OK);
        cr_expect(eq(int, one.rank, ranks[e]), "element %zu", e);
        cr_expect(one.rank == all[e].rank && one.nrr.digits == all[e].nrr.digits && one.sum == all[e].sum);
    }
    ikm_score_free(score);
    ikm_tally_free(tally);
}

Test(test_score, nothing_instead_of_a_score_is_no_index)
{
    cr_expect(eq(int, ikm_score_grade(NULL), IKM_GRADE_NONE));
    cr_expect(eq(str, (char *)ikm_score_grade_text(NULL), ""));
    cr_expect(eq(str, (char *)ikm_score_performance_text(NULL), ""));
    cr_expect(eq(str, (char *)ikm_score_index_text(NULL), ""));
    cr_expect(eq(i64, ikm_score_respondents(NULL), 0));
    cr_expect(eq(i64, ikm_score_index(NULL).digits, 0));
}

Test(test_score, a_score_refused_memory_is_null_and_leaves_nothing)
{
    refusing memory;
    refusing_init(&memory, -1);
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    ikm_tally *tally;
    options.mem = &memory.mem;
    cr_assert(ikm_tally_new(&tally, ikm_rules_at(0), &options) == IKM_OK);
    long live = memory.live;
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status != IKM_OK; n++) {
        ikm_score *score = (ikm_score *)&memory;
        ikm_error error;
        memory.countdown = n;
        status = ikm_score_new(&score, tally, 0, ikm_rules_at(0), NULL, &error);
        if (status == IKM_OK) {
            cr_expect(n >= 1);
            memory.countdown = -1;
            ikm_tally_free(tally); /* a score may outlive its tally until it is asked something */
            ikm_score_free(score);
            live = 0;
        } else {
            cr_expect(status == IKM_ERR_NOMEM && score == NULL && error.message[0]);
        }
        cr_expect(eq(long, memory.live, live));
    }
}

typedef struct shared {
    const ikm_score *score;
    char exact[2048];
    ikm_element_score elements[9];
    int faults;
} shared;

static void *ask(void *ctx)
{
    shared *mine = ctx;
    for (int round = 0; round < 200; round++) {
        char exact[2048];
        mine->faults += ikm_score_index_exact(mine->score, exact, sizeof exact) != IKM_OK;
        mine->faults += round && strcmp(exact, mine->exact) != 0;
        strcpy(mine->exact, exact);
        for (size_t e = 0; e < 9; e++)
            mine->faults += ikm_score_element(&mine->elements[e], mine->score, e) != IKM_OK;
        mine->faults += strcmp(ikm_score_index_text(mine->score), "84.21") != 0;
        mine->faults += strcmp(ikm_score_grade_text(mine->score), "B") != 0;
        mine->faults += ikmi_score_grade_under(mine->score, "0.11") != IKM_GRADE_B;
    }
    return NULL;
}

Test(test_score, threads_may_ask_one_score_at_a_time)
{
    enum { THREADS = 4 };
    int64_t answers[36];
    for (int e = 0; e < 9; e++)
        answers_of_sum(answers + e * 4, 4, 1000003 + e * 1000, 3368421 + e * 3400);
    ikm_tally *tally = tally_of(ikm_rules_at(0), answers);
    ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), NULL);
    pthread_t threads[THREADS];
    static shared asked[THREADS];
    for (int i = 0; i < THREADS; i++) {
        asked[i].score = score;
        cr_assert(pthread_create(&threads[i], NULL, ask, &asked[i]) == 0);
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < THREADS; i++) {
        cr_expect(eq(int, asked[i].faults, 0));
        cr_expect(eq(str, asked[i].exact, asked[0].exact));
        for (int e = 0; e < 9; e++)
            cr_expect(asked[i].elements[e].nrr.digits == asked[0].elements[e].nrr.digits &&
                      asked[i].elements[e].rank == asked[0].elements[e].rank);
    }
    ikm_score_free(score);
    ikm_tally_free(tally);
}
