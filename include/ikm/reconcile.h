/**
 * @file reconcile.h
 * Which conventions give a printed index, and can printed means be true at all.
 */
#ifndef IKM_RECONCILE_H
#define IKM_RECONCILE_H

#include "ikm/base.h"
#include "ikm/rules.h"
#include "ikm/tally.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Conventions that give a printed figure; frozen. */
typedef struct ikm_reconcile ikm_reconcile;

/** One that does. Borrowed. */
typedef struct ikm_reconciled {
    ikm_convention convention; /**< round_final: the printed decimals */
    ikm_decimal index;
} ikm_reconciled;

/**
 * Try every convention of the grid on the counts of a group: weight exact, 0.111, 0.11 (of another number of
 * elements: exact and 1/n to 3 and 2 places, truncated) x NRR unrounded, 2, 3 x terms unrounded, 2, 3, 4 x three
 * modes, with the printed number of decimals at the end: 108.
 * @param out      Yours; free with ikm_reconcile_free().
 * @param tally    As in ikm_score_new(), with `group` and `rules`.
 * @param missing  The policy for blanks.
 * @param printed  The figure, with the decimals it was printed with.
 * @return As ikm_score_new().
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_reconcile_new(ikm_reconcile **out, const ikm_tally *tally, uint32_t group,
                                                    const ikm_rules *rules, ikm_missing missing, ikm_decimal printed,
                                                    ikm_error *err);

/**
 * The same from printed element means. With `respondents` the sums behind them, where they are whole numbers; else,
 * and where `respondents` is 0, the means as they are printed.
 * @param means        One an element of the rules, in their order.
 * @param respondents  0: not known.
 * @return IKM_OK; IKM_ERR_ARGUMENT: another number of means than of elements, a mean outside the scale;
 *         IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_reconcile_means_new(ikm_reconcile **out, const ikm_decimal *means, size_t count,
                                                          int64_t respondents, const ikm_rules *rules,
                                                          ikm_decimal printed, ikm_error *err);
IKM_API void ikm_reconcile_free(ikm_reconcile *reconcile);

/** The printed figure, how many conventions were tried, those that give it; NULL beyond the last. */
IKM_API ikm_decimal ikm_reconcile_printed(const ikm_reconcile *reconcile);
IKM_API size_t ikm_reconcile_tried(const ikm_reconcile *reconcile);
IKM_API size_t ikm_reconcile_count(const ikm_reconcile *reconcile);
IKM_API const ikm_reconciled *ikm_reconcile_at(const ikm_reconcile *reconcile, size_t index);

/**
 * Can these printed means be those of `respondents` whole answers a mean: is there for each an integer sum that,
 * divided by them, is printed so under `mode`?
 * @return 1 yes, 0 no, -1 for arguments out of range.
 */
IKM_API int ikm_means_possible(const ikm_decimal *means, size_t count, int64_t respondents, ikm_round_mode mode);

/** The smallest such number of respondents from `from` to `to`; 0 if there is none. */
IKM_API int64_t ikm_means_smallest(const ikm_decimal *means, size_t count, int64_t from, int64_t to,
                                   ikm_round_mode mode);

#ifdef __cplusplus
}
#endif

#endif
