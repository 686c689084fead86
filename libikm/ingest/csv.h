/* What quoted fields say: libcsv decodes them. */
#ifndef IKMI_CSV_H
#define IKMI_CSV_H

#include "ikm/base.h"

#include "base/buffer.h"
#include "dialect.h"

#include <csv.h>

/* A decoder; one for each thread. Its buffer is libcsv's own, from malloc, and never over IKMI_FIELD_MAX by much. */
typedef struct ikmi_csv {
    struct csv_parser parser;
    bool ready;
} ikmi_csv;

ikm_status ikmi_csv_init(ikmi_csv *csv, const ikmi_dialect *dialect);
void ikmi_csv_done(ikmi_csv *csv);

/*
 * Append what a well-formed quoted field (as record.h defines it; blanks around
 * its quotes are fine) says. IKM_ERR_NOMEM when memory is refused.
 */
ikm_status ikmi_csv_unquote(ikmi_csv *csv, ikmi_buffer *out, ikm_text field);

#endif
