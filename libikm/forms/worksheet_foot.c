#include "worksheet.h"

#include "base/decimal.h"
#include "score/terms.h"
#include "survey/survey.h"

#include <stdio.h>
#include <string.h>

/* A ratio with as many digits as a spreadsheet has, and more. */
static bool digits_of(ikm_decimal *out, const ikmi_wide_ratio *value)
{
    for (int places = 17; places > 12; places--)
        if (ikmi_wide_ratio_round(out, value, places, IKM_ROUND_HALF_UP))
            return true;
    return false; /* nothing here passes 3200 */
}

/*
 * Would binary numbers round it as we do? The few operations that lead to a figure err by less than 2^-45 of it, 3e-14;
 * and spreadsheets take what is that near to a tie for one, each in its way. Farther than 1e-12 from where rounding
 * turns nobody can err.
 */
static bool is_near_turn(ikm_decimal exact, int32_t places, ikm_round_mode mode)
{
    const int64_t step = ikmi_power_of_ten(exact.places - places);
    const int64_t turn = mode == IKM_ROUND_TRUNCATE ? 0 : step / 2;
    int64_t distance = exact.digits % step - turn;
    if (distance < 0)
        distance = -distance;
    if (mode == IKM_ROUND_TRUNCATE && step - distance < distance)
        distance = step - distance;
    return distance <= exact.digits / 1000000000000 + 1;
}

/* Not rounded: what the formula gives is the value itself. */
static bool set_plain(ikmi_foot_figure *out, const ikmi_wide_ratio *value, int32_t shown_places)
{
    out->known = true;
    return digits_of(&out->exact, value) && ikmi_wide_ratio_round(&out->shown, value, shown_places, IKM_ROUND_HALF_UP);
}

/* Rounded as the convention does; `formula` is then wrapped in the function that does the same. */
static bool set_rounded(ikmi_foot_figure *out, const ikmi_wide_ratio *value, int32_t places, ikm_round_mode mode)
{
    char inner[IKMI_FORMULA_SIZE], digits_text[IKMI_INTEGER_SIZE];
    ikm_decimal digits;
    out->known = true;
    if (!digits_of(&digits, value) || !ikmi_wide_ratio_round(&out->exact, value, places, mode))
        return false;
    out->shown = out->exact;
    out->held = out->formula[0] && (mode == IKM_ROUND_HALF_EVEN || is_near_turn(digits, places, mode));
    memcpy(inner, out->formula, sizeof inner);
    if (out->held)
        out->formula[0] = '\0';
    else if (out->formula[0])
        ikmi_fill(out->formula, sizeof out->formula, "{1}({2},{3})",
                  IKMI_SAY(mode == IKM_ROUND_TRUNCATE ? "ROUNDDOWN" : "ROUND", inner,
                           ikmi_integer_text(digits_text, places)));
    return true;
}

static bool set(ikmi_foot_figure *out, const ikmi_wide_ratio *value, int32_t places, int32_t shown_places,
                ikm_round_mode mode)
{
    return places == IKM_ROUND_NONE ? set_plain(out, value, shown_places) : set_rounded(out, value, places, mode);
}

static bool ratio_of(ikmi_wide_ratio *out, uint64_t a, uint64_t b, uint64_t den)
{
    ikmi_wide_ratio_init(out);
    return ikmi_wide_ratio_add(out, a, b, den);
}

/* Times 1/9, or times 0.111. */
static void say_weight(char *out, size_t size, const ikmi_plan *plan, size_t element)
{
    char text[IKMI_DECIMAL_SIZE];
    ikm_decimal weight = {plan->weight_num[element], 0};
    if (plan->exact) {
        snprintf(out, size, "/%zu", plan->rules->element_count);
        return;
    }
    for (int64_t den = plan->weight_den; den > 1; den /= 10)
        weight.places++;
    snprintf(out, size, "*%s", ikmi_decimal_text(text, ikmi_decimal_shortest(weight), '.', 0));
}

static bool element_figures(ikmi_foot *out, const ikmi_plan *plan, const ikmi_sums *sums, size_t e, bool live)
{
    const ikm_convention *convention = &plan->convention;
    ikmi_foot_figure *sum = &out->element[IKMI_FOOT_SUM][e], *mean = &out->element[IKMI_FOOT_MEAN][e];
    ikmi_foot_figure *term = &out->element[IKMI_FOOT_TERM][e];
    const uint64_t answered = (uint64_t)sums->answered[e];
    const size_t column = e + 1;
    char weight[IKMI_DECIMAL_SIZE + 4];
    ikmi_wide_ratio ratio, nrr;
    sum->known = true;
    sum->shown = sum->exact = (ikm_decimal){sums->sum[e], 0};
    if (live) {
        say_weight(weight, sizeof weight, plan, e);
        snprintf(sum->formula, sizeof sum->formula, "SUM({%zu})", column);
        snprintf(mean->formula, sizeof mean->formula, "{%zu@0}/COUNT({%zu})", column, column);
        snprintf(term->formula, sizeof term->formula, "{%zu@1}%s", column, weight);
    }
    if (!answered) {
        mean->formula[0] = term->formula[0] = '\0';
        return true;
    }
    if (!ratio_of(&ratio, (uint64_t)sums->sum[e], 1, answered) ||
        !set(mean, &ratio, convention->round_nrr, 3, convention->round_mode))
        return false;
    bool made = convention->round_nrr == IKM_ROUND_NONE
                    ? ratio_of(&nrr, (uint64_t)sums->sum[e], (uint64_t)plan->weight_num[e], answered)
                    : ratio_of(&nrr, (uint64_t)mean->exact.digits, (uint64_t)plan->weight_num[e],
                               (uint64_t)ikmi_power_of_ten(mean->exact.places));
    return made && ikmi_wide_ratio_scale(&nrr, 1, (uint64_t)plan->weight_den) &&
           set(term, &nrr, convention->round_term, 6, convention->round_mode);
}

/* The sum of the terms and the index; only where every element was answered. */
static bool index_figures(ikmi_foot *out, const ikmi_plan *plan, const ikmi_terms *terms, bool live)
{
    const size_t column = out->elements + 1;
    const int scale = plan->rules->scale;
    const ikm_convention *convention = &plan->convention;
    ikmi_wide_ratio total, index;
    ikmi_wide_ratio_init(&total);
    for (size_t e = 0; e < terms->count; e++)
        if (!ikmi_wide_ratio_add(&total, terms->a[e], terms->b[e], terms->den[e]))
            return false;
    index = total;
    if (live) {
        snprintf(out->total.formula, sizeof out->total.formula, "SUM({1@2}:{%zu@2})", out->elements);
        if (100 % scale == 0)
            snprintf(out->index.formula, sizeof out->index.formula, "{%zu@2}*%d", column, 100 / scale);
        else
            snprintf(out->index.formula, sizeof out->index.formula, "{%zu@2}*100/%d", column, scale);
    }
    int32_t shown = convention->round_term == IKM_ROUND_NONE ? 6 : convention->round_term;
    return ikmi_wide_ratio_scale(&total, 1, terms->outer) && set_plain(&out->total, &total, shown) &&
           ikmi_wide_ratio_scale(&index, 100, (uint64_t)scale * terms->outer) &&
           set_rounded(&out->index, &index, convention->round_final, convention->round_mode);
}

ikm_status ikmi_foot_of(ikmi_foot *out, const ikm_survey *survey, bool live)
{
    const ikmi_scoring *scoring = &survey->scoring;
    ikmi_sums sums;
    ikmi_terms terms;
    *out = (ikmi_foot){.elements = scoring->plan.rules->element_count};
    ikm_status status = ikmi_sums_of(&sums, scoring, IKM_WHOLE);
    if (status != IKM_OK)
        return status;
    for (size_t e = 0; e < out->elements; e++)
        if (!element_figures(out, &scoring->plan, &sums, e, live))
            return IKM_ERR_OVERFLOW;
    if (!ikmi_terms_of(&terms, &scoring->plan, &sums))
        return IKM_OK;
    return index_figures(out, &scoring->plan, &terms, live) ? IKM_OK : IKM_ERR_OVERFLOW;
}
