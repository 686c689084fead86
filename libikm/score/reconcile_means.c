/* The conventions that give a printed index from printed means. */
#include "means.h"
#include "reconcile.h"

#include "base/decimal.h"
#include "base/integer.h"
#include "base/words.h"

static ikm_status check_means(const ikm_decimal *means, size_t count, int64_t respondents, const ikm_rules *rules,
                              ikm_lang lang, ikm_error *err)
{
    char text[IKMI_DECIMAL_SIZE], other[IKMI_INTEGER_SIZE];
    if (count != rules->element_count)
        return ikmi_fail(
            err, IKM_ERR_ARGUMENT, lang, IKMI_WORD_SCORE_MEANS_COUNT,
            IKMI_SAY(ikmi_integer_text(text, (int64_t)count), ikmi_integer_text(other, (int64_t)rules->element_count)));
    if (respondents && !ikmi_mean_respondents(respondents))
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    for (size_t i = 0; i < count; i++) {
        int64_t power = ikmi_power_of_ten(means[i].places >= 0 && means[i].places <= 18 ? means[i].places : 0);
        if (!ikmi_mean_is_plain(means[i]) || means[i].digits < power || means[i].digits > rules->scale * power)
            return ikmi_fail(err, IKM_ERR_ARGUMENT, lang, IKMI_WORD_SCORE_MEAN_RANGE,
                             IKMI_SAY(rules->elements[i].code, ikmi_integer_text(other, rules->scale)));
    }
    return IKM_OK;
}

/* Of each mean the one sum behind it, or the mean as it is printed. */
static void sums_of_means(ikmi_sums *out, const ikm_decimal *means, size_t count, int64_t respondents)
{
    ikm_round_mode mode = IKM_ROUND_HALF_UP;
    if (respondents && !ikm_means_possible(means, count, respondents, mode) &&
        ikm_means_possible(means, count, respondents, IKM_ROUND_TRUNCATE) == 1)
        mode = IKM_ROUND_TRUNCATE;
    *out = (ikmi_sums){.respondents = respondents};
    for (size_t i = 0; i < count; i++) {
        bool only = false;
        out->answered[i] = respondents;
        if (!respondents || !ikmi_mean_sum(&out->sum[i], &only, means[i], respondents, mode) || !only) {
            out->sum[i] = means[i].digits;
            out->answered[i] = ikmi_power_of_ten(means[i].places);
        }
    }
}

ikm_status ikm_reconcile_means_new(ikm_reconcile **out, const ikm_decimal *means, size_t count, int64_t respondents,
                                   const ikm_rules *rules, ikm_decimal printed, ikm_lang lang, ikm_error *err)
{
    if (out)
        *out = NULL;
    if (!out || !means || !rules || respondents < 0)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    ikmi_sums sums;
    ikm_status status = check_means(means, count, respondents, rules, lang, err);
    if (status == IKM_OK)
        status = ikmi_reconcile_make(out, NULL, rules, printed, lang, err);
    if (status != IKM_OK)
        return status;
    sums_of_means(&sums, means, count, respondents);
    ikmi_reconcile_try(*out, &sums);
    return IKM_OK;
}
