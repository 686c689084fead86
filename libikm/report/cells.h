/* What the cells of a table mean: amounts, targets, years, words of a list. Whatever cannot be is a fault. */
#ifndef IKMI_REPORT_CELLS_H
#define IKMI_REPORT_CELLS_H

#include "ikm/indicator.h"

#include "table.h"

typedef struct ikmi_cells_read {
    ikmi_faults *faults;
    char point;
    size_t doubtful; /* how many numbers were read by the rule of their column */
    const ikmi_spot *first_doubtful;
    bool computed;  /* a workbook holds what its formulas gave, with all places: they are rounded and counted, no fault */
    size_t rounded; /* how many were */
    const ikmi_spot *first_rounded;
} ikmi_cells_read;

/* What may stand where a number should. */
typedef enum ikmi_words_too { IKMI_NUMBERS_ALONE, IKMI_WORDS_TOO } ikmi_words_too;

ikm_amount ikmi_read_amount(ikmi_cells_read *r, const ikmi_spot *cell, ikmi_number_kind kind, ikmi_words_too words);

/* A target; `range`: "80-90", as IKM_POLARITY_RANGE has it. */
ikm_target ikmi_read_target(ikmi_cells_read *r, const ikmi_spot *cell, bool range);

/* 1900 to 2999; 0 with a fault. */
int32_t ikmi_read_year(ikmi_cells_read *r, const ikmi_spot *cell);

/* A word that a cell may have; names have a comma between, folded. */
typedef struct ikmi_choice {
    const char *names;
    int value;
} ikmi_choice;

/* The value of the word in the cell; -1 with a fault. `shown` lists the words for the message. */
int ikmi_read_choice(ikmi_cells_read *r, const ikmi_spot *cell, const ikmi_choice *choices, size_t count,
                     const char *shown);
int ikmi_choice_of(ikm_text text, const ikmi_choice *choices, size_t count);

/* A cell that must not be empty; false with a fault. */
bool ikmi_read_filled(ikmi_cells_read *r, const ikmi_spot *cell);

/* Do two names say the same, case, blanks and punctuation apart? */
bool ikmi_same_name(ikm_text one, ikm_text other);

#endif
