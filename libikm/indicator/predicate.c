/* What an achievement is called. */
#include "exact.h"

int ikmi_predicate_of(const ikm_scale *scale, ikmi_position position, ikm_band_use bands)
{
    if (bands == IKM_BANDS_ROUNDED && ikm_scale_whole(scale))
        position = ikmi_position_round(position, 0) * 2 * ikmi_power_of_ten(IKMI_GRID_PLACES);
    return ikm_scale_find(scale, ikmi_position_ratio(position));
}

void ikmi_predicates(const char **out, const char **other_out, ikmi_position position,
                     const ikm_achievement_options *options)
{
    ikm_band_use other = options->bands == IKM_BANDS_ROUNDED ? IKM_BANDS_UNROUNDED : IKM_BANDS_ROUNDED;
    int one = ikmi_predicate_of(options->scale, position, options->bands);
    int two = ikmi_predicate_of(options->scale, position, other);
    *out = ikm_scale_predicate(options->scale, one);
    *other_out = one == two ? NULL : ikm_scale_predicate(options->scale, two);
}
