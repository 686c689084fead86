/* Every cell of every record of any table, as it was read. */
#include "ikm/clean.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"
#include "ingest/cell.h"
#include "ingest/log.h"
#include "ingest/schema.h"
#include "ingest/walk.h"
#include "plain.h"

static const ikm_survey_options defaults = IKM_SURVEY_OPTIONS_INIT;

typedef struct cleaning {
    const ikm_survey_options *options;
    ikmi_grid grid;
    ikmi_walk walk;
    ikmi_plain *plain;
    ikmi_cells cells;
    ikmi_buffer text; /* of the field in hand, where it is not as it stands */
    ikmi_log log;
    ikm_row_counts rows;
    ikm_error *err;
} cleaning;

/* `last`: of its record, so that a CR at its end belongs to the line break. */
static ikm_status put_field(cleaning *c, ikm_text field, bool last)
{
    ikmi_cell cell;
    ikmi_buffer_clear(&c->text);
    if (last && c->grid.dialect.newline == '\n' && field.size && field.data[field.size - 1] == '\r')
        field.size--;
    ikm_status status =
        ikmi_cell_read_exact(&cell, &c->cells, field, c->walk.encoding ? c->walk.encoding : IKMI_ENCODING_UTF8);
    if (status == IKM_OK)
        ikmi_plain_field(c->plain, cell.text);
    return status;
}

/* A row of names is written as it stands; several are one by the names that they make together. */
static ikm_status put_header(cleaning *c)
{
    const ikmi_peeked *row = &c->grid.peek.rows[c->grid.header.first];
    ikm_status status = IKM_OK;
    if (c->grid.header.names == 1) {
        const char *bytes = ikmi_source_head(c->grid.source).data + row->at;
        ikmi_record *record = &c->walk.record;
        if (ikmi_record_parse(record, bytes, row->size, true, &c->grid.dialect) != IKMI_RECORD_DONE)
            return IKM_ERR_NOMEM; /* it was taken apart before */
        for (size_t i = 0, start = 0; status == IKM_OK && i < record->field_count; i++) {
            bool last = i + 1 == record->field_count;
            status = put_field(c, (ikm_text){bytes + start, record->field_end[i] - start}, last);
            start = record->field_end[i] + (size_t)1;
        }
    } else {
        for (size_t i = 0; i < c->grid.columns; i++)
            ikmi_plain_field(c->plain, c->grid.headers[i]);
    }
    ikmi_plain_end(c->plain);
    return status;
}

static ikm_status refuse(cleaning *c, ikm_issue_kind kind, size_t at)
{
    char limit[IKMI_INTEGER_SIZE], message[160];
    ikmi_refusal refusal = {.kind = kind, .header = -1, .record = ikmi_walk_bytes(&c->walk)};
    ikmi_walk_locate(&c->walk, at, &refusal.line, &refusal.column);
    ikmi_integer_text(limit, IKMI_FIELD_MAX);
    ikmi_say(message, sizeof message, c->options->lang,
             kind == IKM_ISSUE_QUOTE ? IKMI_WORD_INGEST_STRAY_QUOTE : IKMI_WORD_INGEST_TOO_LONG, IKMI_SAY(limit));
    refusal.message = ikmi_text(message);
    c->rows.refused++;
    return ikmi_log_add(&c->log, &refusal);
}

static bool is_empty_line(const cleaning *c)
{
    ikm_text bytes = ikmi_walk_bytes(&c->walk);
    for (size_t i = 0; i < bytes.size; i++)
        if (!ikmi_is_blank(bytes.data[i]) || bytes.data[i] == c->grid.dialect.delimiter)
            return false;
    return true;
}

static ikm_status put_record(cleaning *c)
{
    const ikmi_record *record = &c->walk.record;
    ikm_status status = IKM_OK;
    if (!c->walk.endless && is_empty_line(c))
        return IKM_OK;
    c->rows.read++;
    if (c->walk.endless || record->field_count == IKMI_FIELDS_MAX)
        return refuse(c, IKM_ISSUE_LONG, 0);
    if (record->fault)
        return refuse(c, record->fault, record->fault_at);
    for (size_t i = 0; status == IKM_OK && i < record->field_count; i++)
        status = put_field(c, ikmi_walk_field(&c->walk, i), i + 1 == record->field_count);
    ikmi_plain_end(c->plain);
    c->rows.used++;
    return status;
}

/* Somebody may want to know each time that the window has moved. */
static ikm_status watch(const cleaning *c, int64_t *told)
{
    const ikm_survey_options *o = c->options;
    int64_t at = c->walk.window.offset, size = ikmi_source_size(c->grid.source);
    if (!o->on_progress || at == *told)
        return IKM_OK;
    *told = at;
    return o->on_progress(o->progress_ctx, at, size > 0 ? size : 0) ? IKM_ERR_STOPPED : IKM_OK;
}

static ikm_status put_all(cleaning *c)
{
    bool more = true;
    int64_t told = c->walk.window.offset;
    ikm_status status = put_header(c);
    while (status == IKM_OK && more && !c->plain->failed) {
        status = ikmi_walk_next(&c->walk, &more, c->err);
        if (status == IKM_OK && more)
            status = put_record(c);
        if (status == IKM_OK)
            status = watch(c, &told);
    }
    ikm_status written = ikmi_plain_done(c->plain);
    return status == IKM_OK ? written : status;
}

static ikm_status tell(cleaning *c)
{
    const ikm_survey_options *o = c->options;
    if (!o->on_issue)
        return IKM_OK;
    return ikmi_log_tell(&c->log, INT64_MAX, 0, ikmi_source_name(c->grid.source), NULL, o->on_issue, o->issue_ctx);
}

static ikm_status run(cleaning *c, ikm_sink sink)
{
    const ikm_survey_options *o = c->options;
    int64_t limit = !o->on_issue ? 0 : o->issue_limit ? o->issue_limit : INT64_MAX;
    c->plain = ikmi_alloc(o->mem, sizeof *c->plain);
    if (!c->plain)
        return IKM_ERR_NOMEM;
    ikmi_plain_init(c->plain, sink);
    ikmi_buffer_init(&c->text, o->mem);
    ikmi_log_init(&c->log, limit, o->issue_records != 0, o->mem);
    ikmi_walk_begin(&c->walk, &c->grid);
    ikm_status status = ikmi_cells_init(&c->cells, &c->grid.dialect, &c->text, o->mem);
    if (status == IKM_OK)
        status = put_all(c);
    if (status == IKM_OK)
        status = tell(c);
    ikmi_cells_done(&c->cells);
    ikmi_walk_done(&c->walk);
    ikmi_log_done(&c->log);
    ikmi_buffer_done(&c->text);
    ikmi_release(o->mem, c->plain);
    return status;
}

ikm_status ikm_clean_all(ikm_sink sink, const ikm_input *input, const ikm_survey_options *options,
                         ikm_row_counts *rows_out, ikm_error *err)
{
    const ikm_survey_options *o = options ? options : &defaults;
    if (!sink.write || !input || o->size != sizeof *o ||
        (input->path != NULL) + (input->bytes.data != NULL) + (input->rows != NULL) != 1)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
    cleaning c = {.options = o, .err = err};
    ikmi_schema *schema = NULL;
    ikm_status status = IKM_OK;
    if (o->schema.size) /* of which only the dialect matters here */
        status = ikmi_schema_read(&schema, o->schema, o->rules ? o->rules : ikm_rules_at(0), o->lang, o->mem, err);
    const ikm_dialect dialect = ikmi_schema_dialect(schema, &o->dialect);
    if (status == IKM_OK)
        status = ikmi_grid_open(&c.grid, input, &(ikmi_grid_options){dialect, o->lang, o->mem}, err);
    ikmi_schema_free(schema);
    if (status != IKM_OK)
        return status;
    if (err)
        *err = (ikm_error){.offset = -1};
    status = run(&c, sink);
    ikmi_grid_close(&c.grid);
    if (status == IKM_OK && rows_out)
        *rows_out = c.rows;
    if (status != IKM_OK && status != IKM_ERR_IO)
        return ikmi_fail_plain(err, status, o->lang);
    return status;
}
