/* What the floors above need of a tally beyond its public face. */
#ifndef IKMI_TALLY_H
#define IKMI_TALLY_H

#include "ikm/tally.h"

#include <stdbool.h>

/*
 * Key of a group as one piece of bytes: the values with a NUL after each but
 * the last, so that comparing bytes orders groups by their first value, then
 * the next. Borrowed until the tally changes.
 */
ikm_text ikmi_tally_key_bytes(const ikm_tally *tally, uint32_t group);

/* All groups ordered by key bytes; `order` has room for ikm_tally_group_count(). IKM_ERR_NOMEM: not to be used. */
IKM_MUST_CHECK ikm_status ikmi_tally_order(const ikm_tally *tally, uint32_t *order);

/* Counts of one group (or IKM_WHOLE) in one go: answers[element * scale + score - 1]. */
typedef struct ikmi_counts {
    int64_t respondents;
    int64_t answers[IKM_ELEMENTS_MAX * IKM_SCALE_MAX];
} ikmi_counts;

/*
 * `complete`: over complete respondents only. Only the answers that the tally
 * has are filled in. IKM_ERR_ARGUMENT: no such group, or the complete ones are
 * not counted; `out` is then untouched.
 */
IKM_MUST_CHECK ikm_status ikmi_tally_counts(ikmi_counts *out, const ikm_tally *tally, uint32_t group, int complete);

/*
 * Add a group of another tally of the same elements to the group with this key, which is made if need be.
 * IKM_ERR_MISMATCH: `tally` counts more of each respondent than `from` does; IKM_ERR_ARGUMENT, IKM_ERR_NOMEM,
 * IKM_ERR_OVERFLOW: the tally is as it was.
 */
IKM_MUST_CHECK ikm_status ikmi_tally_add_group(ikm_tally *tally, const ikm_text *key, const ikm_tally *from,
                                               uint32_t group);

/* The group of each row of key columns as ikm_tally_add_columns() takes them; IKM_WHOLE where it was not counted. */
void ikmi_tally_find_rows(uint32_t *out, const ikm_tally *tally, const ikm_text *const *keys, size_t rows);

/* For each group of `tally` the group with its key in another one of the same keys; IKM_WHOLE: there is none. */
void ikmi_tally_match(uint32_t *out, const ikm_tally *tally, const ikm_tally *in);

/*
 * `group` is asked for soon: its memory is on the way. Who goes through groups in
 * another order than they came asks IKMI_TALLY_AHEAD groups ahead; with 100,000
 * groups and more that is most of the time.
 */
enum { IKMI_TALLY_AHEAD = 12 };
void ikmi_tally_ask_for(const ikm_tally *tally, uint32_t group);

/* How much of each respondent a tally counts. */
typedef enum ikmi_depth { IKMI_DEPTH_ANSWERS, IKMI_DEPTH_COMPLETE, IKMI_DEPTH_MOMENTS } ikmi_depth;

ikmi_depth ikmi_tally_depth(const ikm_tally *tally);

/* As ikm_tally_roll_up(), down to this depth. IKM_ERR_MISMATCH: so much was not counted. */
IKM_MUST_CHECK ikm_status ikmi_tally_roll_up(ikm_tally **out, const ikm_tally *tally, const size_t *keys, size_t count,
                                             ikmi_depth depth);

/* Does it count complete respondents apart? */
bool ikmi_tally_counts_complete(const ikm_tally *tally);

/* Does it count what these rules ask: as many elements of the same codes, on the same scale? */
bool ikmi_tally_counts_elements_of(const ikm_tally *tally, const ikm_rules *rules);

/* Where its memory comes from. */
const ikm_mem *ikmi_tally_mem(const ikm_tally *tally);

#endif
