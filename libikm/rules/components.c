/* What can be asked of an instrument of components. NULL instead of one gives NULL, 0 or an empty number. */
#include "scales.h"

#include <string.h>

static const ikm_instrument *const builtin[] = {
    &ikmi_sakip_2021_instrument,
    &ikmi_kematangan_2018_instrument,
};

size_t ikm_instrument_count(void)
{
    return sizeof builtin / sizeof builtin[0];
}

const ikm_instrument *ikm_instrument_at(size_t index)
{
    return index < ikm_instrument_count() ? builtin[index] : NULL;
}

const ikm_instrument *ikm_instrument_named(const char *name)
{
    for (size_t i = 0; name && i < ikm_instrument_count(); i++)
        if (!strcmp(builtin[i]->name, name))
            return builtin[i];
    return NULL;
}

const char *ikm_instrument_name(const ikm_instrument *instrument)
{
    return instrument ? instrument->name : NULL;
}

const char *ikm_instrument_title(const ikm_instrument *instrument)
{
    return instrument ? instrument->title : NULL;
}

const ikm_scale *ikm_instrument_scale(const ikm_instrument *instrument)
{
    return instrument ? instrument->scale : NULL;
}

size_t ikm_instrument_component_count(const ikm_instrument *instrument)
{
    return instrument ? instrument->count : 0;
}

const char *ikm_instrument_component(const ikm_instrument *instrument, size_t component)
{
    return component < ikm_instrument_component_count(instrument) ? instrument->components[component].name : NULL;
}

ikm_decimal ikm_instrument_weight(const ikm_instrument *instrument, size_t component)
{
    bool there = component < ikm_instrument_component_count(instrument);
    return there ? instrument->components[component].weight : (ikm_decimal){0, 0};
}

int ikm_instrument_levels(const ikm_instrument *instrument)
{
    return instrument ? instrument->levels : 0;
}
