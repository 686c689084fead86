#include "outside.h"

#include "foot.h"
#include "looks.h"
#include "reading.h"

/* What is asked of one record. */
typedef struct judging {
    ikmi_reader *reader;
    const ikmi_found *found;
    ikm_status status;
} judging;

void ikmi_outside_init(ikmi_outside *out, const ikmi_dump *dump)
{
    const ikmi_grid *grid = &dump->grid;
    *out = (ikmi_outside){.label_columns = 0};
    size_t elements = ikm_rules_element_count(dump->options.rules), first = grid->columns;
    for (size_t e = 0; e < elements; e++) {
        int column = dump->columns.element_column[e];
        first = column >= 0 && (size_t)column < first ? (size_t)column : first;
    }
    out->label_columns = first < grid->columns ? first : 0;
    for (int c = 0; c < 256 && out->label_columns; c++)
        out->maybe[c] = ikmi_begins_foot_label((char)c);
    for (size_t r = grid->header.first; r < grid->header.end; r++) {
        ikm_text cell = ikmi_peek_cell(&grid->peek, r, 0);
        if (cell.size)
            out->maybe[(unsigned char)*cell.data] = true;
    }
    /* what may stand before the first character, or instead of it */
    static const unsigned char before[] = {' ', '\t', 0xC2, 0xEF};
    for (size_t i = 0; i < sizeof before; i++)
        out->maybe[before[i]] = true;
    out->maybe[(unsigned char)grid->dialect.delimiter] = true;
    out->maybe[(unsigned char)grid->dialect.quote] = true;
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

static bool begins_foot(judging *j)
{
    const ikmi_reader *r = j->reader;
    size_t label = 0;
    while (label < r->outside.label_columns && !cell_of(j, label).size)
        label++;
    if (label == r->outside.label_columns || !ikmi_is_foot_label(cell_of(j, label)) || has_company(j, label))
        return false;
    ikmi_role role = r->dump->columns.columns[label].role;
    answers under = answers_of(j);
    bool usable = under.scores > 0 && under.other == 0;
    return !usable || !is_telling(role) || role == IKMI_ROLE_TIME;
}

static bool is_respondent(judging *j)
{
    answers under = answers_of(j);
    return (under.scores > 0 && under.other == 0) || under.scores * 2 >= j->reader->element_count;
}

ikm_status ikmi_outside_judge(bool *outside_out, ikmi_reader *reader, const ikmi_found *found)
{
    judging j = {reader, found, IKM_OK};
    ikmi_range *range = reader->range;
    *outside_out = false;
    if (is_header(&j)) {
        range->header_rows++;
        range->in_foot = false;
        *outside_out = true;
    } else if (j.status == IKM_OK && reader->outside.label_columns && !ikmi_found_is_empty(reader, found)) {
        range->in_foot = begins_foot(&j) || (range->in_foot && !is_respondent(&j));
        range->foot_rows += range->in_foot;
        *outside_out = range->in_foot;
    }
    return j.status;
}
