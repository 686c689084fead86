/* Indicators as sheets of a document: the year in full, then what it is compared with. */
#include "ikm/forms.h"

#include "achieving.h"

#include "base/decimal.h"

/* "Capaian kinerja Kecamatan Kejobong tahun 2024" */
static void title(ikmi_achieving *a)
{
    char text[IKMI_TITLE_SIZE * 2], year[IKMI_INTEGER_SIZE];
    ikmi_achieving_year(year, a);
    if (*a->unit)
        ikmi_say(text, sizeof text, a->form.lang,
                 *year ? IKMI_WORD_FORMS_ACHIEVEMENT_TITLE_UNIT_YEAR : IKMI_WORD_FORMS_ACHIEVEMENT_TITLE_UNIT,
                 IKMI_SAY(a->unit, year));
    else
        ikmi_say(text, sizeof text, a->form.lang,
                 *year ? IKMI_WORD_FORMS_ACHIEVEMENT_TITLE_YEAR : IKMI_WORD_FORMS_ACHIEVEMENT_TITLE, IKMI_SAY(year));
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

void ikmi_achieving_first_sheet(ikmi_achieving *a)
{
    title(a);
    if (a->achievement) {
        ikmi_achieving_indicators(a);
        method(a);
    }
}

void ikmi_achieving_further_sheets(ikmi_achieving *a)
{
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
    const ikm_achievement_options *options = ikm_achievement_options_used(achievement);
    ikmi_achieving a = {{document, NULL, options->lang, IKM_OK}, achievement, NULL, "", options->year};
    ikmi_achieving_first_sheet(&a);
    size_t notes = ikm_achievement_note_count(achievement);
    if (notes)
        ikmi_form_heading(&a.form, 2, IKMI_WORD_FORMS_NOTES);
    for (size_t i = 0; i < notes && a.form.status == IKM_OK; i++)
        a.form.status = ikm_document_note(document, ikm_achievement_note(achievement, i));
    ikmi_achieving_further_sheets(&a);
    return a.form.status;
}
