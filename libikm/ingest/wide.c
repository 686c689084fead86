/* The wide shape: one record a respondent, one column an element. */
#include "reading.h"

#include "decode.h"

#include <string.h>

/* Another number of fields than the header is a fault, except for empty ones at the end. */
bool ikmi_found_is_whole(const ikmi_reader *r, const ikmi_found *f)
{
    if (f->field_count == r->dump->grid.fields_most)
        return true;
    if (f->field_count < r->dump->grid.fields_least)
        return false;
    for (size_t i = r->dump->grid.fields_most; i < f->field_count; i++) {
        ikm_text extra = ikmi_found_field(f, i);
        for (size_t b = 0; b < extra.size; b++)
            if (!ikmi_is_blank(extra.data[b]))
                return false;
    }
    return true;
}

void ikmi_wide_begin(ikmi_reader *r)
{
    const char digit = '0', delimiter = r->dump->grid.dialect.delimiter;
    unsigned char bytes[5][8];
    int scale = ikm_rules_scale(r->dump->options.rules);
    r->quick.possible = scale <= 9;
    for (size_t e = 1; e < r->element_count; e++)
        r->quick.possible &= r->element_column[e] == r->element_column[e - 1] + 1;
    for (int i = 0; i < 8; i++) {
        bool is_digit = i % 2 == 0;
        bytes[0][i] = (unsigned char)(is_digit ? digit : delimiter);
        bytes[1][i] = is_digit;
        bytes[2][i] = (unsigned char)(is_digit ? 127 - scale : 0);
        bytes[3][i] = is_digit ? 0x80 : 0;
        bytes[4][i] = is_digit ? 0 : 0xFF;
    }
    uint64_t *to[5] = {&r->quick.zeros, &r->quick.ones, &r->quick.headroom, &r->quick.tops, &r->quick.between};
    for (int i = 0; i < 5; i++)
        memcpy(to[i], bytes[i], 8);
}

/* Are these eight bytes four scores with a delimiter behind each? */
static bool are_four_scores(const ikmi_quick *quick, const char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, 8);
    uint64_t value = eight ^ quick->zeros;
    /* a digit's byte is now its value: below 1 and above the scale show in its top bit */
    return !((((value - quick->ones) | (value + quick->headroom) | value) & quick->tops) | (value & quick->between));
}

/* As decode_quickly(); a constant `count` lets the compiler lay the elements out one after the other. */
static inline bool decode_run(ikmi_reader *r, const ikmi_found *f, size_t count)
{
    const size_t first = (size_t)r->element_column[0], last = first + count - 1, row = r->rows;
    const size_t start = first ? f->field_end[first - 1] + (size_t)1 : f->start;
    const char *bytes = f->bytes + start;
    size_t e = 0;
    if (f->field_end[last] - start > 2 * count)
        return false;
    for (; e + 4 < count; e += 4, bytes += 8) {
        if (!are_four_scores(&r->quick, bytes))
            return false;
        for (size_t i = 0; i < 4; i++)
            r->scores[e + i][row] = (uint8_t)(bytes[2 * i] - '0');
    }
    for (; e < count; e++, bytes += 2) {
        uint8_t score = r->digit[(unsigned char)bytes[0]];
        size_t end = f->field_end[first + e], length = end - (size_t)(bytes - f->bytes);
        bool alone = length == 1 || (length == 2 && bytes[1] == '\r' && e + 1 == count);
        if (score == IKMI_ANSWER_UNKNOWN || !alone)
            return false;
        r->scores[e][row] = score;
    }
    return true;
}

/* The usual record: true when every element has one digit of the scale, and then they are in the row in hand. */
static bool decode_quickly(ikmi_reader *r, const ikmi_found *f)
{
    if (!r->quick.possible)
        return false;
    return r->element_count == 9 ? decode_run(r, f, 9) : decode_run(r, f, r->element_count);
}

static ikm_status score_closely(ikmi_reader *r, ikm_text bytes, size_t element, uint8_t *score, ikmi_cell *cell)
{
    size_t arena = r->arena.size;
    ikm_status status = ikmi_cell_read(cell, &r->cells, bytes, ikmi_reader_encoding(r));
    if (status != IKM_OK)
        return status;
    *score = cell->odd ? IKMI_ANSWER_UNKNOWN : ikmi_decode(r->dump->options.labels, element, cell->text);
    if (*score != IKMI_ANSWER_UNKNOWN)
        r->arena.size = arena; /* the text is not needed any more */
    return IKM_OK;
}

/* The scores of a record into the row in hand; `*column_out` is the leftmost column that holds none, or -1. */
static ikm_status decode_scores(ikmi_reader *r, const ikmi_found *f, size_t *blanks_out, int *column_out,
                                ikmi_cell *fault)
{
    size_t blanks = 0;
    *column_out = -1;
    *blanks_out = 0;
    if (decode_quickly(r, f))
        return IKM_OK;
    for (size_t e = 0; e < r->element_count; e++) {
        int column = r->element_column[e];
        ikm_text bytes = ikmi_found_field(f, (size_t)column);
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

/* No period is longer than the shortest time that has one. */
static __attribute__((noinline)) ikm_status read_period(ikm_text *out, ikmi_reader *r, ikmi_period period)
{
    char key[IKMI_PERIOD_SIZE];
    size_t at = r->arena.size;
    ikm_text text = ikmi_gate_period(key, r, period);
    ikmi_buffer_add(&r->arena, text.data, text.size);
    *out = (ikm_text){r->arena.data + at, text.size};
    return r->arena.status;
}

static __attribute__((noinline)) ikm_status read_closely(ikm_text *out, ikmi_reader *r, ikm_text field, bool age)
{
    ikmi_cell cell;
    ikm_status status = ikmi_cell_read(&cell, &r->cells, field, ikmi_reader_encoding(r));
    if (status == IKM_OK)
        *out = age ? ikmi_age_label(cell.text) : cell.text;
    return status;
}

/* In the loop below this is a good part of the work on a record. */
static inline ikm_status read_want(ikm_text *out, ikmi_reader *r, const ikmi_found *f, const ikmi_want *want)
{
    ikm_text field = {"", 0};
    if (want->dated)
        return read_period(out, r, want->period);
    if (want->column >= 0 && (size_t)want->column < f->field_count)
        field = ikmi_found_field(f, (size_t)want->column);
    if (want->age || !ikmi_cell_stands(&r->cells, field))
        return read_closely(out, r, field, want->age);
    *out = field;
    return IKM_OK;
}

ikm_status ikmi_want_read(ikm_text *out, ikmi_reader *r, const ikmi_found *f, const ikmi_want *want)
{
    return read_want(out, r, f, want);
}

static inline ikm_status take_texts(ikmi_reader *r, const ikmi_found *f)
{
    const ikmi_want *wants = r->options->wants;
    for (size_t w = 0, count = r->options->want_count; w < count; w++) {
        ikm_status status = read_want(&r->texts[w][r->rows], r, f, &wants[w]);
        if (status != IKM_OK)
            return status;
    }
    return IKM_OK;
}

static bool is_fault(const ikmi_reader *r, size_t element)
{
    uint8_t score = r->scores[element][r->rows];
    return score == IKMI_ANSWER_UNKNOWN || (score == IKMI_ANSWER_BLANK && r->options->strict);
}

/* The faulty element whose column comes next behind `column`; -1: none. */
static int next_fault(const ikmi_reader *r, int column)
{
    int next = -1;
    for (size_t e = 0; e < r->element_count; e++)
        if (is_fault(r, e) && r->element_column[e] > column &&
            (next < 0 || r->element_column[e] < r->element_column[next]))
            next = (int)e;
    return next;
}

/* Somebody wants to know every fault; `told` is the column that the record was refused for. */
static ikm_status observe_faults(ikmi_reader *r, const ikmi_found *f, int told)
{
    const ikmi_observer *observer = r->options->observer;
    ikm_status status = IKM_OK;
    for (int e = next_fault(r, -1); status == IKM_OK && e >= 0; e = next_fault(r, r->element_column[e])) {
        int column = r->element_column[e];
        ikmi_cell cell;
        uint8_t score = r->scores[e][r->rows];
        if (score == IKMI_ANSWER_BLANK) {
            status = column == told ? IKM_OK : ikmi_refuse_blank(r, f, (size_t)column, true);
            continue;
        }
        status = score_closely(r, ikmi_found_field(f, (size_t)column), (size_t)e, &score, &cell);
        if (status == IKM_OK)
            status = observer->unknown(observer->ctx, (size_t)e, cell.text);
        if (status == IKM_OK && column != told)
            status = ikmi_refuse_score(r, f, (size_t)column, &cell, true);
    }
    return status;
}

/* Why the record does not count; `column` is the leftmost one without a score, or -1. */
static ikm_status refuse_answers(ikmi_reader *r, const ikmi_found *f, size_t blanks, int column, const ikmi_cell *fault)
{
    ikm_status status;
    if (column < 0 && blanks == r->element_count) {
        size_t at = (size_t)(ikmi_found_field(f, (size_t)r->element_column[0]).data - f->bytes);
        return ikmi_refuse_plain(r, f, at, -1, IKM_ISSUE_EMPTY, IKMI_WORD_INGEST_NO_ANSWER);
    }
    if (column >= 0) {
        status = ikmi_outside_check_moved(r, f, (size_t)column);
        if (status == IKM_OK)
            status = ikmi_refuse_score(r, f, (size_t)column, fault, false);
    } else {
        column = r->element_column[next_fault(r, -1)];
        status = ikmi_refuse_blank(r, f, (size_t)column, false);
    }
    return status == IKM_OK && r->options->observer ? observe_faults(r, f, column) : status;
}

/* Only where somebody asks for times, leaves records out, or wants to see them. */
static __attribute__((noinline)) ikm_status attend(ikmi_reader *r, const ikmi_found *f, bool *passes_out)
{
    ikmi_verdict verdict;
    ikm_status status = ikmi_gate_time(r, f);
    if (status == IKM_OK)
        status = ikmi_gate_judge(&verdict, r, f);
    if (status != IKM_OK)
        return status;
    *passes_out = verdict == IKMI_VERDICT_PASSES;
    if (*passes_out)
        return ikmi_reader_observe(r, f);
    if (!ikmi_found_is_empty(r, f))
        ikmi_gate_count(r, verdict, 1);
    return IKM_OK;
}

static __attribute__((noinline)) ikm_status take_closely(ikmi_reader *r, const ikmi_found *f)
{
    size_t blanks, arena = r->arena.size;
    int column;
    ikmi_cell fault;
    if (f->field_count != r->dump->grid.fields_most && !ikmi_found_is_whole(r, f)) {
        if (ikmi_found_is_empty(r, f))
            return IKM_OK;
        r->range->read++;
        ikm_status observed = ikmi_reader_observe(r, f);
        return observed == IKM_OK ? ikmi_refuse_count(r, f) : observed;
    }
    if (r->attended) {
        bool passes;
        ikm_status attended = attend(r, f, &passes);
        if (attended != IKM_OK || !passes)
            return attended;
    }
    ikm_status status = decode_scores(r, f, &blanks, &column, &fault);
    if (status != IKM_OK || (blanks == r->element_count && ikmi_found_is_empty(r, f)))
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

ikm_status ikmi_wide_take(ikmi_reader *r, const ikmi_found *f)
{
    if (r->attended || f->field_count != r->dump->grid.fields_most || !decode_quickly(r, f))
        return take_closely(r, f);
    r->range->read++;
    ikm_status status = take_texts(r, f);
    r->rows += status == IKM_OK;
    return status;
}
