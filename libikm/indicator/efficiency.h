/* What stands behind an ikm_efficiency. */
#ifndef IKMI_INDICATOR_EFFICIENCY_H
#define IKMI_INDICATOR_EFFICIENCY_H

#include "achievement.h"
#include "budget.h"

struct ikm_efficiency {
    const ikm_mem *mem;
    ikm_efficiency_kind kind;
    ikm_efficiency_line *lines;
    size_t count;
};

/* Which programs pay for which names, checked: an entry a name that has a link. */
typedef struct ikmi_links {
    ikmi_lookup names; /* of indicators; under each, the codes of its programs */
    ikmi_money *sums;  /* of each name: the figures of its programs */
    bool *linked;      /* of each name */
} ikmi_links;

ikm_status ikmi_links_init(ikmi_links *links, const ikm_achievement *achievement, const ikm_budget *budget,
                           const ikm_link *list, size_t count, ikm_lang lang, const ikm_mem *mem, ikm_error *err);
void ikmi_links_done(ikmi_links *links);

/* Figures of a line whose achievement and money are there; false: too large. */
bool ikmi_efficiency_fill(ikm_efficiency_line *line, ikm_efficiency_kind kind, ikmi_exact achievement,
                          const ikmi_money *money);

#endif
