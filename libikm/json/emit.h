/*
 * JSON text on its way to a sink. It needs no memory but its own block, however
 * long the text; a sink that stopped is remembered: write freely, ask once at the end.
 */
#ifndef IKMI_EMIT_H
#define IKMI_EMIT_H

#include "ikm/base.h"

#include <stdbool.h>

typedef struct ikmi_emit {
    ikm_sink sink;
    size_t used;
    bool failed;
    char block[32768];
} ikmi_emit;

void ikmi_emit_init(ikmi_emit *emit, ikm_sink sink);

/* Bytes as they are: the caller's punctuation, keys and indentation. */
void ikmi_emit_raw(ikmi_emit *emit, const char *bytes, size_t size);
void ikmi_emit_plain(ikmi_emit *emit, const char *string);

/* A JSON string with its quotes; NULL is null. What is not UTF-8 becomes U+FFFD. */
void ikmi_emit_string(ikmi_emit *emit, const char *string);

void ikmi_emit_integer(ikmi_emit *emit, int64_t value);

/* The shortest text of exactly this number: {8950, 2} is 89.5. */
void ikmi_emit_decimal(ikmi_emit *emit, ikm_decimal value);

/* Flush what is left. IKM_ERR_IO if the sink stopped at any time. */
ikm_status ikmi_emit_done(ikmi_emit *emit);

#endif
