/* Names of groups that are probably one. */
#ifndef IKMI_SIMILAR_H
#define IKMI_SIMILAR_H

#include "ikm/tally.h"

#include "base/buffer.h"

#include <stdbool.h>

enum {
    IKMI_SIMILAR_TOLD = 10,         /* pairs named at most */
    IKMI_SIMILAR_GROUPS_MAX = 20000 /* beyond this many groups nobody reads them one by one */
};

/* Told of each pair; the names live as long as the tally. False: no more. */
typedef bool (*ikmi_similar_fn)(void *ctx, size_t key, const char *one, const char *other);

ikm_status ikmi_similar_each(const ikm_tally *tally, const ikm_mem *mem, ikmi_similar_fn fn, void *ctx);

/* Append pairs as "Pengaduan" ~ "Layanan Pengaduan"; ...; nothing when there are none. */
ikm_status ikmi_similar_names(ikmi_buffer *out, const ikm_tally *tally, const ikm_mem *mem);

#endif
