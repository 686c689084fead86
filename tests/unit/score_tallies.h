/*
 * Tallies whose counts are set as they are wanted, beyond what one could count
 * row by row.
 */
#ifndef SCORE_TALLIES_H
#define SCORE_TALLIES_H

#include "score/score.h"
#include "tally/inside.h"

#include <criterion/criterion.h>

#include <string.h>

/* answers[element * scale + score - 1] as counts of a set; respondents are the most who answered an element. */
static inline void set_counts(int64_t *counts, const int64_t *answers, size_t element_count, int scale)
{
    size_t cells = element_count * (size_t)scale;
    counts[cells] = 0;
    for (size_t e = 0; e < element_count; e++) {
        int64_t answered = 0;
        for (size_t s = 0; s < (size_t)scale; s++) {
            counts[e * (size_t)scale + s] = answers[e * (size_t)scale + s];
            answered += answers[e * (size_t)scale + s];
        }
        if (answered > counts[cells])
            counts[cells] = answered;
    }
}

/* A tally without keys. */
static inline ikm_tally *tally_of(const ikm_rules *rules, const int64_t *answers)
{
    ikm_tally *tally;
    cr_assert(ikm_tally_new(&tally, rules, NULL) == IKM_OK);
    set_counts(tally->totals, answers, rules->element_count, rules->scale);
    return tally;
}

/* One more group of a tally with keys. */
static inline void add_group(ikm_tally *tally, const int64_t *answers)
{
    uint32_t number = (uint32_t)tally->group_count;
    ikmi_group *group;
    cr_assert(ikmi_group_new(&group, tally, number * UINT32_C(2654435769), sizeof number) == IKM_OK);
    memcpy(ikmi_group_key(tally, group), &number, sizeof number);
    cr_assert(ikmi_group_widen(tally, group) == IKM_OK);
    set_counts(ikmi_group_wide(tally, group), answers, tally->element_count, tally->scale);
}

/* Answers of `answered` respondents that add up to `sum`: two neighbouring scores. */
static inline void answers_of_sum(int64_t *answers, int scale, int64_t answered, int64_t sum)
{
    int64_t low = sum / answered, rest = sum % answered;
    for (int s = 0; s < scale; s++)
        answers[s] = 0;
    answers[low - 1] = answered - rest;
    if (rest)
        answers[low] = rest;
}

/* A convention in one line; `weight` NULL: that of the rules. */
static inline ikm_convention convention_of(const char *weight, int round_nrr, int round_term, int round_final,
                                           ikm_round_mode mode)
{
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.weight = weight;
    convention.round_nrr = round_nrr;
    convention.round_term = round_term;
    convention.round_final = round_final;
    convention.round_mode = mode;
    return convention;
}

static inline ikm_score *score_of(const ikm_tally *tally, uint32_t group, const ikm_rules *rules,
                                  const ikm_convention *convention)
{
    ikm_score *score;
    ikm_error error = {.message = ""};
    cr_assert(ikm_score_new(&score, tally, group, rules, convention, &error) == IKM_OK, "%s", error.message);
    return score;
}

#endif
