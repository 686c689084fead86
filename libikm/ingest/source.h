/* Where the bytes of a dump come from: a file, a pipe, memory, rows of another format; as UTF-8 or an 8-bit encoding.
 */
#ifndef IKMI_SOURCE_H
#define IKMI_SOURCE_H

#include "ikm/ingest.h"

#include "dialect.h"

enum { IKMI_HEAD_SIZE = 256 << 10 };

/* What the bytes were before they came out of the source. */
typedef enum ikmi_wrapping {
    IKMI_WRAPPING_NONE = 0,
    IKMI_WRAPPING_UTF16_LITTLE,
    IKMI_WRAPPING_UTF16_BIG,
    IKMI_WRAPPING_ROWS
} ikmi_wrapping;

typedef struct ikmi_source ikmi_source;

/*
 * Opens input->path, or takes input->bytes or input->rows; says why not in `err`.
 * Decompresses gzip, makes UTF-8 of UTF-16: where it is told or, when nothing is
 * (`told` UNKNOWN), where the first bytes are it.
 */
ikm_status ikmi_source_new(ikmi_source **out, const ikm_input *input, ikmi_encoding told, ikm_lang lang,
                           const ikm_mem *mem, ikm_error *err);
void ikmi_source_free(ikmi_source *source);

/* What the system said of a file that it does not open or read: IKM_ERR_IO. */
ikm_status ikmi_io_error(ikm_error *err, int code, const char *name, ikm_lang lang);

const char *ikmi_source_name(const ikmi_source *source);
ikmi_wrapping ikmi_source_wrapping(const ikmi_source *source);

/* Bytes in all; -1 for what can only be read from front to end: such a source has one reader. */
int64_t ikmi_source_size(const ikmi_source *source);

/* The first IKMI_HEAD_SIZE bytes, or all if there are fewer. They can still be read. */
ikm_text ikmi_source_head(const ikmi_source *source);

/*
 * Fill `to` from `offset` on, as far as there is something: `*got_out` < size only at
 * the end. A source without a size is read in order. Any number of threads may
 * read a source of known size.
 */
ikm_status ikmi_source_read(ikmi_source *source, int64_t offset, char *to, size_t size, size_t *got_out,
                            ikm_error *err);

#endif
