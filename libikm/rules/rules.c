/* What can be asked of rules: names, elements, bands. NULL instead of rules gives NULL, 0 or an empty number. */
#include "rules.h"

#include "builtin.h"

#include <string.h>

static const ikm_rules *const builtin[] = {
    &ikmi_permenpan_14_2017_rules,
    &ikmi_permenpan_16_2014_rules,
    &ikmi_kepmenpan_25_2004_rules,
};

size_t ikm_rules_count(void)
{
    return sizeof builtin / sizeof builtin[0];
}

const ikm_rules *ikm_rules_at(size_t index)
{
    return index < ikm_rules_count() ? builtin[index] : NULL;
}

const ikm_rules *ikm_rules_named(const char *name)
{
    for (size_t i = 0; name && i < ikm_rules_count(); i++)
        if (!strcmp(builtin[i]->name, name))
            return builtin[i];
    return NULL;
}

const char *ikm_rules_name(const ikm_rules *rules)
{
    return rules ? rules->name : NULL;
}

const char *ikm_rules_title(const ikm_rules *rules)
{
    return rules ? rules->title : NULL;
}

const char *ikm_rules_printed_weight(const ikm_rules *rules)
{
    return rules ? rules->printed_weight : NULL;
}

const char *ikm_rules_weight(const ikm_rules *rules)
{
    return rules ? rules->weight : NULL;
}

size_t ikm_rules_element_count(const ikm_rules *rules)
{
    return rules ? rules->element_count : 0;
}

int ikm_rules_scale(const ikm_rules *rules)
{
    return rules ? rules->scale : 0;
}

static const ikmi_element *element_at(const ikm_rules *rules, size_t element)
{
    return rules && element < rules->element_count ? &rules->elements[element] : NULL;
}

const char *ikm_rules_element_code(const ikm_rules *rules, size_t element)
{
    const ikmi_element *found = element_at(rules, element);
    return found ? found->code : NULL;
}

const char *ikm_rules_element_name(const ikm_rules *rules, size_t element)
{
    const ikmi_element *found = element_at(rules, element);
    return found ? found->name : NULL;
}

const char *ikm_rules_element_question(const ikm_rules *rules, size_t element)
{
    const ikmi_element *found = element_at(rules, element);
    return found ? found->question : NULL;
}

const char *ikm_rules_element_label(const ikm_rules *rules, size_t element, int score)
{
    const ikmi_element *found = element_at(rules, element);
    return found && score >= 1 && score <= rules->scale ? found->labels[score - 1] : NULL;
}

int ikm_rules_band_count(const ikm_rules *rules)
{
    return rules ? rules->band_count : 0;
}

static const ikmi_band *band_at(const ikm_rules *rules, int band)
{
    return rules && band >= 1 && band <= rules->band_count ? &rules->bands[band - 1] : NULL;
}

const char *ikm_rules_band_grade(const ikm_rules *rules, int band)
{
    const ikmi_band *found = band_at(rules, band);
    return found ? found->grade : NULL;
}

const char *ikm_rules_band_performance(const ikm_rules *rules, int band)
{
    const ikmi_band *found = band_at(rules, band);
    return found ? found->performance : NULL;
}

ikm_decimal ikm_rules_band_lower(const ikm_rules *rules, int band)
{
    const ikmi_band *found = band_at(rules, band);
    ikm_decimal lower = {found ? found->lower : 0, 2};
    return lower;
}

/*
 * Only lower bounds decide. The printed tables leave gaps between one band's upper
 * and the next one's lower bound, and a value that was rounded to two decimals
 * first cannot fall into them.
 */
int ikm_rules_band(const ikm_rules *rules, int64_t index_hundredths)
{
    int band = 1, worst = ikm_rules_band_count(rules);
    while (band < worst && index_hundredths < rules->bands[band - 1].lower)
        band++;
    return worst ? band : 0;
}
