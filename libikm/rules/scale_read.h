/* A scale from its JSON, which an instrument of components may hold in itself. */
#ifndef IKMI_RULES_SCALE_READ_H
#define IKMI_RULES_SCALE_READ_H

#include "own.h"

#include "scales.h"

enum { IKMI_PREDICATE_SIZE_MAX = 60, IKMI_STORE_SLACK = 256 /* what aligning a few objects takes */ };

/* Everything into `scale`, which lies in the store with its parts. */
ikm_status ikmi_read_scale(ikm_scale *scale, ikmi_reading *reading, const ikmi_place *root, const json_t *json);

/* A bound or a weight; false for what is no text of a decimal of 0 to IKMI_BOUND_MAX with few places. */
bool ikmi_read_points(ikm_decimal *out, const json_t *value);

#endif
