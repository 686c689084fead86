/* What can be asked of a scale. NULL instead of one gives NULL, 0 or an empty number. */
#include "scales.h"

#include "base/ratio.h"

#include <string.h>

static const ikm_scale *const builtin[] = {
    &ikmi_permendagri_86_2017_scale,
    &ikmi_sakip_2021_scale,
    &ikmi_kematangan_2018_scale,
};

size_t ikm_scale_count(void)
{
    return sizeof builtin / sizeof builtin[0];
}

const ikm_scale *ikm_scale_at(size_t index)
{
    return index < ikm_scale_count() ? builtin[index] : NULL;
}

const ikm_scale *ikm_scale_named(const char *name)
{
    for (size_t i = 0; name && i < ikm_scale_count(); i++)
        if (!strcmp(builtin[i]->name, name))
            return builtin[i];
    return NULL;
}

const char *ikm_scale_name(const ikm_scale *scale)
{
    return scale ? scale->name : NULL;
}

const char *ikm_scale_title(const ikm_scale *scale)
{
    return scale ? scale->title : NULL;
}

int ikm_scale_predicate_count(const ikm_scale *scale)
{
    return scale ? scale->count : 0;
}

static const ikmi_predicate *predicate_at(const ikm_scale *scale, int predicate)
{
    return scale && predicate >= 1 && predicate <= scale->count ? &scale->predicates[predicate - 1] : NULL;
}

const char *ikm_scale_predicate(const ikm_scale *scale, int predicate)
{
    const ikmi_predicate *found = predicate_at(scale, predicate);
    return found ? found->name : NULL;
}

const char *ikm_scale_meaning(const ikm_scale *scale, int predicate)
{
    const ikmi_predicate *found = predicate_at(scale, predicate);
    return found ? found->meaning : NULL;
}

ikm_decimal ikm_scale_bound(const ikm_scale *scale, int predicate)
{
    const ikmi_predicate *found = predicate_at(scale, predicate);
    return found ? found->bound : (ikm_decimal){0, 0};
}

int ikm_scale_upper_closed(const ikm_scale *scale)
{
    return scale && scale->upper_closed;
}

int ikm_scale_whole(const ikm_scale *scale)
{
    return scale && scale->whole;
}

/* A bound alone decides, never the end of the band below it: bands as they are printed have gaps and overlaps. */
int ikm_scale_find(const ikm_scale *scale, ikm_ratio value)
{
    int predicate = 1, worst = ikm_scale_predicate_count(scale);
    if (value.den <= 0)
        return 0;
    for (; predicate < worst; predicate++) {
        ikm_decimal bound = scale->predicates[predicate - 1].bound;
        int order = ikmi_ratio_compare(value, (ikm_ratio){bound.digits, ikmi_power_of_ten(bound.places)});
        if (scale->upper_closed ? order > 0 : order >= 0)
            break;
    }
    return worst ? predicate : 0;
}
