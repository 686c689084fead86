/*
 * Bytes from front to end, in layers: a file or memory below, decompression and
 * transcoding above. A layer owns the one below it.
 */
#ifndef IKMI_STREAM_H
#define IKMI_STREAM_H

#include "ikm/ingest.h"

typedef struct ikmi_stream {
    /* Fill `to`; `*got_out` < size only at the end. */
    ikm_status (*read)(void *ctx, char *to, size_t size, size_t *got_out, ikm_error *err);
    void (*free)(void *ctx); /* with what is below; NULL: nothing to free */
    void *ctx;
} ikmi_stream;

/* What every layer needs to speak and to allocate. `name` is borrowed. */
typedef struct ikmi_origin {
    const char *name;
    ikm_lang lang;
    const ikm_mem *mem;
} ikmi_origin;

/* For all: on failure `below` is freed. `err` is filled in. */

/* An open file; it is not closed. */
ikm_status ikmi_stream_of_file(ikmi_stream *out, int fd, const ikmi_origin *origin, ikm_error *err);

/* Bytes (copied) that were read from `below`, and are to be read once more. */
ikm_status ikmi_stream_put_back(ikmi_stream *out, ikmi_stream below, ikm_text bytes, const ikmi_origin *origin,
                                ikm_error *err);

/* Memory that stays where it is. */
ikm_status ikmi_stream_of_memory(ikmi_stream *out, ikm_text bytes, const ikmi_origin *origin, ikm_error *err);

/* Rows of another format, as records that end with IKMI_ROWS_NEWLINE, their fields with IKMI_ROWS_DELIMITER between:
   sheet row n is line n. `rows` is borrowed. */
enum { IKMI_ROWS_NEWLINE = 0x1E, IKMI_ROWS_DELIMITER = 0x1F, IKMI_ROWS_QUOTE = 0x1D };
ikm_status ikmi_stream_of_rows(ikmi_stream *out, const ikm_rows *rows, const ikmi_origin *origin, ikm_error *err);

/* gzip, also several members one behind the other. IKM_ERR_DATA where it is cut off or damaged. */
ikm_status ikmi_stream_gunzip(ikmi_stream *out, ikmi_stream below, const ikmi_origin *origin, ikm_error *err);

/* UTF-16 to UTF-8 without a byte order mark; what is no character becomes U+FFFD. */
ikm_status ikmi_stream_of_utf16(ikmi_stream *out, ikmi_stream below, int big_endian, const ikmi_origin *origin,
                                ikm_error *err);

#endif
