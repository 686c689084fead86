/* Decimal text both ways, deaf to the locale. */
#ifndef IKMI_DECIMAL_H
#define IKMI_DECIMAL_H

#include "ikm/base.h"

#include <stdbool.h>

enum { IKMI_INTEGER_SIZE = 24, IKMI_DECIMAL_SIZE = 40 };

/* Decimal digits of an integer into `out` (IKMI_INTEGER_SIZE bytes); returns `out`. */
char *ikmi_integer_text(char *out, int64_t value);

/*
 * A decimal as text into `out` (IKMI_DECIMAL_SIZE bytes); returns `out`.
 * `point` '.' or ','; `group` 0, '.', ',' or ' ' between thousands.
 */
char *ikmi_decimal_text(char *out, ikm_decimal value, char point, char group);

/* As people of that language read it: 1.234,56 or 1,234.56. */
char *ikmi_decimal_for_people(char *out, ikm_decimal value, ikm_lang lang);

/* The same value with trailing zeros of its places dropped. */
ikm_decimal ikmi_decimal_shortest(ikm_decimal value);

#endif
