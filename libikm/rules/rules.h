/* Regulations as data: what stands behind ikm_rules, and a convention made ready to compute with. */
#ifndef IKMI_RULES_H
#define IKMI_RULES_H

#include "ikm/rules.h"

#include <stdbool.h>

/* Another way in which people write a label of an element. */
typedef struct ikmi_label_alias {
    const char *text;
    uint8_t score;
} ikmi_label_alias;

typedef struct ikmi_element {
    const char *code;
    const char *name;
    const char *question;                  /* of the official questionnaire; "" if none */
    const char *labels[IKM_SCALE_MAX];     /* [score - 1]; "" where there is none */
    const ikmi_label_alias *label_aliases; /* ends with {NULL, 0}; may be NULL */
    const char *const *words;              /* header words that mean it, ends with NULL; may be NULL */
} ikmi_element;

typedef struct ikmi_band {
    const char *grade;
    const char *performance;
    int64_t lower; /* hundredths of the index */
} ikmi_band;

/* The one block of what a user brought, and where it is from (which lies in the block); NULL in what is built in. */
typedef struct ikmi_own {
    void *block;
    const ikm_mem *mem;
} ikmi_own;

struct ikm_rules {
    const char *name;
    const char *title;
    const char *printed_weight; /* "" if none */
    const char *weight;         /* "exact", a decimal, or one a element */
    int scale;
    size_t element_count;
    const ikmi_element *elements;
    int band_count;
    const ikmi_band *bands; /* the best first */
    ikmi_own own;
};

/* A convention checked against its rules, with the weights as integers over one denominator. */
typedef struct ikmi_plan {
    const ikm_rules *rules;
    ikm_convention convention; /* weight points into `weight_text` */
    char weight_text[IKM_ELEMENTS_MAX * 12];
    bool exact; /* every weight is 1/number of elements */
    int64_t weight_num[IKM_ELEMENTS_MAX];
    int64_t weight_den; /* a power of ten, or the number of elements */
    bool sums_to_one;
} ikmi_plan;

/* IKM_ERR_ARGUMENT with a message for what cannot be; `convention` NULL is the default one. */
ikm_status ikmi_plan_make(ikmi_plan *out, const ikm_rules *rules, const ikm_convention *convention, ikm_lang lang,
                          ikm_error *err);

/* The words of the command line and of JSON: "half-up", "per-element" ... */
const char *ikmi_round_mode_name(ikm_round_mode mode);
const char *ikmi_missing_name(ikm_missing missing);

/* Words that say what a column is about, beyond the elements: ends with {NULL, 0}. */
typedef enum ikmi_role {
    IKMI_ROLE_OTHER = 0,
    IKMI_ROLE_ELEMENT,    /* never in the table: elements have their own words */
    IKMI_ROLE_RESPONDENT, /* identity: id, no, nomor responden */
    IKMI_ROLE_SERVICE,
    IKMI_ROLE_UNIT,
    IKMI_ROLE_TIME,
    IKMI_ROLE_GENDER,
    IKMI_ROLE_AGE,
    IKMI_ROLE_EDUCATION,
    IKMI_ROLE_OCCUPATION,
    IKMI_ROLE_PERSONAL, /* name, NIK, phone, e-mail, IP, place on the map */
    IKMI_ROLE_FREE_TEXT,
    /* of dumps whose lines are answers; never in the table: their cells tell */
    IKMI_ROLE_QUESTION, /* says which element a line is about */
    IKMI_ROLE_ANSWER,   /* the score */
    IKMI_ROLE_COUNT     /* how many respondents gave it */
} ikmi_role;

typedef struct ikmi_role_word {
    const char *text; /* as people write it; matched after folding */
    ikmi_role role;
} ikmi_role_word;

extern const ikmi_role_word ikmi_role_words[];

/* The --by word of a role ("layanan", "unit", "jenis_kelamin", "usia", "pendidikan", "pekerjaan"); NULL if it has none.
 */
const char *ikmi_role_by(ikmi_role role);

/* The same but for the case of ASCII letters and for what is neither a letter nor a digit. */
bool ikmi_same_text(const char *a, const char *b);

/* Age bands as data: lower bounds in years, ascending, the first 0; labels "< 20", "20-29" ... */
typedef struct ikmi_age_band {
    int lower;
    const char *label;
} ikmi_age_band;

extern const ikmi_age_band ikmi_age_bands[]; /* ends with {-1, NULL} */

#endif
