#include "rules/rules.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

/* Weights as they are written, and as they are computed with and printed. */
static const struct {
    const char *rules, *weight; /* NULL: that of the rules */
    const char *text;
    bool exact, sums_to_one;
    int64_t first, last, den;
} weights[] = {
    {"permenpan-14-2017", NULL, "exact", true, true, 1, 1, 9},
    {"permenpan-16-2014", NULL, "0.11", false, false, 11, 11, 100},
    {"kepmenpan-25-2004", NULL, "0.071", false, false, 71, 71, 1000},
    {"kepmenpan-25-2004", "exact", "exact", true, true, 1, 1, 14},
    {"permenpan-14-2017", "exact", "exact", true, true, 1, 1, 9},
    {"permenpan-14-2017", " exact ", "exact", true, true, 1, 1, 9},
    {"permenpan-14-2017", "0.111", "0.111", false, false, 111, 111, 1000},
    {"permenpan-14-2017", "0.11100", "0.111", false, false, 111, 111, 1000},
    {"permenpan-14-2017", "00.11", "0.11", false, false, 11, 11, 100},
    {"permenpan-14-2017", "1", "1", false, false, 1, 1, 1},
    {"permenpan-14-2017", "1.000", "1", false, false, 1, 1, 1},
    {"permenpan-14-2017", "0.111111111", "0.111111111", false, false, 111111111, 111111111, 1000000000},
    {"permenpan-14-2017", "0.000000001", "0.000000001", false, false, 1, 1, 1000000000},
    {"permenpan-14-2017", "0.2,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1", "0.2,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1", false, true, 2,
     1, 10},
    {"permenpan-14-2017", "0.12, 0.11, 0.11, 0.11, 0.11, 0.11, 0.11, 0.11, 0.110",
     "0.12,0.11,0.11,0.11,0.11,0.11,0.11,0.11,0.11", false, true, 12, 11, 100},
    {"permenpan-14-2017", "0.2,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.005", "0.2,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.005", false,
     false, 200, 5, 1000},
    {"permenpan-14-2017", "0.111,0.111,0.111,0.111,0.111,0.111,0.111,0.111,0.111", "0.111", false, false, 111, 111,
     1000},
};

Test(rules_plan, weights_become_integers_over_one_denominator)
{
    for (size_t i = 0; i < sizeof weights / sizeof weights[0]; i++) {
        ikm_convention convention = IKM_CONVENTION_INIT;
        convention.weight = weights[i].weight;
        ikm_error error;
        ikmi_plan plan;
        const ikm_rules *rules = ikm_rules_named(weights[i].rules);
        cr_assert(eq(int, ikmi_plan_make(&plan, rules, &convention, IKM_LANG_EN, &error), IKM_OK), "%s", error.message);
        cr_expect(eq(str, plan.weight_text, (char *)weights[i].text));
        cr_expect(eq(ptr, (void *)plan.convention.weight, plan.weight_text));
        cr_expect(eq(int, plan.exact, weights[i].exact), "%s", weights[i].text);
        cr_expect(eq(int, plan.sums_to_one, weights[i].sums_to_one), "%s", weights[i].text);
        cr_expect(eq(i64, plan.weight_den, weights[i].den));
        cr_expect(eq(i64, plan.weight_num[0], weights[i].first));
        cr_expect(eq(i64, plan.weight_num[rules->element_count - 1], weights[i].last));
    }
}

static const struct {
    const char *weight, *message;
} bad_weights[] = {
    {"", "weight: weight \"\" should be \"exact\" or"},
    {"Exact", "weight: weight \"Exact\" should be \"exact\" or"},
    {"0", "weight: weight \"0\" should be"},
    {"0.000", "weight: weight \"0.000\" should be"},
    {"-0.111", "weight: weight \"-0.111\" should be"},
    {"+0.111", "weight: weight \"+0.111\" should be"},
    {".111", "weight: weight \".111\" should be"},
    {"0.", "weight: weight \"0.\" should be"},
    {"1e-1", "weight: weight \"1e-1\" should be"},
    {"1/9", "weight: weight \"1/9\" should be"},
    {"11.1", "weight: weight \"11.1\" should be"},
    {"1.000000001", "weight: weight \"1.000000001\" should be"},
    {"0.1111111111", "weight: weight \"0.1111111111\" should be"},
    {"0.1111111111111111111111111111111111", "weight: weight \"0.11111111"},
    {"0.111\n", "weight: weight \"0.111?\" should be"},
    {"0,111", "weight: 2 weights for 9 elements; a comma separates weights, decimals have a point (0.111)"},
    {"0.2,0.3,0.5", "weight: 3 weights for 9 elements"},
    {"0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1", "weight: 10 weights for 9 elements"},
    {"0.1,0.1,0.1,0.1,,0.1,0.1,0.1,0.1", "weight: weight \"\" should be a number"},
    {"0.1,0.1,0.1,0.1,exact,0.1,0.1,0.1,0.1", "weight: weight \"exact\" should be a number"},
    {"0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,2", "weight: weight \"2\" should be a number"},
};

static void expect_fault(const ikm_convention *convention, const char *message)
{
    ikmi_plan plan;
    ikm_error error;
    memset(&plan, 0x5A, sizeof plan);
    ikmi_plan before = plan;
    ikm_status status = ikmi_plan_make(&plan, ikm_rules_at(0), convention, IKM_LANG_EN, &error);
    cr_expect(eq(int, status, IKM_ERR_ARGUMENT), "%s", message);
    cr_expect(eq(int, error.status, IKM_ERR_ARGUMENT));
    cr_expect(eq(int, strncmp(error.message, message, strlen(message)), 0), "%s | %s", error.message, message);
    cr_expect(eq(int, memcmp(&plan, &before, sizeof plan), 0), "a failed plan is untouched");
    cr_expect(eq(int, ikmi_plan_make(&plan, ikm_rules_at(0), convention, IKM_LANG_ID, NULL), IKM_ERR_ARGUMENT));
}

Test(rules_plan, a_weight_that_cannot_be_is_named)
{
    for (size_t i = 0; i < sizeof bad_weights / sizeof bad_weights[0]; i++) {
        ikm_convention convention = IKM_CONVENTION_INIT;
        convention.weight = bad_weights[i].weight;
        expect_fault(&convention, bad_weights[i].message);
    }
}

Test(rules_plan, rounding_and_policy_out_of_range_are_named)
{
    ikm_convention usual = IKM_CONVENTION_INIT, wrong = usual;
    wrong.round_nrr = 7;
    expect_fault(&wrong, "round_nrr: 7; expected -1 to 6");
    wrong = usual;
    wrong.round_nrr = -2;
    expect_fault(&wrong, "round_nrr: -2; expected -1 to 6");
    wrong = usual;
    wrong.round_term = 7;
    expect_fault(&wrong, "round_term: 7; expected -1 to 6");
    wrong = usual;
    wrong.round_final = -1;
    expect_fault(&wrong, "round_final: -1; expected 0 to 6");
    wrong = usual;
    wrong.round_final = 7;
    expect_fault(&wrong, "round_final: 7; expected 0 to 6");
    wrong = usual;
    wrong.round_mode = (ikm_round_mode)3;
    expect_fault(&wrong, "round_mode: 3 is unknown; the choices are 0 half-up");
    wrong = usual;
    wrong.missing = (ikm_missing)3;
    expect_fault(&wrong, "missing: 3 is unknown; the choices are 0 per-element");
    wrong = usual;
    wrong.size--;
    expect_fault(&wrong, "the library was called with a wrong argument");
}

Test(rules_plan, every_allowed_rounding_is_taken)
{
    for (int32_t places = IKM_ROUND_NONE; places <= 6; places++)
        for (int mode = 0; mode <= 2; mode++)
            for (int missing = 0; missing <= 2; missing++) {
                ikm_convention convention = IKM_CONVENTION_INIT;
                ikmi_plan plan;
                convention.round_nrr = convention.round_term = places;
                convention.round_final = places < 0 ? 0 : places;
                convention.round_mode = (ikm_round_mode)mode;
                convention.missing = (ikm_missing)missing;
                cr_assert(eq(int, ikmi_plan_make(&plan, ikm_rules_at(0), &convention, IKM_LANG_ID, NULL), IKM_OK));
                cr_expect(eq(int, plan.convention.round_nrr, places));
                cr_expect(eq(int, plan.convention.round_mode, convention.round_mode));
                cr_expect(eq(int, plan.convention.missing, convention.missing));
            }
}

Test(rules_plan, no_convention_is_the_default_one)
{
    ikmi_plan plan;
    cr_assert(eq(int, ikmi_plan_make(&plan, ikm_rules_at(0), NULL, IKM_LANG_ID, NULL), IKM_OK));
    cr_expect(plan.exact);
    cr_expect(eq(int, plan.convention.round_nrr, IKM_ROUND_NONE));
    cr_expect(eq(int, plan.convention.round_term, IKM_ROUND_NONE));
    cr_expect(eq(int, plan.convention.round_final, 2));
    cr_expect(eq(ptr, (void *)plan.rules, (void *)ikm_rules_at(0)));
    cr_expect(eq(int, ikmi_plan_make(NULL, ikm_rules_at(0), NULL, IKM_LANG_ID, NULL), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikmi_plan_make(&plan, NULL, NULL, IKM_LANG_ID, NULL), IKM_ERR_ARGUMENT));
}

Test(rules_plan, modes_and_policies_have_the_names_of_the_command_line)
{
    cr_expect(eq(str, (char *)ikmi_round_mode_name(IKM_ROUND_HALF_UP), "half-up"));
    cr_expect(eq(str, (char *)ikmi_round_mode_name(IKM_ROUND_HALF_EVEN), "half-even"));
    cr_expect(eq(str, (char *)ikmi_round_mode_name(IKM_ROUND_TRUNCATE), "truncate"));
    cr_expect(eq(ptr, (void *)ikmi_round_mode_name((ikm_round_mode)3), NULL));
    cr_expect(eq(str, (char *)ikmi_missing_name(IKM_MISSING_PER_ELEMENT), "per-element"));
    cr_expect(eq(str, (char *)ikmi_missing_name(IKM_MISSING_LISTWISE), "listwise"));
    cr_expect(eq(str, (char *)ikmi_missing_name(IKM_MISSING_STRICT), "strict"));
    cr_expect(eq(ptr, (void *)ikmi_missing_name((ikm_missing)3), NULL));
}
