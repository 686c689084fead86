#include "record.h"

#include "base/mem.h"

#include <string.h>

void ikmi_record_init(ikmi_record *record, const ikm_mem *mem)
{
    *record = (ikmi_record){.mem = mem};
}

void ikmi_record_done(ikmi_record *record)
{
    ikmi_release(record->mem, record->field_end);
    ikmi_record_init(record, record->mem);
}

typedef struct text {
    const char *bytes;
    size_t size;
    bool last;
    const ikmi_dialect *dialect;
} text;

static size_t behind_blanks(const text *t, size_t at)
{
    while (at < t->size && ikmi_is_blank(t->bytes[at]) && t->bytes[at] != t->dialect->delimiter &&
           t->bytes[at] != t->dialect->newline)
        at++;
    return at;
}

static bool ends_field(const text *t, size_t at)
{
    return at < t->size ? t->bytes[at] == t->dialect->delimiter || t->bytes[at] == t->dialect->newline : t->last;
}

typedef enum closing { CLOSED, STRAY, CUT } closing;

/* Does this byte take the meaning from the next one? */
static bool escapes(const text *t, size_t at)
{
    const char escape = t->dialect->escape;
    return escape && t->bytes[at] == escape && at + 1 < t->size &&
           (t->bytes[at + 1] == t->dialect->quote || t->bytes[at + 1] == escape);
}

/* From an opening quote at `open` to what ends its field; `*end_out` only when closed. */
static closing find_close(const text *t, size_t open, size_t *end_out)
{
    const char quote = t->dialect->quote;
    size_t limit = open + IKMI_FIELD_MAX, newlines = 0;
    for (size_t at = open + 1; at < t->size; at++) {
        char c = t->bytes[at];
        newlines += c == t->dialect->newline;
        if (at > limit || newlines > IKMI_QUOTED_NEWLINES_MAX)
            return STRAY;
        if (escapes(t, at)) {
            at++;
            continue;
        }
        if (c != quote)
            continue;
        if (at + 1 < t->size && t->bytes[at + 1] == quote) {
            at++;
            continue;
        }
        size_t end = behind_blanks(t, at + 1);
        if (end == t->size && !t->last)
            return CUT;
        if (!ends_field(t, end))
            return STRAY;
        *end_out = end;
        return CLOSED;
    }
    return t->last ? STRAY : CUT;
}

static size_t find_newline(const text *t, size_t from)
{
    const char *found = from < t->size ? memchr(t->bytes + from, t->dialect->newline, t->size - from) : NULL;
    return found ? (size_t)(found - t->bytes) : t->size;
}

static bool note_field(ikmi_record *record, size_t start, size_t end)
{
    if (end - start > IKMI_FIELD_MAX && !record->fault) {
        record->fault = IKM_ISSUE_LONG;
        record->fault_at = start;
    }
    if (record->field_count == IKMI_FIELDS_MAX)
        return true;
    if (record->field_count == record->field_room) {
        size_t room = record->field_room ? record->field_room * 2 : 64;
        uint32_t *larger = ikmi_resize(record->mem, record->field_end, room * sizeof *larger);
        if (!larger)
            return false;
        record->field_end = larger;
        record->field_room = room;
    }
    record->field_end[record->field_count++] = (uint32_t)end;
    return true;
}

/* Where the field that begins at `start` ends; false when it is cut off before its end. */
static bool find_field_end(ikmi_record *record, const text *t, size_t start, size_t *end_out, bool *stray_out)
{
    size_t at = behind_blanks(t, start);
    if (at < t->size && t->bytes[at] == t->dialect->quote) {
        closing how = find_close(t, at, end_out);
        if (how == CLOSED)
            return true;
        if (how == CUT)
            return false;
        record->fault = IKM_ISSUE_QUOTE;
        record->fault_at = start;
        *stray_out = true;
        at = find_newline(t, at);
    } else {
        while (at < t->size && !ends_field(t, at))
            at++;
    }
    *end_out = at;
    return at < t->size || t->last;
}

static ikmi_record_state finish(ikmi_record *record, const text *t, size_t end)
{
    if (end > IKMI_RECORD_MAX)
        return IKMI_RECORD_ENDLESS;
    record->size = end < t->size ? end + 1 : end;
    record->newlines = 0;
    for (size_t at = find_newline(t, 0); at < record->size; at = find_newline(t, at + 1))
        record->newlines++;
    return IKMI_RECORD_DONE;
}

ikmi_record_state ikmi_record_parse(ikmi_record *record, const char *bytes, size_t size, bool last,
                                    const ikmi_dialect *dialect)
{
    const text t = {bytes, size, last, dialect};
    size_t start = 0;
    record->field_count = 0;
    record->fault = (ikm_issue_kind)0;
    for (;;) {
        size_t end;
        bool stray = false;
        if (!find_field_end(record, &t, start, &end, &stray))
            return size >= (size_t)IKMI_RECORD_MAX + IKMI_FIELD_MAX + 2 ? IKMI_RECORD_ENDLESS : IKMI_RECORD_MORE;
        if (start > IKMI_RECORD_MAX)
            return IKMI_RECORD_ENDLESS;
        if (!note_field(record, start, end))
            return IKMI_RECORD_NOMEM;
        if (stray || end == size || bytes[end] == dialect->newline)
            return finish(record, &t, end);
        start = end + 1;
    }
}
