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

/*
 * No allocation. IKM_ERR_MISMATCH: the tally has another number of elements or
 * another scale than the rules; IKM_ERR_ARGUMENT: no such group, listwise where
 * complete respondents are not counted, strict where the group has blanks;
 * IKM_ERR_OVERFLOW: a sum of scores passes an int64_t.
 */
IKM_MUST_CHECK ikm_status ikmi_score_init(ikm_score *out, const ikmi_scoring *scoring, uint32_t group);

/* Fill in why it would not, as counting the sums of its elements too; returns `status`. */
ikm_status ikmi_score_explain(ikm_error *err, ikm_status status, const ikmi_scoring *scoring, uint32_t group,
                              ikm_lang lang);

/* All elements of a score in one go; `out` has room for IKM_ELEMENTS_MAX. */
void ikmi_score_elements(ikm_element_score *out, const ikm_score *score);

/* The index before its final rounding; false where there is none. */
bool ikmi_score_exact(ikmi_wide_ratio *out, const ikm_score *score);

/* The grade under another weight, all else as it is; IKM_GRADE_NONE where there is no index or no such weight. */
int ikmi_score_grade_under(const ikm_score *score, const char *weight);

/* The grade without the roundings of NRR and terms; the index itself is rounded to 2 decimals as always. */
int ikmi_score_grade_without_steps(const ikm_score *score);

/* A sum a/den of the mean; den 0: free. */
typedef struct ikmi_mean_part {
    uint64_t den;
    ikmi_uint128 a;
} ikmi_mean_part;

/*
 * The plain mean of exact indexes, rounded as they are: see mean.c. Memory grows
 * with the number of distinct counts of answers, not with the scores.
 */
typedef struct ikmi_mean {
    const ikmi_scoring *scoring;
    const ikm_mem *mem;
    uint64_t scores;
    bool lacks_index; /* of one that was added */
    size_t used, mask;
    ikmi_mean_part *parts;
} ikmi_mean;

void ikmi_mean_init(ikmi_mean *mean, const ikmi_scoring *scoring, const ikm_mem *mem);
void ikmi_mean_done(ikmi_mean *mean);

/* A score of the same scoring, once. IKM_ERR_NOMEM, IKM_ERR_OVERFLOW: then the mean is only good to be done with. */
IKM_MUST_CHECK ikm_status ikmi_mean_add(ikmi_mean *mean, const ikm_score *score);

/* Is there one? Not without scores and not where one has no index. */
bool ikmi_mean_exists(const ikmi_mean *mean);

/*
 * The mean with the convention's final decimals in its mode; only if it exists.
 * IKM_ERR_LIMIT: it lies so near to where rounding turns that 128 binary places
 * do not tell, and its exact denominator passes 2000 bits; no data does that by
 * chance. `out` is then untouched.
 */
IKM_MUST_CHECK ikm_status ikmi_mean_round(ikm_decimal *out, const ikmi_mean *mean);

#endif
