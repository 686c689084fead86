/* From a cell to a score, a blank, or an unknown answer: never a guess. */
#ifndef IKMI_DECODE_H
#define IKMI_DECODE_H

#include "ikm/base.h"
#include "ikm/rules.h"

/* What ikmi_decode() gives beside the scores 1 to scale. */
enum { IKMI_ANSWER_BLANK = 0, IKMI_ANSWER_UNKNOWN = 255 };

/* The labels of every element, folded, ready to look up. Frozen; shared by threads. */
typedef struct ikmi_labels ikmi_labels;

ikm_status ikmi_labels_new(ikmi_labels **out, const ikm_rules *rules, const ikm_mem *mem);
void ikmi_labels_free(ikmi_labels *labels);

/* A cell in UTF-8 as it was read: surrounding blanks do not matter. No allocation. */
uint8_t ikmi_decode(const ikmi_labels *labels, size_t element, ikm_text cell);

/* The label of that element most like the cell, for a suggestion; NULL when none is near. */
const char *ikmi_nearest_label(const ikmi_labels *labels, size_t element, ikm_text cell);

#endif
