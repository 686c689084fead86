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

/** How far forms and JSON look for numbers of respondents that make printed means possible. */
enum { IKM_MEANS_LOOK_TO = 10000 };

/** Conventions that give a printed figure; frozen. */
typedef struct ikm_reconcile ikm_reconcile;

/** One that does. Borrowed. */
typedef struct ikm_reconciled {
    ikm_convention convention; /**< round_final: the printed decimals */
    ikm_decimal index;
} ikm_reconciled;

/**
 * Try every convention of the grid on the counts of a group: weight exact, 0.111, 0.11 (of another number of
 * elements: exact and 1/n to 3 and 2 places, truncated; that of the rules too, where it is none of these) x NRR
 * unrounded, 2, 3 x terms unrounded, 2, 3, 4 x three modes, with the printed number of decimals at the end: 108.
 * @param out      Yours; free with ikm_reconcile_free().
 * @param tally    As in ikm_score_new(), with `group` and `rules`; borrowed while the result lives.
 * @param missing  The policy for blanks.
 * @param printed  The figure, with the decimals it was printed with: 0 to 6.
 * @param lang     The language of messages.
 * @return As ikm_score_new(). A group without an index has no convention that gives a figure.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_reconcile_new(ikm_reconcile **out, const ikm_tally *tally, uint32_t group,
                                                    const ikm_rules *rules, ikm_missing missing, ikm_decimal printed,
                                                    ikm_lang lang, ikm_error *err);

/**
 * The same from printed element means. With `respondents` the sums behind them, where one whole number alone, divided
 * by them, is printed so; else, and where `respondents` is 0, the means as they are printed. The means of a table were
 * all rounded alike: to nearest where that can be, else cut off.
 * @param means        One an element of the rules, in their order, with 0 to 6 places.
 * @param respondents  0: not known; at most 10^12.
 * @return IKM_OK; IKM_ERR_ARGUMENT: another number of means than of elements, a mean outside the scale, a figure as in
 *         ikm_reconcile_new(); IKM_ERR_NOMEM: then `*out` is NULL.
 */
IKM_API IKM_MUST_CHECK ikm_status ikm_reconcile_means_new(ikm_reconcile **out, const ikm_decimal *means, size_t count,
                                                          int64_t respondents, const ikm_rules *rules,
                                                          ikm_decimal printed, ikm_lang lang, ikm_error *err);

/** Free it; NULL is fine. */
IKM_API void ikm_reconcile_free(ikm_reconcile *reconcile);

/** The printed figure, how many conventions were tried, those that give it; NULL beyond the last. */
IKM_API ikm_decimal ikm_reconcile_printed(const ikm_reconcile *reconcile);
IKM_API size_t ikm_reconcile_tried(const ikm_reconcile *reconcile);
IKM_API size_t ikm_reconcile_count(const ikm_reconcile *reconcile);
IKM_API const ikm_reconciled *ikm_reconcile_at(const ikm_reconcile *reconcile, size_t index);

/** The rules that it was tried with. */
IKM_API const ikm_rules *ikm_reconcile_rules(const ikm_reconcile *reconcile);

/** Its tally; NULL of means. Its groups, ordered by the bytes of their keys: the number of each in the tally. */
IKM_API const ikm_tally *ikm_reconcile_tally(const ikm_reconcile *reconcile);
IKM_API size_t ikm_reconcile_group_count(const ikm_reconcile *reconcile);
IKM_API uint32_t ikm_reconcile_group(const ikm_reconcile *reconcile, size_t index);

/**
 * The index of a group of the tally under a convention that was found, so that the printed indexes of groups tell the
 * conventions apart.
 * @param index   Of ikm_reconcile_at().
 * @param group   A group of the tally, or IKM_WHOLE.
 * @param places  Decimals of this index, 0 to 6: reports print groups with others than the whole.
 * @return 1; 0: the group has no index, or an argument is out of range; then `out` is untouched.
 */
IKM_API int ikm_reconcile_group_index(ikm_decimal *out, const ikm_reconcile *reconcile, size_t index, uint32_t group,
                                      int32_t places);

/**
 * Can these printed means be those of `respondents` whole answers a mean: is there for each an integer sum that,
 * divided by them, is printed so under `mode`?
 * @param means        None negative, with 0 to 6 places.
 * @param respondents  1 to 10^12.
 * @return 1 yes, 0 no, -1 for arguments out of range.
 */
IKM_API int ikm_means_possible(const ikm_decimal *means, size_t count, int64_t respondents, ikm_round_mode mode);

/** The smallest such number of respondents from `from` to `to`; 0 if there is none, or for arguments out of range. */
IKM_API int64_t ikm_means_smallest(const ikm_decimal *means, size_t count, int64_t from, int64_t to,
                                   ikm_round_mode mode);

#ifdef __cplusplus
}
#endif

#endif
