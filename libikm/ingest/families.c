#include "families.h"

#include <string.h>

/* Beyond this many columns no numbering is looked for: each is compared with all others. */
enum { COLUMNS_MAX = 4096 };

static bool same_family(const ikmi_meaning *a, const ikmi_meaning *b)
{
    return b->family.number != IKMI_FAMILY_NONE && !strcmp(a->family.prefix, b->family.prefix);
}

/* A number that is of no element in particular is read as the first one's: digits and letters are scores of all. */
static ikmi_evidence evidence_of(const ikmi_claims *c, size_t column, int element)
{
    return ikmi_cells_scores(c->cells, column, element < 0 ? 0 : (size_t)element);
}

bool ikmi_family_is_complete(const ikmi_claims *claims, size_t column)
{
    const ikmi_lexicon *lexicon = claims->lexicon;
    size_t elements = lexicon->rules->element_count, scores = 0, other = 0;
    ikmi_elements seen = 0, all = (ikmi_elements)(((uint64_t)1 << elements) - 1);
    if (claims->columns > COLUMNS_MAX)
        return false;
    for (size_t i = 0; i < claims->columns; i++) {
        const ikmi_meaning *m = &claims->meanings[i];
        int element = same_family(&claims->meanings[column], m) ? ikmi_lexicon_numbered(lexicon, m->family.number) : -1;
        if (element < 0)
            continue;
        seen |= (ikmi_elements)1 << element; /* once or more: "q1" and "q1 alasan" are two columns */
        ikmi_evidence evidence = m->family.bare ? evidence_of(claims, i, element) : IKMI_EVIDENCE_NONE;
        scores += evidence == IKMI_EVIDENCE_SCORES;
        other += evidence == IKMI_EVIDENCE_OTHER || evidence == IKMI_EVIDENCE_SOME;
    }
    return seen == all && scores >= other;
}

int ikmi_claims_beyond(const ikmi_claims *claims, const ikmi_claim *settled, const char *by)
{
    for (size_t e = 0; e < claims->lexicon->rules->element_count; e++) {
        if (settled[e].column < 0 || strcmp(settled[e].by, by))
            continue;
        const ikmi_meaning *mapped = &claims->meanings[settled[e].column];
        for (size_t i = 0; i < claims->columns; i++) {
            const ikmi_meaning *m = &claims->meanings[i];
            bool beyond = m->family.bare && same_family(mapped, m) &&
                          ikmi_lexicon_numbered(claims->lexicon, m->family.number) < 0;
            if (beyond && evidence_of(claims, i, -1) == IKMI_EVIDENCE_SCORES)
                return (int)i;
        }
    }
    return -1;
}
