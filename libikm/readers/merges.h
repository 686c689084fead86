/* The merged ranges of a sheet, which stand behind its rows in the file. */
#ifndef IKMI_MERGES_H
#define IKMI_MERGES_H

#include "worksheet.h"

typedef struct ikmi_merge {
    int64_t top, bottom; /* lines, from 1 */
    size_t left, right;  /* columns, from 1 */
} ikmi_merge;

typedef struct ikmi_merges {
    ikmi_merge *items;
    size_t count, capacity;
} ikmi_merges;

/* Those that begin at line `last` or above it. The part is read again, apart from its rows. */
ikm_status ikmi_merges_read(ikmi_merges *out, const ikmi_book *book, const char *name, const char *path, int64_t last,
                            ikm_error *err);
void ikmi_merges_done(ikmi_merges *merges, const ikmi_desk *desk);

#endif
