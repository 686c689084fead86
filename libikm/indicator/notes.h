/* What people are told: sentences that a result collects, and faults of the caller's rows. */
#ifndef IKMI_INDICATOR_NOTES_H
#define IKMI_INDICATOR_NOTES_H

#include "base/words.h"

typedef struct ikmi_notes {
    const ikm_mem *mem;
    ikm_lang lang;
    char **list;
    size_t count, room;
    ikm_status status; /* IKM_ERR_NOMEM since the first that was refused */
} ikmi_notes;

void ikmi_notes_init(ikmi_notes *notes, ikm_lang lang, const ikm_mem *mem);
void ikmi_notes_done(ikmi_notes *notes);
void ikmi_notes_say(ikmi_notes *notes, ikmi_word word, const char *const *args, size_t count);
const char *ikmi_notes_at(const ikmi_notes *notes, size_t index); /* NULL beyond the last */

/* `line` of the fault is the position of its row from 1. */
ikm_status ikmi_row_fault(ikm_error *err, ikm_status status, size_t row, ikm_lang lang, ikmi_word word,
                          const char *const *args, size_t count);

enum { IKMI_SHORT_SIZE = 100 };

/* A text for a message, into `out` (IKMI_SHORT_SIZE bytes): one that is too long ends in "..." */
const char *ikmi_short(char *out, ikm_text text);

#endif
