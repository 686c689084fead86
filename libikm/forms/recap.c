/* The recap: what an office reads first, on one sheet. */
#include "ikm/forms.h"

#include "base/decimal.h"
#include "form.h"

#include <stdbool.h>

/* "U3 Waktu Penyelesaian, U9 ..." of those that nobody answered; why there is no index. */
static void unanswered(char *out, size_t size, const ikm_rules *rules, const ikm_score *score, ikmi_form *form)
{
    size_t count = ikm_rules_element_count(rules);
    *out = '\0';
    for (size_t i = 0; i < count && form->status == IKM_OK; i++) {
        ikm_element_score element;
        form->status = ikm_score_element(&element, score, i);
        if (form->status != IKM_OK || element.grade != IKM_GRADE_NONE)
            continue;
        ikmi_list_add(out, size, ", ", ikm_rules_element_code(rules, i));
        ikmi_list_add(out, size, " ", ikm_rules_element_name(rules, i));
    }
}

void ikmi_form_index(ikmi_form *form, ikmi_word label)
{
    const ikm_score *whole = ikm_survey_score(form->survey, 0);
    char caption[IKMI_SENTENCE_SIZE], elements[IKMI_SENTENCE_SIZE / 2], respondents[IKMI_DECIMAL_SIZE];
    ikm_cell cell;
    ikm_decimal count = {ikm_score_respondents(whole), 0};
    ikmi_decimal_for_people(respondents, count, form->lang);
    if (ikm_score_grade(whole) != IKM_GRADE_NONE) {
        cell = ikmi_cell_decimal(ikm_score_index(whole));
        ikmi_say(caption, sizeof caption, form->lang, IKMI_WORD_FORMS_INDEX_CAPTION,
                 IKMI_SAY(ikm_score_grade_text(whole), ikm_score_performance_text(whole), respondents));
    } else {
        cell = ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_NO_INDEX));
        unanswered(elements, sizeof elements, ikm_survey_rules(form->survey), whole, form);
        ikmi_say(caption, sizeof caption, form->lang, IKMI_WORD_FORMS_NO_INDEX_CAPTION,
                 IKMI_SAY(elements, respondents));
    }
    cell.strong = 1;
    if (form->status == IKM_OK)
        form->status = ikm_document_figure(form->document, ikmi_form_word(form, label), cell, caption);
}

void ikmi_recap_index(ikmi_form *form)
{
    char text[IKMI_DECIMAL_SIZE];
    ikm_decimal target;
    ikmi_form_index(form, IKMI_WORD_FORMS_INDEX);
    if (!ikm_survey_target(form->survey, &target))
        return;
    int reached = ikm_survey_target_reached(form->survey, 0);
    ikmi_word word = reached < 0 ? IKMI_WORD_FORMS_TARGET_OPEN
                     : reached   ? IKMI_WORD_FORMS_TARGET_REACHED
                                 : IKMI_WORD_FORMS_TARGET_MISSED;
    ikmi_form_text(form, word, IKMI_SAY(ikmi_decimal_for_people(text, target, form->lang)));
}

void ikmi_recap_notes(ikmi_form *form)
{
    size_t count = ikm_survey_note_count(form->survey);
    if (count > 0)
        ikmi_form_heading(form, 2, IKMI_WORD_FORMS_NOTES);
    for (size_t i = 0; i < count && form->status == IKM_OK; i++)
        form->status = ikm_document_note(form->document, ikm_survey_note(form->survey, i));
}

/* A terminal shows what is decided on first: `all` is for paper, a screen, a workbook. */
static ikm_status fill(ikm_document *document, const ikm_survey *survey, bool all)
{
    if (!document || !survey)
        return IKM_ERR_ARGUMENT;
    ikmi_form form = {document, survey, ikm_survey_lang(survey), IKM_OK};
    ikmi_form_sheet(&form, IKMI_WORD_FORMS_RECAP);
    ikmi_form_heading(&form, 1, IKMI_WORD_FORMS_RECAP_TITLE);
    ikmi_recap_index(&form);
    if (all) {
        ikmi_recap_elements(&form);
        ikmi_recap_distribution(&form);
    } else {
        ikmi_recap_elements_brief(&form);
    }
    ikmi_recap_groups(&form);
    if (all)
        ikmi_recap_trend(&form);
    ikmi_recap_completeness(&form);
    if (all)
        ikmi_recap_characteristics(&form);
    ikmi_recap_sample(&form);
    ikmi_recap_notes(&form);
    ikmi_recap_convention(&form);
    ikmi_recap_sources(&form);
    return form.status;
}

ikm_status ikm_form_recap(ikm_document *document, const ikm_survey *survey)
{
    return fill(document, survey, true);
}

ikm_status ikm_form_summary(ikm_document *document, const ikm_survey *survey)
{
    return fill(document, survey, false);
}
