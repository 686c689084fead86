/* Which element a line is about, by what stands in the column that says so: the long and the counts shape. */
#ifndef IKMI_NAMES_H
#define IKMI_NAMES_H

#include "lexicon.h"

enum { IKMI_NAME_UNKNOWN = -1, IKMI_NAME_OTHER = -2 };

typedef struct ikmi_name {
    int element;    /* or IKMI_NAME_UNKNOWN; IKMI_NAME_OTHER: a question that is about no element */
    const char *by; /* "code", "name", "question", "number"; static */
    bool plain;     /* it is the name and nothing more: not words among others, not misspelt */
} ikmi_name;

typedef struct ikmi_names {
    ikmi_lexicon lexicon; /* its own */
    bool numbered;        /* a mere number is the number of an element */
    ikmi_buffer others;   /* questions whose answers were no scores in the first rows; each with a NUL */
} ikmi_names;

/* IKM_OK or IKM_ERR_NOMEM; to be done in both cases. */
ikm_status ikmi_names_make(ikmi_names *out, const ikm_rules *rules, const ikm_mem *mem);
void ikmi_names_done(ikmi_names *names);

/* A text, trimmed, read as a header is: codes, names, questions, words of an element. */
ikmi_name ikmi_names_find(const ikmi_names *names, ikm_text text);

/* From now on this text is a question about no element. */
void ikmi_names_leave_out(ikmi_names *names, ikm_text text);

#endif
