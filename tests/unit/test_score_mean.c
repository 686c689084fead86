/* Against Python's fractions: tests/reference/group-means.py. */
#include "refusing.h"
#include "score_tallies.h"
#include "tally_rows.h"

#include <criterion/new/assert.h>

#include <stdio.h>
#include <stdlib.h>

enum { LINE_SIZE = 512, FIELDS = 12 };

static ikm_tally *keyed_tally(void)
{
    static const char *const keys[] = {"unit"};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    ikm_tally *tally;
    options.keys = keys;
    options.key_count = 1;
    cr_assert(ikm_tally_new(&tally, ikm_rules_at(0), &options) == IKM_OK);
    return tally;
}

/* As `groups` in group-means.py. */
static ikm_tally *make_groups(const char *kind, int count, int64_t low, int64_t high, uint64_t seed)
{
    ikm_tally *tally = keyed_tally();
    int64_t before[9][2] = {{0}};
    uint64_t state = seed;
    for (int group = 0; group < count; group++) {
        int64_t answers[36];
        for (int e = 0; e < 9; e++) {
            int64_t answered = low + (int64_t)(tally_random(&state) % (uint64_t)(high - low + 1));
            int64_t sum = answered + (int64_t)(tally_random(&state) % (uint64_t)(3 * answered + 1));
            int64_t of_answered = before[e][0], of_sum = before[e][1];
            if (!strcmp(kind, "mirror") && group % 2) {
                answered = of_answered;
                sum = 5 * of_answered - of_sum;
            } else if (!strcmp(kind, "double") && group % 2) {
                answered = 2 * of_answered;
                sum = 2 * (5 * of_answered - of_sum);
            } else if (!strcmp(kind, "even")) {
                answered = low;
                sum = low + sum % (3 * low + 1);
            }
            before[e][0] = answered;
            before[e][1] = sum;
            answers_of_sum(answers + e * 4, 4, answered, sum);
        }
        add_group(tally, answers);
    }
    return tally;
}

static ikm_status mean_of(ikm_decimal *out, const ikm_tally *tally, const ikm_convention *convention)
{
    static ikmi_scoring scoring;
    ikmi_mean mean;
    scoring.tally = tally;
    cr_assert(ikmi_plan_make(&scoring.plan, ikm_rules_at(0), convention, IKM_LANG_EN, NULL) == IKM_OK);
    ikmi_mean_init(&mean, &scoring, NULL);
    for (uint32_t group = 0; group < ikm_tally_group_count(tally); group++) {
        ikm_score score;
        cr_assert(ikmi_score_init(&score, &scoring, group) == IKM_OK);
        cr_assert(ikmi_mean_add(&mean, &score) == IKM_OK);
    }
    cr_assert(ikmi_mean_exists(&mean));
    ikm_status status = ikmi_mean_round(out, &mean);
    ikmi_mean_done(&mean);
    return status;
}

static ikm_round_mode mode_named(const char *name)
{
    return !strcmp(name, "half-up")     ? IKM_ROUND_HALF_UP
           : !strcmp(name, "half-even") ? IKM_ROUND_HALF_EVEN
                                        : IKM_ROUND_TRUNCATE;
}

Test(test_score_mean, means_of_groups_are_those_of_an_independent_computation)
{
    FILE *file = fopen(IKM_SOURCE_DIR "/tests/reference/group-means.csv", "r");
    char line[LINE_SIZE];
    int rows = 0, declined = 0;
    cr_assert(file != NULL);
    for (; fgets(line, sizeof line, file); rows++) {
        char *field[FIELDS], *at = line;
        cr_assert(strchr(line, '\n') != NULL);
        *strchr(line, '\n') = '\0';
        for (int i = 0; i < FIELDS; i++) {
            field[i] = at;
            at = strchr(at, ';');
            cr_assert(i == FIELDS - 1 ? at == NULL : at != NULL, "row %d", rows);
            if (at)
                *at++ = '\0';
        }
        ikm_convention convention =
            convention_of(field[6], atoi(field[7]), atoi(field[8]), atoi(field[9]), mode_named(field[10]));
        ikm_tally *tally = make_groups(field[1], atoi(field[2]), strtoll(field[3], NULL, 10),
                                       strtoll(field[4], NULL, 10), strtoull(field[5], NULL, 10));
        ikm_decimal mean = {-1, -1};
        ikm_status status = mean_of(&mean, tally, &convention);
        if (!strcmp(field[11], "limit")) {
            cr_expect(status == IKM_ERR_LIMIT && mean.digits == -1, "row %d, %s", rows + 1, field[0]);
            declined++;
        } else {
            cr_expect(status == IKM_OK, "row %d, %s", rows + 1, field[0]);
            cr_expect(mean.digits == strtoll(field[11], NULL, 10) && mean.places == convention.round_final,
                      "row %d, %s: %lld, not %s", rows + 1, field[0], (long long)mean.digits, field[11]);
        }
        ikm_tally_free(tally);
    }
    fclose(file);
    cr_expect(rows > 500, "%d rows", rows);
    cr_expect(eq(int, declined, 1));
}

Test(test_score_mean, the_mean_of_the_service_groups_is_not_the_index)
{
    /* two groups, 1 respondent of 4 and 3 of 3: the unit has 81.25, the groups 87.50 */
    ikm_tally *tally = keyed_tally();
    int64_t answers[36];
    for (int group = 0; group < 2; group++) {
        for (int e = 0; e < 9; e++)
            answers_of_sum(answers + e * 4, 4, group ? 3 : 1, group ? 9 : 4);
        add_group(tally, answers);
    }
    ikm_decimal mean;
    cr_assert(mean_of(&mean, tally, NULL) == IKM_OK);
    cr_expect(mean.digits == 8750 && mean.places == 2);
    ikm_tally_free(tally);
}

Test(test_score_mean, without_groups_or_with_one_that_has_no_index_there_is_none)
{
    ikm_tally *tally = keyed_tally();
    int64_t answers[36] = {0};
    ikmi_scoring scoring = {.tally = tally};
    ikmi_mean mean;
    ikm_score score;
    ikm_decimal none = {-1, -1};
    cr_assert(ikmi_plan_make(&scoring.plan, ikm_rules_at(0), NULL, IKM_LANG_EN, NULL) == IKM_OK);
    ikmi_mean_init(&mean, &scoring, NULL);
    cr_expect(ikmi_mean_exists(&mean) == false);
    cr_expect(ikmi_mean_round(&none, &mean) == IKM_ERR_ARGUMENT);
    add_group(tally, answers);
    for (int e = 0; e < 9; e++)
        answers_of_sum(answers + e * 4, 4, 5, 15);
    add_group(tally, answers);
    for (uint32_t group = 2; group-- > 0;) {
        cr_assert(ikmi_score_init(&score, &scoring, group) == IKM_OK);
        cr_assert(ikmi_mean_add(&mean, &score) == IKM_OK);
        cr_expect(ikmi_mean_exists(&mean) == (group == 1));
    }
    cr_expect(ikmi_mean_round(&none, &mean) == IKM_ERR_ARGUMENT);
    cr_expect(eq(i64, none.digits, -1));
    ikmi_mean_done(&mean);
    ikm_tally_free(tally);
}

Test(test_score_mean, the_order_of_groups_does_not_matter)
{
    ikm_tally *tally = make_groups("random", 300, 20, 400, 5);
    ikmi_scoring scoring = {.tally = tally};
    ikm_convention convention = convention_of("exact", -1, -1, 6, IKM_ROUND_HALF_EVEN);
    ikm_decimal first = {0, 0};
    cr_assert(ikmi_plan_make(&scoring.plan, ikm_rules_at(0), &convention, IKM_LANG_EN, NULL) == IKM_OK);
    for (uint32_t step = 1; step < 300;
         step += 7) { /* 300 and these have no factor in common, or the row is left out */
        if (step % 2 == 0 || step % 3 == 0 || step % 5 == 0)
            continue;
        ikmi_mean mean;
        ikm_decimal rounded;
        ikmi_mean_init(&mean, &scoring, NULL);
        for (uint32_t i = 0; i < 300; i++) {
            ikm_score score;
            cr_assert(ikmi_score_init(&score, &scoring, i * step % 300) == IKM_OK);
            cr_assert(ikmi_mean_add(&mean, &score) == IKM_OK);
        }
        cr_assert(ikmi_mean_round(&rounded, &mean) == IKM_OK);
        if (step == 1)
            first = rounded;
        cr_expect(eq(i64, rounded.digits, first.digits), "step %u", step);
        ikmi_mean_done(&mean);
    }
    ikm_tally_free(tally);
}

Test(test_score_mean, a_mean_refused_memory_is_a_status_and_leaves_nothing)
{
    ikm_tally *tally = make_groups("random", 100, 20, 4000, 6);
    ikmi_scoring scoring = {.tally = tally};
    ikm_status status = IKM_ERR_NOMEM;
    cr_assert(ikmi_plan_make(&scoring.plan, ikm_rules_at(0), NULL, IKM_LANG_EN, NULL) == IKM_OK);
    long n = 0;
    for (; status != IKM_OK; n++) {
        refusing memory;
        ikmi_mean mean;
        refusing_init(&memory, n);
        ikmi_mean_init(&mean, &scoring, &memory.mem);
        status = IKM_OK;
        for (uint32_t group = 0; group < 100 && status == IKM_OK; group++) {
            ikm_score score;
            cr_assert(ikmi_score_init(&score, &scoring, group) == IKM_OK);
            status = ikmi_mean_add(&mean, &score);
        }
        cr_expect(status == IKM_OK || status == IKM_ERR_NOMEM);
        ikmi_mean_done(&mean);
        cr_expect(eq(long, memory.live, 0));
    }
    cr_expect(n > 3, "it grew %ld times", n);
    ikm_tally_free(tally);
}
