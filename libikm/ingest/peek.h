/* The first records of a dump as cells, to see what it is. */
#ifndef IKMI_PEEK_H
#define IKMI_PEEK_H

#include "base/buffer.h"
#include "dialect.h"

/* One record that is not blank. */
typedef struct ikmi_peeked {
    int64_t line;     /* 1-based, of its first byte */
    size_t at, size;  /* in the head; with the newline */
    int64_t newlines; /* in all of it */
    size_t first;     /* among the cells: its first one */
    size_t count;     /* of its cells */
    bool fault;       /* its quoting is broken, or it is too long: it has no cells */
} ikmi_peeked;

typedef struct ikmi_peek {
    const ikm_mem *mem;
    ikmi_peeked *rows;
    size_t row_count;
    ikm_text *cells; /* UTF-8, trimmed, each with a NUL behind it */
    ikmi_buffer text;
} ikmi_peek;

/*
 * The first `most` records of `head` from `at` on, which is line `line`; `whole` says
 * that nothing follows the head. IKM_OK or IKM_ERR_NOMEM; to be done in both cases.
 */
ikm_status ikmi_peek_read(ikmi_peek *out, ikm_text head, size_t at, int64_t line, bool whole, size_t most,
                          const ikmi_dialect *dialect, ikmi_encoding encoding, const ikm_mem *mem);
void ikmi_peek_done(ikmi_peek *peek);

/* A cell; empty where the record does not have it. */
static inline ikm_text ikmi_peek_cell(const ikmi_peek *peek, size_t row, size_t column)
{
    const ikmi_peeked *r = &peek->rows[row];
    return column < r->count ? peek->cells[r->first + column] : (ikm_text){"", 0};
}

/* Nothing but delimiters, quotes and blanks? */
bool ikmi_is_blank_record(ikm_text record, const ikmi_dialect *dialect);

#endif
