/* Whether there are as many respondents as the regulation's sample size asks of the population. */
#include "base/decimal.h"
#include "form.h"

void ikmi_recap_sample(ikmi_form *form)
{
    int64_t population = ikm_survey_population(form->survey);
    int64_t needed = ikm_sample_size(population);
    int64_t obtained = ikm_score_respondents(ikm_survey_score(form->survey, 0));
    if (population <= 0 || needed == 0)
        return;
    ikm_decimal lacking = {needed > obtained ? needed - obtained : 0, 0};
    const ikm_column columns[] = {
        {ikmi_form_word(form, IKMI_WORD_FORMS_POPULATION), IKM_CELL_NUMBER, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_SAMPLE_NEEDED), IKM_CELL_NUMBER, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_SAMPLE_OBTAINED), IKM_CELL_NUMBER, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_SAMPLE_SHORT), IKM_CELL_NUMBER, 0, NULL},
    };
    const ikm_cell cells[] = {ikmi_cell_integer(population), ikmi_cell_integer(needed), ikmi_cell_integer(obtained),
                              ikmi_cell_decimal(lacking)};
    ikm_table table = {.title = ikmi_form_word(form, IKMI_WORD_FORMS_SAMPLE), .columns = columns, .column_count = 4};
    ikmi_form_table(form, &table);
    ikmi_form_row(form, cells, 4);
    char text[IKMI_DECIMAL_SIZE];
    if (lacking.digits > 0)
        ikmi_form_text(form, IKMI_WORD_FORMS_SAMPLE_LACKING,
                       IKMI_SAY(ikmi_decimal_for_people(text, lacking, form->lang)));
    else
        ikmi_form_text(form, IKMI_WORD_FORMS_SAMPLE_ENOUGH, NULL, 0);
}
