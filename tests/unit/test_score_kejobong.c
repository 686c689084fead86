/* The report of Kejobong 2024, recomputed: domain.md, section 3. */
#include "score_tallies.h"

#include <criterion/new/assert.h>

enum { RESPONDENTS = 312 };

static const int64_t sums[9] = {1140, 1119, 1037, 1243, 1133, 1069, 1087, 1211, 1038};

static ikm_tally *kejobong(void)
{
    int64_t answers[36];
    for (int e = 0; e < 9; e++)
        answers_of_sum(answers + e * 4, 4, RESPONDENTS, sums[e]);
    return tally_of(ikm_rules_at(0), answers);
}

Test(test_score_kejobong, every_figure_that_circulates_has_its_convention)
{
    static const struct {
        const char *weight;
        int nrr, term, final;
        ikm_round_mode mode;
        const char *index, *grade;
    } cases[] = {
        {"exact", -1, -1, 2, IKM_ROUND_HALF_UP, "89.72", "A"},
        {"exact", -1, -1, 6, IKM_ROUND_HALF_UP, "89.716880", "A"},
        {"exact", 2, -1, 2, IKM_ROUND_HALF_UP, "89.69", "A"},
        {"exact", 2, -1, 3, IKM_ROUND_HALF_UP, "89.694", "A"},
        {"0.111", -1, -1, 2, IKM_ROUND_HALF_UP, "89.63", "A"},
        {"0.111", -1, -1, 6, IKM_ROUND_HALF_UP, "89.627163", "A"},
        {"0.111", -1, -1, 2, IKM_ROUND_TRUNCATE, "89.62", "A"},
        {"0.111", -1, 3, 3, IKM_ROUND_HALF_UP, "89.625", "A"},
        {"0.111", -1, 3, 2, IKM_ROUND_HALF_UP, "89.63", "A"},
        {"0.111", -1, 3, 3, IKM_ROUND_HALF_EVEN, "89.625", "A"},
        {"0.111", -1, 3, 2, IKM_ROUND_HALF_EVEN, "89.62", "A"},
        {"0.111", -1, 3, 3, IKM_ROUND_TRUNCATE, "89.525", "A"},
        {"0.111", -1, 3, 2, IKM_ROUND_TRUNCATE, "89.52", "A"},
        {"0.11", -1, -1, 2, IKM_ROUND_HALF_UP, "88.82", "A"},
        {"0.11", -1, -1, 4, IKM_ROUND_HALF_UP, "88.8197", "A"},
        {"exact", -1, -1, 0, IKM_ROUND_TRUNCATE, "89", "A"},
    };
    ikm_tally *tally = kejobong();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ikm_convention convention =
            convention_of(cases[i].weight, cases[i].nrr, cases[i].term, cases[i].final, cases[i].mode);
        ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
        cr_expect(eq(str, (char *)ikm_score_index_text(score), (char *)cases[i].index), "case %zu", i);
        cr_expect(eq(str, (char *)ikm_score_grade_text(score), (char *)cases[i].grade), "case %zu", i);
        ikm_score_free(score);
    }
    ikm_tally_free(tally);
}

Test(test_score_kejobong, the_default_convention_is_the_first_of_them)
{
    ikm_tally *tally = kejobong();
    ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), NULL);
    char exact[2048];
    cr_expect(eq(str, (char *)ikm_score_index_text(score), "89.72"));
    cr_expect(ikm_score_index(score).digits == 8972 && ikm_score_index(score).places == 2);
    cr_expect(eq(int, ikm_score_grade(score), IKM_GRADE_A));
    cr_expect(eq(str, (char *)ikm_score_performance_text(score), "Sangat baik"));
    cr_expect(eq(i64, ikm_score_respondents(score), RESPONDENTS));
    cr_assert(ikm_score_index_exact(score, exact, sizeof exact) == IKM_OK);
    cr_expect(eq(str, exact, "83975/936"));
    ikm_score_free(score);
    ikm_tally_free(tally);
}

Test(test_score_kejobong, the_nine_means_are_the_reports)
{
    static const int64_t nrr[9] = {3654, 3587, 3324, 3984, 3631, 3426, 3484, 3881, 3327};
    static const int64_t converted[9] = {9135, 8966, 8309, 9960, 9079, 8566, 8710, 9704, 8317};
    static const int64_t weighted[9] = {405577, 398106, 368933, 442221, 403087, 380317, 386721, 430837, 369288};
    static const int grade[9] = {1, 1, 2, 1, 1, 2, 2, 1, 2}, rank[9] = {3, 5, 9, 1, 4, 7, 6, 2, 8};
    ikm_tally *tally = kejobong();
    ikm_convention convention = convention_of("0.111", -1, -1, 2, IKM_ROUND_HALF_UP);
    ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
    for (size_t e = 0; e < 9; e++) {
        ikm_element_score element;
        cr_assert(ikm_score_element(&element, score, e) == IKM_OK);
        cr_expect(eq(i64, element.sum, sums[e]));
        cr_expect(eq(i64, element.answered, RESPONDENTS));
        cr_expect(eq(i64, element.blank, 0));
        cr_expect(element.nrr.digits == nrr[e] && element.nrr.places == 3, "element %zu", e);
        cr_expect(element.converted.digits == converted[e] && element.converted.places == 2, "element %zu", e);
        cr_expect(element.weighted.digits == weighted[e] && element.weighted.places == 6, "element %zu", e);
        cr_expect(eq(int, element.grade, grade[e]), "element %zu", e);
        cr_expect(eq(int, element.rank, rank[e]), "element %zu", e);
    }
    ikm_score_free(score);
    ikm_tally_free(tally);
}

Test(test_score_kejobong, a_term_is_shown_as_the_convention_rounds_it)
{
    ikm_tally *tally = kejobong();
    ikm_convention convention = convention_of("0.111", -1, 3, 2, IKM_ROUND_TRUNCATE);
    ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
    ikm_element_score element;
    cr_assert(ikm_score_element(&element, score, 0) == IKM_OK);
    cr_expect(eq(i64, element.weighted.digits, 405000));
    ikm_score_free(score);
    convention = convention_of("0.111", 1, -1, 2, IKM_ROUND_HALF_UP);
    score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
    cr_assert(ikm_score_element(&element, score, 0) == IKM_OK);
    cr_expect(eq(i64, element.weighted.digits, 410700), "3.7 x 0.111");
    cr_expect(eq(i64, element.nrr.digits, 3654), "shown as it is");
    ikm_score_free(score);
    ikm_tally_free(tally);
}
