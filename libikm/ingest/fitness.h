/* How well a way to take a dump apart explains it. */
#ifndef IKMI_FITNESS_H
#define IKMI_FITNESS_H

#include "record.h"
#include "sniff.h"

/* Measure candidate->dialect on `body`; IKM_OK or IKM_ERR_NOMEM. */
ikm_status ikmi_fitness_measure(ikmi_candidate *candidate, ikm_text body, bool whole, ikmi_record *record);

#endif
