/* What the words of --by and --where mean in a dump. */
#ifndef IKMI_ASKED_H
#define IKMI_ASKED_H

#include "base/date.h"
#include "ingest/dump.h"

typedef struct ikmi_asked {
    int column; /* -1: the period that a record's time falls into */
    ikmi_period period;
} ikmi_asked;

/*
 * A header, a role, or "periode:" with the name of a period. `option` is how the
 * message calls where the word stands. IKM_ERR_UNKNOWN: there is no such column, or
 * no time; the message names what there is. IKM_ERR_ARGUMENT: two columns are meant.
 */
ikm_status ikmi_asked_find(ikmi_asked *out, const ikmi_dump *dump, const char *word, const char *option,
                           ikm_error *err);

/* The same for a word of --by. IKM_ERR_UNKNOWN too for a column that must not be shown, which groups would be. */
ikm_status ikmi_asked_find_key(ikmi_asked *out, const ikmi_dump *dump, const char *word, ikm_error *err);

/* Is it a column of personal data or of free text, in which such data stands? */
bool ikmi_asked_is_personal(const ikmi_asked *asked, const ikmi_dump *dump);

/* IKM_ERR_UNKNOWN: the dump has no time for what is asked. */
ikm_status ikmi_asked_no_time(const ikmi_dump *dump, const char *word, const char *option, ikm_error *err);

/* Does the word ask for a period, one that there is or not? */
bool ikmi_asked_is_period(const char *word);

#endif
