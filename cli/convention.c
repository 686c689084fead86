#include "convention.h"

/* Positions are the values of ikm_round_mode and ikm_missing. */
const char *const round_mode_choices[] = {"half-up", "half-even", "truncate", NULL};
const char *const missing_choices[] = {"per-element", "listwise", "strict", NULL};

ikm_convention convention_of(const cli_arguments *arguments)
{
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.weight = given_text(arguments, OPTION_WEIGHT, convention.weight);
    convention.round_nrr = (int32_t)given_number(arguments, OPTION_ROUND_NRR, convention.round_nrr);
    convention.round_term = (int32_t)given_number(arguments, OPTION_ROUND_TERM, convention.round_term);
    convention.round_final = (int32_t)given_number(arguments, OPTION_ROUND_FINAL, convention.round_final);
    convention.round_mode = (ikm_round_mode)given_number(arguments, OPTION_ROUND_MODE, convention.round_mode);
    convention.missing = (ikm_missing)given_number(arguments, OPTION_MISSING, convention.missing);
    return convention;
}
