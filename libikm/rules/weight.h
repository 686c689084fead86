/* Weights as text, as integers over one denominator, and as text again. */
#ifndef IKMI_RULES_WEIGHT_H
#define IKMI_RULES_WEIGHT_H

#include "rules.h"

enum { IKMI_WEIGHT_PLACES_MAX = 9, IKMI_WEIGHT_TEXT_SIZE = IKM_ELEMENTS_MAX * 12 };

typedef struct ikmi_weights {
    bool exact;
    bool sums_to_one;
    int64_t num[IKM_ELEMENTS_MAX];
    int64_t den;
    char text[IKMI_WEIGHT_TEXT_SIZE]; /* the shortest that means the same */
} ikmi_weights;

/* Who asks, for messages: the fault's status and the name or path that it is told with. */
typedef struct ikmi_weight_source {
    ikm_status fault;
    const char *where;
    ikm_lang lang;
    ikm_error *err;
} ikmi_weight_source;

/* "exact", a decimal for each element, or one an element, comma between. On failure `*out` is untouched. */
ikm_status ikmi_weights_read(ikmi_weights *out, ikm_text text, size_t element_count, const ikmi_weight_source *source);

/* One decimal: more than 0, at most 1, up to 9 places; trailing zeros dropped. */
ikm_status ikmi_weight_read_one(ikm_decimal *out, ikm_text text, const ikmi_weight_source *source);

/* The same from decimals that were read one by one; `count` of them, 1 to IKM_ELEMENTS_MAX. */
void ikmi_weights_of_decimals(ikmi_weights *out, const ikm_decimal *decimals, size_t count);

#endif
