/* Realization against a target. */
#ifndef IKMI_INDICATOR_FORMULA_H
#define IKMI_INDICATOR_FORMULA_H

#include "exact.h"

/* What a formula gives: IKM_ACHIEVED_OK and a percentage, or why there is none. */
typedef struct ikmi_outcome {
    ikm_achieved_status status;
    ikmi_exact percent;
} ikmi_outcome;

/* false: numbers of too many digits to stand side by side. */
bool ikmi_achieve(ikmi_outcome *out, ikm_polarity polarity, ikm_lower_better lower_better, const ikm_target *target,
                  ikm_amount realization);

#endif
