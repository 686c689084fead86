/* The foot of a table: sums, means and notes below its records, by what they are called. */
#ifndef IKMI_FOOT_H
#define IKMI_FOOT_H

#include "ikm/base.h"

#include <stdbool.h>

/*
 * Is this, the first filled cell of a record, what a row of the foot is called:
 * "Nilai/Unsur", "Jumlah", "Keterangan: ...", "**)"? The words must be all of it, or
 * stand before a colon, an equals sign or a bracket.
 */
bool ikmi_is_foot_label(ikm_text cell);

/* May such a label begin with this byte, in either case? */
bool ikmi_begins_foot_label(char c);

#endif
