/* What a printed figure is of: the words of the column `besaran`. */
#ifndef IKMI_REPORT_QUANTITY_H
#define IKMI_REPORT_QUANTITY_H

#include "number.h"

/* Values are positions of the list of names. */
typedef enum ikmi_quantity {
    IKMI_QUANTITY_TARGET = 0,
    IKMI_QUANTITY_REALIZATION,
    IKMI_QUANTITY_ACHIEVEMENT, /* capaian: of an indicator its achievement, of a budget row its absorption */
    IKMI_QUANTITY_CATEGORY,
    IKMI_QUANTITY_VALUE, /* nilai: an index, an element's mean, a component's points */
    IKMI_QUANTITY_GRADE,
    IKMI_QUANTITY_BUDGET,
    IKMI_QUANTITY_REMAINING,
    IKMI_QUANTITY_ABSORPTION,
    IKMI_QUANTITY_EFFICIENCY,
    IKMI_QUANTITY_VERDICT,
    IKMI_QUANTITY_FINAL_TARGET,
    IKMI_QUANTITY_AGAINST_FINAL,
    IKMI_QUANTITY_RESPONDENTS,
    IKMI_QUANTITY_COUNT
} ikmi_quantity;

/* As messages call it. Static. */
const char *ikmi_quantity_name(ikmi_quantity quantity);

/* By the word of a table; false: there is none. `item` decides where a word can be two things. */
bool ikmi_quantity_of(ikmi_quantity *out, ikm_text word, ikm_text item);

/* Is its figure words, a range like a target, or a number, and of which kind? */
bool ikmi_quantity_is_words(ikmi_quantity quantity);
bool ikmi_quantity_is_target(ikmi_quantity quantity);
ikmi_number_kind ikmi_quantity_kind(ikmi_quantity quantity);

/* The names for a message. */
const char *ikmi_quantity_names(void);

#endif
