/* One dump of a survey, opened and understood: a grid, and what its columns mean. Frozen once made. */
#ifndef IKMI_DUMP_H
#define IKMI_DUMP_H

#include "columns.h"
#include "grid.h"

typedef struct ikmi_dump_options {
    const ikm_rules *rules;
    const ikmi_labels *labels;
    ikm_dialect dialect; /* what was told */
    ikm_lang lang;
    const ikm_mem *mem;
} ikmi_dump_options;

typedef struct ikmi_dump {
    ikmi_dump_options options;
    ikmi_grid grid;
    ikmi_columns columns;
} ikmi_dump;

/* IKM_ERR_IO, IKM_ERR_DATA, IKM_ERR_UNSURE, IKM_ERR_NOMEM: then `*out` is NULL. */
ikm_status ikmi_dump_new(ikmi_dump **out, const ikm_input *input, const ikmi_dump_options *options, ikm_error *err);
void ikmi_dump_free(ikmi_dump *dump);

#endif
