/* From a cell to a score, a blank, or an unknown answer: never a guess. */
#ifndef IKMI_DECODE_H
#define IKMI_DECODE_H

#include "ikm/base.h"
#include "ikm/rules.h"

#include <stdbool.h>

/* What ikmi_decode() gives beside the scores 1 to scale. */
enum { IKMI_ANSWER_BLANK = 0, IKMI_ANSWER_UNKNOWN = 255 };

/* The labels of every element, folded, ready to look up. Frozen; shared by threads. */
typedef struct ikmi_labels ikmi_labels;

/* A label that a user adds to those of an element, or of which the user says another score; borrowed. */
typedef struct ikmi_more_label {
    size_t element;
    const char *text;
    uint8_t score;
} ikmi_more_label;

ikm_status ikmi_labels_new(ikmi_labels **out, const ikm_rules *rules, const ikm_mem *mem);

/* With `count` more, which must live as long as the labels. */
ikm_status ikmi_labels_new_with(ikmi_labels **out, const ikm_rules *rules, const ikmi_more_label *more, size_t count,
                                const ikm_mem *mem);
void ikmi_labels_free(ikmi_labels *labels);

/* A cell in UTF-8 as it was read: surrounding blanks do not matter. No allocation. */
uint8_t ikmi_decode(const ikmi_labels *labels, size_t element, ikm_text cell);

/* Is a cell a blank or a number of the scale by itself, whatever the labels are? */
bool ikmi_is_plain_answer(ikm_text cell, int scale);

/* Does a folded word stand in a label of any element? */
bool ikmi_labels_have_word(const ikmi_labels *labels, ikm_text word);

/* The label of that element most like the cell, for a suggestion; NULL when none is near. */
const char *ikmi_nearest_label(const ikmi_labels *labels, size_t element, ikm_text cell);

#endif
