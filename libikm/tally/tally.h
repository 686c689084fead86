/* What the floors above need of a tally beyond its public face. */
#ifndef IKMI_TALLY_H
#define IKMI_TALLY_H

#include "ikm/tally.h"

/*
 * Key of a group as one piece of bytes: the values with a NUL after each but
 * the last, so that comparing bytes orders groups by their first value, then
 * the next. Borrowed until the tally changes.
 */
ikm_text ikmi_tally_key_bytes(const ikm_tally *tally, uint32_t group);

/* All groups ordered by key bytes; `order` has room for ikm_tally_group_count(). */
ikm_status ikmi_tally_order(const ikm_tally *tally, uint32_t *order);

/* Counts of one group (or IKM_WHOLE) in one go: answers[element * scale + score - 1]. */
typedef struct ikmi_counts {
    int64_t respondents;
    int64_t answers[IKM_ELEMENTS_MAX * IKM_SCALE_MAX];
} ikmi_counts;

/* `complete`: over complete respondents only. */
ikm_status ikmi_tally_counts(ikmi_counts *out, const ikm_tally *tally, uint32_t group, int complete);

#endif
