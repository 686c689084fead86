/* What a cell looks like, whatever it means: the hints by which a dialect and a header are told. */
#ifndef IKMI_LOOKS_H
#define IKMI_LOOKS_H

#include "ikm/base.h"

#include <stdbool.h>

typedef enum ikmi_look {
    IKMI_LOOK_EMPTY,
    IKMI_LOOK_NUMBER, /* 4, -1.903.636.000, 89,72, 95 % */
    IKMI_LOOK_DATE,
    IKMI_LOOK_TEXT
} ikmi_look;

/* `cell` is trimmed. */
ikmi_look ikmi_look_of(ikm_text cell);

/* The character before the decimals of a number: ',' or '.'; 0: none, no number, or not to be told (1.234). */
char ikmi_decimal_mark(ikm_text cell);

/* The whole number that a cell is, also in brackets, "(3)"; -1: it is none. At most four digits. */
int ikmi_look_count(ikm_text cell);

bool ikmi_text_is(ikm_text text, const char *word);
bool ikmi_text_same(ikm_text a, ikm_text b);
bool ikmi_text_begins(ikm_text text, const char *with);

#endif
