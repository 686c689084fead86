/* The foot of the worksheet: how the index comes about, exactly, and as a spreadsheet computes it. */
#ifndef IKMI_WORKSHEET_H
#define IKMI_WORKSHEET_H

#include "form.h"

#include <stdbool.h>

enum { IKMI_FOOT_SUM, IKMI_FOOT_MEAN, IKMI_FOOT_TERM, IKMI_FOOT_INDEX, IKMI_FOOT_ROWS };
enum { IKMI_FORMULA_SIZE = 80 };

typedef struct ikmi_foot_figure {
    bool known; /* false: nobody answered what it rests on */
    bool held;  /* a spreadsheet may round it the other way: no formula */
    ikm_decimal shown, exact;
    char formula[IKMI_FORMULA_SIZE]; /* "": none */
} ikmi_foot_figure;

typedef struct ikmi_foot {
    size_t elements;
    ikmi_foot_figure element[IKMI_FOOT_INDEX][IKM_ELEMENTS_MAX]; /* in column 1 + element */
    ikmi_foot_figure total, index;                               /* of the rows of terms and of the index */
} ikmi_foot;

/*
 * Fill in the foot of a table whose columns are the number, the elements, and the remark, in which total and index
 * stand. `live`: there are rows above that formulas can refer to.
 */
ikm_status ikmi_foot_of(ikmi_foot *out, const ikm_survey *survey, bool live);

#endif
