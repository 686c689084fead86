/*
 * Numbers as Indonesian tables have them: 1.587.608.000, 89,62, Rp 1.000,00, 87%, (500), N/A.
 *
 * What stands before the decimals is decided by rule, not by a locale:
 *  - of two signs the last one does, and stands once; a sign that stands several times groups thousands;
 *  - one sign that cannot group thousands (89,62; 0.125; 1234.5) does;
 *  - one sign before exactly three digits (1.234) can do either: in a column of money or of whole numbers it groups;
 *    in a column of scores it is what the other cells of the table have before their decimals, and where they do not
 *    say, the decimals follow it, and the number is doubtful.
 */
#ifndef IKMI_REPORT_NUMBER_H
#define IKMI_REPORT_NUMBER_H

#include "ikm/base.h"

#include <stdbool.h>

/* What a column holds. */
typedef enum ikmi_number_kind { IKMI_NUMBER_SCORE, IKMI_NUMBER_MONEY, IKMI_NUMBER_WHOLE } ikmi_number_kind;

typedef enum ikmi_number_state {
    IKMI_NUMBER_NONE,  /* empty, "-", N/A and the like */
    IKMI_NUMBER_GOOD,  /* a number */
    IKMI_NUMBER_WORDS, /* a text without any digit */
    IKMI_NUMBER_BAD,   /* neither */
    IKMI_NUMBER_LARGE  /* more than 15 digits before the decimals */
} ikmi_number_state;

typedef struct ikmi_number {
    ikmi_number_state state;
    ikm_decimal value; /* with the places that were written, at most 6, and at most 18 digits */
    bool doubtful;     /* the sign could mean something else */
    bool rounded;      /* it has more places, and not only zeros there */
} ikmi_number;

/* `point` is what stands before decimals elsewhere in the table: '.', ',' or 0 for not known. */
ikmi_number ikmi_number_read(ikm_text cell, ikmi_number_kind kind, char point);

/* What this cell has before its decimals where there is no other way to read it; 0: it does not say. */
char ikmi_number_point(ikm_text cell);

/* "80-90", "80 s.d. 90", "80 sampai 90": true if it is a range of two numbers. */
bool ikmi_range_read(ikmi_number *lower_out, ikmi_number *upper_out, ikm_text cell, char point);

#endif
