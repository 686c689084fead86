/*
 * Data of your own, from memory: no file is read.
 *
 * An application has its answers in rows; the library counts columns, one for each
 * element, with 1 to 4 for a score and 0 for no answer.
 */
#include <ikm.h>
#include <stdio.h>

enum { ELEMENTS = 9, RESPONDENTS = 5 };

/* What the application has: for each respondent, what was answered to U1 ... U9. */
static const uint8_t answers[RESPONDENTS][ELEMENTS] = {
    {4, 3, 3, 4, 4, 3, 3, 4, 3}, {3, 3, 3, 4, 3, 3, 4, 4, 3}, {4, 4, 2, 4, 4, 4, 4, 0, 4}, /* says nothing about U8 */
    {3, 3, 3, 4, 3, 3, 3, 3, 2}, {4, 4, 4, 4, 4, 4, 4, 4, 4},
};

/* Turned into columns and counted. */
static ikm_status count(ikm_tally **out, const ikm_rules *rules)
{
    uint8_t columns[ELEMENTS][RESPONDENTS];
    const uint8_t *scores[ELEMENTS];
    for (size_t element = 0; element < ELEMENTS; element++) {
        for (size_t i = 0; i < RESPONDENTS; i++)
            columns[element][i] = answers[i][element];
        scores[element] = columns[element];
    }
    ikm_status status = ikm_tally_new(out, rules, NULL);
    if (status == IKM_OK)
        status = ikm_tally_add_columns(*out, scores, NULL, RESPONDENTS);
    return status;
}

static void print(const ikm_score *score, const ikm_rules *rules)
{
    for (size_t element = 0; element < ELEMENTS; element++) {
        ikm_element_score figures;
        char nrr[24];
        if (ikm_score_element(&figures, score, element) == IKM_OK &&
            ikm_decimal_write(nrr, sizeof nrr, figures.nrr, '.') == IKM_OK)
            printf("%s %s  %s\n", ikm_rules_element_code(rules, element), nrr, ikm_rules_element_name(rules, element));
    }
    printf("IKM %s, mutu %s (%s)\n", ikm_score_index_text(score), ikm_score_grade_text(score),
           ikm_score_performance_text(score));
}

int main(void)
{
    const ikm_rules *rules = ikm_rules_named("permenpan-14-2017");
    ikm_tally *tally = NULL;
    ikm_score *score = NULL;
    ikm_status status = count(&tally, rules);
    if (status == IKM_OK)
        status = ikm_score_new(&score, tally, IKM_WHOLE, rules, NULL, NULL);
    if (status == IKM_OK)
        print(score, rules);
    else
        fprintf(stderr, "%s\n", ikm_status_name(status));
    ikm_score_free(score);
    ikm_tally_free(tally);
    return status != IKM_OK;
}
