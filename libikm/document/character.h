/* Characters and the columns that they take on a terminal. */
#ifndef IKMI_CHARACTER_H
#define IKMI_CHARACTER_H

#include "ikm/document.h"

#include <stdbool.h>

/* What stands for a character that cannot be written. */
#define IKMI_REPLACEMENT "\xEF\xBF\xBD"
enum { IKMI_REPLACEMENT_CHARACTER = 0xFFFD };

/* Embeddings, overrides and isolates: they would reach beyond their own text. */
bool ikmi_turns_direction(uint32_t character);

/* 0 for a combining mark, 2 for a wide character, else 1. */
int ikmi_character_width(uint32_t character);

#endif
