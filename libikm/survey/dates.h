/* In which order the dates of a dump have day and month: for all of its dates together to say. */
#ifndef IKMI_DATES_H
#define IKMI_DATES_H

#include "survey.h"

/* What its first rows say, to begin with. */
ikmi_date_order ikmi_dates_guess(const ikmi_dump *dump, const ikmi_gate *gate);

void ikmi_dates_add(ikmi_date_votes *into, const ikmi_date_votes *votes);

/*
 * All dates of a dump have voted. `*again_out`: it was read in the wrong order and must
 * be read again. IKM_ERR_UNSURE: the dates contradict each other.
 */
ikm_status ikmi_dates_settle(bool *again_out, ikmi_reading *reading, size_t file);

#endif
