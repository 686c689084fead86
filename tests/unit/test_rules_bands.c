#include "ikm/rules.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Each lower bound and the hundredth below it; and what lies outside of every printed band. */
static const struct {
    const char *rules;
    int64_t index; /* hundredths */
    char grade;
} cases[] = {
    {"permenpan-14-2017", 10000, 'A'},
    {"permenpan-14-2017", 8832, 'A'},
    {"permenpan-14-2017", 8831, 'A'},
    {"permenpan-14-2017", 8830, 'B'},
    {"permenpan-14-2017", 7661, 'B'},
    {"permenpan-14-2017", 7660, 'C'},
    {"permenpan-14-2017", 6500, 'C'},
    {"permenpan-14-2017", 6499, 'D'},
    {"permenpan-14-2017", 2500, 'D'},
    {"permenpan-14-2017", 2499, 'D'},
    {"permenpan-14-2017", 0, 'D'},
    {"permenpan-14-2017", -1, 'D'},
    {"permenpan-14-2017", 10001, 'A'},
    {"permenpan-16-2014", 10000, 'A'},
    {"permenpan-16-2014", 8126, 'A'},
    {"permenpan-16-2014", 8125, 'B'},
    {"permenpan-16-2014", 6251, 'B'},
    {"permenpan-16-2014", 6250, 'C'},
    {"permenpan-16-2014", 4376, 'C'},
    {"permenpan-16-2014", 4375, 'D'},
    {"kepmenpan-25-2004", 8126, 'A'},
    {"kepmenpan-25-2004", 8125, 'B'},
    {"kepmenpan-25-2004", 6251, 'B'},
    {"kepmenpan-25-2004", 6250, 'C'},
    {"kepmenpan-25-2004", 4376, 'C'},
    {"kepmenpan-25-2004", 4375, 'D'},
    /* the same index before and after 2017 */
    {"permenpan-16-2014", 8200, 'A'},
    {"permenpan-14-2017", 8200, 'B'},
};

Test(rules_bands, only_the_lower_bound_decides)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const ikm_rules *rules = ikm_rules_named(cases[i].rules);
        int band = ikm_rules_band(rules, cases[i].index);
        cr_expect(eq(chr, ikm_rules_band_grade(rules, band)[0], cases[i].grade), "%s %lld", cases[i].rules,
                  (long long)cases[i].index);
    }
}

Test(rules_bands, every_index_has_one_band_and_a_better_index_no_worse_one)
{
    for (size_t r = 0; r < ikm_rules_count(); r++) {
        const ikm_rules *rules = ikm_rules_at(r);
        int before = ikm_rules_band_count(rules);
        for (int64_t index = 0; index <= 10000; index++) {
            int band = ikm_rules_band(rules, index);
            cr_assert(band >= 1 && band <= before, "%s %lld", ikm_rules_name(rules), (long long)index);
            before = band;
        }
        cr_expect(eq(int, before, IKM_GRADE_A));
    }
}
