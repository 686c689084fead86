#include "reader.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"
#include "cell.h"
#include "mask.h"
#include "record.h"
#include "scan.h"
#include "window.h"

#include <string.h>

enum { ARENA_MIN = 64 << 10 };

typedef struct reader {
    const ikmi_dump *dump;
    const ikmi_read_options *options;
    ikmi_range *range;
    ikmi_window window;
    size_t at;    /* in the window: where the record in hand, or the next one, begins */
    int64_t line; /* of it, from 0 */
    ikmi_encoding encoding;
    ikmi_masks_fn masks;
    ikmi_index index;
    ikmi_record record;
    ikmi_cells cells;
    ikmi_buffer arena; /* texts of the batch that do not stand in the window as they are */
    ikm_error *err;
    size_t element_count;
    int element_column[IKM_ELEMENTS_MAX];
    uint8_t digit[256]; /* score of a cell of this one byte; IKMI_ANSWER_UNKNOWN: look closer */
    size_t rows;
    uint8_t scores[IKM_ELEMENTS_MAX][IKMI_BATCH_ROWS];
    ikm_text texts[IKMI_TEXTS_MAX][IKMI_BATCH_ROWS];
} reader;

/* A record in the window, however it was found: field i ends at start-of-window + field_end[i]. */
typedef struct found {
    const char *bytes; /* what field ends count from */
    size_t start;
    const uint32_t *field_end;
    size_t field_count;
    size_t size; /* with the newline */
} found;

static ikm_text field(const found *f, size_t i)
{
    size_t start = i ? f->field_end[i - 1] + (size_t)1 : f->start;
    return (ikm_text){f->bytes + start, f->field_end[i] - start};
}

static ikm_status flush(reader *r)
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

/* Line and column of a byte of the record: its own line breaks within quotes count. */
static void locate(const reader *r, const found *f, size_t at, ikmi_refusal *out)
{
    const char *from = f->bytes + f->start, *to = f->bytes + at;
    out->line = r->line;
    for (const char *p = from; (p = memchr(p, r->dump->dialect.newline, (size_t)(to - p))) != NULL; from = ++p)
        out->line++;
    out->column = to - from + 1;
}

static ikm_status refuse(reader *r, const found *f, size_t at, int header, ikm_issue_kind kind, const char *message)
{
    ikmi_refusal refusal = {.kind = kind, .header = header, .message = ikmi_text(message)};
    size_t size = f->size;
    while (size && (f->bytes[f->start + size - 1] == r->dump->dialect.newline || f->bytes[f->start + size - 1] == '\r'))
        size--;
    refusal.record = (ikm_text){f->bytes + f->start, size};
    locate(r, f, at, &refusal);
    r->range->refused++;
    return ikmi_log_add(r->options->log, &refusal);
}

static ikm_status refuse_plain(reader *r, const found *f, size_t at, int header, ikm_issue_kind kind, ikmi_word word)
{
    return refuse(r, f, at, header, kind, ikmi_word_text(r->dump->options.lang, word));
}

static ikm_status refuse_count(reader *r, const found *f)
{
    char have[IKMI_INTEGER_SIZE], want[IKMI_INTEGER_SIZE], message[160];
    size_t fields = f->field_count, least = r->dump->fields_least;
    size_t at = fields > r->dump->fields_most ? (size_t)(field(f, r->dump->fields_most).data - f->bytes)
                                              : f->field_end[fields - 1];
    ikmi_integer_text(have, (int64_t)fields);
    ikmi_integer_text(want, (int64_t)(fields < least ? least : r->dump->fields_most));
    ikmi_say(message, sizeof message, r->dump->options.lang, IKMI_WORD_INGEST_FIELD_COUNT, IKMI_SAY(have, want));
    return refuse(r, f, at, -1, IKM_ISSUE_FIELDS, message);
}

static ikm_status refuse_score(reader *r, const found *f, size_t column, const ikmi_cell *cell)
{
    char shown[80], scale[IKMI_INTEGER_SIZE], message[240];
    const ikmi_dump_options *o = &r->dump->options;
    ikmi_mask(shown, sizeof shown, cell->text);
    ikmi_integer_text(scale, ikm_rules_scale(o->rules));
    ikmi_say(message, sizeof message, o->lang, cell->odd ? IKMI_WORD_INGEST_NOT_TEXT : IKMI_WORD_INGEST_NOT_A_SCORE,
             IKMI_SAY(shown, scale));
    size_t at = (size_t)(field(f, column).data - f->bytes);
    return refuse(r, f, at, (int)column, cell->odd ? IKM_ISSUE_ENCODING : IKM_ISSUE_SCORE, message);
}

/* Nothing but delimiters, quotes and blanks. */
static bool is_empty(const reader *r, const found *f)
{
    for (size_t i = 0; i < f->size; i++) {
        char c = f->bytes[f->start + i];
        if (!ikmi_is_blank(c) && c != r->dump->dialect.delimiter && c != r->dump->dialect.newline &&
            c != r->dump->dialect.quote)
            return false;
    }
    return true;
}

/* Another number of fields than the header is a fault, except for empty ones at the end. */
static bool has_field_count(const reader *r, const found *f)
{
    if (f->field_count == r->dump->fields_most)
        return true;
    if (f->field_count < r->dump->fields_least)
        return false;
    for (size_t i = r->dump->fields_most; i < f->field_count; i++) {
        ikm_text extra = field(f, i);
        for (size_t b = 0; b < extra.size; b++)
            if (!ikmi_is_blank(extra.data[b]))
                return false;
    }
    return true;
}

static ikm_status score_closely(reader *r, ikm_text bytes, size_t element, uint8_t *score, ikmi_cell *cell)
{
    ikmi_encoding encoding = r->encoding ? r->encoding : IKMI_ENCODING_UTF8;
    size_t arena = r->arena.size;
    ikm_status status = ikmi_cell_read(cell, &r->cells, bytes, encoding);
    if (status != IKM_OK)
        return status;
    *score = cell->odd ? IKMI_ANSWER_UNKNOWN : ikmi_decode(r->dump->options.labels, element, cell->text);
    if (*score != IKMI_ANSWER_UNKNOWN)
        r->arena.size = arena; /* the text is not needed any more */
    return IKM_OK;
}

/* The scores of a record into the row in hand; `*column_out` is the leftmost column that holds none, or -1. */
static ikm_status decode_scores(reader *r, const found *f, size_t *blanks_out, int *column_out, ikmi_cell *fault)
{
    size_t blanks = 0;
    *column_out = -1;
    for (size_t e = 0; e < r->element_count; e++) {
        int column = r->element_column[e];
        ikm_text bytes = field(f, (size_t)column);
        uint8_t score = bytes.size == 1 ? r->digit[(unsigned char)bytes.data[0]] : IKMI_ANSWER_UNKNOWN;
        if (score == IKMI_ANSWER_UNKNOWN) {
            ikmi_cell cell;
            ikm_status status = score_closely(r, bytes, e, &score, &cell);
            if (status != IKM_OK)
                return status;
            if (score == IKMI_ANSWER_UNKNOWN && (*column_out < 0 || column < *column_out)) {
                *column_out = column;
                *fault = cell;
            }
        }
        blanks += score == IKMI_ANSWER_BLANK;
        r->scores[e][r->rows] = score;
    }
    *blanks_out = blanks;
    return IKM_OK;
}

static ikm_status take_texts(reader *r, const found *f)
{
    ikmi_encoding encoding = r->encoding ? r->encoding : IKMI_ENCODING_UTF8;
    for (size_t w = 0; w < r->options->want_count; w++) {
        const ikmi_want *want = &r->options->wants[w];
        ikmi_cell cell = {{"", 0}, false};
        if (want->column >= 0 && (size_t)want->column < f->field_count) {
            ikm_status status = ikmi_cell_read(&cell, &r->cells, field(f, (size_t)want->column), encoding);
            if (status != IKM_OK)
                return status;
        }
        r->texts[w][r->rows] = want->age ? ikmi_age_label(cell.text) : cell.text;
    }
    return IKM_OK;
}

static ikm_status refuse_blank(reader *r, const found *f)
{
    int column = -1;
    for (size_t e = 0; e < r->element_count; e++)
        if (r->scores[e][r->rows] == IKMI_ANSWER_BLANK && (column < 0 || r->element_column[e] < column))
            column = r->element_column[e];
    size_t at = (size_t)(field(f, (size_t)column).data - f->bytes);
    return refuse_plain(r, f, at, column, IKM_ISSUE_BLANK, IKMI_WORD_INGEST_BLANK);
}

/* Why the record does not count; `column` is the leftmost one without a score, or -1. */
static ikm_status refuse_answers(reader *r, const found *f, size_t blanks, int column, const ikmi_cell *fault)
{
    if (column >= 0)
        return refuse_score(r, f, (size_t)column, fault);
    if (blanks < r->element_count)
        return refuse_blank(r, f);
    size_t at = (size_t)(field(f, (size_t)r->element_column[0]).data - f->bytes);
    return refuse_plain(r, f, at, -1, IKM_ISSUE_EMPTY, IKMI_WORD_INGEST_NO_ANSWER);
}

static ikm_status take_fields(reader *r, const found *f)
{
    size_t blanks, arena = r->arena.size;
    int column;
    ikmi_cell fault;
    if (!has_field_count(r, f)) {
        if (is_empty(r, f))
            return IKM_OK;
        r->range->read++;
        return refuse_count(r, f);
    }
    ikm_status status = decode_scores(r, f, &blanks, &column, &fault);
    if (status != IKM_OK || (blanks == r->element_count && is_empty(r, f)))
        return status;
    r->range->read++;
    if (column >= 0 || blanks == r->element_count || (blanks && r->options->strict)) {
        status = refuse_answers(r, f, blanks, column, &fault);
        r->arena.size = arena;
        return status;
    }
    status = take_texts(r, f);
    r->rows += status == IKM_OK;
    return status;
}

static ikm_status take_record(reader *r, const found *f)
{
    /* texts point into the arena, which must not move while a batch is under way: a byte of the dump becomes
       at most three, once for each text that is wanted of it and once to look at a score */
    size_t need = 3 * f->size * (r->options->want_count + 1);
    if (r->rows == IKMI_BATCH_ROWS || r->arena.capacity - r->arena.size <= need) {
        ikm_status status = flush(r);
        if (status != IKM_OK)
            return status;
        if (!ikmi_buffer_reserve(&r->arena, need < ARENA_MIN ? ARENA_MIN : need))
            return IKM_ERR_NOMEM;
    }
    return take_fields(r, f);
}

/* The records that the scan found, as far as they begin in the range. */
static ikm_status take_indexed(reader *r, size_t limit)
{
    const ikmi_index *index = &r->index;
    found f = {.bytes = r->window.bytes};
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
static ikm_status skip_endless(reader *r)
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

static ikm_status refuse_fault(reader *r, const found *f, ikm_issue_kind kind, size_t fault_at)
{
    char limit[IKMI_INTEGER_SIZE], message[160];
    r->range->read++;
    if (kind == IKM_ISSUE_QUOTE)
        return refuse_plain(r, f, r->at + fault_at, -1, kind, IKMI_WORD_INGEST_STRAY_QUOTE);
    ikmi_integer_text(limit, IKMI_FIELD_MAX);
    ikmi_say(message, sizeof message, r->dump->options.lang, IKMI_WORD_INGEST_TOO_LONG, IKMI_SAY(limit));
    return refuse(r, f, r->at + fault_at, -1, kind, message);
}

/* One record the careful way; `*more_out` when the window has to be moved first. */
static ikm_status take_carefully(reader *r, bool *more_out)
{
    const char *bytes = r->window.bytes + r->at;
    size_t size = r->window.size - r->at;
    *more_out = false;
    switch (ikmi_record_parse(&r->record, bytes, size, r->window.last, &r->dump->dialect)) {
    case IKMI_RECORD_NOMEM: return IKM_ERR_NOMEM;
    case IKMI_RECORD_MORE: *more_out = true; return IKM_OK;
    case IKMI_RECORD_ENDLESS: {
        ikm_status status = flush(r);
        found cut = {.bytes = r->window.bytes, .start = r->at, .size = 0};
        if (status == IKM_OK)
            status = refuse_fault(r, &cut, IKM_ISSUE_LONG, 0);
        return status == IKM_OK ? skip_endless(r) : status;
    }
    case IKMI_RECORD_DONE: break;
    }
    found f = {bytes, 0, r->record.field_end, r->record.field_count, r->record.size};
    ikm_status status;
    if (r->record.fault) {
        f.bytes = r->window.bytes;
        f.start = r->at;
        status = refuse_fault(r, &f, r->record.fault, r->record.fault_at);
    } else {
        status = take_record(r, &f);
    }
    r->at += r->record.size;
    r->line += r->record.newlines;
    return status;
}

/* The first byte above 127 decides what the dump is. */
static void decide_encoding(reader *r)
{
    /* a careful record may reach behind what is indexed; a character may be cut off at the window's end */
    size_t end = r->index.careful ? r->window.size : r->index.next;
    size_t high = r->at + ikmi_first_high(r->window.bytes + r->at, end - r->at);
    if (high < end && (high + 4 <= r->window.size || r->window.last || !r->index.careful))
        r->encoding = ikmi_encoding_of(r->window.bytes + high, r->window.size - high);
}

static ikm_status read_records(reader *r)
{
    for (;;) {
        bool more = true;
        ikm_status status = IKM_OK;
        int64_t left = r->range->to - r->window.offset;
        size_t limit = left < 0 ? 0 : (uint64_t)left < r->window.size ? (size_t)left : r->window.size;
        if (r->at < limit) {
            ikmi_scan(&r->index, r->window.bytes, r->at, r->window.size, &r->dump->dialect, r->masks);
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
            status = flush(r);
        if (status == IKM_OK && more) {
            status = ikmi_window_move(&r->window, r->at, r->err);
            r->at = 0;
        }
        if (status != IKM_OK)
            return status;
    }
}

static ikm_status reader_new(reader **out, const ikmi_dump *dump, ikmi_range *range, const ikmi_read_options *options,
                             ikm_error *err)
{
    const ikm_mem *mem = dump->options.mem;
    reader *r = ikmi_alloc(mem, sizeof *r);
    *out = r;
    if (!r)
        return IKM_ERR_NOMEM;
    memset(r, 0, offsetof(reader, scores));
    r->dump = dump;
    r->range = range;
    r->options = options;
    r->err = err;
    r->encoding = range->encoding;
    r->masks = ikmi_masks_best();
    r->element_count = ikm_rules_element_count(dump->options.rules);
    memcpy(r->element_column, dump->columns.element_column, sizeof r->element_column);
    memset(r->digit, IKMI_ANSWER_UNKNOWN, sizeof r->digit);
    for (int score = 1; score <= ikm_rules_scale(dump->options.rules) && score <= 9; score++)
        r->digit['0' + score] = (uint8_t)score;
    ikmi_window_init(&r->window, dump->source, range->from, dump->dialect.newline, mem);
    ikmi_record_init(&r->record, mem);
    ikmi_buffer_init(&r->arena, mem);
    return ikmi_cells_init(&r->cells, &dump->dialect, &r->arena, mem);
}

static void reader_free(reader *r)
{
    const ikm_mem *mem = r->dump->options.mem;
    ikmi_window_done(&r->window);
    ikmi_record_done(&r->record);
    ikmi_cells_done(&r->cells);
    ikmi_buffer_done(&r->arena);
    ikmi_release(mem, r);
}

ikm_status ikmi_read_range(const ikmi_dump *dump, ikmi_range *range, const ikmi_read_options *options, ikm_error *err)
{
    reader *r;
    range->read = range->refused = 0;
    ikm_status status = reader_new(&r, dump, range, options, err);
    if (!r)
        return status;
    if (status == IKM_OK)
        status = read_records(r);
    if (status == IKM_OK)
        status = flush(r);
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
        ikm_status status = ikmi_source_read(dump->source, at, block, sizeof block, &got, err);
        if (status != IKM_OK)
            return status;
        const char *newline = memchr(block, dump->dialect.newline, got);
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
