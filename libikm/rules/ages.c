#include "rules.h"

#include <stddef.h>

/* Ages by decades, the first and the last open. */
const ikmi_age_band ikmi_age_bands[] = {
    {0, "< 20"}, {20, "20-29"}, {30, "30-39"}, {40, "40-49"}, {50, "50-59"}, {60, "≥ 60"}, {-1, NULL},
};
