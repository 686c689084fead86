/* Can printed means be true at all? */
#include "means.h"

#include "base/ratio.h"

enum { PLACES_MOST = 6 };

static const int64_t mean_limit = 1000000, respondents_most = 1000000000000;

bool ikmi_mean_is_plain(ikm_decimal mean)
{
    return mean.places >= 0 && mean.places <= PLACES_MOST && mean.digits >= 0 &&
           mean.digits < mean_limit * ikmi_power_of_ten(mean.places);
}

bool ikmi_mean_respondents(int64_t respondents)
{
    return respondents >= 1 && respondents <= respondents_most;
}

/* A sum is at most 10^18, so that this stays below 10^24. */
static bool is_printed_so(int64_t sum, ikm_decimal mean, int64_t respondents, ikm_round_mode mode)
{
    ikmi_int128 scaled = (ikmi_int128)sum * ikmi_power_of_ten(mean.places);
    return ikmi_round_divide(scaled, respondents, mode) == mean.digits;
}

/*
 * All that is printed as one mean lies around it without a gap. So if any sum does, the whole number below
 * mean x respondents does or the one above, and others would follow on both sides of that.
 */
bool ikmi_mean_sum(int64_t *sum, bool *only, ikm_decimal mean, int64_t respondents, ikm_round_mode mode)
{
    ikmi_int128 point = (ikmi_int128)mean.digits * respondents;
    int64_t power = ikmi_power_of_ten(mean.places);
    int64_t below = (int64_t)(point / power), nearest = (int64_t)ikmi_round_divide(point, power, IKM_ROUND_HALF_UP);
    int64_t farther = nearest == below ? below + 1 : below;
    int64_t found = is_printed_so(nearest, mean, respondents, mode) ? nearest : farther;
    if (!is_printed_so(found, mean, respondents, mode))
        return false;
    *sum = found;
    *only = !is_printed_so(found + 1, mean, respondents, mode) &&
            (found == 0 || !is_printed_so(found - 1, mean, respondents, mode));
    return true;
}

static bool are_possible(const ikm_decimal *means, size_t count, int64_t respondents, ikm_round_mode mode)
{
    for (size_t i = 0; i < count; i++) {
        int64_t sum;
        bool only;
        if (!ikmi_mean_sum(&sum, &only, means[i], respondents, mode))
            return false;
    }
    return true;
}

static bool can_be_asked(const ikm_decimal *means, size_t count, ikm_round_mode mode)
{
    if (!means || mode < IKM_ROUND_HALF_UP || mode > IKM_ROUND_TRUNCATE)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!ikmi_mean_is_plain(means[i]))
            return false;
    return count > 0;
}

int ikm_means_possible(const ikm_decimal *means, size_t count, int64_t respondents, ikm_round_mode mode)
{
    if (!can_be_asked(means, count, mode) || !ikmi_mean_respondents(respondents))
        return -1;
    return are_possible(means, count, respondents, mode);
}

int64_t ikm_means_smallest(const ikm_decimal *means, size_t count, int64_t from, int64_t to, ikm_round_mode mode)
{
    if (!can_be_asked(means, count, mode) || !ikmi_mean_respondents(from) || !ikmi_mean_respondents(to))
        return 0;
    for (int64_t respondents = from; respondents <= to; respondents++)
        if (are_possible(means, count, respondents, mode))
            return respondents;
    return 0;
}
