#include "formula.h"

#include "base/decimal.h"

const char *ikm_achieved_status_name(ikm_achieved_status status)
{
    static const char *const names[] = {
        "ok", "no-target", "no-realization", "zero-target", "negative-target", "beyond-range", "not-numeric"};
    return (size_t)status < sizeof names / sizeof names[0] ? names[status] : "unknown";
}

const char *ikm_polarity_name(ikm_polarity polarity)
{
    static const char *const names[] = {"unknown", "higher", "lower", "range"};
    return (size_t)polarity < sizeof names / sizeof names[0] ? names[polarity] : names[0];
}

/* part / whole x 100; a whole that is not above 0 has no percentage. */
static ikmi_outcome percentage(ikmi_int128 part, int64_t whole)
{
    ikmi_outcome outcome = {.status = whole == 0  ? IKM_ACHIEVED_ZERO_TARGET
                                      : whole < 0 ? IKM_ACHIEVED_NEGATIVE_TARGET
                                                  : IKM_ACHIEVED_OK};
    if (outcome.status == IKM_ACHIEVED_OK)
        outcome.percent = ikmi_exact_make(part * 100, whole);
    return outcome;
}

/* (2T - R) / T: beyond twice the target it would be negative. */
static ikmi_outcome deviation(int64_t target, int64_t realization)
{
    ikmi_int128 part = 2 * (ikmi_int128)target - realization;
    if (target > 0 && part < 0)
        return (ikmi_outcome){.status = IKM_ACHIEVED_BEYOND_RANGE};
    return percentage(part, target);
}

static ikmi_outcome inverse(int64_t target, int64_t realization)
{
    return target > 0 ? percentage(target, realization) : percentage(0, target);
}

/* Inside no division is needed, so bounds of 0 and below have a meaning there. */
static ikmi_outcome range(int64_t lower, int64_t upper, int64_t realization)
{
    if (realization < lower)
        return percentage(realization, lower);
    if (realization > upper)
        return deviation(upper, realization);
    return percentage(1, 1);
}

/* Why nothing can be computed of these cells; IKM_ACHIEVED_OK where both hold numbers. */
static ikm_achieved_status missing(ikm_given target, ikm_given realization)
{
    if (target == IKM_GIVEN_NONE)
        return IKM_ACHIEVED_NO_TARGET;
    if (target == IKM_GIVEN_NUMBER && realization == IKM_GIVEN_NONE)
        return IKM_ACHIEVED_NO_REALIZATION;
    return target == IKM_GIVEN_OTHER || realization == IKM_GIVEN_OTHER ? IKM_ACHIEVED_NOT_NUMERIC : IKM_ACHIEVED_OK;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

bool ikmi_achieve(ikmi_outcome *out, ikm_polarity polarity, ikm_lower_better lower_better, const ikm_target *target,
                  ikm_amount realization)
{
    bool ranges = polarity == IKM_POLARITY_RANGE;
    *out = (ikmi_outcome){.status = missing(target->given, realization.given)};
    if (out->status != IKM_ACHIEVED_OK)
        return true;
    ikm_decimal upper = ranges ? target->upper : target->value;
    int places = most(ikmi_decimal_shortest(target->value).places,
                      most(ikmi_decimal_shortest(upper).places, ikmi_decimal_shortest(realization.value).places));
    int64_t t, u, r;
    if (!ikmi_scaled(&t, target->value, places) || !ikmi_scaled(&u, upper, places) ||
        !ikmi_scaled(&r, realization.value, places))
        return false;
    if (ranges)
        *out = range(t, u, r);
    else if (polarity == IKM_POLARITY_HIGHER)
        *out = percentage(r, t);
    else
        *out = lower_better == IKM_LOWER_INVERSE ? inverse(t, r) : deviation(t, r);
    return true;
}
