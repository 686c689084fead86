/**
 * @file score.h
 * From counts to the index: NRR, weighted NRR, IKM, grade, rank.
 *
 * Everything is computed on exact integers and rounded only where the
 * convention says so. A score is frozen: any number of threads may read it.
 */
#ifndef IKM_SCORE_H
#define IKM_SCORE_H

#include "ikm/base.h"
#include "ikm/rules.h"
#include "ikm/tally.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The index of one group under one convention; frozen. */
typedef struct ikm_score ikm_score;

/** What is known of one element of a group. */
typedef struct ikm_element_score {
    int64_t answered;      /**< who answered it */
    int64_t blank;         /**< answered + blank = respondents */
    int64_t sum;           /**< sum of the scores */
    ikm_decimal nrr;       /**< mean, 3 places, half-up, for display */
    ikm_decimal weighted;  /**< NRR x weight, after the convention's roundings, 6 places half-up, for display */
    ikm_decimal converted; /**< exact NRR x 100/scale, 2 places, in the convention's mode */
    int grade;             /**< band of `converted`; IKM_GRADE_NONE where nobody answered:
                                then nrr, weighted and converted are 0 and mean nothing */
    int rank;              /**< 1 = highest exact NRR; equal NRRs share a rank; 0 where nobody answered */
} ikm_element_score;

/**
 * Score a group of a tally.
 *
 * @param out         Yours; free with ikm_score_free().
 * @param tally       Borrowed while the score lives; must not change.
 * @param group       A group of it, or IKM_WHOLE.
 * @param rules       Elements, bands, weight; borrowed while the score lives.
 * @param convention  NULL: IKM_CONVENTION_INIT. Copied.
 * @param err         What is wrong, in Indonesian; may be NULL.
 * @return IKM_OK, also where there is no index (see ikm_score_grade());
 *         IKM_ERR_ARGUMENT for a convention that cannot be, a group out of range,
 *         listwise on a tally that does not count complete respondents, or strict
 *         on a group that has blanks;
 *         IKM_ERR_MISMATCH if rules and tally have other elements (by code) or scales;
 *         IKM_ERR_OVERFLOW if a sum of scores does not fit;
 *         IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_score_new(ikm_score **out, const ikm_tally *tally, uint32_t group,
                                                const ikm_rules *rules, const ikm_convention *convention,
                                                ikm_error *err);

/** Free what ikm_score_new() gave, also after its tally; NULL is fine. Scores borrowed from a survey are not freed. */
IKM_API void ikm_score_free(ikm_score *score);

/** Respondents that count for it: under listwise, those who answered every element. */
IKM_API int64_t ikm_score_respondents(const ikm_score *score);

/** The band of the index: IKM_GRADE_A .. or another band's number; IKM_GRADE_NONE where there is no index. */
IKM_API int ikm_score_grade(const ikm_score *score);

/** The grade as text ("A"); "" where there is no index. Static or of the rules. */
IKM_API const char *ikm_score_grade_text(const ikm_score *score);

/** The performance as text ("Sangat baik"); "" where there is no index. */
IKM_API const char *ikm_score_performance_text(const ikm_score *score);

/** The index with the convention's final decimals; {0, places} where there is none (ask the grade). */
IKM_API ikm_decimal ikm_score_index(const ikm_score *score);

/** The index as text with a point ("89.72"); "" where there is none. Lives as long as the score. */
IKM_API const char *ikm_score_index_text(const ikm_score *score);

/**
 * The index before its final rounding, as an irreducible fraction "num/den" in full; a whole number is "90/1".
 *
 * @param out   NUL-terminated on return; "" where there is no index.
 * @param size  Bytes in `out`; 2048 is enough for any instrument.
 * @return IKM_OK; IKM_ERR_LIMIT if it does not fit, IKM_ERR_ARGUMENT: then `out` is untouched.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_score_index_exact(const ikm_score *score, char *out, size_t size);

/**
 * The figures of one element.
 *
 * @param out      Filled in.
 * @param element  Position in the rules, from 0.
 * @return IKM_OK; IKM_ERR_ARGUMENT if out of range: then `out` is untouched.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_score_element(ikm_element_score *out, const ikm_score *score, size_t element);

#ifdef __cplusplus
}
#endif

#endif
