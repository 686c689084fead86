/* Scores inside the core: without a heap object each. */
#ifndef IKMI_SCORE_H
#define IKMI_SCORE_H

#include "ikm/score.h"

#include "base/wide.h"
#include "rules/rules.h"

/* What many scores share: one tally under one convention. Must outlive them. */
typedef struct ikmi_scoring {
    const ikm_tally *tally;
    ikmi_plan plan;
} ikmi_scoring;

/* Small on purpose: a survey holds one for each of perhaps 500,000 groups. */
struct ikm_score {
    const ikmi_scoring *scoring;
    uint32_t group;
    uint8_t grade;
    char index_text[19];
    int64_t index; /* with the convention's final decimals */
};

/* No allocation; fails only where the tally and the rules do not fit or a number overflows. */
ikm_status ikmi_score_init(ikm_score *out, const ikmi_scoring *scoring, uint32_t group);

/* The index before its final rounding; false where there is none. */
bool ikmi_score_exact(ikmi_wide_ratio *out, const ikm_score *score);

#endif
