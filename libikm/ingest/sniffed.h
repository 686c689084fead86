/* What stands behind ikm_sniff. */
#ifndef IKMI_SNIFFED_H
#define IKMI_SNIFFED_H

#include "ikm/sniff.h"

#include "dump.h"

struct ikm_sniff {
    const ikm_mem *mem;
    ikm_lang lang;
    const ikm_rules *rules;
    ikmi_schema *schema; /* NULL: none was told */
    ikmi_labels *labels;
    const char *sheet; /* NULL: the rows are of none */
    ikmi_dump *dump;
    ikm_found_dialect dialect;
    ikm_error unmapped; /* why it is no survey */
    ikmi_buffer notes;  /* sentences, each with a NUL */
    size_t note_count;
};

#endif
