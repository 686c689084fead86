/* Objects of contracts that stand by themselves or within others. */
#ifndef IKMI_JSON_OBJECTS_H
#define IKMI_JSON_OBJECTS_H

#include "ikm/survey.h"

#include "figures.h"

/* The object of ikm.score/1, without a newline. What ikm_score_index_exact() and ikm_score_element() give otherwise. */
ikm_status ikmi_emit_score(ikmi_emit *emit, const ikm_survey *survey);

#endif
