/* Against Python's fractions: tests/reference/wide-scores.py. */
#include "score_tallies.h"

#include <criterion/new/assert.h>

#include <stdio.h>
#include <stdlib.h>

enum { LINE_SIZE = 16384, FIELDS = 12 };

/* An instrument of this shape with the bands of PermenPANRB 14/2017. */
static ikm_rules rules_of(ikmi_element *elements, size_t element_count, int scale)
{
    ikm_rules rules = *ikm_rules_at(0);
    for (size_t i = 0; i < element_count; i++)
        elements[i] = (ikmi_element){.code = "E", .name = "E", .question = ""};
    rules.scale = scale;
    rules.element_count = element_count;
    rules.elements = elements;
    return rules;
}

static size_t read_answers(int64_t *answers, char *text, int scale)
{
    size_t elements = 0;
    for (char *end = text; *end; elements++) {
        end += *end == '/';
        for (int s = 0; s < scale; s++)
            answers[elements * (size_t)scale + (size_t)s] = strtoll(end, &end, 10);
    }
    return elements;
}

static ikm_round_mode mode_named(const char *name)
{
    return !strcmp(name, "half-up")     ? IKM_ROUND_HALF_UP
           : !strcmp(name, "half-even") ? IKM_ROUND_HALF_EVEN
                                        : IKM_ROUND_TRUNCATE;
}

static void expect_elements(const ikm_score *score, size_t count, char *expected, const char *name)
{
    ikm_element_score elements[IKM_ELEMENTS_MAX];
    ikmi_score_elements(elements, score);
    for (size_t e = 0; e < count; e++, expected += *expected == '/') {
        const ikm_element_score *element = &elements[e];
        if (*expected == '-') {
            cr_expect(element->answered == 0 && element->rank == 0, "%s, element %zu", name, e);
            expected++;
            continue;
        }
        long long nrr = strtoll(expected, &expected, 10), weighted = strtoll(expected, &expected, 10);
        long long converted = strtoll(expected, &expected, 10);
        long grade = strtol(expected, &expected, 10), rank = strtol(expected, &expected, 10);
        cr_expect(element->nrr.digits == nrr, "%s, element %zu", name, e);
        cr_expect(element->weighted.digits == weighted, "%s, element %zu", name, e);
        cr_expect(element->converted.digits == converted, "%s, element %zu", name, e);
        cr_expect(element->grade == grade && element->rank == rank, "%s, element %zu", name, e);
    }
    cr_expect(expected[0] == '\0', "%s", name);
}

static void expect_index(const ikm_score *score, char **field, const char *name)
{
    char exact[2048];
    cr_assert(ikm_score_index_exact(score, exact, sizeof exact) == IKM_OK);
    if (!strcmp(field[8], "-")) {
        cr_expect(ikm_score_grade(score) == IKM_GRADE_NONE && exact[0] == '\0', "%s", name);
        return;
    }
    cr_expect(eq(str, exact, field[8]), "%s", name);
    cr_expect(ikm_score_index(score).digits == strtoll(field[9], NULL, 10), "%s: %s, not %s", name,
              ikm_score_index_text(score), field[9]);
    cr_expect(ikm_score_grade(score) == atoi(field[10]), "%s", name);
    /* the wide fraction and the short one are one */
    ikmi_wide_ratio ratio;
    ikm_decimal rounded;
    const ikm_convention *convention = &score->scoring->plan.convention;
    cr_assert(ikmi_score_exact(&ratio, score));
    cr_assert(ikmi_wide_ratio_round(&rounded, &ratio, convention->round_final, convention->round_mode));
    cr_expect(eq(i64, rounded.digits, ikm_score_index(score).digits), "%s", name);
}

Test(test_score_wide, scores_are_those_of_an_independent_computation)
{
    FILE *file = fopen(IKM_SOURCE_DIR "/tests/reference/wide-scores.csv", "r");
    static char line[LINE_SIZE];
    int rows = 0;
    size_t longest = 0;
    cr_assert(file != NULL);
    while (fgets(line, sizeof line, file)) {
        char *field[FIELDS], *at = line, name[120];
        cr_assert(strchr(line, '\n') != NULL);
        *strchr(line, '\n') = '\0';
        for (int i = 0; i < FIELDS; i++) {
            field[i] = at;
            at = strchr(at, ';');
            cr_assert(i == FIELDS - 1 ? at == NULL : at != NULL, "row %d", rows);
            if (at)
                *at++ = '\0';
        }
        int64_t answers[IKM_ELEMENTS_MAX * IKM_SCALE_MAX];
        ikmi_element elements[IKM_ELEMENTS_MAX];
        int scale = atoi(field[1]);
        ikm_rules rules = rules_of(elements, read_answers(answers, field[7], scale), scale);
        ikm_convention convention =
            convention_of(field[2], atoi(field[3]), atoi(field[4]), atoi(field[5]), mode_named(field[6]));
        ikm_tally *tally = tally_of(&rules, answers);
        ikm_score *score = score_of(tally, IKM_WHOLE, &rules, &convention);
        snprintf(name, sizeof name, "row %d, %s, %s", rows + 1, field[0], field[6]);
        expect_index(score, field, name);
        expect_elements(score, rules.element_count, field[11], name);
        longest = strlen(field[8]) > longest ? strlen(field[8]) : longest;
        ikm_score_free(score);
        ikm_tally_free(tally);
        rows++;
    }
    fclose(file);
    cr_expect(rows > 300, "%d rows", rows);
    cr_expect(longest > 1000, "the longest fraction has %zu digits", longest);
}
