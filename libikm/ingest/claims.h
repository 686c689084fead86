/* Which column is which element: what the headers may mean, against what the cells are. */
#ifndef IKMI_CLAIMS_H
#define IKMI_CLAIMS_H

#include "evidence.h"
#include "meaning.h"

/* What is known about the columns of one file. */
typedef struct ikmi_claims {
    const ikmi_lexicon *lexicon;
    const ikmi_meaning *meanings; /* one a column */
    const ikmi_cells *cells;
    size_t columns;
} ikmi_claims;

/* The outcome for one element. */
typedef struct ikmi_claim {
    int column;     /* -1: none */
    int rival;      /* another column that is as good; -1: none */
    int doubtful;   /* a column whose header is right and whose cells are not scores; -1: none */
    const char *by; /* static */
    bool weak;      /* by a number of an incomplete numbering: good for a message only */
} ikmi_claim;

/* One outcome for each element of the rules. */
void ikmi_claims_settle(ikmi_claim *out, const ikmi_claims *claims);

/*
 * A column numbered beyond the elements that were found `by` "code" or "number"
 * (u10 or q10 where u1 to u9 or q1 to q9 are the elements) and that holds scores; -1: none.
 */
int ikmi_claims_beyond(const ikmi_claims *claims, const ikmi_claim *settled, const char *by);

#endif
