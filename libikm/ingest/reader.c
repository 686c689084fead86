#include "reader.h"

#include "base/mem.h"
#include "reading.h"

#include <stddef.h>
#include <string.h>

enum { ARENA_MIN = 64 << 10 };

ikm_status ikmi_reader_flush(ikmi_reader *r)
{
    ikmi_batch batch = {.rows = r->rows};
    if (!r->rows)
        return IKM_OK;
    for (size_t e = 0; e < r->element_count; e++)
        batch.scores[e] = r->scores[e];
    for (size_t w = 0; w < r->options->want_count; w++)
        batch.texts[w] = r->texts[w];
    r->rows = 0;
    ikm_status status = r->options->take(r->options->take_ctx, &batch);
    ikmi_buffer_clear(&r->arena);
    return status;
}

/* Nothing but delimiters, quotes and blanks. */
bool ikmi_found_is_empty(const ikmi_reader *r, const ikmi_found *f)
{
    for (size_t i = 0; i < f->size; i++) {
        char c = f->bytes[f->start + i];
        if (!ikmi_is_blank(c) && c != r->dump->grid.dialect.delimiter && c != r->dump->grid.dialect.newline &&
            c != r->dump->grid.dialect.quote)
            return false;
    }
    return true;
}

/* Room for a record in the batch and in the arena. */
static inline ikm_status make_room(ikmi_reader *r, const ikmi_found *f)
{
    /* texts point into the arena, which must not move while a batch is under way: a byte of the dump becomes
       at most three, once for each text that is wanted of it and once to look at a score */
    size_t need = 3 * f->size * r->texts_at_once;
    if (r->rows == IKMI_BATCH_ROWS || r->arena.capacity - r->arena.size <= need) {
        ikm_status status = ikmi_reader_flush(r);
        if (status != IKM_OK)
            return status;
        if (!ikmi_buffer_reserve(&r->arena, need < ARENA_MIN ? ARENA_MIN : need))
            return IKM_ERR_NOMEM;
    }
    return IKM_OK;
}

ikm_status ikmi_reader_take(ikmi_reader *r, const ikmi_found *f)
{
    ikm_status status = make_room(r, f);
    return status == IKM_OK ? r->take(r, f) : status;
}

static ikm_status take_record(ikmi_reader *r, const ikmi_found *f)
{
    ikm_status status = make_room(r, f);
    if (status != IKM_OK)
        return status;
    if (r->outside.alert || r->outside.maybe[(unsigned char)f->bytes[f->start]]) {
        bool outside;
        status = ikmi_outside_judge(&outside, r, f);
        if (status != IKM_OK || outside)
            return status;
        return ikmi_reader_take(r, f); /* those that waited may have taken the room */
    }
    return r->take(r, f);
}

/* The records that the scan found, as far as they begin in the range. */
static ikm_status take_indexed(ikmi_reader *r, size_t limit)
{
    const ikmi_index *index = &r->index;
    ikmi_found f = {.bytes = r->window.bytes};
    for (size_t i = 0, first = 0; i < index->record_count && r->at < limit; i++) {
        f.start = r->at;
        f.field_end = index->position + first;
        f.field_count = index->field_end[i] - first;
        f.size = f.field_end[f.field_count - 1] + (size_t)1 - r->at;
        if (f.size > IKMI_FIELD_MAX) {
            /* there may be a field over the limit in it */
            r->index.careful = true;
            return IKM_OK;
        }
        ikm_status status = take_record(r, &f);
        if (status != IKM_OK)
            return status;
        first = index->field_end[i];
        r->at += f.size;
        r->line++;
    }
    return IKM_OK;
}

/* Behind a record that does not end within IKMI_RECORD_MAX: to the first newline after that. */
static ikm_status skip_endless(ikmi_reader *r)
{
    const char newline = r->window.newline;
    size_t least = IKMI_RECORD_MAX;
    for (;;) {
        const char *from = r->window.bytes + r->at, *end = r->window.bytes + r->window.size, *found_at;
        while (from < end && (found_at = memchr(from, newline, (size_t)(end - from))) != NULL) {
            r->line++;
            from = found_at + 1;
            if ((size_t)(found_at - (r->window.bytes + r->at)) >= least) {
                r->at = (size_t)(from - r->window.bytes);
                return IKM_OK;
            }
        }
        size_t seen = r->window.size - r->at;
        least = seen < least ? least - seen : 0;
        r->at = r->window.size;
        if (r->window.last)
            return IKM_OK;
        ikm_status status = ikmi_window_move(&r->window, r->at, r->err);
        if (status != IKM_OK)
            return status;
        r->at = 0;
    }
}

/* One record the careful way; `*more_out` when the window has to be moved first. */
static ikm_status take_carefully(ikmi_reader *r, bool *more_out)
{
    const char *bytes = r->window.bytes + r->at;
    size_t size = r->window.size - r->at;
    *more_out = false;
    switch (ikmi_record_parse(&r->record, bytes, size, r->window.last, &r->dump->grid.dialect)) {
    case IKMI_RECORD_NOMEM: return IKM_ERR_NOMEM;
    case IKMI_RECORD_MORE: *more_out = true; return IKM_OK;
    case IKMI_RECORD_ENDLESS: {
        ikm_status status = ikmi_outside_take_waiting(r);
        if (status == IKM_OK)
            status = ikmi_reader_flush(r);
        ikmi_found cut = {.bytes = r->window.bytes, .start = r->at, .size = 0};
        r->record.field_count = 0;
        if (status == IKM_OK)
            status =
                r->lines ? ikmi_lines_fault(r, &cut, IKM_ISSUE_LONG, 0) : ikmi_refuse_fault(r, &cut, IKM_ISSUE_LONG, 0);
        return status == IKM_OK ? skip_endless(r) : status;
    }
    case IKMI_RECORD_DONE: break;
    }
    ikmi_found f = {bytes, 0, r->record.field_end, r->record.field_count, r->record.size};
    ikm_status status;
    if (r->record.fault) {
        f.bytes = r->window.bytes;
        f.start = r->at;
        status = ikmi_outside_take_waiting(r);
        if (status == IKM_OK)
            status = r->lines ? ikmi_lines_fault(r, &f, r->record.fault, r->record.fault_at)
                              : ikmi_refuse_fault(r, &f, r->record.fault, r->record.fault_at);
    } else {
        status = take_record(r, &f);
    }
    r->at += r->record.size;
    r->line += r->record.newlines;
    return status;
}

/* The first byte above 127 decides what the dump is. */
static void decide_encoding(ikmi_reader *r)
{
    /* a careful record may reach behind what is indexed; a character may be cut off at the window's end */
    size_t end = r->index.careful ? r->window.size : r->index.next;
    size_t high = r->at + ikmi_first_high(r->window.bytes + r->at, end - r->at);
    if (high < end && (high + 4 <= r->window.size || r->window.last || !r->index.careful))
        r->encoding = ikmi_encoding_of(r->window.bytes + high, r->window.size - high);
}

static ikm_status read_records(ikmi_reader *r)
{
    for (;;) {
        bool more = true;
        ikm_status status = IKM_OK;
        int64_t left = r->range->to - r->window.offset;
        size_t limit = left < 0 ? 0 : (uint64_t)left < r->window.size ? (size_t)left : r->window.size;
        if (r->outside.waiting_count)
            limit = r->window.size; /* what waits for what follows is of this range still */
        if (r->at < limit) {
            r->scan(&r->index, r->window.bytes, r->at, r->window.size, &r->dump->grid.dialect);
            if (!r->encoding && (r->index.high || r->index.careful))
                decide_encoding(r);
            status = take_indexed(r, limit);
            more = !r->index.careful && !r->index.record_count;
            if (status == IKM_OK && r->index.careful && r->at < limit)
                status = take_carefully(r, &more);
        } else if (r->window.last || (r->window.size && limit < r->window.size)) {
            return IKM_OK;
        }
        if (status == IKM_OK && more)
            status = ikmi_reader_flush(r);
        if (status == IKM_OK && more) {
            status = ikmi_window_move(&r->window, r->at, r->err);
            r->at = 0;
            if (status == IKM_OK && r->options->moved &&
                r->options->moved(r->options->moved_ctx, r->window.offset - r->range->from))
                status = IKM_ERR_STOPPED;
        }
        if (status != IKM_OK)
            return status;
    }
}

static ikm_status reader_new(ikmi_reader **out, const ikmi_dump *dump, ikmi_range *range,
                             const ikmi_read_options *options, ikm_error *err)
{
    const ikm_mem *mem = dump->options.mem;
    ikmi_reader *r = ikmi_alloc(mem, sizeof *r);
    *out = r;
    if (!r)
        return IKM_ERR_NOMEM;
    memset(r, 0, offsetof(ikmi_reader, scores));
    r->dump = dump;
    r->range = range;
    r->options = options;
    r->err = err;
    r->encoding = range->encoding;
    r->scan = ikmi_scan_best();
    r->element_count = ikm_rules_element_count(dump->options.rules);
    memcpy(r->element_column, dump->columns.element_column, sizeof r->element_column);
    memset(r->digit, IKMI_ANSWER_UNKNOWN, sizeof r->digit);
    for (int score = 1; score <= ikm_rules_scale(dump->options.rules) && score <= 9; score++)
        r->digit['0' + score] = (uint8_t)score;
    ikmi_outside_init(&r->outside, dump);
    r->outside.alert = range->in_foot;
    r->texts_at_once = options->want_count + 1;
    r->take = ikmi_wide_take;
    r->attended = options->gate || options->observer;
    if (dump->columns.shape == IKMI_SHAPE_WIDE)
        ikmi_wide_begin(r);
    ikmi_window_init(&r->window, dump->grid.source, range->from, dump->grid.dialect.newline, mem);
    ikmi_record_init(&r->record, mem);
    ikmi_buffer_init(&r->arena, mem);
    ikm_status status = ikmi_cells_init(&r->cells, &dump->grid.dialect, &r->arena, mem);
    if (status == IKM_OK && dump->columns.shape != IKMI_SHAPE_WIDE)
        status = ikmi_lines_begin(r);
    return status;
}

static void reader_free(ikmi_reader *r)
{
    const ikm_mem *mem = r->dump->options.mem;
    ikmi_lines_done(r);
    ikmi_outside_done(&r->outside);
    ikmi_window_done(&r->window);
    ikmi_record_done(&r->record);
    ikmi_cells_done(&r->cells);
    ikmi_buffer_done(&r->arena);
    ikmi_release(mem, r);
}

ikm_status ikmi_read_range(const ikmi_dump *dump, ikmi_range *range, const ikmi_read_options *options, ikm_error *err)
{
    ikmi_reader *r;
    range->read = range->refused = range->incomplete = range->filtered = range->undated = range->header_rows = 0;
    range->example = 0;
    range->foot.count = range->called.count = 0;
    range->labelled = false;
    range->order = range->order ? range->order : IKMI_DAY_FIRST;
    range->votes = (ikmi_date_votes){0};
    range->again = false;
    ikm_status status = reader_new(&r, dump, range, options, err);
    if (!r)
        return status;
    if (status == IKM_OK)
        status = read_records(r);
    if (status == IKM_OK)
        ikmi_outside_end(r);
    if (status == IKM_OK && r->lines)
        status = ikmi_lines_end(r);
    if (status == IKM_OK)
        status = ikmi_reader_flush(r);
    if (range->again)
        status = IKM_OK; /* it was stopped to be done over */
    range->encoding = r->encoding;
    range->end = r->window.offset + (int64_t)r->at - (r->window.newline_added && r->at == r->window.size);
    range->lines = r->line;
    reader_free(r);
    return status;
}

ikm_status ikmi_next_line(int64_t *out, const ikmi_dump *dump, int64_t at, int64_t size, ikm_error *err)
{
    char block[4096];
    while (at < size) {
        size_t got;
        ikm_status status = ikmi_source_read(dump->grid.source, at, block, sizeof block, &got, err);
        if (status != IKM_OK)
            return status;
        const char *newline = memchr(block, dump->grid.dialect.newline, got);
        if (newline) {
            *out = at + (newline - block) + 1;
            return IKM_OK;
        }
        if (got < sizeof block)
            break;
        at += (int64_t)got;
    }
    *out = size;
    return IKM_OK;
}
