/* What a header may mean, by its words alone; which of it is true is for the cells to say. */
#ifndef IKMI_MEANING_H
#define IKMI_MEANING_H

#include "lexicon.h"
#include "view.h"

/* A set of elements: bit e is element e. */
typedef uint32_t ikmi_elements;

enum { IKMI_FAMILY_SIZE = 24, IKMI_FAMILY_NONE = -1 };

/* Numbering without a code: p8, answer8, G01Q08, [SQ008], a mere 8. */
typedef struct ikmi_family {
    char prefix[IKMI_FAMILY_SIZE]; /* "p", "answer", "soal_no", "g01q", "q5", "" */
    int number;                    /* IKMI_FAMILY_NONE: not numbered */
    bool bare;                     /* and no words beside */
} ikmi_family;

typedef struct ikmi_meaning {
    ikmi_elements exact;  /* the header names it: by code, name, question or a word of its own */
    const char *by;       /* of exact: "code", "name", "question"; static */
    ikmi_elements within; /* words of it stand in a longer header */
    ikmi_elements near;   /* it is misspelt */
    ikmi_family family;
    ikmi_role role;                    /* the header is a word of it */
    ikmi_role role_within;             /* a word of it with nothing beside but fillers */
    ikmi_role role_near;               /* it is misspelt */
    bool personal_within, time_within; /* such words stand in a longer header */
} ikmi_meaning;

void ikmi_meaning_find(ikmi_meaning *out, const ikmi_lexicon *lexicon, ikm_text header);

#endif
