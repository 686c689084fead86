/* The tables of chapter III of a performance report. */
#include "ikm/forms.h"

#include "achieving.h"

ikmi_achieving ikmi_achieving_of(ikm_document *document, const ikm_report *report)
{
    const ikm_profile *profile = ikm_report_profile(report);
    return (ikmi_achieving){{document, NULL, ikm_report_lang(report), IKM_OK},
                            ikm_report_achievement(report),
                            report,
                            profile && profile->unit ? profile->unit : "",
                            ikm_report_year(report)};
}

/* Which realizations are the index of the survey. */
static void sources(ikmi_achieving *a)
{
    char list[IKMI_SENTENCE_SIZE / 2] = "";
    const ikm_achieved *indicator;
    for (size_t i = 0; a->achievement && (indicator = ikm_achievement_at(a->achievement, i)); i++)
        if (ikm_report_from_survey(a->report, i) == 1)
            ikmi_list_add(list, sizeof list, "; ", indicator->name);
    if (*list)
        ikmi_form_text(&a->form, IKMI_WORD_FORMS_FROM_SURVEY, IKMI_SAY(list));
}

static void notes(ikmi_achieving *a)
{
    size_t count = ikm_report_note_count(a->report);
    if (count)
        ikmi_form_heading(&a->form, 2, IKMI_WORD_FORMS_NOTES);
    for (size_t i = 0; i < count && a->form.status == IKM_OK; i++)
        a->form.status = ikm_document_note(a->form.document, ikm_report_note(a->report, i));
}

ikm_status ikm_form_achievement(ikm_document *document, const ikm_report *report)
{
    if (!document || !report)
        return IKM_ERR_ARGUMENT;
    ikmi_achieving a = ikmi_achieving_of(document, report);
    ikmi_achieving_first_sheet(&a);
    sources(&a);
    notes(&a);
    ikmi_achieving_further_sheets(&a);
    ikmi_achieving_components(&a);
    ikmi_achieving_agreement(&a);
    ikmi_achieving_budget(&a);
    ikmi_achieving_efficiency(&a);
    return a.form.status;
}
