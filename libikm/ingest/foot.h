/* The foot of a table: sums, means and notes below its records, by what they are called. */
#ifndef IKMI_FOOT_H
#define IKMI_FOOT_H

#include "ikm/base.h"

#include <stdbool.h>

/* What a row of the foot may be called; its position among all labels, below IKMI_FOOT_LABELS_MAX. */
enum { IKMI_FOOT_NONE = -1, IKMI_FOOT_LABELS_MAX = 128 };

/*
 * What is this, the first filled cell of a record, as a label of the foot: "Nilai/Unsur",
 * "Jumlah", "Keterangan: ...", "**)"? The words must be all of it, or stand before a
 * colon, an equals sign or a bracket.
 */
int ikmi_foot_label(ikm_text cell);

/* Does what stands beside such a label explain, and is never scores? */
bool ikmi_foot_explains(int label);

/* May such a label begin with this byte, in either case? */
bool ikmi_begins_foot_label(char c);

#endif
