/* How many gave each score to each element, and their share of those who answered it. */
#include "base/decimal.h"
#include "form.h"
#include "score/score.h"
#include "tally/tally.h"

/* An odd scale has a middle score, which belongs to neither side of a diverging bar. */
static bool has_chart(int scale)
{
    return scale % 2 == 0 && scale <= IKM_CHART_SERIES;
}

static void element_row(ikmi_form *form, const ikmi_counts *counts, size_t element, int scale)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    const int64_t *answers = counts->answers + element * (size_t)scale;
    ikm_cell cells[3 + 2 * IKM_SCALE_MAX];
    int64_t answered = 0;
    size_t count = 0;
    for (int score = 0; score < scale; score++)
        answered += answers[score];
    cells[count++] = ikmi_cell_text(ikm_rules_element_code(rules, element));
    cells[count++] = ikmi_cell_text(ikm_rules_element_name(rules, element));
    cells[count++] = ikmi_cell_integer(answered);
    for (int score = 0; score < scale; score++)
        cells[count++] = ikmi_cell_integer(answers[score]);
    for (int score = 0; score < scale; score++)
        cells[count++] = ikmi_cell_percent(answers[score], answered);
    ikmi_form_row(form, cells, count);
}

void ikmi_recap_distribution(ikmi_form *form)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    const size_t scale = (size_t)ikm_rules_scale(rules);
    const bool listwise = ikm_survey_convention(form->survey)->missing == IKM_MISSING_LISTWISE;
    char numbers[IKM_SCALE_MAX][IKMI_TITLE_SIZE], shares[IKM_SCALE_MAX][IKMI_TITLE_SIZE], score[IKMI_INTEGER_SIZE];
    ikm_column columns[3 + 2 * IKM_SCALE_MAX] = {ikmi_text_column(form, IKMI_WORD_FORMS_CODE),
                                                 ikmi_text_column(form, IKMI_WORD_FORMS_ELEMENT),
                                                 ikmi_number_column(form, IKMI_WORD_FORMS_ANSWERED, 0, NULL)};
    ikmi_counts counts;
    for (size_t i = 0; i < scale; i++) {
        ikmi_integer_text(score, (int64_t)i + 1);
        ikmi_say(numbers[i], sizeof numbers[i], form->lang, IKMI_WORD_FORMS_DISTRIBUTION_NUMBER, IKMI_SAY(score));
        ikmi_say(shares[i], sizeof shares[i], form->lang, IKMI_WORD_FORMS_DISTRIBUTION_SHARE, IKMI_SAY(score));
        columns[3 + i] = (ikm_column){numbers[i], IKM_CELL_NUMBER, 0, NULL};
        columns[3 + scale + i] = (ikm_column){shares[i], IKM_CELL_NUMBER, 1, "%"};
    }
    if (form->status == IKM_OK)
        form->status = ikmi_tally_counts(&counts, ikm_survey_tally(form->survey), IKM_WHOLE, listwise);
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_DISTRIBUTION), columns, 3 + 2 * scale);
    for (size_t e = 0; form->status == IKM_OK && e < ikm_rules_element_count(rules); e++)
        element_row(form, &counts, e, (int)scale);
    const ikm_chart chart = {.kind = IKM_CHART_DIVERGING,
                             .title = ikmi_form_word(form, IKMI_WORD_FORMS_DISTRIBUTION_CHART),
                             .category_column = 1,
                             .value_column = 3 + scale,
                             .series_count = scale};
    if (has_chart((int)scale))
        ikmi_form_chart(form, &chart);
}
