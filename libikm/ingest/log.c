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

/* Bytes behind an entry. */
static size_t size_of(const entry *e)
{
    return e->message_size + e->cell_size + e->record_size + 3;
}

void ikmi_log_init(ikmi_log *log, int64_t limit, bool keep_records, const ikm_mem *mem)
{
    *log = (ikmi_log){.limit = limit, .keep_records = keep_records};
    ikmi_buffer_init(&log->found.entries, mem);
    ikmi_buffer_init(&log->late.entries, mem);
}

static void clear(ikmi_log_list *list)
{
    if (list->spilled)
        fclose(list->spilled);
    list->spilled = NULL;
    list->kept = 0;
    ikmi_buffer_clear(&list->entries);
}

void ikmi_log_clear(ikmi_log *log)
{
    clear(&log->found);
    clear(&log->late);
    log->count = 0;
}

void ikmi_log_done(ikmi_log *log)
{
    ikmi_log_clear(log);
    ikmi_buffer_done(&log->found.entries);
    ikmi_buffer_done(&log->late.entries);
}

static ikm_status spill(ikmi_log_list *list)
{
    if (!list->spilled)
        list->spilled = tmpfile();
    if (!list->spilled || fwrite(list->entries.data, 1, list->entries.size, list->spilled) != list->entries.size)
        return IKM_ERR_IO;
    ikmi_buffer_clear(&list->entries);
    return IKM_OK;
}

static ikm_status add(ikmi_log *log, ikmi_log_list *list, const ikmi_refusal *refusal)
{
    log->count++;
    if (list->kept >= log->limit)
        return IKM_OK;
    list->kept++;
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
    ikmi_buffer_add(&list->entries, &e, sizeof e);
    ikmi_buffer_add(&list->entries, refusal->message.data, refusal->message.size);
    ikmi_buffer_add_char(&list->entries, '\0');
    ikmi_buffer_add(&list->entries, refusal->cell.data, refusal->cell.size);
    ikmi_buffer_add_char(&list->entries, '\0');
    ikmi_buffer_add(&list->entries, record.data, record.size);
    ikmi_buffer_add_char(&list->entries, '\0');
    if (list->entries.status != IKM_OK)
        return list->entries.status;
    return list->entries.size > IN_MEMORY_MAX ? spill(list) : IKM_OK;
}

ikm_status ikmi_log_add(ikmi_log *log, const ikmi_refusal *refusal)
{
    return add(log, &log->found, refusal);
}

ikm_status ikmi_log_add_late(ikmi_log *log, const ikmi_refusal *refusal)
{
    return add(log, &log->late, refusal);
}

/* A list that is being told: the entry in hand. */
typedef struct cursor {
    ikmi_log_list *list;
    bool spilled; /* the file is not at its end yet */
    size_t at;    /* behind it, in memory */
    bool there;
    entry e;
    const char *bytes; /* its message, its cell and its record, each with a NUL */
    ikmi_buffer read;  /* of the file */
} cursor;

/* The next entry of the file, if there is one. */
static ikm_status step_in_file(cursor *c)
{
    c->there = fread(&c->e, sizeof c->e, 1, c->list->spilled) == 1;
    c->spilled = c->there;
    if (!c->there)
        return ferror(c->list->spilled) ? IKM_ERR_IO : IKM_OK;
    size_t size = size_of(&c->e);
    ikmi_buffer_clear(&c->read);
    char *room = ikmi_buffer_reserve(&c->read, size);
    if (!room)
        return IKM_ERR_NOMEM;
    c->bytes = room;
    return fread(room, 1, size, c->list->spilled) == size ? IKM_OK : IKM_ERR_IO;
}

static ikm_status step(cursor *c)
{
    if (c->spilled) {
        ikm_status status = step_in_file(c);
        if (status != IKM_OK || c->there)
            return status;
    }
    c->there = c->at < c->list->entries.size;
    if (c->there) {
        memcpy(&c->e, c->list->entries.data + c->at, sizeof c->e);
        c->bytes = c->list->entries.data + c->at + sizeof c->e;
        c->at += sizeof c->e + size_of(&c->e);
    }
    return IKM_OK;
}

static ikm_status begin(cursor *c, ikmi_log_list *list)
{
    *c = (cursor){.list = list, .spilled = list->spilled != NULL};
    ikmi_buffer_init(&c->read, list->entries.mem);
    if (list->spilled)
        rewind(list->spilled);
    return step(c);
}

static int tell_one(const cursor *c, int64_t line_offset, const char *file, const ikmi_columns *columns,
                    ikm_issue_fn fn, void *ctx)
{
    ikm_issue issue = {
        .kind = c->e.kind,
        .file = file,
        .line = c->e.line + line_offset,
        .column = c->e.column,
        .header = c->e.header >= 0 ? columns->columns[c->e.header].header : "",
        .message = c->bytes,
        .record = {c->bytes + c->e.message_size + c->e.cell_size + 2, c->e.record_size},
        .cell = {c->bytes + c->e.message_size + 1, c->e.cell_size},
        .further = c->e.further,
    };
    return fn(ctx, &issue);
}

ikm_status ikmi_log_tell(ikmi_log *log, int64_t most, int64_t line_offset, const char *file,
                         const ikmi_columns *columns, ikm_issue_fn fn, void *ctx)
{
    cursor found, late;
    ikm_status status = begin(&found, &log->found), begun = begin(&late, &log->late);
    if (status == IKM_OK)
        status = begun;
    for (int64_t told = 0; status == IKM_OK && told < most && (found.there || late.there); told++) {
        cursor *next = !late.there || (found.there && found.e.line <= late.e.line) ? &found : &late;
        status = tell_one(next, line_offset, file, columns, fn, ctx) ? IKM_ERR_STOPPED : step(next);
    }
    ikmi_buffer_done(&found.read);
    ikmi_buffer_done(&late.read);
    return status;
}
