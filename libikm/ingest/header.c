/*
 * A table is as wide as its widest rows but one (one may be malformed). The header
 * is the first row that fills more than half of that: what stands before it, titles,
 * "UNIT PELAYANAN : ...", fills a few cells. A merged upper row fills fewer than the
 * row below it; it is known by naming columns that the lower one leaves empty.
 */
#include "header.h"

#include "looks.h"

#include <string.h>

enum { NUMBERED_LEAST = 6, SURE = 100, DOUBTFUL = 60 };

/* What is in a row. */
typedef struct row_looks {
    size_t filled, texts, values; /* values: numbers and dates, but for years */
    size_t pairs;                 /* cells of "ALAMAT : Jl. Raya 1", in one, two or three cells */
} row_looks;

static bool is_year(ikm_text cell)
{
    int year = ikmi_look_count(cell);
    return cell.size == 4 && year >= 1900 && year < 2200;
}

static row_looks looks_of(const ikmi_peek *peek, size_t row)
{
    row_looks out = {0, 0, 0, 0};
    bool after_label = false;
    for (size_t c = 0; c < peek->rows[row].count; c++) {
        ikm_text cell = ikmi_peek_cell(peek, row, c);
        ikmi_look look = ikmi_look_of(cell);
        if (look == IKMI_LOOK_EMPTY)
            continue;
        out.filled++;
        out.texts += look == IKMI_LOOK_TEXT;
        out.values += look != IKMI_LOOK_TEXT && !is_year(cell);
        bool label = cell.size > 1 && cell.data[cell.size - 1] == ':';
        bool value = cell.data[0] == ':' || (after_label && !label);
        out.pairs += value ? 2 : 0; /* it and its label */
        after_label = label;
    }
    return out;
}

static bool is_pairs(const row_looks *looks)
{
    return looks->pairs * 2 > looks->filled;
}

bool ikmi_row_is_words(const ikmi_peek *peek, size_t row)
{
    row_looks looks = looks_of(peek, row);
    return looks.texts == looks.filled;
}

static size_t filled_of(const ikmi_peek *peek, size_t row)
{
    size_t filled = 0;
    for (size_t c = 0; c < peek->rows[row].count; c++)
        filled += ikmi_peek_cell(peek, row, c).size > 0;
    return filled;
}

/* As wide as the widest row but one; a lone wide row of texts is a header without data. */
static size_t width_of(const ikmi_peek *peek)
{
    size_t widest = 0, second = 0, widest_row = 0;
    for (size_t r = 0; r < peek->row_count; r++) {
        size_t filled = filled_of(peek, r);
        if (filled > widest) {
            second = widest;
            widest = filled;
            widest_row = r;
        } else if (filled > second) {
            second = filled;
        }
    }
    row_looks looks = looks_of(peek, widest_row);
    bool header_alone = widest > 2 * second && !looks.values;
    return peek->row_count < 3 || header_alone ? widest : second;
}

/* Is a cell of this column filled in some row from `from` on? */
static bool is_filled_below(const ikmi_peek *peek, size_t from, size_t column)
{
    for (size_t r = from; r < peek->row_count; r++)
        if (ikmi_peek_cell(peek, r, column).size)
            return true;
    return false;
}

static bool are_adjacent(const ikmi_peek *peek, size_t upper)
{
    const ikmi_peeked *row = &peek->rows[upper];
    return row->line + row->newlines == peek->rows[upper + 1].line;
}

/* Does this row name columns that the one below it leaves empty? */
static bool is_merged_above(const ikmi_peek *peek, size_t row)
{
    row_looks looks = looks_of(peek, row);
    bool completes = false;
    if (peek->rows[row].fault || looks.filled < 2 || looks.texts < looks.filled || is_pairs(&looks) ||
        !are_adjacent(peek, row))
        return false;
    for (size_t c = 0; c < peek->rows[row].count && !completes; c++)
        completes = ikmi_peek_cell(peek, row, c).size && !ikmi_peek_cell(peek, row + 1, c).size &&
                    is_filled_below(peek, row + 2, c);
    return completes;
}

/* SurveyMonkey's second row where the first already says the question. */
static bool is_generic(ikm_text cell)
{
    static const char *const words[] = {"Response", "Open-Ended Response", "Tanggapan", "Tanggapan Terbuka",
                                        "Jawaban",  "Jawaban Terbuka",     "Respons"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (ikmi_text_is(cell, words[i]))
            return true;
    return false;
}

/* Is the cell of the upper row that stands here merged with one beside it: empty, or filled with the same? */
static bool is_merged(const ikmi_peek *peek, size_t upper, size_t column)
{
    ikm_text here = ikmi_peek_cell(peek, upper, column), right = ikmi_peek_cell(peek, upper, column + 1);
    if (column > 0 && (!here.size || ikmi_text_same(here, ikmi_peek_cell(peek, upper, column - 1))))
        return true;
    return here.size && column + 1 < peek->rows[upper + 1].count && (!right.size || ikmi_text_same(here, right));
}

/*
 * Does this row, under a header row, part its merged cells into columns? Where no
 * cell above is merged it says nothing, the same again, or "Response".
 */
static bool is_parted_below(const ikmi_peek *peek, size_t row)
{
    row_looks looks = looks_of(peek, row);
    size_t parted = 0, generic = 0;
    if (peek->rows[row].fault || !looks.filled || looks.texts < looks.filled || !are_adjacent(peek, row - 1))
        return false;
    for (size_t c = 0; c < peek->rows[row].count; c++) {
        ikm_text cell = ikmi_peek_cell(peek, row, c);
        bool same = ikmi_text_same(cell, ikmi_peek_cell(peek, row - 1, c));
        generic += is_generic(cell);
        if (!cell.size || same || is_generic(cell))
            continue;
        bool repeats = c > 0 && ikmi_text_same(cell, ikmi_peek_cell(peek, row, c - 1));
        if (repeats || !is_merged(peek, row - 1, c))
            return false;
        parted++;
    }
    return parted >= 2 || (generic && !ikmi_peek_cell(peek, row, 0).size);
}

/* "#respondent", "#date+start": each cell is a tag of the humanitarian exchange language, hxlstandard.org. */
static bool is_tags(const ikmi_peek *peek, size_t row)
{
    size_t tags = 0;
    for (size_t c = 0; c < peek->rows[row].count; c++) {
        ikm_text cell = ikmi_peek_cell(peek, row, c);
        if (cell.size && (cell.size < 2 || cell.data[0] != '#'))
            return false;
        tags += cell.size > 0;
    }
    return tags > 0;
}

/* Qualtrics: {"ImportId":"startDate","timeZone":"..."} */
static bool is_marks(const ikmi_peek *peek, size_t row)
{
    size_t marks = 0, filled = 0;
    for (size_t c = 0; c < peek->rows[row].count; c++) {
        ikm_text cell = ikmi_peek_cell(peek, row, c);
        filled += cell.size > 0;
        marks += ikmi_text_begins(cell, "{\"ImportId\"");
    }
    return marks * 2 > filled;
}

/* 1, 2, 3 ... under the names of an official table. */
static bool is_numbering(const ikmi_peek *peek, size_t row)
{
    int number = 0;
    for (size_t c = 0; c < peek->rows[row].count; c++) {
        ikm_text cell = ikmi_peek_cell(peek, row, c);
        if (cell.size && ikmi_look_count(cell) != ++number)
            return false;
    }
    return number >= NUMBERED_LEAST;
}

static bool names_nothing(const ikmi_peek *peek, size_t row)
{
    return !peek->rows[row].fault && (is_tags(peek, row) || is_marks(peek, row) || is_numbering(peek, row));
}

static size_t names_found(const ikmi_peek *peek, size_t first)
{
    size_t names = 1;
    if (first + 2 < peek->row_count && is_marks(peek, first + 2))
        return 2;
    while (names < IKMI_HEADER_ROWS_MAX && first + names < peek->row_count && is_parted_below(peek, first + names))
        names++;
    return names;
}

void ikmi_header_at(ikmi_header *out, const ikmi_peek *peek, size_t row, size_t rows_told)
{
    size_t left = peek->row_count - row;
    out->first = row;
    out->names = rows_told ? (rows_told < left ? rows_told : left) : names_found(peek, row);
    out->end = row + out->names;
    out->columns = 0;
    /* of rows that were told some may name nothing */
    while (out->names > 1 && names_nothing(peek, row + out->names - 1))
        out->names--;
    while (out->end < peek->row_count && names_nothing(peek, out->end))
        out->end++;
    for (size_t r = row; r < row + out->names; r++)
        if (peek->rows[r].count > out->columns)
            out->columns = peek->rows[r].count;
    row_looks looks = looks_of(peek, row);
    out->confidence = looks.values * 4 > looks.filled ? DOUBTFUL : SURE;
}

bool ikmi_header_find(ikmi_header *out, const ikmi_peek *peek, const ikmi_header_told *told)
{
    size_t width = width_of(peek), row = 0;
    if (told->line) {
        ikmi_header_at(out, peek, 0, told->rows);
        out->confidence = SURE;
        return !peek->rows[0].fault;
    }
    for (; row < peek->row_count; row++) {
        row_looks looks = looks_of(peek, row);
        if (!peek->rows[row].fault && looks.filled * 2 > width && !is_pairs(&looks))
            break;
    }
    if (row == peek->row_count)
        return false;
    while (row > 0 && is_merged_above(peek, row - 1))
        row--;
    ikmi_header_at(out, peek, row, told->rows);
    return true;
}

/*
 * The upper cell that stands over a column: where it is merged over several, the one
 * to its left. One that has nothing below is a column of its own and reaches nowhere.
 */
static ikm_text above(const ikmi_peek *peek, size_t row, size_t last_row, size_t column)
{
    ikm_text cell = ikmi_peek_cell(peek, row, column);
    size_t from = column;
    if (!ikmi_peek_cell(peek, last_row, column).size)
        return cell;
    while (!cell.size && from > 0)
        cell = ikmi_peek_cell(peek, row, --from);
    return from == column || ikmi_peek_cell(peek, last_row, from).size ? cell : (ikm_text){"", 0};
}

static void add_piece(ikmi_buffer *out, size_t from, ikm_text piece)
{
    ikm_text have = {out->data ? out->data + from : NULL, out->size - from};
    if (!piece.size || (have.size && (is_generic(piece) || ikmi_text_same(have, piece))))
        return;
    if (have.size)
        ikmi_buffer_add_char(out, ' ');
    ikmi_buffer_add(out, piece.data, piece.size);
}

void ikmi_header_name(ikmi_buffer *out, const ikmi_peek *peek, const ikmi_header *header, size_t column,
                      ikmi_header_way way)
{
    size_t last = header->first + header->names - 1, from = out->size;
    ikm_text lower = ikmi_peek_cell(peek, last, column);
    if (way == IKMI_HEADER_LOWER && lower.size && !is_generic(lower)) {
        ikmi_buffer_add(out, lower.data, lower.size);
        return;
    }
    for (size_t r = header->first; r <= last; r++) {
        add_piece(out, from, r < last ? above(peek, r, last, column) : lower);
        if (way == IKMI_HEADER_UPPER && out->size > from)
            return;
    }
}
