/* Refused records, kept in their order until they can be told: small in memory, the rest in a private file. */
#ifndef IKMI_LOG_H
#define IKMI_LOG_H

#include "ikm/ingest.h"

#include "base/buffer.h"
#include "columns.h"

#include <stdbool.h>
#include <stdio.h>

/* Refused records in the order of their lines. */
typedef struct ikmi_log_list {
    ikmi_buffer entries;
    FILE *spilled; /* entries that went before those in memory; NULL: none */
    int64_t kept;
} ikmi_log_list;

typedef struct ikmi_log {
    ikmi_log_list found; /* as they were come across */
    ikmi_log_list late;  /* what was known only when all lines had been read; their lines are in order too */
    int64_t count;       /* how many there are */
    int64_t limit;       /* how many are kept */
    bool keep_records;   /* with the bytes of the record */
} ikmi_log;

/* One refused record as the reader saw it; its line counts from where that reader began. */
typedef struct ikmi_refusal {
    ikm_issue_kind kind;
    int64_t line, column;
    int header; /* position of the column; -1: the record as a whole */
    ikm_text message, record, cell;
    bool further; /* one more fault of a record that is refused already */
} ikmi_refusal;

void ikmi_log_init(ikmi_log *log, int64_t limit, bool keep_records, const ikm_mem *mem);
void ikmi_log_done(ikmi_log *log);
void ikmi_log_clear(ikmi_log *log);

/* Beyond the limit it is only counted. IKM_ERR_NOMEM, or IKM_ERR_IO where no file can be made. */
ikm_status ikmi_log_add(ikmi_log *log, const ikmi_refusal *refusal);
ikm_status ikmi_log_add_late(ikmi_log *log, const ikmi_refusal *refusal);

/*
 * Tell what is kept in the order of the lines, at most `most`, adding `line_offset` to each line. IKM_ERR_STOPPED when
 * `fn` said so.
 */
ikm_status ikmi_log_tell(ikmi_log *log, int64_t most, int64_t line_offset, const char *file,
                         const ikmi_columns *columns, ikm_issue_fn fn, void *ctx);

#endif
