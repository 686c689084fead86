/* The survey in sentences: the index, highest and lowest element, groups under the target. */
#include "analysing.h"

#include "base/decimal.h"

static void index_sentence(ikmi_achieving *a, const ikm_score *whole)
{
    char year[IKMI_INTEGER_SIZE], index[IKMI_DECIMAL_SIZE], respondents[IKMI_DECIMAL_SIZE];
    ikmi_decimal_for_people(index, ikm_score_index(whole), a->form.lang);
    ikmi_decimal_for_people(respondents, (ikm_decimal){ikm_score_respondents(whole), 0}, a->form.lang);
    ikmi_form_note(&a->form, IKMI_WORD_FORMS_ANALYSIS_INDEX,
                   IKMI_SAY(ikmi_achieving_year(year, a), index, ikm_score_grade_text(whole),
                            ikm_score_performance_text(whole), respondents));
}

/* All elements of one rank; the converted value that they share. */
static ikm_decimal name_rank(char *out, size_t size, ikmi_form *form, const ikm_survey *survey, int rank)
{
    const ikm_rules *rules = ikm_survey_rules(survey);
    ikm_decimal value = {0, 2};
    *out = '\0';
    for (size_t i = 0; i < ikm_rules_element_count(rules) && form->status == IKM_OK; i++) {
        ikm_element_score element;
        form->status = ikm_score_element(&element, ikm_survey_score(survey, 0), i);
        if (form->status != IKM_OK || element.rank != rank)
            continue;
        ikmi_list_add(out, size, ", ", ikm_rules_element_code(rules, i));
        ikmi_list_add(out, size, " ", ikm_rules_element_name(rules, i));
        value = element.converted;
    }
    return value;
}

static int lowest_rank(ikmi_form *form, const ikm_survey *survey)
{
    int lowest = 0;
    for (size_t i = 0; i < ikm_rules_element_count(ikm_survey_rules(survey)) && form->status == IKM_OK; i++) {
        ikm_element_score element;
        form->status = ikm_score_element(&element, ikm_survey_score(survey, 0), i);
        if (form->status == IKM_OK && element.rank > lowest)
            lowest = element.rank;
    }
    return lowest;
}

static void elements_sentence(ikmi_achieving *a, const ikm_survey *survey)
{
    char best[IKMI_SENTENCE_SIZE / 3], worst[IKMI_SENTENCE_SIZE / 3], texts[2][IKMI_DECIMAL_SIZE];
    int lowest = lowest_rank(&a->form, survey);
    if (lowest < 2) /* all are alike */
        return;
    ikmi_decimal_for_people(texts[0], name_rank(best, sizeof best, &a->form, survey, 1), a->form.lang);
    ikmi_decimal_for_people(texts[1], name_rank(worst, sizeof worst, &a->form, survey, lowest), a->form.lang);
    ikmi_form_note(&a->form, IKMI_WORD_FORMS_ANALYSIS_ELEMENTS, IKMI_SAY(best, texts[0], worst, texts[1]));
}

/* The survey's own target, else that of the indicator that the survey feeds. */
static bool target_of(ikm_decimal *out, const ikmi_achieving *a, const ikm_survey *survey)
{
    const ikm_achieved *indicator;
    if (ikm_survey_target(survey, out))
        return true;
    for (size_t i = 0; a->achievement && (indicator = ikm_achievement_at(a->achievement, i)); i++)
        if (ikm_report_from_survey(a->report, i) == 1 && indicator->target.given == IKM_GIVEN_NUMBER &&
            indicator->polarity == IKM_POLARITY_HIGHER) {
            *out = indicator->target.value;
            return true;
        }
    return false;
}

static void group_name(char *out, size_t size, const ikm_survey *survey, size_t group)
{
    *out = '\0';
    for (size_t key = 0; key < ikm_survey_key_count(survey); key++) {
        ikm_cell cell = ikmi_cell_key(ikm_survey_lang(survey), ikm_survey_key(survey, group, key));
        ikmi_list_add(out, size, ", ", cell.text.data);
    }
}

static void groups_sentence(ikmi_achieving *a, const ikm_survey *survey)
{
    ikm_lang lang = a->form.lang;
    char list[IKMI_SENTENCE_SIZE / 2] = "", name[IKMI_TITLE_SIZE], header[IKMI_TITLE_SIZE], texts[3][IKMI_DECIMAL_SIZE];
    size_t below = 0, scored = 0;
    ikm_decimal target;
    if (!ikm_survey_key_count(survey) || !target_of(&target, a, survey))
        return;
    for (size_t i = 1; i < ikm_survey_score_count(survey); i++) {
        const ikm_score *score = ikm_survey_score(survey, i);
        if (ikm_score_grade(score) == IKM_GRADE_NONE)
            continue;
        scored++;
        if (!ikmi_is_below(ikm_score_index(score), target))
            continue;
        group_name(name, sizeof name, survey, i);
        ikmi_named_add(list, sizeof list, &below, name,
                       ikmi_decimal_for_people(texts[0], ikm_score_index(score), lang));
    }
    *name = '\0';
    for (size_t key = 0; key < ikm_survey_key_count(survey); key++)
        ikmi_list_add(name, sizeof name, ", ", ikmi_header_words(header, ikm_survey_key_name(survey, key)));
    ikmi_decimal_for_people(texts[0], target, lang);
    ikmi_integer_text(texts[1], (int64_t)scored);
    ikmi_integer_text(texts[2], (int64_t)below);
    if (below)
        ikmi_form_note(&a->form, IKMI_WORD_FORMS_ANALYSIS_GROUPS_BELOW,
                       IKMI_SAY(texts[0], texts[1], texts[2], ikmi_named_done(list, sizeof list, below, lang), name));
    else if (scored)
        ikmi_form_note(&a->form, IKMI_WORD_FORMS_ANALYSIS_GROUPS_REACH, IKMI_SAY(texts[0], texts[1], name));
}

void ikmi_analyse_elements(ikmi_achieving *a, const ikm_survey *survey, const ikm_survey *groups)
{
    if (ikm_score_grade(ikm_survey_score(survey, 0)) == IKM_GRADE_NONE)
        return;
    elements_sentence(a, survey);
    groups_sentence(a, groups);
}

void ikmi_analyse_survey(ikmi_achieving *a)
{
    const ikm_survey *survey = ikm_report_survey(a->report);
    if (!survey || ikm_score_grade(ikm_survey_score(survey, 0)) == IKM_GRADE_NONE)
        return;
    ikmi_form_heading(&a->form, 2, IKMI_WORD_FORMS_ANALYSIS_SURVEY);
    index_sentence(a, ikm_survey_score(survey, 0));
    ikmi_analyse_elements(a, survey, ikm_report_survey_groups(a->report));
}
