#include "log.h"

#include <string.h>

enum { IN_MEMORY_MAX = 4 << 20 };

/* What precedes the bytes of an entry: its message, its cell and its record, each with a NUL. */
typedef struct entry {
    ikm_issue_kind kind;
    int header;
    int64_t line, column;
    size_t message_size, cell_size, record_size;
    bool further;
} entry;

void ikmi_log_init(ikmi_log *log, int64_t limit, bool keep_records, const ikm_mem *mem)
{
    *log = (ikmi_log){.limit = limit, .keep_records = keep_records};
    ikmi_buffer_init(&log->entries, mem);
}

void ikmi_log_clear(ikmi_log *log)
{
    if (log->spilled)
        fclose(log->spilled);
    log->spilled = NULL;
    log->count = 0;
    ikmi_buffer_clear(&log->entries);
}

void ikmi_log_done(ikmi_log *log)
{
    ikmi_log_clear(log);
    ikmi_buffer_done(&log->entries);
}

static ikm_status spill(ikmi_log *log)
{
    if (!log->spilled)
        log->spilled = tmpfile();
    if (!log->spilled || fwrite(log->entries.data, 1, log->entries.size, log->spilled) != log->entries.size)
        return IKM_ERR_IO;
    ikmi_buffer_clear(&log->entries);
    return IKM_OK;
}

ikm_status ikmi_log_add(ikmi_log *log, const ikmi_refusal *refusal)
{
    if (log->count++ >= log->limit)
        return IKM_OK;
    ikm_text record = log->keep_records ? refusal->record : (ikm_text){NULL, 0};
    entry e;
    memset(&e, 0, sizeof e); /* what is between its parts goes into a file too */
    e.kind = refusal->kind;
    e.header = refusal->header;
    e.line = refusal->line;
    e.column = refusal->column;
    e.message_size = refusal->message.size;
    e.cell_size = refusal->cell.size;
    e.record_size = record.size;
    e.further = refusal->further;
    ikmi_buffer_add(&log->entries, &e, sizeof e);
    ikmi_buffer_add(&log->entries, refusal->message.data, refusal->message.size);
    ikmi_buffer_add_char(&log->entries, '\0');
    ikmi_buffer_add(&log->entries, refusal->cell.data, refusal->cell.size);
    ikmi_buffer_add_char(&log->entries, '\0');
    ikmi_buffer_add(&log->entries, record.data, record.size);
    ikmi_buffer_add_char(&log->entries, '\0');
    if (log->entries.status != IKM_OK)
        return log->entries.status;
    return log->entries.size > IN_MEMORY_MAX ? spill(log) : IKM_OK;
}

/* Bytes behind an entry. */
static size_t size_of(const entry *e)
{
    return e->message_size + e->cell_size + e->record_size + 3;
}

static int tell_one(const entry *e, const char *bytes, int64_t line_offset, const char *file,
                    const ikmi_columns *columns, ikm_issue_fn fn, void *ctx)
{
    ikm_issue issue = {
        .kind = e->kind,
        .file = file,
        .line = e->line + line_offset,
        .column = e->column,
        .header = e->header >= 0 ? columns->columns[e->header].header : "",
        .message = bytes,
        .record = {bytes + e->message_size + e->cell_size + 2, e->record_size},
        .cell = {bytes + e->message_size + 1, e->cell_size},
        .further = e->further,
    };
    return fn(ctx, &issue);
}

/* Entries of the spilled file, read back one by one. */
static ikm_status tell_spilled(ikmi_log *log, int64_t *left, int64_t line_offset, const char *file,
                               const ikmi_columns *columns, ikm_issue_fn fn, void *ctx)
{
    entry e;
    ikm_status status = IKM_OK;
    ikmi_buffer bytes;
    ikmi_buffer_init(&bytes, log->entries.mem);
    rewind(log->spilled);
    while (status == IKM_OK && *left > 0 && fread(&e, sizeof e, 1, log->spilled) == 1) {
        size_t size = size_of(&e);
        ikmi_buffer_clear(&bytes);
        char *room = ikmi_buffer_reserve(&bytes, size);
        if (!room)
            status = IKM_ERR_NOMEM;
        else if (fread(room, 1, size, log->spilled) != size)
            status = IKM_ERR_IO;
        else if (tell_one(&e, room, line_offset, file, columns, fn, ctx))
            status = IKM_ERR_STOPPED;
        --*left;
    }
    ikmi_buffer_done(&bytes);
    return status;
}

ikm_status ikmi_log_tell(ikmi_log *log, int64_t most, int64_t line_offset, const char *file,
                         const ikmi_columns *columns, ikm_issue_fn fn, void *ctx)
{
    int64_t left = most;
    if (log->spilled) {
        ikm_status status = tell_spilled(log, &left, line_offset, file, columns, fn, ctx);
        if (status != IKM_OK)
            return status;
    }
    for (size_t at = 0; at < log->entries.size && left > 0; left--) {
        entry e;
        memcpy(&e, log->entries.data + at, sizeof e);
        if (tell_one(&e, log->entries.data + at + sizeof e, line_offset, file, columns, fn, ctx))
            return IKM_ERR_STOPPED;
        at += sizeof e + size_of(&e);
    }
    return IKM_OK;
}
