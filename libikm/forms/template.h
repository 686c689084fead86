/* What the workbooks to fill in share. */
#ifndef IKMI_TEMPLATE_H
#define IKMI_TEMPLATE_H

#include "form.h"

enum { IKMI_CHOICES_MOST = 16, IKMI_CHOICE_SIZE = 64 };

/* A list that stands in words as "SD,SMP,SMA". */
typedef struct ikmi_word_list {
    char text[IKMI_CHOICES_MOST][IKMI_CHOICE_SIZE];
    const char *list[IKMI_CHOICES_MOST];
} ikmi_word_list;

/* Its entries, which lie in `list`. */
ikm_choices ikmi_choices_of(ikmi_word_list *list, const char *words);

/* A row of a guide: what it is about, and what to do there. */
void ikmi_template_row(ikmi_form *form, const char *name, const char *help);

#endif
