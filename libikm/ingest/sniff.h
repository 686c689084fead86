/* The dialect of a dump, found from its first bytes. */
#ifndef IKMI_SNIFF_H
#define IKMI_SNIFF_H

#include "ikm/base.h"

#include "dialect.h"

typedef struct ikmi_sniff {
    ikmi_dialect dialect;
    ikmi_encoding encoding; /* UNKNOWN when the head is all ASCII */
    size_t header_at;       /* in the head: where the header's record begins */
    int64_t header_line;
} ikmi_sniff;

/*
 * `head` is the beginning of a dump, `whole` says that it is all of it. What is not 0
 * in `told` is taken as it is. IKM_ERR_DATA: empty, or not a table; the message says
 * what was seen.
 */
ikm_status ikmi_sniff_find(ikmi_sniff *out, ikm_text head, bool whole, const ikmi_dialect *told, const char *name,
                           ikm_lang lang, const ikm_mem *mem, ikm_error *err);

#endif
