#include "dump.h"

#include "base/mem.h"
#include "base/words.h"
#include "cell.h"
#include "record.h"
#include "sniff.h"
#include "stream.h"

#include <string.h>

enum { SAMPLE_ROWS = 100 };

/* The header and some rows behind it as cells, row after row in one buffer. */
typedef struct top {
    const ikmi_dump *dump;
    ikm_text head;
    bool whole;
    ikmi_encoding encoding;
    ikmi_record record;
    ikmi_buffer text;    /* the cells, each with a NUL behind it */
    ikmi_buffer extents; /* of each cell: offset and size in `text`, as size_t */
    ikmi_cells cells;
    ikmi_buffer scratch;
} top;

static ikm_status no_memory(const ikmi_dump *dump, ikm_error *err)
{
    return ikmi_fail_plain(err, IKM_ERR_NOMEM, dump->options.lang);
}

static ikm_status top_init(top *t, const ikmi_dump *dump, ikm_text head, bool whole)
{
    const ikm_mem *mem = dump->options.mem;
    *t = (top){.dump = dump, .head = head, .whole = whole};
    t->encoding = dump->encoding == IKMI_ENCODING_UNKNOWN ? IKMI_ENCODING_UTF8 : dump->encoding;
    ikmi_record_init(&t->record, mem);
    ikmi_buffer_init(&t->text, mem);
    ikmi_buffer_init(&t->extents, mem);
    ikmi_buffer_init(&t->scratch, mem);
    return ikmi_cells_init(&t->cells, &dump->dialect, &t->scratch, mem);
}

static void top_done(top *t)
{
    ikmi_record_done(&t->record);
    ikmi_buffer_done(&t->text);
    ikmi_buffer_done(&t->extents);
    ikmi_buffer_done(&t->scratch);
    ikmi_cells_done(&t->cells);
}

/* Add the first `count` cells of the record in hand; cells that it does not have are empty. */
static ikm_status add_cells(top *t, const char *bytes, size_t count)
{
    for (size_t i = 0, start = 0; i < count; i++) {
        ikmi_cell cell = {{"", 0}, false};
        if (i < t->record.field_count) {
            ikm_text field = {bytes + start, t->record.field_end[i] - start};
            ikmi_buffer_clear(&t->scratch);
            ikm_status status = ikmi_cell_read(&cell, &t->cells, field, t->encoding);
            if (status != IKM_OK)
                return status;
            start = t->record.field_end[i] + (size_t)1;
        }
        size_t extent[2] = {t->text.size, cell.text.size};
        ikmi_buffer_add(&t->extents, extent, sizeof extent);
        ikmi_buffer_add(&t->text, cell.text.data, cell.text.size);
        ikmi_buffer_add_char(&t->text, '\0');
    }
    return t->text.status != IKM_OK ? t->text.status : t->extents.status;
}

/* Once all cells are there, their texts: an array of yours, or NULL. */
static ikm_text *all_cells(const top *t, size_t *count_out)
{
    size_t count = t->extents.size / (2 * sizeof(size_t));
    ikm_text *cells = ikmi_alloc_zero(t->dump->options.mem, count, sizeof *cells);
    for (size_t i = 0; cells && i < count; i++) {
        size_t extent[2];
        memcpy(extent, t->extents.data + i * sizeof extent, sizeof extent);
        cells[i] = (ikm_text){t->text.data + extent[0], extent[1]};
    }
    *count_out = count;
    return cells;
}

static size_t named_columns(const top *t, size_t count)
{
    while (count > 0) {
        size_t extent[2];
        memcpy(extent, t->extents.data + (count - 1) * sizeof extent, sizeof extent);
        if (extent[1])
            break;
        count--;
    }
    return count;
}

static ikm_status read_header(ikmi_dump *dump, top *t, size_t at, ikm_error *err)
{
    const char *name = ikmi_source_name(dump->source);
    ikmi_record_state state =
        ikmi_record_parse(&t->record, t->head.data + at, t->head.size - at, t->whole, &dump->dialect);
    if (state == IKMI_RECORD_NOMEM)
        return no_memory(dump, err);
    if (state != IKMI_RECORD_DONE || t->record.fault) {
        ikm_status status =
            ikmi_fail(err, IKM_ERR_DATA, dump->options.lang, IKMI_WORD_INGEST_BAD_HEADER, IKMI_SAY(name));
        if (err)
            err->line = dump->header_line;
        return status;
    }
    if (add_cells(t, t->head.data + at, t->record.field_count) != IKM_OK)
        return no_memory(dump, err);
    dump->fields_most = t->record.field_count;
    dump->fields_least = named_columns(t, t->record.field_count);
    dump->data_at = (int64_t)(at + t->record.size);
    dump->data_line = dump->header_line + t->record.newlines;
    return IKM_OK;
}

static ikm_status read_sample(const ikmi_dump *dump, top *t, ikm_error *err)
{
    size_t at = (size_t)dump->data_at;
    for (int row = 0; row < SAMPLE_ROWS && at < t->head.size; row++) {
        ikmi_record_state state =
            ikmi_record_parse(&t->record, t->head.data + at, t->head.size - at, t->whole, &dump->dialect);
        if (state != IKMI_RECORD_DONE && state != IKMI_RECORD_NOMEM)
            break;
        bool usable = !t->record.fault && t->record.field_count > 1;
        if (state == IKMI_RECORD_NOMEM || (usable && add_cells(t, t->head.data + at, dump->fields_most) != IKM_OK))
            return no_memory(dump, err);
        at += t->record.size;
    }
    return IKM_OK;
}

static ikm_status map_columns(ikmi_dump *dump, const top *t, ikm_error *err)
{
    size_t count;
    const ikmi_dump_options *o = &dump->options;
    ikm_text *cells = all_cells(t, &count);
    if (!cells)
        return no_memory(dump, err);
    ikmi_sample sample = {cells + dump->fields_most, count / dump->fields_most - 1};
    ikm_status status = ikmi_columns_map(&dump->columns, o->rules, o->labels, cells, dump->fields_most, &sample,
                                         ikmi_source_name(dump->source), dump->header_line, o->lang, o->mem, err);
    ikmi_release(o->mem, cells);
    return status;
}

static ikm_status understand(ikmi_dump *dump, ikm_error *err)
{
    ikmi_sniff sniff;
    const ikmi_dump_options *o = &dump->options;
    ikm_text head = ikmi_source_head(dump->source);
    int64_t size = ikmi_source_size(dump->source);
    bool whole = size >= 0 ? (int64_t)head.size == size : head.size < IKMI_HEAD_SIZE;
    ikmi_dialect told = {o->dialect.delimiter, o->dialect.quote, 0};
    if (ikmi_source_wrapping(dump->source) == IKMI_WRAPPING_ROWS)
        told = (ikmi_dialect){IKMI_ROWS_DELIMITER, IKMI_ROWS_QUOTE, IKMI_ROWS_NEWLINE};
    ikm_status status =
        ikmi_sniff_find(&sniff, head, whole, &told, ikmi_source_name(dump->source), o->lang, o->mem, err);
    if (status != IKM_OK)
        return status;
    dump->dialect = sniff.dialect;
    dump->encoding = sniff.encoding;
    dump->header_line = sniff.header_line;
    top t;
    status = top_init(&t, dump, head, whole) == IKM_OK ? IKM_OK : no_memory(dump, err);
    if (status == IKM_OK)
        status = read_header(dump, &t, sniff.header_at, err);
    if (status == IKM_OK)
        status = read_sample(dump, &t, err);
    if (status == IKM_OK)
        status = map_columns(dump, &t, err);
    top_done(&t);
    return status;
}

ikm_status ikmi_dump_new(ikmi_dump **out, const ikm_input *input, const ikmi_dump_options *options, ikm_error *err)
{
    *out = NULL;
    ikmi_dump *dump = ikmi_alloc_zero(options->mem, 1, sizeof *dump);
    if (!dump)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, options->lang);
    dump->options = *options;
    dump->columns.mem = options->mem;
    ikm_status status = ikmi_source_new(&dump->source, input, options->lang, options->mem, err);
    if (status == IKM_OK)
        status = understand(dump, err);
    if (status != IKM_OK) {
        ikmi_dump_free(dump);
        return status;
    }
    *out = dump;
    return IKM_OK;
}

void ikmi_dump_free(ikmi_dump *dump)
{
    if (!dump)
        return;
    ikmi_columns_done(&dump->columns);
    ikmi_source_free(dump->source);
    ikmi_release(dump->options.mem, dump);
}
