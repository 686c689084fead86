#include "columns_fail.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"
#include "mask.h"
#include "weights.h"

#include <stdio.h>
#include <string.h>

enum {
    SHOWN_SIZE = 40, /* of a header or a cell in a message */
    LIST_SIZE = 140  /* of all that is missing, or all headers */
};

/* A list with commas, that says how many did not fit. */
typedef struct list {
    char text[LIST_SIZE];
    size_t size, left_out;
} list;

static void list_add(list *to, const char *item)
{
    size_t size = strlen(item), comma = to->size ? 2 : 0;
    if (to->left_out || to->size + comma + size + sizeof ", +65536" > sizeof to->text) {
        to->left_out++;
        return;
    }
    memcpy(to->text + to->size, ", ", comma);
    memcpy(to->text + to->size + comma, item, size + 1);
    to->size += comma + size;
}

static const char *list_text(list *of)
{
    if (of->left_out)
        snprintf(of->text + of->size, sizeof of->text - of->size, ", +%zu", of->left_out);
    return of->text;
}

static ikm_status fail(const ikmi_columns_report *r, ikm_error *err, ikm_status status, ikmi_word word,
                       const char *const *args, size_t count)
{
    ikmi_fail(err, status, r->lang, word, args, count);
    if (err)
        err->line = r->line;
    return status;
}

/* 3 ("waktu") */
static void show_column(char out[SHOWN_SIZE * 2], const ikmi_columns_report *r, int column)
{
    char header[SHOWN_SIZE];
    ikmi_mask(header, sizeof header, ikmi_text(r->columns->columns[column].header));
    snprintf(out, SHOWN_SIZE * 2, "%d (\"%s\")", column + 1, header);
}

static const ikmi_element *element_of(const ikmi_columns_report *r, size_t element)
{
    return &r->claims->lexicon->rules->elements[element];
}

static ikm_status check_rivals(const ikmi_columns_report *r, ikm_error *err)
{
    for (size_t e = 0; e < r->claims->lexicon->rules->element_count; e++) {
        const ikmi_claim *claim = &r->settled[e];
        if (claim->column < 0 || claim->rival < 0 || claim->weak)
            continue;
        char first[SHOWN_SIZE * 2], second[SHOWN_SIZE * 2];
        show_column(first, r, claim->column);
        show_column(second, r, claim->rival);
        return fail(r, err, IKM_ERR_UNSURE, IKMI_WORD_COLUMNS_TWO_FOR_ONE,
                    IKMI_SAY(r->file, first, second, element_of(r, e)->code, element_of(r, e)->name));
    }
    return IKM_OK;
}

static ikm_status check_numbering(const ikmi_columns_report *r, ikm_error *err)
{
    char column[SHOWN_SIZE * 2], count[IKMI_INTEGER_SIZE];
    int beyond = ikmi_claims_beyond(r->claims, r->settled, "number");
    if (beyond < 0)
        return IKM_OK;
    show_column(column, r, beyond);
    ikmi_integer_text(count, (int64_t)r->claims->lexicon->rules->element_count);
    return fail(r, err, IKM_ERR_UNSURE, IKMI_WORD_COLUMNS_TOO_MANY_NUMBERS, IKMI_SAY(r->file, column, count));
}

static ikm_status none_at_all(const ikmi_columns_report *r, ikm_error *err)
{
    list headers = {.size = 0};
    for (size_t i = 0; i < r->columns->count; i++) {
        char header[SHOWN_SIZE];
        ikmi_mask(header, sizeof header, ikmi_text(r->columns->columns[i].header));
        if (*header)
            list_add(&headers, header);
    }
    const ikmi_element *first = element_of(r, 0);
    return fail(r, err, IKM_ERR_DATA, IKMI_WORD_COLUMNS_NONE,
                IKMI_SAY(r->file, first->code, first->name, list_text(&headers)));
}

/* The codes alone where all names would not fit. */
static void list_missing(list *out, const ikmi_columns_report *r, const bool missing[IKM_ELEMENTS_MAX])
{
    list codes = {.size = 0};
    for (size_t e = 0; e < r->claims->lexicon->rules->element_count; e++) {
        char item[LIST_SIZE];
        if (!missing[e])
            continue;
        snprintf(item, sizeof item, "%s (%s)", element_of(r, e)->code, element_of(r, e)->name);
        list_add(out, item);
        list_add(&codes, element_of(r, e)->code);
    }
    if (out->left_out)
        *out = codes;
}

/* A column with the right header and the wrong cells explains more than that an element is missing. */
static ikm_status not_scores(const ikmi_columns_report *r, size_t element, ikm_error *err)
{
    char column[SHOWN_SIZE * 2], cell[SHOWN_SIZE], scale[IKMI_INTEGER_SIZE];
    int doubtful = r->settled[element].doubtful;
    show_column(column, r, doubtful);
    ikmi_mask_answer(cell, sizeof cell, r->claims->cells->labels,
                     ikmi_cells_other(r->claims->cells, (size_t)doubtful, element));
    ikmi_integer_text(scale, r->claims->lexicon->rules->scale);
    return fail(r, err, IKM_ERR_DATA, IKMI_WORD_COLUMNS_NOT_SCORES,
                IKMI_SAY(r->file, element_of(r, element)->code, element_of(r, element)->name, column, cell, scale));
}

static ikm_status check_missing(const ikmi_columns_report *r, ikm_error *err)
{
    bool missing[IKM_ELEMENTS_MAX] = {false};
    size_t count = r->claims->lexicon->rules->element_count, none = 0, weak = 0, first = 0;
    for (size_t e = 0; e < count; e++) {
        none += missing[e] = r->settled[e].column < 0;
        weak += r->settled[e].weak && !missing[e];
    }
    if (none == 0 && weak == 0)
        return IKM_OK;
    for (size_t e = 0; e < count && none == 0; e++)
        missing[e] = r->settled[e].weak;
    while (!missing[first])
        first++;
    for (size_t e = first; e < count; e++)
        if (missing[e] && r->settled[e].doubtful >= 0)
            return not_scores(r, e, err);
    if (none == count)
        return none_at_all(r, err);
    list names = {.size = 0};
    list_missing(&names, r, missing);
    return fail(r, err, IKM_ERR_DATA, IKMI_WORD_COLUMNS_MISSING, IKMI_SAY(r->file, list_text(&names)));
}

/* Lines of answers, with something about them that is not clear. */
static ikm_status check_lines(const ikmi_columns_report *r, ikm_error *err)
{
    char element[SHOWN_SIZE * 2], value[SHOWN_SIZE * 2], other[SHOWN_SIZE * 2], count[IKMI_INTEGER_SIZE];
    const ikmi_shape_found *found = r->found;
    const ikmi_cells *cells = r->claims->cells;
    show_column(element, r, found->columns.element);
    show_column(value, r, found->columns.value);
    switch (found->doubt) {
    case IKMI_SHAPE_NOBODY:
        return fail(r, err, IKM_ERR_DATA, IKMI_WORD_COLUMNS_NOBODY, IKMI_SAY(r->file, element, value));
    case IKMI_SHAPE_TWO_VALUES:
        show_column(other, r, found->other);
        return fail(r, err, IKM_ERR_UNSURE, IKMI_WORD_COLUMNS_TWO_VALUES, IKMI_SAY(r->file, value, other));
    case IKMI_SHAPE_BEYOND:
        ikmi_mask(other, SHOWN_SIZE,
                  cells->sample->cells[(size_t)found->other * cells->columns + (size_t)found->columns.element]);
        ikmi_integer_text(count, (int64_t)r->claims->lexicon->rules->element_count);
        return fail(r, err, IKM_ERR_UNSURE, IKMI_WORD_COLUMNS_BEYOND, IKMI_SAY(r->file, element, other, count));
    case IKMI_SHAPE_CLEAR: break;
    }
    return IKM_OK;
}

/* A row that stands for several respondents would be read as one. */
static ikm_status check_weights(const ikmi_columns_report *r, ikm_error *err)
{
    char column[SHOWN_SIZE * 2], cell[SHOWN_SIZE];
    const ikmi_cells *cells = r->claims->cells;
    size_t example;
    int weights = ikmi_weights_column(&example, r->claims, r->settled, r->columns, r->told);
    if (weights < 0)
        return IKM_OK;
    show_column(column, r, weights);
    ikmi_mask(cell, sizeof cell, cells->sample->cells[example * cells->columns + (size_t)weights]);
    return fail(r, err, IKM_ERR_UNSURE, IKMI_WORD_COLUMNS_WEIGHTS, IKMI_SAY(r->file, column, cell));
}

ikm_status ikmi_columns_check(const ikmi_columns_report *report, ikm_error *err)
{
    if (report->found->shape != IKMI_SHAPE_WIDE)
        return check_lines(report, err);
    ikm_status status = check_rivals(report, err);
    if (status == IKM_OK)
        status = check_numbering(report, err);
    if (status == IKM_OK)
        status = check_missing(report, err);
    return status == IKM_OK ? check_weights(report, err) : status;
}
