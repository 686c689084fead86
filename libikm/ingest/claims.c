#include "claims.h"

#include "families.h"

#include <string.h>

/* How well a header names an element, the best first; a weaker one counts only where no better one claims it. */
typedef enum strength { EXACT, WITHIN, NEAR, LAST_RESORT } strength;

typedef struct candidate {
    const char *by; /* NULL: the header does not name the element so */
    bool by_header; /* enough even where every cell is blank, or most are no scores */
    bool stubborn;  /* even where none is a score: each record is then refused, and told */
} candidate;

static bool holds(ikmi_elements set, size_t element)
{
    return set >> element & 1;
}

/* Of several elements that a header may mean, those whose scores its cells are; a single one needs no choice. */
static ikmi_elements choose(const ikmi_claims *c, size_t column, ikmi_elements set)
{
    if (!(set & (set - 1)))
        return set;
    ikmi_elements chosen = 0;
    for (size_t e = 0; e < c->lexicon->rules->element_count; e++)
        if (holds(set, e) && ikmi_cells_scores(c->cells, column, e) == IKMI_EVIDENCE_SCORES)
            chosen |= (ikmi_elements)1 << e;
    return chosen & (chosen - 1) ? 0 : chosen;
}

static candidate exact(const ikmi_claims *c, size_t column, size_t element)
{
    const ikmi_meaning *m = &c->meanings[column];
    if (holds(choose(c, column, m->exact), element)) {
        bool code = !strcmp(m->by, "code");
        return (candidate){m->by, code || m->role == IKMI_ROLE_OTHER, code};
    }
    bool numbered = !m->exact && m->family.bare && c->lexicon->number[element] == m->family.number;
    if (numbered && ikmi_family_is_complete(c, column))
        return (candidate){"number", true, true};
    return (candidate){0};
}

static candidate candidate_of(const ikmi_claims *c, size_t column, size_t element, strength s)
{
    const ikmi_meaning *m = &c->meanings[column];
    bool free_header = !m->exact && m->role == IKMI_ROLE_OTHER;
    if (s == EXACT)
        return exact(c, column, element);
    if (s == WITHIN && free_header && holds(choose(c, column, m->within), element))
        return (candidate){.by = "name"};
    if (s == NEAR && free_header && holds(choose(c, column, m->near), element))
        return (candidate){.by = "name"};
    bool numbered = m->family.bare && c->lexicon->number[element] == m->family.number;
    if (s == LAST_RESORT && free_header && numbered) /* an incomplete numbering: to tell what is missing */
        return (candidate){.by = "number"};
    return (candidate){0};
}

static void offer(ikmi_claim *claim, size_t column, const char *by)
{
    if (claim->column < 0) {
        claim->column = (int)column;
        claim->by = by;
    } else if (claim->rival < 0) {
        claim->rival = (int)column;
    }
}

/* What the columns of one strength offer, by what their cells are; two of a kind are rivals. */
typedef struct offers {
    ikmi_claim scores, blank, stubborn;
    int doubtful;
} offers;

static offers offers_of(const ikmi_claims *c, size_t element, strength s)
{
    offers all = {{-1, -1, -1, "", false}, {-1, -1, -1, "", false}, {-1, -1, -1, "", false}, -1};
    for (size_t column = 0; column < c->columns; column++) {
        candidate found = candidate_of(c, column, element, s);
        if (!found.by)
            continue;
        switch (ikmi_cells_scores(c->cells, column, element)) {
        case IKMI_EVIDENCE_SCORES: offer(&all.scores, column, found.by); break;
        case IKMI_EVIDENCE_NONE:
            if (found.by_header)
                offer(&all.blank, column, found.by);
            break;
        case IKMI_EVIDENCE_SOME: found.stubborn |= found.by_header; /* fall through */
        case IKMI_EVIDENCE_OTHER:
            if (found.stubborn)
                offer(&all.stubborn, column, found.by);
            if (all.doubtful < 0)
                all.doubtful = (int)column;
            break;
        }
    }
    return all;
}

/*
 * Scores under the weakest header come before other cells under the strongest,
 * but blank cells under a header that names the element come before both.
 */
static ikmi_claim settle(const ikmi_claims *c, size_t element)
{
    offers best = offers_of(c, element, EXACT);
    ikmi_claim claim = best.scores.column >= 0 ? best.scores : best.blank;
    for (strength s = WITHIN; s <= NEAR && claim.column < 0; s++)
        claim = offers_of(c, element, s).scores;
    if (claim.column < 0)
        claim = best.stubborn;
    if (claim.column < 0) {
        claim = offers_of(c, element, LAST_RESORT).scores;
        claim.weak = true;
    }
    claim.doubtful = best.doubtful;
    return claim;
}

void ikmi_claims_settle(ikmi_claim *out, const ikmi_claims *claims)
{
    for (size_t e = 0; e < claims->lexicon->rules->element_count; e++)
        out[e] = settle(claims, e);
}
