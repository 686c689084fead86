/* The definitions of efficiency that circulate, and what may be said. */
#include "efficiency.h"

const char *ikm_efficiency_kind_name(ikm_efficiency_kind kind)
{
    static const char *const names[] = {"sisa", "selisih", "rasio", "pmk-22-2021"};
    return (size_t)kind < sizeof names / sizeof names[0] ? names[kind] : "unknown";
}

static const ikmi_exact hundred = {100, 1};

/* PMK 22/2021: E, at most 20 either way, becomes 0 to 100. Absorption over achievement is realization over
 * (budget x achievement). */
static bool of_pmk(ikmi_exact *out, ikmi_exact achievement, ikmi_exact absorption)
{
    ikmi_exact spent, saved;
    if (!ikmi_exact_divide(&spent, absorption, achievement) || !ikmi_exact_subtract(&saved, (ikmi_exact){1, 1}, spent))
        return false;
    /* saved is a part of 1: 20 % is 1/5 */
    if (ikmi_exact_compare_integer((ikmi_exact){5 * saved.num, saved.den}, 1) > 0)
        saved = (ikmi_exact){1, 5};
    if (ikmi_exact_compare_integer((ikmi_exact){5 * saved.num, saved.den}, -1) < 0)
        saved = (ikmi_exact){-1, 5};
    *out = ikmi_exact_make(50 * saved.den + 250 * saved.num, saved.den);
    return true;
}

/* Whether the kind gives a value, and which; false: too large. */
static bool value_of(ikmi_exact *out, bool *exists, ikm_efficiency_kind kind, ikmi_exact achievement,
                     ikmi_exact absorption)
{
    *exists = true;
    switch (kind) {
    case IKM_EFFICIENCY_SISA: return ikmi_exact_subtract(out, hundred, absorption);
    case IKM_EFFICIENCY_SELISIH: return ikmi_exact_subtract(out, achievement, absorption);
    case IKM_EFFICIENCY_RASIO:
        *exists = absorption.num > 0;
        return !*exists || ikmi_exact_divide(out, achievement, absorption);
    default: *exists = achievement.num > 0; return !*exists || of_pmk(out, achievement, absorption);
    }
}

bool ikmi_efficiency_fill(ikm_efficiency_line *line, ikm_efficiency_kind kind, ikmi_exact achievement,
                          const ikmi_money *money)
{
    ikmi_exact absorption, value, difference;
    bool exists;
    absorption = ikmi_exact_make((ikmi_int128)money->value[IKMI_REALIZATION] * 100, money->value[IKMI_BUDGET]);
    if (!ikmi_percent_of(&line->absorption, absorption))
        return false;
    if (line->indicator->status != IKM_ACHIEVED_OK) /* what is left over is known all the same */
        return kind != IKM_EFFICIENCY_SISA ||
               (ikmi_exact_subtract(&value, hundred, absorption) && ikmi_percent_of(&line->efficiency, value));
    if (!value_of(&value, &exists, kind, achievement, absorption) ||
        (exists && !ikmi_percent_of(&line->efficiency, value)) ||
        !ikmi_exact_subtract(&difference, achievement, absorption))
        return false;
    line->claimable = ikmi_exact_compare_integer(achievement, 100) >= 0;
    line->verdict = !line->claimable     ? IKM_VERDICT_NOT_CLAIMABLE
                    : difference.num > 0 ? IKM_VERDICT_EFFICIENT
                                         : IKM_VERDICT_INEFFICIENT;
    return true;
}
