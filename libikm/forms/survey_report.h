/* The parts of the report of a survey. */
#ifndef IKMI_SURVEY_REPORT_H
#define IKMI_SURVEY_REPORT_H

#include "unit.h"

/* So many elements are normally taken up (PermenPANRB 14/2017, follow-up plan). */
enum { IKMI_PRIORITIES = 3 };

typedef struct ikmi_priorities {
    size_t element[IKMI_PRIORITIES]; /* from the weakest */
    size_t count;
} ikmi_priorities;

/* The weakest elements; of equal ones the first. Those that nobody answered are none of them. */
ikmi_priorities ikmi_priorities_of(ikmi_form *form);

/* "U3 Waktu Penyelesaian (88,75); ..." */
char *ikmi_say_priorities(char *out, size_t size, ikmi_form *form, const ikmi_priorities *priorities);

/* Rencana Tindak Lanjut: what was found filled in, what is decided left to fill in. */
void ikmi_follow_up(ikmi_form *form, const ikmi_priorities *priorities);

#endif
