#include "rules.h"

#include "base/ratio.h"

enum { POPULATION_MAX_DIGITS = 12 };

/*
 * Krejcie and Morgan (1970): s = X2 N P(1-P) / (d2 (N-1) + X2 P(1-P)), with
 * X2 = 3.841, P = 0.5, d = 0.05. Both sides times 100,000 make integers of all
 * constants: X2 P(1-P) = 0.96025, d2 = 0.0025. To nearest, as their table is;
 * rounding up would differ in half of its rows.
 */
int64_t ikm_sample_size(int64_t population)
{
    if (population < 1 || population > ikmi_power_of_ten(POPULATION_MAX_DIGITS))
        return 0;
    ikmi_int128 spread = 96025, precision = 250;
    ikmi_int128 num = spread * population;
    ikmi_int128 den = precision * (population - 1) + spread;
    return (int64_t)ikmi_round_divide(num, den, IKM_ROUND_HALF_UP);
}
