/* Laporan Survei Kepuasan Masyarakat, chapters I to V (PermenPANRB 14/2017): facts from the figures, no causes. */
#include "ikm/forms.h"

#include "analysing.h"
#include "base/decimal.h"
#include "survey_report.h"

/* "Kecamatan Kejobong", or what stands for it in a sentence. */
static const char *unit_name(const ikmi_form *form, const ikmi_unit *unit)
{
    return *unit->of.unit ? unit->of.unit : ikmi_form_word(form, IKMI_WORD_FORMS_REPORT_THIS_UNIT);
}

static const char *say_respondents(char *out, const ikmi_form *form)
{
    ikm_decimal count = {ikm_score_respondents(ikm_survey_score(form->survey, 0)), 0};
    return ikmi_decimal_for_people(out, count, form->lang);
}

static void title(ikmi_form *form, const ikmi_unit *unit)
{
    ikmi_form_sheet(form, IKMI_WORD_FORMS_REPORT);
    ikmi_form_heading(form, 1, IKMI_WORD_FORMS_REPORT_TITLE);
    ikmi_form_field(form, IKMI_WORD_FORMS_REPORT_UNIT, unit->of.unit);
    ikmi_form_field(form, IKMI_WORD_FORMS_REPORT_REGION, unit->of.region);
    ikmi_form_field(form, IKMI_WORD_FORMS_REPORT_PERIOD, unit->period);
}

static void introduction(ikmi_form *form, const ikmi_unit *unit)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    char elements[IKMI_SENTENCE_SIZE / 2] = "", count[IKMI_INTEGER_SIZE], scale[IKMI_INTEGER_SIZE];
    for (size_t i = 0; i < ikm_rules_element_count(rules); i++) {
        ikmi_list_add(elements, sizeof elements, "; ", ikm_rules_element_code(rules, i));
        ikmi_list_add(elements, sizeof elements, " ", ikm_rules_element_name(rules, i));
    }
    ikmi_form_heading(form, 1, IKMI_WORD_FORMS_REPORT_INTRODUCTION);
    ikmi_form_text(form, IKMI_WORD_FORMS_REPORT_WHY, IKMI_SAY(unit_name(form, unit)));
    ikmi_form_text(form, IKMI_WORD_FORMS_REPORT_BASIS,
                   IKMI_SAY(ikm_rules_title(rules), ikmi_integer_text(count, (int64_t)ikm_rules_element_count(rules)),
                            ikmi_integer_text(scale, ikm_rules_scale(rules)), elements));
}

/* Who asked, and how, no dump says: lines to fill in. */
static void collection(ikmi_form *form, const ikmi_unit *unit)
{
    char text[IKMI_TITLE_SIZE], count[4][IKMI_DECIMAL_SIZE];
    const ikm_row_counts rows = ikm_survey_rows(form->survey);
    ikmi_say(text, sizeof text, form->lang, IKMI_WORD_FORMS_PUBLICATION_COUNT,
             IKMI_SAY(say_respondents(count[0], form)));
    ikmi_form_heading(form, 1, IKMI_WORD_FORMS_REPORT_COLLECTION);
    ikmi_form_field(form, IKMI_WORD_FORMS_REPORT_WHO, "");
    ikmi_form_field(form, IKMI_WORD_FORMS_REPORT_METHOD, "");
    ikmi_form_field(form, IKMI_WORD_FORMS_REPORT_PLACE, unit->of.address);
    ikmi_form_field(form, IKMI_WORD_FORMS_REPORT_TIME, unit->period);
    ikmi_form_field(form, IKMI_WORD_FORMS_REPORT_RESPONDENTS, text);
    ikmi_form_text(form, IKMI_WORD_FORMS_REPORT_ROWS,
                   IKMI_SAY(ikmi_decimal_for_people(count[1], (ikm_decimal){rows.read, 0}, form->lang),
                            ikmi_decimal_for_people(count[2], (ikm_decimal){rows.used, 0}, form->lang),
                            ikmi_decimal_for_people(count[3], (ikm_decimal){rows.refused, 0}, form->lang)));
    ikmi_recap_sample(form);
}

static void results(ikmi_form *form)
{
    ikmi_form_heading(form, 1, IKMI_WORD_FORMS_REPORT_RESULTS);
    ikmi_recap_index(form);
    ikmi_recap_characteristics(form);
    ikmi_form_heading(form, 2, IKMI_WORD_FORMS_REPORT_INDEXES);
    ikmi_recap_groups(form);
    ikmi_recap_elements(form);
    ikmi_recap_distribution(form);
    ikmi_recap_completeness(form);
}

static void analysis(ikmi_form *form, const ikmi_priorities *priorities)
{
    ikmi_achieving a = {.form = *form, .unit = ""};
    ikmi_form_heading(&a.form, 1, IKMI_WORD_FORMS_REPORT_ANALYSIS);
    ikmi_form_heading(&a.form, 2, IKMI_WORD_FORMS_REPORT_EXTREMES);
    ikmi_analyse_elements(&a, form->survey, form->survey);
    *form = a.form;
    ikmi_recap_trend(form);
    ikmi_form_heading(form, 2, IKMI_WORD_FORMS_PLAN_TITLE);
    ikmi_follow_up(form, priorities);
}

static void conclusion(ikmi_form *form, const ikmi_unit *unit, const ikmi_priorities *priorities)
{
    const ikm_score *whole = ikm_survey_score(form->survey, 0);
    char list[IKMI_SENTENCE_SIZE / 2], index[IKMI_DECIMAL_SIZE], respondents[IKMI_DECIMAL_SIZE];
    ikm_decimal target;
    ikmi_form_heading(form, 1, IKMI_WORD_FORMS_REPORT_CONCLUSION);
    if (ikm_score_grade(whole) == IKM_GRADE_NONE) {
        ikmi_form_text(form, IKMI_WORD_FORMS_REPORT_NO_INDEX,
                       IKMI_SAY(unit_name(form, unit), say_respondents(respondents, form)));
    } else {
        ikmi_decimal_for_people(index, ikm_score_index(whole), form->lang);
        ikmi_form_text(form, IKMI_WORD_FORMS_REPORT_SUMMARY,
                       IKMI_SAY(unit_name(form, unit), index, ikm_score_grade_text(whole),
                                ikm_score_performance_text(whole), say_respondents(respondents, form)));
    }
    if (ikm_survey_target(form->survey, &target) && ikm_survey_target_reached(form->survey, 0) >= 0)
        ikmi_form_text(form,
                       ikm_survey_target_reached(form->survey, 0) ? IKMI_WORD_FORMS_TARGET_REACHED
                                                                  : IKMI_WORD_FORMS_TARGET_MISSED,
                       IKMI_SAY(ikmi_decimal_for_people(index, target, form->lang)));
    if (priorities->count)
        ikmi_form_text(form, IKMI_WORD_FORMS_REPORT_PRIORITIES,
                       IKMI_SAY(ikmi_say_priorities(list, sizeof list, form, priorities)));
    ikmi_form_sign(form, unit);
}

ikm_status ikm_form_survey_report(ikm_document *document, const ikm_survey *survey, const ikm_profile *profile)
{
    if (!document || !survey)
        return IKM_ERR_ARGUMENT;
    ikmi_form form = {document, survey, ikm_survey_lang(survey), IKM_OK};
    ikmi_unit unit;
    ikmi_unit_of(&unit, &form, profile);
    ikmi_priorities priorities = ikmi_priorities_of(&form);
    title(&form, &unit);
    introduction(&form, &unit);
    collection(&form, &unit);
    results(&form);
    analysis(&form, &priorities);
    conclusion(&form, &unit, &priorities);
    ikmi_recap_notes(&form);
    ikmi_recap_convention(&form);
    return form.status;
}
