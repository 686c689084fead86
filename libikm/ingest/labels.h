/* The table behind ikmi_labels: every spelling of every label, by element. */
#ifndef IKMI_LABELS_H
#define IKMI_LABELS_H

#include "rules/rules.h"

#include "decode.h"

#include <stdbool.h>

enum {
    IKMI_LABEL_SIZE = 256,     /* room for a folded label; a longer one is known only as it is spelt in the rules */
    IKMI_LABEL_AMBIGUOUS = 254 /* two labels of different scores are written so */
};

/* As it is spelt in the rules, and as it folds, are two kinds: "A+" and "A-" fold alike. */
typedef enum ikmi_spelling { IKMI_SPELT = 0, IKMI_FOLDED = 1 } ikmi_spelling;

typedef struct ikmi_label_entry {
    uint64_t hash; /* of element, kind and text; 0: the slot is free */
    const char *text;
    uint32_t size;
    uint8_t element, kind;
    uint8_t score; /* or IKMI_LABEL_AMBIGUOUS */
    bool told;     /* by the user: wins over the rules */
} ikmi_label_entry;

struct ikmi_labels {
    const ikm_mem *mem;
    const ikm_rules *rules;
    int scale;
    size_t element_count;
    ikmi_label_entry *slots; /* open addressing, at most half full */
    size_t mask;             /* number of slots, a power of two, minus 1 */
    char *folded;            /* the texts of the folded entries, each with its NUL */
    size_t folded_size;
    uint8_t one_byte[IKM_ELEMENTS_MAX][256]; /* the answer of a cell of one byte: nearly every cell of most dumps */
};

/* The score of a label written exactly so; else IKMI_LABEL_AMBIGUOUS or IKMI_ANSWER_UNKNOWN. */
uint8_t ikmi_label_score(const ikmi_labels *labels, size_t element, ikmi_spelling kind, ikm_text text);

/* In decode.c: a cell by the rules of writing alone, for filling in `one_byte`. */
uint8_t ikmi_decode_text(const ikmi_labels *labels, size_t element, ikm_text cell);

#endif
