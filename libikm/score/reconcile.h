/* A printed index and the grid of conventions that is tried on it. */
#ifndef IKMI_RECONCILE_H
#define IKMI_RECONCILE_H

#include "ikm/reconcile.h"

#include "terms.h"

enum { IKMI_GRID_WEIGHTS = 4, IKMI_GRID_ROUNDINGS = 3 * 4 * 3 };

struct ikm_reconcile {
    const ikm_mem *mem;
    const ikm_tally *tally; /* NULL: made of means */
    uint32_t *order;        /* of its groups */
    size_t group_count;
    const ikm_rules *rules;
    ikm_missing missing;
    ikm_decimal printed;
    size_t tried, count;
    size_t weight_count;
    ikmi_plan weights[IKMI_GRID_WEIGHTS]; /* the first axis of the grid; conventions borrow its texts */
    ikm_reconciled found[IKMI_GRID_WEIGHTS * IKMI_GRID_ROUNDINGS];
};

/* One in which nothing was tried yet. On failure `*out` is untouched. */
IKM_MUST_CHECK ikm_status ikmi_reconcile_make(ikm_reconcile **out, const ikm_mem *mem, const ikm_rules *rules,
                                              ikm_decimal printed, ikm_lang lang, ikm_error *err);

/* Try every convention on these sums. */
void ikmi_reconcile_try(ikm_reconcile *reconcile, const ikmi_sums *sums);

/* The index, with the final rounding of the plan. false: nobody answered one of the elements. */
bool ikmi_reconcile_index(ikm_decimal *out, const ikmi_plan *plan, const ikmi_sums *sums);

#endif
