/* The tables of chapter III of a performance report, and those of indicators alone. */
#include "ikm/forms.h"

#include "achieving.h"

#include "base/decimal.h"

/* "Capaian kinerja Kecamatan Kejobong tahun 2024" */
static void title(ikmi_achieving *a)
{
    char text[IKMI_TITLE_SIZE * 2], year[IKMI_INTEGER_SIZE];
    const ikm_profile *profile = a->report ? ikm_report_profile(a->report) : NULL;
    const char *unit = profile && profile->unit ? profile->unit : "";
    ikmi_achieving_year(year, a);
    ikmi_say(text, sizeof text, a->form.lang,
             *unit && *year ? IKMI_WORD_FORMS_ACHIEVEMENT_TITLE_UNIT_YEAR
             : *unit        ? IKMI_WORD_FORMS_ACHIEVEMENT_TITLE_UNIT
             : *year        ? IKMI_WORD_FORMS_ACHIEVEMENT_TITLE_YEAR
                            : IKMI_WORD_FORMS_ACHIEVEMENT_TITLE,
             IKMI_SAY(unit, year));
    ikmi_form_sheet(&a->form, IKMI_WORD_FORMS_ACHIEVEMENT_SHEET);
    if (a->form.status == IKM_OK)
        a->form.status = ikm_document_heading(a->form.document, 1, text);
}

/* By which formulas and scale: as the convention of an index, it is part of the result. */
static void method(ikmi_achieving *a)
{
    const ikm_achievement_options *options = ikm_achievement_options_used(a->achievement);
    const ikm_scale *scale = options->scale;
    char bands[IKMI_SENTENCE_SIZE / 2] = "", band[IKMI_TITLE_SIZE], bound[IKMI_DECIMAL_SIZE];
    for (int i = 1; i <= ikm_scale_predicate_count(scale); i++) {
        ikmi_decimal_for_people(bound, ikm_scale_bound(scale, i), a->form.lang);
        ikmi_say(band, sizeof band, a->form.lang,
                 i == ikm_scale_predicate_count(scale) ? IKMI_WORD_FORMS_BAND_LAST
                 : ikm_scale_upper_closed(scale)       ? IKMI_WORD_FORMS_BAND_ABOVE
                                                       : IKMI_WORD_FORMS_BAND,
                 IKMI_SAY(ikm_scale_predicate(scale, i), bound));
        ikmi_list_add(bands, sizeof bands, "; ", band);
    }
    ikmi_form_text(&a->form, IKMI_WORD_FORMS_SCALE, IKMI_SAY(ikm_scale_title(scale), bands));
    if (ikm_scale_whole(scale))
        ikmi_form_text(&a->form,
                       options->bands == IKM_BANDS_ROUNDED ? IKMI_WORD_FORMS_BANDS_ROUNDED
                                                           : IKMI_WORD_FORMS_BANDS_UNROUNDED,
                       NULL, 0);
}

/* Of a report all its notes, of indicators their own. */
static void notes(ikmi_achieving *a)
{
    size_t count = a->report ? ikm_report_note_count(a->report) : ikm_achievement_note_count(a->achievement);
    if (count)
        ikmi_form_heading(&a->form, 2, IKMI_WORD_FORMS_NOTES);
    for (size_t i = 0; i < count && a->form.status == IKM_OK; i++)
        a->form.status = ikm_document_note(a->form.document, a->report ? ikm_report_note(a->report, i)
                                                                       : ikm_achievement_note(a->achievement, i));
}

/* The first sheet holds the notes too: who reads one sheet alone reads them. */
static void indicators(ikmi_achieving *a)
{
    title(a);
    if (a->achievement) {
        ikmi_achieving_indicators(a);
        method(a);
    }
    notes(a);
    if (!a->achievement)
        return;
    ikmi_achieving_roll_up(a);
    ikmi_achieving_history(a);
    ikmi_achieving_final(a);
}

ikm_status ikm_form_indicators(ikm_document *document, const ikm_achievement *achievement)
{
    if (!document || !achievement)
        return IKM_ERR_ARGUMENT;
    ikm_lang lang = ikm_achievement_options_used(achievement)->lang;
    ikmi_achieving a = {{document, NULL, lang, IKM_OK}, achievement, NULL};
    indicators(&a);
    return a.form.status;
}

ikm_status ikm_form_achievement(ikm_document *document, const ikm_report *report)
{
    if (!document || !report)
        return IKM_ERR_ARGUMENT;
    ikmi_achieving a = {{document, NULL, ikm_report_lang(report), IKM_OK}, ikm_report_achievement(report), report};
    indicators(&a);
    ikmi_achieving_components(&a);
    ikmi_achieving_agreement(&a);
    ikmi_achieving_budget(&a);
    ikmi_achieving_efficiency(&a);
    return a.form.status;
}
