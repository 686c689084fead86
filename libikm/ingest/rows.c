/* Rows of other formats as a layer: they take the same path as the bytes of a dump. */
#include "stream.h"

#include "base/buffer.h"
#include "base/mem.h"
#include "base/words.h"

#include <stdbool.h>
#include <string.h>

typedef struct rows {
    const ikmi_origin *origin;
    const ikm_rows *source;
    ikmi_buffer record; /* the rows in hand, ready to be read */
    size_t at;
    int64_t line; /* how many records were written */
    bool last;
} rows;

/* A cell as it is, but for the three characters that have a meaning here: they have none in any text. */
static void add_field(ikmi_buffer *record, ikm_text text)
{
    char *to = ikmi_buffer_reserve(record, text.size);
    if (!to)
        return;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        to[i] = c >= IKMI_ROWS_QUOTE && c <= IKMI_ROWS_DELIMITER ? ' ' : c;
    }
    record->size += text.size;
}

static ikm_status next_row(rows *r, ikm_error *err)
{
    const ikm_field *fields = NULL;
    size_t count = 0;
    int64_t line = 0;
    ikm_status status = r->source->next(r->source->ctx, &fields, &count, &line, err);
    ikmi_buffer_clear(&r->record);
    r->at = 0;
    if (status != IKM_OK)
        return status;
    r->last = !fields;
    if (r->last)
        return IKM_OK;
    /* rows that were left out are empty lines, so that lines keep their numbers */
    while (++r->line < line)
        ikmi_buffer_add_char(&r->record, IKMI_ROWS_NEWLINE);
    for (size_t i = 0; i < count; i++) {
        if (i)
            ikmi_buffer_add_char(&r->record, IKMI_ROWS_DELIMITER);
        add_field(&r->record, fields[i].text);
    }
    ikmi_buffer_add_char(&r->record, IKMI_ROWS_NEWLINE);
    return r->record.status == IKM_OK ? IKM_OK : ikmi_fail_plain(err, r->record.status, r->origin->lang);
}

static ikm_status read_rows(void *ctx, char *to, size_t size, size_t *got_out, ikm_error *err)
{
    rows *r = ctx;
    size_t done = 0;
    while (done < size) {
        size_t left = r->record.size - r->at, part = left < size - done ? left : size - done;
        if (part) {
            memcpy(to + done, r->record.data + r->at, part);
            r->at += part;
            done += part;
            continue;
        }
        if (r->last)
            break;
        ikm_status status = next_row(r, err);
        if (status != IKM_OK)
            return status;
    }
    *got_out = done;
    return IKM_OK;
}

static void free_rows(void *ctx)
{
    rows *r = ctx;
    ikmi_buffer_done(&r->record);
    ikmi_release(r->origin->mem, r);
}

ikm_status ikmi_stream_of_rows(ikmi_stream *out, const ikm_rows *source, const ikmi_origin *origin, ikm_error *err)
{
    rows *r = ikmi_alloc_zero(origin->mem, 1, sizeof *r);
    if (!r)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, origin->lang);
    r->origin = origin;
    r->source = source;
    ikmi_buffer_init(&r->record, origin->mem);
    *out = (ikmi_stream){read_rows, free_rows, r};
    return IKM_OK;
}
