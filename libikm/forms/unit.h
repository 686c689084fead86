/* Who a form is about and when, as the profile and the survey say; and the fields and the signature that show it. */
#ifndef IKMI_UNIT_H
#define IKMI_UNIT_H

#include "ikm/report.h"

#include "form.h"

typedef struct ikmi_unit {
    ikm_profile of;               /* "" where it is not known */
    char period[IKMI_TITLE_SIZE]; /* as told, else the first to the last day: "2 Januari – 30 Juni 2024"; "" */
    char year[IKMI_TITLE_SIZE];   /* of the days: "2024", "2023–2024"; "" */
} ikmi_unit;

/* `profile` may be NULL. */
void ikmi_unit_of(ikmi_unit *out, const ikmi_form *form, const ikm_profile *profile);

/* "label : value"; "" is a line to fill in. */
void ikmi_form_field(ikmi_form *form, ikmi_word label, const char *value);

/* Where the head signs. */
void ikmi_form_sign(ikmi_form *form, const ikmi_unit *unit);

/* The convention in one sentence, for forms on which a table of it has no room. */
void ikmi_form_convention_note(ikmi_form *form);

/* respondents.c: "L = 120 orang · P = 192 orang", and levels of education; "" where they were not counted. */
char *ikmi_say_gender(char *out, size_t size, const ikmi_form *form);
char *ikmi_say_education(char *out, size_t size, const ikmi_form *form);

#endif
