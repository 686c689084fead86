/* Target, realization, achievement and category of the year: indicators of goals and of objectives, each a table. */
#include "achieving.h"

#include "base/decimal.h"

/* What of the rows decides about columns. */
typedef struct table_shape {
    bool of_objectives;
    size_t rows;
    bool named;    /* some have a goal, or an objective */
    bool polarity; /* not all are of the kind that needs no word */
    bool capped;   /* some achievement is beyond the cap */
} table_shape;

static bool is_of(const ikm_achieved *indicator, bool objectives)
{
    return (*indicator->objective != '\0') == objectives;
}

static table_shape look_at(const ikm_achievement *achievement, bool of_objectives)
{
    table_shape found = {.of_objectives = of_objectives};
    const ikm_achieved *indicator;
    for (size_t i = 0; (indicator = ikm_achievement_at(achievement, i)); i++) {
        if (!is_of(indicator, of_objectives))
            continue;
        found.rows++;
        found.named |= of_objectives || *indicator->goal;
        found.polarity |= indicator->polarity != IKM_POLARITY_HIGHER;
        found.capped |=
            indicator->achievement.known && (indicator->achievement.shown.digits != indicator->capped.shown.digits);
    }
    return found;
}

static ikmi_word polarity_word(ikm_polarity polarity)
{
    return polarity == IKM_POLARITY_LOWER   ? IKMI_WORD_FORMS_POLARITY_LOWER
           : polarity == IKM_POLARITY_RANGE ? IKMI_WORD_FORMS_POLARITY_RANGE
                                            : IKMI_WORD_FORMS_POLARITY_HIGHER;
}

static ikm_cell category(const ikmi_form *form, const ikm_achieved *indicator)
{
    return ikmi_cell_text(indicator->predicate ? indicator->predicate
                                               : ikmi_form_word(form, ikmi_status_word(indicator->status)));
}

static void indicator_row(ikmi_form *form, const table_shape *shape, const ikm_achieved *indicator)
{
    char target[IKMI_TITLE_SIZE];
    ikm_cell cells[9];
    size_t count = 0;
    if (shape->named)
        cells[count++] = ikmi_cell_text(shape->of_objectives ? indicator->objective : indicator->goal);
    cells[count++] = ikmi_cell_text(indicator->name);
    cells[count++] = ikmi_cell_text(indicator->unit);
    if (shape->polarity)
        cells[count++] = ikmi_cell_text(ikmi_form_word(form, polarity_word(indicator->polarity)));
    cells[count++] = ikmi_cell_target(target, form->lang, indicator->polarity, indicator->target);
    cells[count++] = ikmi_cell_amount(form->lang, indicator->realization);
    cells[count++] = ikmi_cell_known(indicator->achievement);
    if (shape->capped)
        cells[count++] = ikmi_cell_known(indicator->capped);
    cells[count++] = category(form, indicator);
    ikmi_form_row(form, cells, count);
}

static void table(ikmi_achieving *a, const table_shape *shape)
{
    ikmi_form *form = &a->form;
    char title[IKMI_TITLE_SIZE], capped[IKMI_TITLE_SIZE], number[IKMI_INTEGER_SIZE];
    ikm_column columns[9];
    size_t count = 0, name, value;
    if (!shape->rows)
        return;
    if (shape->named)
        columns[count++] =
            ikmi_text_column(form, shape->of_objectives ? IKMI_WORD_FORMS_OBJECTIVE : IKMI_WORD_FORMS_GOAL);
    name = count;
    columns[count++] = ikmi_text_column(form, IKMI_WORD_FORMS_INDICATOR);
    columns[count++] = ikmi_text_column(form, IKMI_WORD_FORMS_UNIT);
    if (shape->polarity)
        columns[count++] = ikmi_text_column(form, IKMI_WORD_FORMS_POLARITY);
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_TARGET_COLUMN, 2, NULL);
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_REALIZATION, 2, NULL);
    value = count;
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_ACHIEVEMENT, 2, "%");
    if (shape->capped) {
        ikmi_integer_text(number, ikm_achievement_options_used(a->achievement)->cap);
        ikmi_say(capped, sizeof capped, form->lang, IKMI_WORD_FORMS_CAPPED, IKMI_SAY(number));
        columns[count++] = (ikm_column){capped, IKM_CELL_NUMBER, 2, "%"};
    }
    columns[count++] = ikmi_text_column(form, IKMI_WORD_FORMS_CATEGORY);
    ikmi_say(title, sizeof title, form->lang,
             shape->of_objectives ? IKMI_WORD_FORMS_OBJECTIVE_INDICATORS
             : shape->named       ? IKMI_WORD_FORMS_GOAL_INDICATORS
                                  : IKMI_WORD_FORMS_INDICATORS,
             IKMI_SAY(ikmi_achieving_year(number, a)));
    ikmi_form_begin(form, title, columns, count);
    const ikm_achieved *indicator;
    for (size_t i = 0; form->status == IKM_OK && (indicator = ikm_achievement_at(a->achievement, i)); i++)
        if (is_of(indicator, shape->of_objectives))
            indicator_row(form, shape, indicator);
    ikmi_achieving_chart(a, &(ikmi_bars){IKMI_WORD_FORMS_ACHIEVEMENT_CHART, name, value, shape->rows, 0});
}

void ikmi_achieving_indicators(ikmi_achieving *a)
{
    if (!ikm_achievement_count(a->achievement))
        return;
    const table_shape goals = look_at(a->achievement, false), objectives = look_at(a->achievement, true);
    table(a, &goals);
    table(a, &objectives);
}
