/* Characters and the columns that they take on a terminal. */
#ifndef IKMI_CHARACTER_H
#define IKMI_CHARACTER_H

#include "ikm/document.h"

/* What stands for a character that cannot be written. */
#define IKMI_REPLACEMENT "\xEF\xBF\xBD"
enum { IKMI_REPLACEMENT_CHARACTER = 0xFFFD };

/* 0 for a combining mark, 2 for a wide character, else 1. */
int ikmi_character_width(uint32_t character);

#endif
