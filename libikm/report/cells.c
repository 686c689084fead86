#include "cells.h"

#include "base/mem.h"
#include "ingest/fold.h"
#include "ingest/mask.h"

#include <string.h>

enum { NAME_SIZE = 768, SHOWN_SIZE = 80 };

static void fault(ikmi_cells_read *r, const ikmi_spot *cell, ikmi_word word, const char *more)
{
    char shown[SHOWN_SIZE];
    ikmi_mask(shown, sizeof shown, ikmi_text(cell->text));
    ikmi_fault(r->faults, cell, word, IKMI_SAY(shown, more));
}

/* Digits and the signs between them are no personal data where a number belongs. */
static void fault_of_size(ikmi_cells_read *r, const ikmi_spot *cell)
{
    ikmi_fault(r->faults, cell, IKMI_WORD_REPORT_NUMBER_LARGE, IKMI_SAY(cell->text));
}

static void remember(ikmi_cells_read *r, const ikmi_spot *cell, const ikmi_number *number)
{
    if (number->doubtful && !r->doubtful++)
        r->first_doubtful = cell;
    if (number->rounded && !r->computed)
        fault(r, cell, IKMI_WORD_REPORT_NUMBER_PLACES, "");
    else if (number->rounded && !r->rounded++)
        r->first_rounded = cell;
}

ikm_amount ikmi_read_amount(ikmi_cells_read *r, const ikmi_spot *cell, ikmi_number_kind kind, ikmi_words_too words)
{
    ikmi_number number = ikmi_number_read(ikmi_spot_text(cell), kind, r->point);
    switch (number.state) {
    case IKMI_NUMBER_NONE: break;
    case IKMI_NUMBER_GOOD: remember(r, cell, &number); return (ikm_amount){IKM_GIVEN_NUMBER, number.value};
    case IKMI_NUMBER_WORDS:
        if (words == IKMI_WORDS_TOO)
            return (ikm_amount){IKM_GIVEN_OTHER, {0, 0}};
        fault(r, cell, IKMI_WORD_REPORT_NOT_A_NUMBER, "");
        break;
    case IKMI_NUMBER_BAD: fault(r, cell, IKMI_WORD_REPORT_NOT_A_NUMBER, ""); break;
    case IKMI_NUMBER_LARGE: fault_of_size(r, cell); break;
    }
    return (ikm_amount){IKM_GIVEN_NONE, {0, 0}};
}

ikm_target ikmi_read_target(ikmi_cells_read *r, const ikmi_spot *cell, bool range)
{
    ikmi_number lower, upper;
    if (!range) {
        ikm_amount amount = ikmi_read_amount(r, cell, IKMI_NUMBER_SCORE, IKMI_WORDS_TOO);
        return (ikm_target){amount.given, amount.value, {0, 0}};
    }
    if (ikmi_range_read(&lower, &upper, ikmi_spot_text(cell), r->point)) {
        remember(r, cell, &lower);
        remember(r, cell, &upper);
        return (ikm_target){IKM_GIVEN_NUMBER, lower.value, upper.value};
    }
    ikmi_number alone = ikmi_number_read(ikmi_spot_text(cell), IKMI_NUMBER_SCORE, r->point);
    if (alone.state == IKMI_NUMBER_WORDS)
        return (ikm_target){IKM_GIVEN_OTHER, {0, 0}, {0, 0}};
    if (alone.state != IKMI_NUMBER_NONE)
        fault(r, cell, IKMI_WORD_REPORT_NOT_A_RANGE, "");
    return (ikm_target){IKM_GIVEN_NONE, {0, 0}, {0, 0}};
}

int32_t ikmi_read_year(ikmi_cells_read *r, const ikmi_spot *cell)
{
    ikmi_number number = ikmi_number_read(ikmi_spot_text(cell), IKMI_NUMBER_WHOLE, '\0');
    if (number.state == IKMI_NUMBER_GOOD && number.value.digits >= 1900 && number.value.digits <= 2999)
        return (int32_t)number.value.digits;
    fault(r, cell, IKMI_WORD_REPORT_NOT_A_YEAR, "");
    return 0;
}

static bool is_among(const char *names, const char *name)
{
    size_t size = strlen(name);
    while (*names) {
        size_t length = strcspn(names, ",");
        if (length == size && !memcmp(names, name, size))
            return true;
        names += length + (names[length] == ',');
    }
    return false;
}

int ikmi_choice_of(ikm_text text, const ikmi_choice *choices, size_t count)
{
    char name[NAME_SIZE];
    ikmi_fold(name, sizeof name, text);
    for (size_t i = 0; i < count; i++)
        if (is_among(choices[i].names, name))
            return choices[i].value;
    return -1;
}

int ikmi_read_choice(ikmi_cells_read *r, const ikmi_spot *cell, const ikmi_choice *choices, size_t count,
                     const char *shown)
{
    int value = ikmi_choice_of(ikmi_spot_text(cell), choices, count);
    if (value < 0)
        fault(r, cell, IKMI_WORD_REPORT_NO_SUCH_CHOICE, shown);
    return value;
}

bool ikmi_read_filled(ikmi_cells_read *r, const ikmi_spot *cell)
{
    if (!*cell->text)
        fault(r, cell, IKMI_WORD_REPORT_EMPTY_CELL, "");
    return *cell->text;
}

bool ikmi_same_name(ikm_text one, ikm_text other)
{
    char folded[NAME_SIZE], folded_other[NAME_SIZE];
    ikmi_fold(folded, sizeof folded, one);
    ikmi_fold(folded_other, sizeof folded_other, other);
    return !strcmp(folded, folded_other);
}
