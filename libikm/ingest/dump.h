/* One dump, opened and understood: its dialect, its columns, where its data begin. Frozen once made. */
#ifndef IKMI_DUMP_H
#define IKMI_DUMP_H

#include "ikm/ingest.h"

#include "base/buffer.h"
#include "columns.h"
#include "dialect.h"
#include "source.h"

typedef struct ikmi_dump_options {
    const ikm_rules *rules;
    const ikmi_labels *labels;
    ikm_dialect dialect; /* what was told */
    ikm_lang lang;
    const ikm_mem *mem;
} ikmi_dump_options;

typedef struct ikmi_dump {
    ikmi_dump_options options;
    ikmi_source *source;
    ikmi_dialect dialect;
    ikmi_encoding encoding; /* UNKNOWN: the head is all ASCII; whoever meets the first other byte decides */
    ikmi_columns columns;
    size_t fields_least; /* a record has at least as many fields as the header's last name stands at ... */
    size_t fields_most;  /* ... and at most as many as the header has; empty ones behind that do not count */
    int64_t header_line;
    int64_t data_at; /* offset of the first record behind the header */
    int64_t data_line;
} ikmi_dump;

/* IKM_ERR_IO, IKM_ERR_DATA, IKM_ERR_UNSURE, IKM_ERR_NOMEM: then `*out` is NULL. */
ikm_status ikmi_dump_new(ikmi_dump **out, const ikm_input *input, const ikmi_dump_options *options, ikm_error *err);
void ikmi_dump_free(ikmi_dump *dump);

#endif
