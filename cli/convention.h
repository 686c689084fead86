/* The options that make a convention, the same in every command that computes an index. */
#ifndef CONVENTION_H
#define CONVENTION_H

#include "option.h"

#include "ikm/rules.h"

extern const char *const round_mode_choices[], *const missing_choices[];

/* clang-format off */
#define ROWS_CONVENTION                                                                                                                         \
    {OPTION_RULES, "rules", 0, KIND_FILE, "CLI_ARGUMENT_RULES", "CLI_OPTION_RULES", NULL, 0, 0, "CLI_GROUP_CONVENTION", false},                 \
    {OPTION_WEIGHT, "weight", 0, KIND_TEXT, "CLI_ARGUMENT_WEIGHT", "CLI_OPTION_WEIGHT", NULL, 0, 0, "CLI_GROUP_CONVENTION", false},           \
    {OPTION_ROUND_NRR, "round-nrr", 0, KIND_PLACES, "CLI_ARGUMENT_PLACES_OR_NONE", "CLI_OPTION_ROUND_NRR", NULL, IKM_ROUND_NONE, 6,             \
     "CLI_GROUP_CONVENTION", false},                                                                                                            \
    {OPTION_ROUND_TERM, "round-term", 0, KIND_PLACES, "CLI_ARGUMENT_PLACES_OR_NONE", "CLI_OPTION_ROUND_TERM", NULL, IKM_ROUND_NONE, 6,          \
     "CLI_GROUP_CONVENTION", false},                                                                                                            \
    {OPTION_ROUND_FINAL, "round-final", 0, KIND_PLACES, "CLI_ARGUMENT_PLACES", "CLI_OPTION_ROUND_FINAL", NULL, 0, 6, "CLI_GROUP_CONVENTION",    \
     false},                                                                                                                                    \
    {OPTION_ROUND_MODE, "round-mode", 0, KIND_CHOICE, NULL, "CLI_OPTION_ROUND_MODE", round_mode_choices, 0, 0, "CLI_GROUP_CONVENTION", false},  \
    {OPTION_MISSING, "missing", 0, KIND_CHOICE, NULL, "CLI_OPTION_MISSING", missing_choices, 0, 0, "CLI_GROUP_CONVENTION", false}
/* clang-format on */

/* The convention that was asked for; it borrows from the arguments. */
ikm_convention convention_of(const cli_arguments *arguments);

#endif
