#include "outside.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "foot.h"
#include "lines.h"
#include "looks.h"
#include "mask.h"
#include "reading.h"

#include <string.h>

/* What is asked of one record. */
typedef struct judging {
    ikmi_reader *reader;
    const ikmi_found *found;
    ikm_status status;
} judging;

static const ikm_lang langs[] = {IKM_LANG_ID, IKM_LANG_EN};

/* Does the first column say who a respondent is, as in our own template? */
static bool numbers_respondents(const ikmi_dump *dump)
{
    return dump->columns.shape == IKMI_SHAPE_WIDE && dump->grid.columns &&
           dump->columns.columns[0].role == IKMI_ROLE_RESPONDENT;
}

void ikmi_outside_init(ikmi_outside *out, const ikmi_dump *dump)
{
    const ikmi_grid *grid = &dump->grid;
    const bool wide = dump->columns.shape == IKMI_SHAPE_WIDE;
    *out = (ikmi_outside){.label_columns = 0};
    ikmi_buffer_init(&out->bytes, dump->options.mem);
    ikmi_record_init(&out->record, dump->options.mem);
    size_t elements = ikm_rules_element_count(dump->options.rules), first = grid->columns;
    for (size_t e = 0; e < elements; e++) {
        int column = dump->columns.element_column[e];
        first = column >= 0 && (size_t)column < first ? (size_t)column : first;
    }
    out->label_columns = first < grid->columns ? first : 0;
    for (int c = 0; c < 256 && (out->label_columns || !wide); c++)
        out->maybe[c] = ikmi_begins_foot_label((char)c);
    for (size_t r = grid->header.first; r < grid->header.end; r++) {
        ikm_text cell = ikmi_peek_cell(&grid->peek, r, 0);
        if (cell.size)
            out->maybe[(unsigned char)*cell.data] = true;
    }
    for (size_t i = 0; numbers_respondents(dump) && i < sizeof langs / sizeof *langs; i++)
        out->maybe[(unsigned char)*ikmi_word_text(langs[i], IKMI_WORD_INGEST_EXAMPLE)] = true;
    /* what may stand before the first character, or instead of it */
    static const unsigned char before[] = {' ', '\t', 0xC2, 0xEF};
    for (size_t i = 0; i < sizeof before; i++)
        out->maybe[before[i]] = true;
    out->maybe[(unsigned char)grid->dialect.delimiter] = true;
    out->maybe[(unsigned char)grid->dialect.quote] = true;
}

void ikmi_outside_done(ikmi_outside *outside)
{
    ikmi_buffer_done(&outside->bytes);
    ikmi_record_done(&outside->record);
}

/* A cell; it lives until the next one is asked for. */
static ikm_text cell_of(judging *j, size_t column)
{
    ikmi_reader *r = j->reader;
    ikmi_cell cell = {{"", 0}, false};
    size_t arena = r->arena.size;
    if (column < j->found->field_count && j->status == IKM_OK)
        j->status = ikmi_cell_read(&cell, &r->cells, ikmi_found_field(j->found, column),
                                   r->encoding ? r->encoding : IKMI_ENCODING_UTF8);
    r->arena.size = arena;
    return cell.text;
}

static bool is_header_row(judging *j, size_t row)
{
    const ikmi_peek *peek = &j->reader->dump->grid.peek;
    size_t columns = peek->rows[row].count > j->found->field_count ? peek->rows[row].count : j->found->field_count;
    for (size_t c = 0; c < columns; c++)
        if (!ikmi_text_same(cell_of(j, c), ikmi_peek_cell(peek, row, c)))
            return false;
    return true;
}

static bool is_header(judging *j)
{
    const ikmi_header *header = &j->reader->dump->grid.header;
    for (size_t r = header->first; r < header->end; r++)
        if (is_header_row(j, r))
            return true;
    return false;
}

/* The example of our own template: it says so where respondents have their number. */
static bool is_example(judging *j)
{
    bool is = false;
    if (!numbers_respondents(j->reader->dump))
        return false;
    ikm_text cell = cell_of(j, 0);
    for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
        is |= ikmi_text_same(cell, ikmi_text(ikmi_word_text(langs[i], IKMI_WORD_INGEST_EXAMPLE)));
    return is;
}

/* Does a column have this text in the header? */
static bool is_header_cell(const ikmi_dump *dump, size_t column, ikm_text text)
{
    const ikmi_header *header = &dump->grid.header;
    for (size_t row = header->first; text.size && row < header->end; row++)
        if (ikmi_text_same(text, ikmi_peek_cell(&dump->grid.peek, row, column)))
            return true;
    return false;
}

/* Whose header the text is: that of `column` before others; -1: nobody's. */
static int column_of_header(const ikmi_dump *dump, size_t column, ikm_text text)
{
    if (is_header_cell(dump, column, text))
        return (int)column;
    for (size_t other = 0; other < dump->grid.columns; other++)
        if (is_header_cell(dump, other, text))
            return (int)other;
    return -1;
}

/* The line of a record, counted through the file where the range is not its first. */
static ikm_status line_in_file(int64_t *out, const ikmi_reader *r)
{
    const ikmi_grid *grid = &r->dump->grid;
    char block[4096];
    *out = grid->data_line + r->line;
    for (int64_t at = grid->data_at; at < r->range->from;) {
        size_t got, left = (size_t)(r->range->from - at < (int64_t)sizeof block ? r->range->from - at : 4096);
        ikm_status status = ikmi_source_read(grid->source, at, block, left, &got, r->err);
        if (status != IKM_OK || !got)
            return status;
        for (size_t i = 0; i < got; i++)
            *out += block[i] == grid->dialect.newline;
        at += (int64_t)got;
    }
    return IKM_OK;
}

static ikm_status fail_moved(ikmi_reader *r, int column, int other)
{
    char line[IKMI_INTEGER_SIZE], here[80], there[80];
    const ikmi_dump *dump = r->dump;
    int64_t at;
    ikm_status status = line_in_file(&at, r);
    if (status != IKM_OK)
        return status;
    ikmi_mask(here, sizeof here, ikmi_text(dump->columns.columns[column].header));
    ikmi_mask(there, sizeof there, ikmi_text(dump->columns.columns[other].header));
    ikmi_integer_text(line, at);
    status = ikmi_fail(r->err, IKM_ERR_DATA, dump->options.lang, IKMI_WORD_INGEST_HEADER_MOVED,
                       IKMI_SAY(ikmi_source_name(dump->grid.source), line, here, there));
    if (r->err)
        r->err->line = at;
    return status;
}

/*
 * The header once more, and in another order: what follows would be read under the
 * wrong elements. Where most elements' cells are headers, one in a wrong place will do.
 */
static ikm_status check_moved(judging *j)
{
    ikmi_reader *r = j->reader;
    const ikmi_dump *dump = r->dump;
    size_t hits = 0;
    int moved = -1, to = -1;
    for (size_t c = 0; c < dump->grid.columns && c < j->found->field_count; c++) {
        ikmi_role role = dump->columns.columns[c].role;
        int other = role == IKMI_ROLE_OTHER ? -1 : column_of_header(dump, c, cell_of(j, c));
        hits += role == IKMI_ROLE_ELEMENT && other >= 0;
        if (other >= 0 && (size_t)other != c && moved < 0) {
            moved = (int)c;
            to = other;
        }
    }
    if (j->status != IKM_OK || moved < 0 || hits * 2 <= r->element_count)
        return j->status;
    return fail_moved(r, moved, to);
}

ikm_status ikmi_outside_check_moved(ikmi_reader *reader, const ikmi_found *found, size_t column)
{
    judging j = {reader, found, IKM_OK};
    bool is_header = column_of_header(reader->dump, column, cell_of(&j, column)) >= 0;
    return j.status == IKM_OK && is_header ? check_moved(&j) : j.status;
}

/* What stands under the elements. */
typedef struct answers {
    size_t scores, other;
} answers;

static answers answers_of(judging *j)
{
    const ikmi_reader *r = j->reader;
    answers out = {0, 0};
    for (size_t e = 0; e < r->element_count; e++) {
        uint8_t score = ikmi_decode(r->dump->options.labels, e, cell_of(j, (size_t)r->element_column[e]));
        out.scores += score != IKMI_ANSWER_BLANK && score != IKMI_ANSWER_UNKNOWN;
        out.other += score == IKMI_ANSWER_UNKNOWN;
    }
    return out;
}

/* Characteristics, times, names: what only a respondent has. */
static bool is_telling(ikmi_role role)
{
    return role != IKMI_ROLE_OTHER && role != IKMI_ROLE_ELEMENT && role != IKMI_ROLE_RESPONDENT &&
           role != IKMI_ROLE_FREE_TEXT;
}

static bool has_company(judging *j, size_t label)
{
    const ikmi_reader *r = j->reader;
    for (size_t c = label + 1; c < r->dump->grid.columns && c < j->found->field_count; c++) {
        ikm_text cell = cell_of(j, c);
        if (!cell.size)
            continue;
        bool words = c < r->outside.label_columns && ikmi_look_of(cell) == IKMI_LOOK_TEXT && *cell.data != ':' &&
                     *cell.data != '=' && *cell.data != '*';
        if (words || is_telling(r->dump->columns.columns[c].role))
            return true;
    }
    return false;
}

/* The label of the foot in a column before the elements, where nothing of a respondent stands beside it. */
static int label_of(judging *j)
{
    size_t column = 0;
    while (column < j->reader->outside.label_columns && !cell_of(j, column).size)
        column++;
    if (column == j->reader->outside.label_columns)
        return IKMI_FOOT_NONE;
    int label = ikmi_foot_label(cell_of(j, column));
    return label != IKMI_FOOT_NONE && has_company(j, column) ? IKMI_FOOT_NONE : label;
}

typedef enum nature { RESPONDENT, OF_FOOT, OPEN } nature;

/* What is a record, as far as it and what precedes it tell? */
static nature nature_of(judging *j, int label)
{
    const ikmi_range *range = j->reader->range;
    answers under = answers_of(j);
    bool usable = under.scores > 0 && under.other == 0, most = under.scores * 2 >= j->reader->element_count;
    if (label == IKMI_FOOT_NONE) {
        if (most)
            return RESPONDENT;
        return range->in_foot && !usable ? OF_FOOT : OPEN;
    }
    if (ikmi_labels_have(&range->names, label))
        return usable || most ? RESPONDENT : OF_FOOT;
    if (usable && most && ikmi_foot_explains(label))
        return RESPONDENT;
    return range->in_foot || !(usable || most) ? OF_FOOT : OPEN;
}

static void note_line(ikmi_noted_rows *rows, int64_t line)
{
    if (rows->count < IKMI_NOTED_LINES)
        rows->line[rows->count] = line;
    rows->count++;
}

/* A respondent who has a label of the foot; others who have the same one are respondents too. */
static void note_called(ikmi_range *range, int label, int64_t line)
{
    ikmi_labels_add(&range->names, label);
    note_line(&range->called, line);
}

static void forget_waiting(ikmi_outside *outside)
{
    outside->waiting_count = 0;
    ikmi_buffer_clear(&outside->bytes);
}

void ikmi_outside_end(ikmi_reader *r)
{
    for (size_t i = 0; i < r->outside.waiting_count; i++)
        note_line(&r->range->foot, r->outside.waiting[i].line);
    r->range->in_foot |= r->outside.waiting_count > 0;
    forget_waiting(&r->outside);
}

static ikm_status take_one(ikmi_reader *r, const char *bytes, size_t size, const ikmi_waiting *waiting)
{
    ikmi_record *record = &r->outside.record;
    if (ikmi_record_parse(record, bytes, size, true, &r->dump->grid.dialect) != IKMI_RECORD_DONE)
        return IKM_ERR_NOMEM; /* it was taken apart before */
    if (waiting->label != IKMI_FOOT_NONE)
        note_called(r->range, waiting->label, waiting->line);
    r->line = waiting->line;
    const ikmi_found found = {bytes, 0, record->field_end, record->field_count, size};
    return ikmi_reader_take(r, &found);
}

ikm_status ikmi_outside_take_waiting(ikmi_reader *r)
{
    ikmi_outside *outside = &r->outside;
    const int64_t line = r->line;
    ikm_status status = IKM_OK;
    if (!outside->waiting_count)
        return IKM_OK;
    for (size_t i = 0, start = 0; i < outside->waiting_count && status == IKM_OK; i++) {
        const ikmi_waiting *waiting = &outside->waiting[i];
        status = take_one(r, outside->bytes.data + start, waiting->end - start, waiting);
        start = waiting->end;
    }
    r->line = line;
    /* the batch has texts that lie among these bytes */
    if (status == IKM_OK)
        status = ikmi_reader_flush(r);
    forget_waiting(outside);
    return status;
}

/* Has this label waited before? A foot says nothing twice. */
static bool waits(const ikmi_outside *outside, int label)
{
    for (size_t i = 0; label != IKMI_FOOT_NONE && i < outside->waiting_count; i++)
        if (outside->waiting[i].label == label)
            return true;
    return false;
}

/* Let the record wait; false: it is a respondent, and so is all that waited. */
static bool let_wait(judging *j, int label)
{
    ikmi_outside *outside = &j->reader->outside;
    size_t size = j->found->size;
    if (waits(outside, label) || outside->waiting_count == IKMI_WAITING_ROWS ||
        outside->bytes.size + size > IKMI_WAITING_BYTES)
        return false;
    ikmi_buffer_add(&outside->bytes, j->found->bytes + j->found->start, size);
    outside->waiting[outside->waiting_count++] = (ikmi_waiting){outside->bytes.size, j->reader->line, label};
    if (outside->bytes.status != IKM_OK)
        j->status = IKM_ERR_NOMEM;
    return true;
}

/* A row of the wide shape that is not the header: false, a respondent; those that waited have been taken. */
static bool judge_row(judging *j)
{
    ikmi_reader *r = j->reader;
    ikmi_range *range = r->range;
    int label = label_of(j);
    if (label == IKMI_FOOT_NONE && !r->outside.alert)
        return false;
    range->labelled |= label != IKMI_FOOT_NONE;
    nature is = nature_of(j, label);
    if (j->status != IKM_OK)
        return true;
    if (is == OF_FOOT) {
        j->status = check_moved(j);
        ikmi_outside_end(r);
        note_line(&range->foot, r->line);
        range->in_foot = true;
        return true;
    }
    if (is == OPEN && let_wait(j, label))
        return true;
    range->in_foot = false;
    j->status = ikmi_outside_take_waiting(r);
    if (label != IKMI_FOOT_NONE && !ikmi_foot_explains(label))
        note_called(range, label, r->line);
    return false;
}

/* A line of answers is of the foot where it has such a label and names no element; and then what is none follows. */
static bool judge_line(judging *j)
{
    ikmi_range *range = j->reader->range;
    size_t first = 0, naming = (size_t)j->reader->dump->columns.line.element;
    ikmi_name name = ikmi_names_find(j->reader->dump->columns.names, cell_of(j, naming));
    while (first < j->found->field_count && !cell_of(j, first).size)
        first++;
    bool labelled = first < j->found->field_count && ikmi_foot_label(cell_of(j, first)) != IKMI_FOOT_NONE;
    bool silent = name.element == IKMI_NAME_UNKNOWN && (first == naming || !cell_of(j, naming).size);
    range->in_foot = (labelled && silent) || (range->in_foot && name.element == IKMI_NAME_UNKNOWN);
    if (range->in_foot)
        note_line(&range->foot, j->reader->line);
    return range->in_foot;
}

ikm_status ikmi_outside_judge(bool *outside_out, ikmi_reader *reader, const ikmi_found *found)
{
    judging j = {reader, found, IKM_OK};
    ikmi_range *range = reader->range;
    *outside_out = false;
    if (is_header(&j)) {
        ikmi_outside_end(reader);
        range->header_rows++;
        range->in_foot = false;
        *outside_out = true;
    } else if (is_example(&j)) {
        range->example++;
        *outside_out = true;
    } else if (j.status == IKM_OK && !ikmi_found_is_empty(reader, found)) {
        if (reader->lines)
            *outside_out = judge_line(&j);
        else if (reader->outside.label_columns)
            *outside_out = judge_row(&j);
    }
    reader->outside.alert = range->in_foot || reader->outside.waiting_count;
    return j.status;
}
