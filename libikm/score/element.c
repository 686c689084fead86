/* What is shown of each element. */
#include "terms.h"

#include "base/ratio.h"

static ikm_decimal rounded(ikmi_int128 num, ikmi_int128 den, int places, ikm_round_mode mode)
{
    return (ikm_decimal){(int64_t)ikmi_round_divide(num * ikmi_power_of_ten(places), den, mode), places};
}

/* 1 and one more for each element whose exact NRR is higher. */
static int rank(const ikmi_sums *sums, size_t count, size_t element)
{
    int better = 0;
    for (size_t i = 0; i < count; i++)
        better += sums->answered[i] && (ikmi_int128)sums->sum[i] * sums->answered[element] >
                                           (ikmi_int128)sums->sum[element] * sums->answered[i];
    return better + 1;
}

static void figures(ikm_element_score *out, const ikmi_plan *plan, const ikmi_sums *sums, size_t element)
{
    const ikmi_int128 sum = sums->sum[element], answered = sums->answered[element];
    *out = (ikm_element_score){
        .answered = sums->answered[element],
        .blank = sums->respondents - sums->answered[element],
        .sum = sums->sum[element],
        .nrr = {0, 3},
        .weighted = {0, 6},
        .converted = {0, 2},
        .grade = IKM_GRADE_NONE,
    };
    if (!answered)
        return;
    ikmi_terms terms;
    ikmi_term_of(&terms, plan, sums, element);
    bool is_rounded = plan->convention.round_term != IKM_ROUND_NONE;
    ikmi_int128 den = (ikmi_int128)terms.den[element] * (is_rounded ? 1 : plan->weight_den);
    out->nrr = rounded(sum, answered, 3, IKM_ROUND_HALF_UP);
    out->weighted = rounded((ikmi_int128)terms.a[element] * (ikmi_int128)terms.b[element], den, 6, IKM_ROUND_HALF_UP);
    out->converted = rounded(sum * 100, answered * plan->rules->scale, 2, plan->convention.round_mode);
    out->grade = ikm_rules_band(plan->rules, out->converted.digits);
    out->rank = rank(sums, plan->rules->element_count, element);
}

/* A score was made of these counts, so they can be had again. */
static ikmi_sums sums_of(const ikm_score *score)
{
    ikmi_sums sums;
    if (ikmi_sums_of(&sums, score->scoring, score->group) != IKM_OK)
        sums = (ikmi_sums){0};
    return sums;
}

void ikmi_score_elements(ikm_element_score *out, const ikm_score *score)
{
    const ikmi_plan *plan = &score->scoring->plan;
    const ikmi_sums sums = sums_of(score);
    for (size_t i = 0; i < plan->rules->element_count; i++)
        figures(&out[i], plan, &sums, i);
}

ikm_status ikm_score_element(ikm_element_score *out, const ikm_score *score, size_t element)
{
    if (!out || !score || element >= score->scoring->plan.rules->element_count)
        return IKM_ERR_ARGUMENT;
    const ikmi_sums sums = sums_of(score);
    figures(out, &score->scoring->plan, &sums, element);
    return IKM_OK;
}
