/* How many answered each element: only where somebody did not. */
#include "form.h"

#include <stdbool.h>

static bool any_blank(ikmi_form *form, const ikm_score *whole, size_t count)
{
    bool found = false;
    for (size_t i = 0; i < count && form->status == IKM_OK; i++) {
        ikm_element_score element;
        form->status = ikm_score_element(&element, whole, i);
        found |= form->status == IKM_OK && element.blank > 0;
    }
    return found;
}

static void element_row(ikmi_form *form, const ikm_score *whole, size_t element)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    ikm_element_score score;
    if (form->status == IKM_OK)
        form->status = ikm_score_element(&score, whole, element);
    if (form->status != IKM_OK)
        return;
    const ikm_cell cells[] = {ikmi_cell_text(ikm_rules_element_code(rules, element)),
                              ikmi_cell_text(ikm_rules_element_name(rules, element)), ikmi_cell_integer(score.answered),
                              ikmi_cell_integer(score.blank),
                              ikmi_cell_percent(score.blank, ikm_score_respondents(whole))};
    ikmi_form_row(form, cells, 5);
}

void ikmi_recap_completeness(ikmi_form *form)
{
    const ikm_score *whole = ikm_survey_score(form->survey, 0);
    size_t count = ikm_rules_element_count(ikm_survey_rules(form->survey));
    if (!any_blank(form, whole, count))
        return;
    const ikm_column columns[] = {
        {ikmi_form_word(form, IKMI_WORD_FORMS_CODE), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_ELEMENT), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_ANSWERED), IKM_CELL_NUMBER, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_BLANK), IKM_CELL_NUMBER, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_BLANK_SHARE), IKM_CELL_NUMBER, 1, "%"},
    };
    ikm_table table = {
        .title = ikmi_form_word(form, IKMI_WORD_FORMS_COMPLETENESS), .columns = columns, .column_count = 5};
    ikmi_form_table(form, &table);
    for (size_t i = 0; i < count; i++)
        element_row(form, whole, i);
}
