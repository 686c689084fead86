/* The built-in regulations: static data, a file each. */
#ifndef IKMI_RULES_BUILTIN_H
#define IKMI_RULES_BUILTIN_H

#include "rules.h"

extern const ikm_rules ikmi_permenpan_14_2017_rules;
extern const ikm_rules ikmi_permenpan_16_2014_rules;
extern const ikm_rules ikmi_kepmenpan_25_2004_rules;

#endif
