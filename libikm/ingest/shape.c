#include "shape.h"

#include "base/mem.h"
#include "fold.h"
#include "shape_words.h"

#include <limits.h>
#include <string.h>

const char *ikmi_shape_name(ikmi_shape shape)
{
    switch (shape) {
    case IKMI_SHAPE_LONG: return "long";
    case IKMI_SHAPE_COUNTS: return "counts";
    case IKMI_SHAPE_WIDE: break;
    }
    return "wide";
}

enum {
    ROWS_MAX = 100, /* of the sample that are looked at */
    ROWS_TRIED = 5  /* of a column whose header promises nothing: to read a cell as a header is read takes its time */
};

/* What is needed to find out. */
typedef struct finder {
    const ikmi_claims *claims;
    const ikmi_columns *columns;
    ikmi_names *names;
    ikmi_shape_found *found;
    ikmi_name name[ROWS_MAX]; /* of each row: the element that it is about */
} finder;

static size_t rows_of(const finder *f)
{
    size_t rows = f->claims->cells->sample ? f->claims->cells->sample->rows : 0;
    return rows < ROWS_MAX ? rows : ROWS_MAX;
}

static ikm_text cell_at(const finder *f, size_t row, int column)
{
    return ikmi_trim(f->claims->cells->sample->cells[row * f->claims->columns + (size_t)column]);
}

/* What the user told of a column holds, and nothing else: it is a part of the line or it is none. */
static bool is_told(const ikmi_claims *claims, size_t column)
{
    return !strcmp(claims->meanings[column].by, "schema");
}

static bool is_told_as(const ikmi_claims *claims, size_t column, ikmi_line_part part)
{
    static const ikmi_role roles[] = {[IKMI_LINE_ELEMENT] = IKMI_ROLE_QUESTION,
                                      [IKMI_LINE_VALUE] = IKMI_ROLE_ANSWER,
                                      [IKMI_LINE_RESPONDENT] = IKMI_ROLE_RESPONDENT,
                                      [IKMI_LINE_COUNT] = IKMI_ROLE_COUNT};
    return is_told(claims, column) && claims->meanings[column].role == roles[part];
}

bool ikmi_shape_is_told(const ikmi_claims *claims)
{
    for (size_t column = 0; column < claims->columns; column++)
        if (is_told_as(claims, column, IKMI_LINE_ELEMENT))
            return true;
    return false;
}

/* How well a column is called for a part of a line: 0 not at all. */
static int rank_of(const finder *f, size_t column, ikmi_line_part part)
{
    if (is_told(f->claims, column))
        return is_told_as(f->claims, column, part) ? INT_MAX : 0;
    return ikmi_line_word(part, ikmi_text(f->columns->columns[column].header));
}

/* How good a column is at naming elements: words of elements before codes, codes before mere numbers. */
typedef enum naming { NONE, NUMBERED, CODED, WORDED, TOLD } naming;

static naming naming_of(const finder *f, size_t column, ikmi_name *names)
{
    size_t filled = 0, coded = 0, worded = 0, numbered = 0;
    ikmi_elements seen = 0;
    bool told = rank_of(f, column, IKMI_LINE_ELEMENT) > 0;
    for (size_t row = 0; row < rows_of(f) && (told || seen || filled < ROWS_TRIED); row++) {
        ikm_text cell = cell_at(f, row, (int)column);
        ikmi_name name = names[row] = ikmi_names_find(f->names, cell);
        filled += cell.size > 0;
        bool number = !strcmp(name.by, "number");
        if (name.element < 0 || (!told && (number || !name.plain)))
            continue;
        seen |= (ikmi_elements)1 << name.element;
        bool code = !strcmp(name.by, "code");
        numbered += number;
        coded += code;
        worded += !number && !code;
    }
    if (!told && !(seen & (seen - 1)))
        return NONE; /* one element alone says too little about a column with any header */
    if (worded && worded * 2 >= filled)
        return WORDED;
    if (coded && (worded + coded) * 2 >= filled)
        return CODED;
    return told && numbered && numbered * 2 >= filled ? NUMBERED : NONE;
}

static void find_element(finder *f)
{
    naming best = NONE, by = NONE;
    ikmi_name names[ROWS_MAX];
    f->names->numbered = true;
    for (size_t column = 0; column < f->claims->columns; column++) {
        bool told = is_told_as(f->claims, column, IKMI_LINE_ELEMENT);
        naming found = is_told(f->claims, column) && !told ? NONE : naming_of(f, column, names);
        if ((told ? TOLD : found) <= best)
            continue;
        best = told ? TOLD : found;
        by = found;
        f->found->columns.element = (int)column;
        memcpy(f->name, names, rows_of(f) * sizeof *names);
    }
    f->names->numbered = by == NUMBERED;
    for (size_t row = 0; best != NONE && by != NUMBERED && row < rows_of(f); row++)
        if (!strcmp(f->name[row].by, "number"))
            f->name[row] = (ikmi_name){IKMI_NAME_UNKNOWN, "", false};
}

/* Of the first rows, the element that a line is about; below 0 for none. */
static int element_of(const finder *f, size_t row)
{
    return f->name[row].element;
}

static bool holds_scores(const finder *f, size_t column)
{
    size_t scores = 0, other = 0;
    for (size_t row = 0; row < rows_of(f); row++) {
        int element = element_of(f, row);
        if (element < 0)
            continue;
        uint8_t answer = ikmi_decode(f->claims->cells->labels, (size_t)element, cell_at(f, row, (int)column));
        other += answer == IKMI_ANSWER_UNKNOWN;
        scores += answer != IKMI_ANSWER_UNKNOWN && answer != IKMI_ANSWER_BLANK;
    }
    return scores > 0 && scores >= other;
}

/* Do two columns say the same wherever both say something? */
static bool agree(const finder *f, int a, int b)
{
    for (size_t row = 0; row < rows_of(f); row++) {
        int element = element_of(f, row);
        if (element < 0)
            continue;
        const ikmi_labels *labels = f->claims->cells->labels;
        if (ikmi_decode(labels, (size_t)element, cell_at(f, row, a)) !=
            ikmi_decode(labels, (size_t)element, cell_at(f, row, b)))
            return false;
    }
    return true;
}

/* A column of scores that no other part of the line is. */
static bool may_be_value(const finder *f, int column)
{
    const ikmi_line_columns *c = &f->found->columns;
    if (column == c->element || column == c->count || column == c->respondent)
        return false;
    if (is_told(f->claims, (size_t)column))
        return is_told_as(f->claims, (size_t)column, IKMI_LINE_VALUE);
    return (rank_of(f, (size_t)column, IKMI_LINE_VALUE) > 0 || f->claims->meanings[column].role == IKMI_ROLE_OTHER) &&
           holds_scores(f, (size_t)column);
}

/* The column of scores with the best header. Another one with a header as good as any must say the same. */
static void find_value(finder *f)
{
    int value = -1, best = -1;
    for (int column = 0; column < (int)f->claims->columns; column++) {
        int rank = rank_of(f, (size_t)column, IKMI_LINE_VALUE);
        if (rank > best && may_be_value(f, column)) {
            best = rank;
            value = column;
        }
    }
    f->found->columns.value = value;
    for (int column = 0; column < (int)f->claims->columns && best >= 0; column++) {
        bool rival =
            column != value && best < INT_MAX && (best == 0 || rank_of(f, (size_t)column, IKMI_LINE_VALUE) > 0);
        if (rival && may_be_value(f, column) && !agree(f, value, column)) {
            f->found->doubt = IKMI_SHAPE_TWO_VALUES;
            f->found->other = column;
            return;
        }
    }
}

/* "1.000": no count as it is (shape_words.h), but that is to be said of it and not that there is no count. */
static bool has_thousands(ikm_text cell)
{
    size_t digits = 0, marks = 0;
    for (size_t i = 0; i < cell.size; i++) {
        bool mark = i && i % 4 == cell.size % 4 && (cell.data[i] == '.' || cell.data[i] == ',');
        digits += cell.data[i] >= '0' && cell.data[i] <= '9';
        marks += mark;
    }
    return marks > 0 && digits + marks == cell.size;
}

static bool holds_counts(const finder *f, size_t column)
{
    size_t counts = 0, filled = 0;
    for (size_t row = 0; row < rows_of(f); row++) {
        int64_t count;
        ikm_text cell = cell_at(f, row, (int)column);
        filled += cell.size > 0;
        counts += ikmi_line_count(&count, cell) || has_thousands(cell);
    }
    return counts > 0 && counts * 2 > filled;
}

static void find_count(finder *f)
{
    int best = 0;
    for (size_t column = 0; column < f->claims->columns; column++) {
        int rank = rank_of(f, column, IKMI_LINE_COUNT);
        bool may_be = is_told(f->claims, column) || holds_counts(f, column);
        if (rank > best && (int)column != f->found->columns.element && may_be) {
            best = rank;
            f->found->columns.count = (int)column;
        }
    }
}

/* Does the same stand there in two rows? A number of lines does not come twice, a number of respondents does. */
static bool repeats(const finder *f, size_t column)
{
    for (size_t row = 1; row < rows_of(f); row++)
        for (size_t before = 0; before < row; before++) {
            ikm_text a = cell_at(f, row, (int)column), b = cell_at(f, before, (int)column);
            if (a.size && a.size == b.size && !memcmp(a.data, b.data, a.size))
                return true;
        }
    return false;
}

/* The column that says whose a line is: one that says so in words, else one of numbers that come more than once. */
static void find_respondent(finder *f)
{
    const ikmi_line_columns *c = &f->found->columns;
    int best = 0;
    for (size_t column = 0; column < f->claims->columns; column++) {
        const ikmi_meaning *m = &f->claims->meanings[column];
        ikmi_role role = m->role != IKMI_ROLE_OTHER ? m->role : m->role_within;
        int rank = rank_of(f, column, IKMI_LINE_RESPONDENT) ? 2 : role == IKMI_ROLE_RESPONDENT;
        bool taken = (int)column == c->element || (int)column == c->count ||
                     (is_told(f->claims, column) && !is_told_as(f->claims, column, IKMI_LINE_RESPONDENT));
        if (rank <= best || taken || (role != IKMI_ROLE_RESPONDENT && role != IKMI_ROLE_OTHER))
            continue;
        if (rank == 1 && !repeats(f, column))
            continue;
        best = rank;
        f->found->columns.respondent = (int)column;
    }
    /* where lines have counts, only a word makes them a respondent's */
    if (best == 1 && c->count >= 0)
        f->found->columns.respondent = -1;
}

/* A number that is no element's, with a score beside it: whose numbering is this? */
static void look_beyond(finder *f)
{
    const ikmi_line_columns *c = &f->found->columns;
    for (size_t row = 0; f->names->numbered && row < rows_of(f); row++) {
        const ikmi_name *name = &f->name[row];
        uint8_t answer = ikmi_decode(f->claims->cells->labels, 0, cell_at(f, row, c->value));
        if (name->element != IKMI_NAME_UNKNOWN || strcmp(name->by, "number") || answer == IKMI_ANSWER_UNKNOWN ||
            answer == IKMI_ANSWER_BLANK)
            continue;
        f->found->doubt = IKMI_SHAPE_BEYOND;
        f->found->other = (int)row;
        return;
    }
}

/* Are the answers to this question, as far as they are at hand, none of them a score? */
static bool never_scored(const finder *f, ikm_text question, int element)
{
    size_t other = 0;
    for (size_t row = 0; row < rows_of(f); row++) {
        ikm_text cell = cell_at(f, row, f->found->columns.element);
        if (cell.size != question.size || memcmp(cell.data, question.data, cell.size))
            continue;
        uint8_t answer = ikmi_decode(f->claims->cells->labels, element < 0 ? 0 : (size_t)element,
                                     cell_at(f, row, f->found->columns.value));
        if (answer != IKMI_ANSWER_BLANK && answer != IKMI_ANSWER_UNKNOWN)
            return false;
        other += answer == IKMI_ANSWER_UNKNOWN;
    }
    return other > 0;
}

static bool first_of_its_kind(const finder *f, size_t row)
{
    ikm_text cell = cell_at(f, row, f->found->columns.element);
    for (size_t before = 0; before < row; before++) {
        ikm_text other = cell_at(f, before, f->found->columns.element);
        if (other.size == cell.size && !memcmp(other.data, cell.data, cell.size))
            return false;
    }
    return true;
}

static size_t lines_about(const finder *f, int element)
{
    size_t lines = 0;
    for (size_t row = 0; row < rows_of(f); row++)
        lines += f->name[row].element == element;
    return lines;
}

/* U10, Q 12: whether it names an element or not, it was meant as a code. */
static bool is_code(ikm_text cell)
{
    enum { CODE_SIZE = 5 };
    return cell.size <= CODE_SIZE && cell.data[cell.size - 1] >= '0' && cell.data[cell.size - 1] <= '9';
}

/* Is this a question beside all of the elements, asked about as often as they are? A rarer one may be a slip. */
static bool is_further(const finder *f, ikm_text question)
{
    size_t lines = 0, least = SIZE_MAX;
    for (size_t row = 0; row < rows_of(f); row++) {
        ikm_text cell = cell_at(f, row, f->found->columns.element);
        lines += cell.size == question.size && !memcmp(cell.data, question.data, cell.size);
    }
    for (size_t e = 0; e < f->claims->lexicon->rules->element_count; e++) {
        size_t about = lines_about(f, (int)e);
        least = about < least ? about : least;
    }
    return least > 0 && lines * 2 >= least;
}

/* Questions of the same questionnaire that are about no element: free texts, further ones. A code stays an element's.
 */
static void leave_out(finder *f)
{
    for (size_t row = 0; row < rows_of(f); row++) {
        ikm_text cell = cell_at(f, row, f->found->columns.element);
        const ikmi_name *name = &f->name[row];
        bool sure = name->element == IKMI_NAME_OTHER || !strcmp(name->by, "code") ||
                    (name->element >= 0 && !strcmp(name->by, "number"));
        bool unknown = name->element == IKMI_NAME_UNKNOWN && cell.size && !is_code(cell);
        if (cell.size && !sure && first_of_its_kind(f, row) &&
            (never_scored(f, cell, name->element) || (unknown && is_further(f, cell))))
            ikmi_names_leave_out(f->names, cell);
    }
}

ikm_status ikmi_shape_find(ikmi_shape_found *out, ikmi_names *names, const ikmi_claims *claims,
                           const ikmi_columns *columns)
{
    finder f = {.claims = claims, .columns = columns, .names = names, .found = out};
    *out = (ikmi_shape_found){.columns = {-1, -1, -1, -1}, .other = -1};
    find_element(&f);
    if (out->columns.element < 0)
        return IKM_OK;
    find_count(&f);
    find_respondent(&f);
    find_value(&f);
    if (out->columns.value < 0)
        return IKM_OK;
    leave_out(&f);
    if (out->doubt == IKMI_SHAPE_CLEAR)
        look_beyond(&f);
    if (out->columns.respondent >= 0) {
        out->shape = IKMI_SHAPE_LONG;
    } else {
        out->shape = IKMI_SHAPE_COUNTS;
        if (out->columns.count < 0)
            out->doubt = IKMI_SHAPE_NOBODY;
    }
    return names->others.status;
}
