/* From counts to the terms of the index, rounded where the convention rounds them. */
#include "terms.h"

#include "base/ratio.h"
#include "tally/tally.h"

static ikm_status sum_scores(int64_t *sum, int64_t *answered, const int64_t *answers, int scale)
{
    *sum = *answered = 0;
    for (int score = 1; score <= scale; score++) {
        int64_t part;
        *answered += answers[score - 1]; /* at most the respondents */
        if (!ikmi_multiply(&part, answers[score - 1], score) || !ikmi_add(sum, *sum, part))
            return IKM_ERR_OVERFLOW;
    }
    return IKM_OK;
}

ikm_status ikmi_sums_of(ikmi_sums *out, const ikmi_scoring *scoring, uint32_t group)
{
    const ikm_rules *rules = scoring->plan.rules;
    const ikm_missing missing = scoring->plan.convention.missing;
    ikmi_counts counts;
    if (ikm_tally_element_count(scoring->tally) != rules->element_count ||
        ikm_tally_scale(scoring->tally) != rules->scale)
        return IKM_ERR_MISMATCH;
    ikm_status status = ikmi_tally_counts(&counts, scoring->tally, group, missing == IKM_MISSING_LISTWISE);
    if (status != IKM_OK)
        return status;
    out->respondents = counts.respondents;
    for (size_t i = 0; i < rules->element_count; i++) {
        status = sum_scores(&out->sum[i], &out->answered[i], counts.answers + i * (size_t)rules->scale, rules->scale);
        if (status != IKM_OK)
            return status;
        if (missing == IKM_MISSING_STRICT && out->answered[i] != out->respondents)
            return IKM_ERR_ARGUMENT;
    }
    return IKM_OK;
}

void ikmi_term_of(ikmi_terms *out, const ikmi_plan *plan, const ikmi_sums *sums, size_t element)
{
    const ikm_convention *convention = &plan->convention;
    uint64_t a = (uint64_t)sums->sum[element], b = (uint64_t)plan->weight_num[element];
    uint64_t den = (uint64_t)sums->answered[element];
    if (convention->round_nrr != IKM_ROUND_NONE) {
        int64_t power = ikmi_power_of_ten(convention->round_nrr);
        a = (uint64_t)ikmi_round_divide((ikmi_int128)a * power, (ikmi_int128)den, convention->round_mode);
        den = (uint64_t)power;
    }
    if (convention->round_term != IKM_ROUND_NONE) {
        /* below 2^63 x 2^30 x 2^20 */
        int64_t power = ikmi_power_of_ten(convention->round_term);
        a = (uint64_t)ikmi_round_divide((ikmi_int128)a * (ikmi_int128)b * power, (ikmi_int128)den * plan->weight_den,
                                        convention->round_mode);
        b = 1;
        den = (uint64_t)power;
    }
    out->a[element] = a;
    out->b[element] = b;
    out->den[element] = den;
}

bool ikmi_terms_of(ikmi_terms *out, const ikmi_plan *plan, const ikmi_sums *sums)
{
    out->count = plan->rules->element_count;
    out->scale = plan->rules->scale;
    out->outer = plan->convention.round_term == IKM_ROUND_NONE ? (uint64_t)plan->weight_den : 1;
    for (size_t i = 0; i < out->count; i++) {
        if (!sums->answered[i])
            return false;
        ikmi_term_of(out, plan, sums, i);
    }
    return true;
}
