/* An own instrument from its JSON, part by part. */
#ifndef IKMI_RULES_INSTRUMENT_H
#define IKMI_RULES_INSTRUMENT_H

#include "reading.h"

#include "weight.h"

/* Everything into `rules`, which lies in the store with its elements, bands and texts. */
ikm_status ikmi_read_instrument(ikm_rules *rules, ikmi_reading *reading, const json_t *json);

/* The elements, and their own weights into `weights`: `*has_weights` is whether they have any. */
ikm_status ikmi_read_elements(ikm_rules *rules, ikm_decimal weights[IKM_ELEMENTS_MAX], bool *has_weights,
                              ikmi_reading *reading, const ikmi_place *place, const json_t *value);

ikm_status ikmi_read_bands(ikm_rules *rules, ikmi_reading *reading, const ikmi_place *place, const json_t *value);

#endif
