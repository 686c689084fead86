/* How far apart two words are written: for misspelt headers and for suggestions. */
#ifndef IKMI_NEARNESS_H
#define IKMI_NEARNESS_H

#include "ikm/base.h"

enum { IKMI_FAR = 255, IKMI_NEARNESS_SIZE = 128 };

/*
 * Letters left out, added, changed, or swapped with their neighbour, to turn one
 * text into the other, counted in bytes; IKMI_FAR when more than `limit`, or when
 * a text is longer than IKMI_NEARNESS_SIZE.
 */
int ikmi_distance(ikm_text a, ikm_text b, int limit);

#endif
