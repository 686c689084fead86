/* One dump of a survey, opened and understood: a grid, and what its columns mean. Frozen once made. */
#ifndef IKMI_DUMP_H
#define IKMI_DUMP_H

#include "columns.h"
#include "grid.h"
#include "schema.h"

typedef struct ikmi_dump_options {
    const ikm_rules *rules;
    const ikmi_labels *labels;
    ikm_dialect dialect;       /* what was told */
    const ikmi_schema *schema; /* more that was told, its dialect not among it; NULL: nothing */
    /*
     * NULL, or where to say why the columns are no survey's: that is then no failure, and
     * what is certain of them is told all the same.
     */
    ikm_error *unmapped;
    ikm_lang lang;
    const ikm_mem *mem;
} ikmi_dump_options;

typedef struct ikmi_dump {
    ikmi_dump_options options;
    ikmi_grid grid;
    ikmi_columns columns;
    bool is_mapped; /* each element has its column */
} ikmi_dump;

/* IKM_ERR_IO, IKM_ERR_DATA, IKM_ERR_UNSURE, IKM_ERR_NOMEM: then `*out` is NULL. */
ikm_status ikmi_dump_new(ikmi_dump **out, const ikm_input *input, const ikmi_dump_options *options, ikm_error *err);
void ikmi_dump_free(ikmi_dump *dump);

#endif
