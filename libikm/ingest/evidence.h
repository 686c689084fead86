/* What the cells of a column say about it, from the rows at the top of the data. */
#ifndef IKMI_EVIDENCE_H
#define IKMI_EVIDENCE_H

#include "columns.h"

typedef enum ikmi_evidence {
    IKMI_EVIDENCE_NONE,   /* every cell is blank, or there are no rows */
    IKMI_EVIDENCE_SCORES, /* at least half of the cells that are not blank are scores of that element */
    IKMI_EVIDENCE_SOME,   /* fewer are */
    IKMI_EVIDENCE_OTHER   /* none is */
} ikmi_evidence;

typedef struct ikmi_cells {
    const ikmi_labels *labels;
    const ikmi_sample *sample;
    size_t columns;
} ikmi_cells;

ikmi_evidence ikmi_cells_scores(const ikmi_cells *cells, size_t column, size_t element);

/* Are most cells that are not blank NIK, telephone numbers, e-mail ...; or dates? */
bool ikmi_cells_personal(const ikmi_cells *cells, size_t column);
bool ikmi_cells_dates(const ikmi_cells *cells, size_t column);

/* The first cell that is neither blank nor a score of that element; empty when there is none. */
ikm_text ikmi_cells_other(const ikmi_cells *cells, size_t column, size_t element);

#endif
