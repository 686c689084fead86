/* Where grades begin, and what rounding makes of an index that is just there. */
#include "score_tallies.h"

#include <criterion/new/assert.h>

/* Nine elements of equal counts whose exact index under 1/9 is num/den: the sum of all scores is index x 9 n / 25. */
static ikm_tally *tally_at(int64_t num, int64_t den)
{
    int64_t answers[36], respondents = 25 * den, total = num * 9;
    for (int e = 0; e < 9; e++)
        answers_of_sum(answers + e * 4, 4, respondents, total / 9 + (e < total % 9));
    return tally_of(ikm_rules_at(0), answers);
}

Test(test_score_boundaries, the_index_is_rounded_to_two_places_and_compared_with_lower_bounds)
{
    static const struct {
        const char *name;
        int64_t num, den;
        const char *index[3], *grade[3]; /* half-up, half-even, truncate */
    } cases[] = {
        {"64.994999...", 194984999, 3000000, {"64.99", "64.99", "64.99"}, {"D", "D", "D"}},
        {"64.9943...", 194983, 3000, {"64.99", "64.99", "64.99"}, {"D", "D", "D"}},
        {"64.995", 64995, 1000, {"65.00", "65.00", "64.99"}, {"C", "C", "D"}},
        {"just below 65", 649999999, 10000000, {"65.00", "65.00", "64.99"}, {"C", "C", "D"}},
        {"65", 65, 1, {"65.00", "65.00", "65.00"}, {"C", "C", "C"}},
        {"76.60", 7660, 100, {"76.60", "76.60", "76.60"}, {"C", "C", "C"}},
        {"just below 76.605", 766049999, 10000000, {"76.60", "76.60", "76.60"}, {"C", "C", "C"}},
        {"76.605", 76605, 1000, {"76.61", "76.60", "76.60"}, {"B", "C", "C"}},
        {"just above 76.605", 766050001, 10000000, {"76.61", "76.61", "76.60"}, {"B", "B", "C"}},
        {"76.61", 7661, 100, {"76.61", "76.61", "76.61"}, {"B", "B", "B"}},
        {"88.30", 8830, 100, {"88.30", "88.30", "88.30"}, {"B", "B", "B"}},
        {"88.305", 88305, 1000, {"88.31", "88.30", "88.30"}, {"A", "B", "B"}},
        {"just above 88.305", 883050001, 10000000, {"88.31", "88.31", "88.30"}, {"A", "A", "B"}},
        {"88.31", 8831, 100, {"88.31", "88.31", "88.31"}, {"A", "A", "A"}},
        {"89.625, to the even digit below", 89625, 1000, {"89.63", "89.62", "89.62"}, {"A", "A", "A"}},
        {"89.615, to the even digit above", 89615, 1000, {"89.62", "89.62", "89.61"}, {"A", "A", "A"}},
        {"25", 25, 1, {"25.00", "25.00", "25.00"}, {"D", "D", "D"}},
        {"100", 100, 1, {"100.00", "100.00", "100.00"}, {"A", "A", "A"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ikm_tally *tally = tally_at(cases[i].num, cases[i].den);
        for (int mode = 0; mode < 3; mode++) {
            ikm_convention convention = convention_of("exact", -1, -1, 2, (ikm_round_mode)mode);
            ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
            cr_expect(eq(str, (char *)ikm_score_index_text(score), (char *)cases[i].index[mode]), "%s, mode %d",
                      cases[i].name, mode);
            cr_expect(eq(str, (char *)ikm_score_grade_text(score), (char *)cases[i].grade[mode]), "%s, mode %d",
                      cases[i].name, mode);
            ikm_score_free(score);
        }
        ikm_tally_free(tally);
    }
}

Test(test_score_boundaries, an_element_is_graded_by_its_nrr_times_twenty_five)
{
    static const struct {
        int64_t answered, sum;
        int grade[3];
    } cases[] = {
        {10000, 26000, {3, 3, 3}}, /* 65 */
        {10000, 25998, {3, 3, 4}}, /* 64.995: an even digit above */
        {10000, 25997, {4, 4, 4}}, /* 64.9925 */
        {10000, 30642, {2, 3, 3}}, /* 76.605 */
        {10000, 30644, {2, 2, 2}}, /* 76.61 */
        {10000, 35322, {1, 2, 2}}, /* 88.305 */
        {10000, 35324, {1, 1, 1}}, /* 88.31 */
        {10000, 10000, {4, 4, 4}}, {10000, 40000, {1, 1, 1}},
    };
    enum { COUNT = sizeof cases / sizeof cases[0] };
    int64_t answers[36];
    cr_assert(COUNT == 9);
    for (int e = 0; e < 9; e++)
        answers_of_sum(answers + e * 4, 4, cases[e].answered, cases[e].sum);
    ikm_tally *tally = tally_of(ikm_rules_at(0), answers);
    for (int mode = 0; mode < 3; mode++) {
        ikm_convention convention = convention_of("exact", -1, -1, 2, (ikm_round_mode)mode);
        ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
        ikm_element_score elements[IKM_ELEMENTS_MAX];
        ikmi_score_elements(elements, score);
        for (int e = 0; e < 9; e++)
            cr_expect(eq(int, elements[e].grade, cases[e].grade[mode]), "element %d, mode %d", e, mode);
        ikm_score_free(score);
    }
    ikm_tally_free(tally);
}

Test(test_score_boundaries, the_final_decimals_do_not_move_the_grade)
{
    /* 88.3050001 is 88 with no decimals and 88.305 with three: the grade is that of 88.31 all the same */
    ikm_tally *tally = tally_at(883050001, 10000000);
    static const char *const texts[] = {"88", "88.3", "88.31", "88.305", "88.3050", "88.30500", "88.305000"};
    for (int places = 0; places <= 6; places++) {
        ikm_convention convention = convention_of("exact", -1, -1, places, IKM_ROUND_HALF_UP);
        ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
        cr_expect(eq(str, (char *)ikm_score_index_text(score), (char *)texts[places]));
        cr_expect(eq(int, ikm_score_grade(score), IKM_GRADE_A), "%d places", places);
        ikm_score_free(score);
    }
    ikm_tally_free(tally);
}

Test(test_score_boundaries, another_weight_drops_the_grade_in_the_zones_of_the_regulation)
{
    /* domain.md, section 1: zones of the exact index in which 0.111 and 0.11 give a grade less */
    static const struct {
        int64_t thousandths;
        int exact, three, two;
    } cases[] = {
        {64990, 4, 4, 4}, {65000, 3, 4, 4}, {65050, 3, 4, 4}, {65065, 3, 3, 4}, {65600, 3, 3, 4},  {65657, 3, 3, 3},
        {76610, 2, 3, 3}, {76660, 2, 3, 3}, {76687, 2, 2, 3}, {77300, 2, 2, 3}, {77384, 2, 2, 2},  {88310, 1, 2, 2},
        {88370, 1, 2, 2}, {88398, 1, 1, 2}, {89150, 1, 1, 2}, {89202, 1, 1, 1}, {100000, 1, 1, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ikm_tally *tally = tally_at(cases[i].thousandths, 1000);
        ikm_convention convention = convention_of("exact", -1, -1, 2, IKM_ROUND_HALF_UP);
        ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
        cr_expect(eq(int, ikm_score_grade(score), cases[i].exact), "case %zu", i);
        cr_expect(eq(int, ikmi_score_grade_under(score, "exact"), cases[i].exact), "case %zu", i);
        cr_expect(eq(int, ikmi_score_grade_under(score, "0.111"), cases[i].three), "case %zu", i);
        cr_expect(eq(int, ikmi_score_grade_under(score, "0.11"), cases[i].two), "case %zu", i);
        cr_expect(eq(int, ikmi_score_grade_under(score, "nine"), IKM_GRADE_NONE));
        ikm_score_free(score);
        ikm_tally_free(tally);
    }
}

Test(test_score_boundaries, the_grade_without_the_roundings_on_the_way_is_told_apart)
{
    /* NRR 3.064 of each is 76.60, C; rounded to one decimal it is 3.1, 77.50, B */
    int64_t answers[36];
    for (int e = 0; e < 9; e++)
        answers_of_sum(answers + e * 4, 4, 1000, 3064);
    ikm_tally *tally = tally_of(ikm_rules_at(0), answers);
    ikm_convention convention = convention_of("exact", 1, -1, 2, IKM_ROUND_HALF_UP);
    ikm_score *score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
    cr_expect(eq(str, (char *)ikm_score_index_text(score), "77.50"));
    cr_expect(eq(int, ikm_score_grade(score), IKM_GRADE_B));
    cr_expect(eq(int, ikmi_score_grade_without_steps(score), IKM_GRADE_C));
    ikm_score_free(score);
    ikm_tally_free(tally);
    /* NRR 3.2 of each is 79.92 under 0.111, B; with terms cut to one decimal, nine times 0.3, it is 67.50, C */
    for (int e = 0; e < 9; e++)
        answers_of_sum(answers + e * 4, 4, 10, 32);
    tally = tally_of(ikm_rules_at(0), answers);
    convention = convention_of("0.111", -1, 1, 2, IKM_ROUND_TRUNCATE);
    score = score_of(tally, IKM_WHOLE, ikm_rules_at(0), &convention);
    cr_expect(eq(str, (char *)ikm_score_index_text(score), "67.50"));
    cr_expect(eq(int, ikm_score_grade(score), IKM_GRADE_C));
    cr_expect(eq(int, ikmi_score_grade_without_steps(score), IKM_GRADE_B));
    ikm_score_free(score);
    ikm_tally_free(tally);
}
