/*
 * The facts of a survey as tidy rows. Titles are names for programs and do not
 * follow the language; every row is pulled, so that any number of groups passes.
 */
#include "ikm/forms.h"

#include "form.h"
#include "survey/survey.h"

static const ikm_column facts[] = {
    {"element", IKM_CELL_TEXT, 0, NULL},       {"name", IKM_CELL_TEXT, 0, NULL},
    {"respondents", IKM_CELL_NUMBER, 0, NULL}, {"answered", IKM_CELL_NUMBER, 0, NULL},
    {"blank", IKM_CELL_NUMBER, 0, NULL},       {"sum", IKM_CELL_NUMBER, 0, NULL},
    {"nrr", IKM_CELL_NUMBER, 3, NULL},         {"converted", IKM_CELL_NUMBER, 2, NULL},
    {"grade", IKM_CELL_TEXT, 0, NULL},
};

enum { FACTS = sizeof facts / sizeof *facts, CONVERTED = 7 };

static void index_facts(const ikm_score *score, ikm_cell *cells)
{
    cells[0] = ikmi_cell_text("IKM");
    /* in one language only: what programs read does not change with --lang */
    cells[1] = ikmi_cell_text(ikmi_word_text(IKM_LANG_ID, IKMI_WORD_FORMS_TIDY_INDEX));
    cells[2] = ikmi_cell_integer(ikm_score_respondents(score));
    if (ikm_score_grade(score) == IKM_GRADE_NONE)
        return;
    cells[CONVERTED] = ikmi_cell_decimal(ikm_score_index(score));
    cells[8] = ikmi_cell_text(ikm_score_grade_text(score));
}

static ikm_status element_facts(const ikm_rules *rules, const ikm_score *score, size_t element, ikm_cell *cells)
{
    ikm_element_score figures;
    ikm_status status = ikm_score_element(&figures, score, element);
    if (status != IKM_OK)
        return status;
    cells[0] = ikmi_cell_text(ikm_rules_element_code(rules, element));
    cells[1] = ikmi_cell_text(ikm_rules_element_name(rules, element));
    cells[2] = ikmi_cell_integer(ikm_score_respondents(score));
    cells[3] = ikmi_cell_integer(figures.answered);
    cells[4] = ikmi_cell_integer(figures.blank);
    cells[5] = ikmi_cell_integer(figures.sum);
    if (figures.grade == IKM_GRADE_NONE)
        return IKM_OK;
    cells[6] = ikmi_cell_decimal(figures.nrr);
    cells[CONVERTED] = ikmi_cell_decimal(figures.converted);
    cells[8] = ikmi_cell_text(ikm_rules_band_grade(rules, figures.grade));
    return IKM_OK;
}

/* The key of the whole is empty cells: it has none. */
static ikm_status row(void *ctx, size_t index, ikm_cell *cells)
{
    const ikm_survey *survey = ctx;
    const ikm_rules *rules = ikm_survey_rules(survey);
    size_t rows_a_group = ikm_rules_element_count(rules) + 1, keys = ikm_survey_key_count(survey);
    size_t group = index / rows_a_group, line = index % rows_a_group;
    const ikm_score *score = ikm_survey_score(survey, group);
    for (size_t key = 0; group > 0 && key < keys; key++)
        cells[key] = ikmi_cell_text(ikm_survey_key(survey, group, key));
    if (line > 0)
        return element_facts(rules, score, line - 1, cells + keys);
    index_facts(score, cells + keys);
    return IKM_OK;
}

ikm_status ikm_form_tidy(ikm_document *document, const ikm_survey *survey)
{
    if (!document || !survey)
        return IKM_ERR_ARGUMENT;
    ikmi_form form = {document, survey, ikm_survey_lang(survey), IKM_OK};
    ikm_column columns[IKMI_KEYS_MAX + FACTS];
    size_t keys = ikm_survey_key_count(survey);
    for (size_t key = 0; key < keys; key++)
        columns[key] = (ikm_column){ikm_survey_key_name(survey, key), IKM_CELL_TEXT, 0, NULL};
    for (size_t i = 0; i < FACTS; i++)
        columns[keys + i] = facts[i];
    if (ikm_survey_convention(survey)->round_final > columns[keys + CONVERTED].places)
        columns[keys + CONVERTED].places = ikm_survey_convention(survey)->round_final;
    ikm_table table = {.title = ikmi_form_word(&form, IKMI_WORD_FORMS_TIDY),
                       .columns = columns,
                       .column_count = keys + FACTS,
                       .row = row,
                       .ctx = (void *)survey,
                       .row_count =
                           ikm_survey_score_count(survey) * (ikm_rules_element_count(ikm_survey_rules(survey)) + 1)};
    ikmi_form_sheet(&form, IKMI_WORD_FORMS_TIDY);
    ikmi_form_table(&form, &table);
    return form.status;
}
