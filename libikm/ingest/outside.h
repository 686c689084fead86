/*
 * Records that are no respondents: the header once more, where exports were
 * concatenated, and the foot of the table.
 *
 * A row of the foot is known by its label (foot.h) as the first filled cell, which
 * must stand before the elements; and it must have nothing of a respondent: no
 * column of a role is filled beside it, no other words stand before the elements,
 * and, where the label's own column is the service or another characteristic, its
 * scores are not all right. What follows such a row belongs to the foot too, up to
 * the next header or respondent: a record that has nothing but scores under the
 * elements, or a score under half of them.
 */
#ifndef IKMI_OUTSIDE_H
#define IKMI_OUTSIDE_H

#include "ikm/base.h"

#include "dump.h"

struct ikmi_reader;
struct ikmi_found;

typedef struct ikmi_outside {
    bool maybe[256];      /* a record that begins with this byte may be none */
    size_t label_columns; /* how many stand before the elements */
} ikmi_outside;

void ikmi_outside_init(ikmi_outside *out, const ikmi_dump *dump);

/* Is the record none? Then it is noted in the range. IKM_ERR_NOMEM. */
ikm_status ikmi_outside_judge(bool *outside_out, struct ikmi_reader *reader, const struct ikmi_found *found);

#endif
