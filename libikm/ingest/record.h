/*
 * One record taken apart with care: the definition of what a record is.
 *
 * A field whose first byte, after blanks, is a quote is quoted; its quote closes
 * where a quote stands before (blanks and) a delimiter or the end of the record,
 * within IKMI_QUOTED_NEWLINES_MAX line breaks and IKMI_FIELD_MAX bytes; a quote that is
 * doubled, or stands behind the dialect's escape, does not close it. If it does
 * not close it is stray: the record ends at the first newline after it and is
 * refused. A quote anywhere else is a character like any other.
 */
#ifndef IKMI_RECORD_H
#define IKMI_RECORD_H

#include "ikm/ingest.h"

#include "dialect.h"

typedef struct ikmi_record {
    const ikm_mem *mem;
    size_t size;         /* bytes, with the newline that ends it */
    size_t field_count;  /* at most IKMI_FIELDS_MAX are noted */
    uint32_t *field_end; /* where each field's delimiter or newline stands, from the record's first byte */
    size_t field_room;
    int64_t newlines;     /* in all of it */
    ikm_issue_kind fault; /* 0: none; IKM_ISSUE_QUOTE or IKM_ISSUE_LONG */
    size_t fault_at;      /* where the faulty field begins */
} ikmi_record;

typedef enum ikmi_record_state {
    IKMI_RECORD_DONE,
    IKMI_RECORD_MORE,    /* it does not end within what was given */
    IKMI_RECORD_ENDLESS, /* it does not end within IKMI_RECORD_MAX: it ends at the first newline behind that */
    IKMI_RECORD_NOMEM
} ikmi_record_state;

void ikmi_record_init(ikmi_record *record, const ikm_mem *mem);
void ikmi_record_done(ikmi_record *record);

/* `last`: nothing follows these bytes. At least one byte is given. */
ikmi_record_state ikmi_record_parse(ikmi_record *record, const char *bytes, size_t size, bool last,
                                    const ikmi_dialect *dialect);

#endif
