#include "peek.h"

#include "base/mem.h"
#include "cell.h"
#include "record.h"

#include <string.h>

/* A cell while the texts may still move. */
typedef struct extent {
    size_t at, size;
} extent;

typedef struct peeking {
    ikmi_peek *out;
    ikmi_record record;
    ikmi_cells cells;
    ikmi_buffer scratch, rows, extents;
    ikmi_encoding encoding;
} peeking;

bool ikmi_is_blank_record(ikm_text record, const ikmi_dialect *dialect)
{
    for (size_t i = 0; i < record.size; i++) {
        char c = record.data[i];
        if (!ikmi_is_blank(c) && c != dialect->newline && c != dialect->delimiter && c != dialect->quote)
            return false;
    }
    return true;
}

static ikm_status peeking_begin(peeking *p, const ikmi_dialect *dialect, const ikm_mem *mem)
{
    ikmi_record_init(&p->record, mem);
    ikmi_buffer_init(&p->scratch, mem);
    ikmi_buffer_init(&p->rows, mem);
    ikmi_buffer_init(&p->extents, mem);
    return ikmi_cells_init(&p->cells, dialect, &p->scratch, mem);
}

static void peeking_end(peeking *p)
{
    ikmi_record_done(&p->record);
    ikmi_cells_done(&p->cells);
    ikmi_buffer_done(&p->scratch);
    ikmi_buffer_done(&p->rows);
    ikmi_buffer_done(&p->extents);
}

static ikm_status add_cells(peeking *p, const char *bytes)
{
    for (size_t i = 0, start = 0; i < p->record.field_count; i++) {
        ikmi_cell cell;
        ikm_text field = {bytes + start, p->record.field_end[i] - start};
        ikmi_buffer_clear(&p->scratch);
        ikm_status status = ikmi_cell_read(&cell, &p->cells, field, p->encoding);
        if (status != IKM_OK)
            return status;
        extent e = {p->out->text.size, cell.text.size};
        ikmi_buffer_add(&p->extents, &e, sizeof e);
        ikmi_buffer_add(&p->out->text, cell.text.data, cell.text.size);
        ikmi_buffer_add_char(&p->out->text, '\0');
        start = p->record.field_end[i] + (size_t)1;
    }
    return p->extents.status == IKM_OK ? p->out->text.status : p->extents.status;
}

static ikm_status add_row(peeking *p, ikm_text head, size_t at, int64_t line)
{
    const ikmi_record *record = &p->record;
    ikmi_peeked row = {line, at, record->size, record->newlines, p->extents.size / sizeof(extent), 0, record->fault};
    ikm_status status = IKM_OK;
    if (!row.fault) {
        row.count = record->field_count;
        status = add_cells(p, head.data + at);
    }
    ikmi_buffer_add(&p->rows, &row, sizeof row);
    return status == IKM_OK ? p->rows.status : status;
}

/* Once all is there: the arrays, with cells that point to their texts. */
static ikm_status settle(peeking *p)
{
    ikmi_peek *out = p->out;
    size_t rows = p->rows.size / sizeof(ikmi_peeked), cells = p->extents.size / sizeof(extent);
    out->rows = ikmi_alloc_zero(out->mem, rows + 1, sizeof *out->rows);
    out->cells = ikmi_alloc_zero(out->mem, cells + 1, sizeof *out->cells);
    if (!out->rows || !out->cells)
        return IKM_ERR_NOMEM;
    if (rows)
        memcpy(out->rows, p->rows.data, p->rows.size);
    out->row_count = rows;
    for (size_t i = 0; i < cells; i++) {
        extent e;
        memcpy(&e, p->extents.data + i * sizeof e, sizeof e);
        out->cells[i] = (ikm_text){out->text.data + e.at, e.size};
    }
    return IKM_OK;
}

ikm_status ikmi_peek_read(ikmi_peek *out, ikm_text head, size_t at, int64_t line, bool whole, size_t most,
                          const ikmi_dialect *dialect, ikmi_encoding encoding, const ikm_mem *mem)
{
    peeking p = {.out = out, .encoding = encoding == IKMI_ENCODING_UNKNOWN ? IKMI_ENCODING_UTF8 : encoding};
    *out = (ikmi_peek){.mem = mem};
    ikmi_buffer_init(&out->text, mem);
    ikm_status status = peeking_begin(&p, dialect, mem);
    for (size_t rows = 0; status == IKM_OK && at < head.size && rows < most;) {
        ikmi_record_state state = ikmi_record_parse(&p.record, head.data + at, head.size - at, whole, dialect);
        if (state == IKMI_RECORD_NOMEM)
            status = IKM_ERR_NOMEM;
        if (state != IKMI_RECORD_DONE)
            break;
        if (!ikmi_is_blank_record((ikm_text){head.data + at, p.record.size}, dialect)) {
            status = add_row(&p, head, at, line);
            rows++;
        }
        at += p.record.size;
        line += p.record.newlines;
    }
    if (status == IKM_OK)
        status = settle(&p);
    peeking_end(&p);
    return status;
}

void ikmi_peek_done(ikmi_peek *peek)
{
    ikmi_release(peek->mem, peek->rows);
    ikmi_release(peek->mem, peek->cells);
    ikmi_buffer_done(&peek->text);
    *peek = (ikmi_peek){.mem = peek->mem};
}
