/*
 * Numbers as text. A workbook keeps 89.72 as 89.719999999999999: 15 significant
 * digits are what a spreadsheet shows and what a double surely holds. All of it is
 * done on the digits as they are written, deaf to the locale.
 */
#ifndef IKMI_NUMERAL_H
#define IKMI_NUMERAL_H

#include "ikm/base.h"

#include <stdbool.h>

enum { IKMI_NUMERAL_SIZE = 48, IKMI_NUMERAL_DIGITS = 15 };

/* 0.d1 d2 ... dn x 10^point, without zeros at either end; zero has no digits. */
typedef struct ikmi_numeral {
    bool negative;
    size_t count; /* of digits, at most 15 */
    char digits[IKMI_NUMERAL_DIGITS];
    int point;
} ikmi_numeral;

/* "4", "-1.5", "8.9719999999999999E1"; false if it is no such number. Rounded half up. */
bool ikmi_numeral_read(ikmi_numeral *out, ikm_text text);

/* Of a finite double. */
bool ikmi_numeral_of(ikmi_numeral *out, double value);

/* Plain where that is short, else as 1.5E+30; returns its bytes. NUL-terminated. */
size_t ikmi_numeral_write(char out[IKMI_NUMERAL_SIZE], const ikmi_numeral *number);

#endif
