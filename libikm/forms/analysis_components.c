/* Components in sentences: the total, the lowest of them, what the next predicate needs. */
#include "analysing.h"

#include "base/decimal.h"
#include "base/ratio.h"

#include <string.h>

/* Of levels the level, else the share of the weight. */
static bool measure(ikm_ratio *out, const ikm_component_line *line, bool levels)
{
    *out = line->percent.exact;
    return levels ? line->value.given == IKM_GIVEN_NUMBER && ikmi_ratio_of_decimal(out, line->value.value)
                  : line->percent.known && out->den > 0;
}

static bool lowest(ikm_ratio *out, const ikm_components *components, bool levels)
{
    const ikm_component_line *line;
    ikm_ratio value;
    bool found = false;
    for (size_t i = 0; (line = ikm_components_at(components, i)); i++)
        if (measure(&value, line, levels) && (!found || ikmi_ratio_compare(value, *out) < 0)) {
            *out = value;
            found = true;
        }
    return found;
}

static void add_lowest(char *paragraph, ikm_lang lang, const ikm_components *components, bool levels)
{
    char list[IKMI_SENTENCE_SIZE / 2] = "", value[IKMI_TITLE_SIZE];
    const ikm_component_line *line;
    ikm_ratio least, other;
    size_t named = 0;
    if (!lowest(&least, components, levels))
        return;
    for (size_t i = 0; (line = ikm_components_at(components, i)); i++)
        if (measure(&other, line, levels) && !ikmi_ratio_compare(other, least))
            ikmi_named_add(list, sizeof list, &named, line->name,
                           levels ? ikmi_say_amount(value, lang, line->value)
                                  : ikmi_say_known(value, lang, line->percent));
    ikmi_paragraph_add(paragraph, lang,
                       levels ? IKMI_WORD_FORMS_ANALYSIS_LOWEST_LEVEL : IKMI_WORD_FORMS_ANALYSIS_LOWEST_COMPONENT,
                       IKMI_SAY(ikmi_named_done(list, sizeof list, named, lang)));
}

static void add_next(char *paragraph, ikm_lang lang, const ikm_components *components)
{
    const ikm_scale *scale = ikm_instrument_scale(ikm_components_instrument(components));
    const char *predicate = ikm_components_predicate(components);
    char bound[IKMI_DECIMAL_SIZE];
    for (int i = 2; i <= ikm_scale_predicate_count(scale); i++)
        if (!strcmp(ikm_scale_predicate(scale, i), predicate))
            ikmi_paragraph_add(paragraph, lang,
                               ikm_scale_upper_closed(scale) ? IKMI_WORD_FORMS_ANALYSIS_NEXT_ABOVE
                                                             : IKMI_WORD_FORMS_ANALYSIS_NEXT_FROM,
                               IKMI_SAY(ikm_scale_predicate(scale, i - 1),
                                        ikmi_decimal_for_people(bound, ikm_scale_bound(scale, i - 1), lang)));
}

void ikmi_analyse_components(ikmi_achieving *a)
{
    const ikm_components *components;
    ikm_lang lang = a->form.lang;
    for (size_t i = 0; a->form.status == IKM_OK && (components = ikm_report_components(a->report, i)); i++) {
        const ikm_instrument *instrument = ikm_components_instrument(components);
        char paragraph[IKMI_SENTENCE_SIZE] = "", total[IKMI_TITLE_SIZE], maximum[IKMI_DECIMAL_SIZE];
        if (!i)
            ikmi_form_heading(&a->form, 2, IKMI_WORD_FORMS_ANALYSIS_COMPONENTS);
        if (!ikm_components_predicate(components)) {
            ikmi_paragraph_add(paragraph, lang, IKMI_WORD_FORMS_ANALYSIS_COMPONENTS_OPEN,
                               IKMI_SAY(ikmi_instrument_label(lang, instrument)));
        } else {
            ikmi_say_amount(total, lang, ikm_components_total(components));
            ikmi_decimal_for_people(maximum, ikm_components_maximum(components), lang);
            ikmi_paragraph_add(paragraph, lang, IKMI_WORD_FORMS_ANALYSIS_TOTAL,
                               IKMI_SAY(ikmi_instrument_label(lang, instrument), total, maximum,
                                        ikm_components_predicate(components)));
            add_next(paragraph, lang, components);
        }
        add_lowest(paragraph, lang, components, ikm_instrument_levels(instrument) > 0);
        ikmi_paragraph_put(&a->form, paragraph);
    }
}
