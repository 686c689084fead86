/* The wide shape: one record a respondent, one column an element. */
#include "reading.h"

#include "decode.h"

/* Another number of fields than the header is a fault, except for empty ones at the end. */
static bool has_field_count(const ikmi_reader *r, const ikmi_found *f)
{
    if (f->field_count == r->dump->fields_most)
        return true;
    if (f->field_count < r->dump->fields_least)
        return false;
    for (size_t i = r->dump->fields_most; i < f->field_count; i++) {
        ikm_text extra = ikmi_found_field(f, i);
        for (size_t b = 0; b < extra.size; b++)
            if (!ikmi_is_blank(extra.data[b]))
                return false;
    }
    return true;
}

static ikm_status score_closely(ikmi_reader *r, ikm_text bytes, size_t element, uint8_t *score, ikmi_cell *cell)
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
static ikm_status decode_scores(ikmi_reader *r, const ikmi_found *f, size_t *blanks_out, int *column_out,
                                ikmi_cell *fault)
{
    size_t blanks = 0;
    *column_out = -1;
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

static ikm_status take_texts(ikmi_reader *r, const ikmi_found *f)
{
    ikmi_encoding encoding = r->encoding ? r->encoding : IKMI_ENCODING_UTF8;
    for (size_t w = 0; w < r->options->want_count; w++) {
        const ikmi_want *want = &r->options->wants[w];
        ikmi_cell cell = {{"", 0}, false};
        if (want->column >= 0 && (size_t)want->column < f->field_count) {
            ikm_status status = ikmi_cell_read(&cell, &r->cells, ikmi_found_field(f, (size_t)want->column), encoding);
            if (status != IKM_OK)
                return status;
        }
        r->texts[w][r->rows] = want->age ? ikmi_age_label(cell.text) : cell.text;
    }
    return IKM_OK;
}

static ikm_status refuse_blank(ikmi_reader *r, const ikmi_found *f)
{
    int column = -1;
    for (size_t e = 0; e < r->element_count; e++)
        if (r->scores[e][r->rows] == IKMI_ANSWER_BLANK && (column < 0 || r->element_column[e] < column))
            column = r->element_column[e];
    size_t at = (size_t)(ikmi_found_field(f, (size_t)column).data - f->bytes);
    return ikmi_refuse_plain(r, f, at, column, IKM_ISSUE_BLANK, IKMI_WORD_INGEST_BLANK);
}

/* Why the record does not count; `column` is the leftmost one without a score, or -1. */
static ikm_status refuse_answers(ikmi_reader *r, const ikmi_found *f, size_t blanks, int column, const ikmi_cell *fault)
{
    if (column >= 0)
        return ikmi_refuse_score(r, f, (size_t)column, fault);
    if (blanks < r->element_count)
        return refuse_blank(r, f);
    size_t at = (size_t)(ikmi_found_field(f, (size_t)r->element_column[0]).data - f->bytes);
    return ikmi_refuse_plain(r, f, at, -1, IKM_ISSUE_EMPTY, IKMI_WORD_INGEST_NO_ANSWER);
}

ikm_status ikmi_wide_take(ikmi_reader *r, const ikmi_found *f)
{
    size_t blanks, arena = r->arena.size;
    int column;
    ikmi_cell fault;
    if (!has_field_count(r, f)) {
        if (ikmi_found_is_empty(r, f))
            return IKM_OK;
        r->range->read++;
        return ikmi_refuse_count(r, f);
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
