/* What a user brings as JSON, an instrument or a scale: one block of memory, filled from the text or not at all. */
#ifndef IKMI_RULES_OWN_H
#define IKMI_RULES_OWN_H

#include "reading.h"

/* A kind of object: an `ikmi_own` is its member at `own_offset`. */
typedef struct ikmi_own_kind {
    size_t size;
    size_t own_offset;
    size_t parts_size; /* the most that its parts take beside it, its texts not counted */
    size_t per_byte;   /* ... and what they take for each byte of the JSON */
    ikm_status (*fill)(void *object, ikmi_reading *reading, const json_t *json);
} ikmi_own_kind;

/* `*out` is the object, or NULL on failure. Wrong arguments are told, too. */
ikm_status ikmi_own_read(void **out, const ikmi_own_kind *kind, ikm_text json, ikm_lang lang, const ikm_mem *mem,
                         ikm_error *err);

/* Nothing happens to what is built in. */
void ikmi_own_free(const ikmi_own *own);

#endif
