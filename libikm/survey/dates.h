/* In which order the dates of a dump have day and month: for all of its dates together to say. */
#ifndef IKMI_DATES_H
#define IKMI_DATES_H

#include "survey.h"

/* What its first rows say, to begin with. */
ikmi_date_order ikmi_dates_guess(const ikmi_dump *dump, const ikmi_gate *gate);

void ikmi_dates_add(ikmi_date_votes *into, const ikmi_date_votes *votes);

/*
 * All dates of a dump have voted. `*again_out`: it was read in the wrong order, which is
 * mended in `*order`, and must be read again. IKM_ERR_UNSURE: the dates contradict each other.
 */
ikm_status ikmi_dates_settle(bool *again_out, ikmi_date_order *order, const ikmi_date_votes *votes,
                             const ikmi_dump *dump, const ikmi_gate *gate, ikm_error *err);

/* Can it be read from the beginning once more? */
bool ikmi_dates_can_read_again(const ikmi_dump *dump, const ikm_input *input);

/*
 * Ready a dump to be read once more: a stream is opened again. IKM_ERR_UNSURE where it
 * can be read only once; on failure the dump is as it was.
 */
ikm_status ikmi_dates_open_again(ikmi_dump **dump, const ikm_input *input, ikm_error *err);

#endif
