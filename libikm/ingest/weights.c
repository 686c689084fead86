#include "weights.h"

#include "base/mem.h"
#include "decode.h"
#include "shape_words.h"

/* The same words head sums of a row's scores, its index, and numbers of rows: these are no weights. */
typedef struct look {
    size_t rows;    /* respondents, as far as their scores say */
    size_t sums;    /* the number is the sum of the row's scores, or their index */
    bool numbering; /* 1, 2, 3 ... */
    bool several;   /* some row stands for more than one */
    size_t example;
} look;

static ikm_text cell_at(const ikmi_claims *claims, size_t row, size_t column)
{
    return claims->cells->sample->cells[row * claims->cells->columns + column];
}

/* false: the row is no respondent's. */
static bool sum_of(int64_t *out, const ikmi_claims *claims, const ikmi_claim *settled, size_t row)
{
    *out = 0;
    for (size_t e = 0; e < claims->lexicon->rules->element_count; e++) {
        uint8_t score = ikmi_decode(claims->cells->labels, e, cell_at(claims, row, (size_t)settled[e].column));
        if (score == IKMI_ANSWER_UNKNOWN)
            return false;
        *out += score == IKMI_ANSWER_BLANK ? 0 : score;
    }
    return *out > 0;
}

/* Is it the sum, or near 100 where every score is the highest? */
static bool is_of_scores(const ikmi_claims *claims, int64_t number, int64_t sum)
{
    int64_t most = (int64_t)claims->lexicon->rules->element_count * claims->lexicon->rules->scale;
    int64_t apart = number > 1000 ? most : number * most - sum * 100;
    return number == sum || (apart < most && -apart < most);
}

/* false: it holds something else than whole numbers. */
static bool look_at(look *out, const ikmi_claims *claims, const ikmi_claim *settled, size_t column)
{
    *out = (look){.numbering = true};
    for (size_t row = 0; row < claims->cells->sample->rows; row++) {
        int64_t sum, number;
        if (!sum_of(&sum, claims, settled, row))
            continue;
        if (!ikmi_line_count(&number, cell_at(claims, row, column)))
            return false;
        out->rows++;
        out->sums += is_of_scores(claims, number, sum);
        out->numbering &= number == (int64_t)out->rows;
        if (number > 1 && !out->several)
            out->example = row;
        out->several |= number > 1;
    }
    return true;
}

static bool is_weight(look *out, const ikmi_claims *claims, const ikmi_claim *settled, size_t column)
{
    enum { NUMBERED_ROWS = 3 }; /* fewer say nothing */
    return look_at(out, claims, settled, column) && out->several && out->sums * 2 <= out->rows &&
           !(out->numbering && out->rows >= NUMBERED_ROWS);
}

int ikmi_weights_column(size_t *example_out, const ikmi_claims *claims, const ikmi_claim *settled,
                        const ikmi_columns *columns, const ikmi_told_column *told)
{
    for (size_t c = 0; c < claims->columns; c++) {
        look seen;
        bool is_told = told && told[c].told, is_element = false;
        for (size_t e = 0; e < claims->lexicon->rules->element_count; e++)
            is_element |= settled[e].column == (int)c;
        bool word = is_told ? told[c].role == IKMI_ROLE_COUNT
                            : ikmi_line_word(IKMI_LINE_COUNT, ikmi_text(columns->columns[c].header)) > 0;
        if (is_element || !word || !is_weight(&seen, claims, settled, c))
            continue;
        *example_out = seen.example;
        return (int)c;
    }
    return -1;
}
