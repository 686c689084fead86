/* Goals and objectives: the mean of the indicators of each. */
#include "achieving.h"

#include "base/decimal.h"

typedef const ikm_rolled_up *(*getter)(const ikm_achievement *achievement, size_t index);

/* How many have a name; whether some indicator of any was left out. */
static size_t look_at(bool *left_out, const ikmi_achieving *a, getter get, bool objectives)
{
    const ikm_rolled_up *line;
    size_t count = 0;
    for (size_t i = 0; (line = get(a->achievement, i)); i++) {
        count += *(objectives ? line->objective : line->goal) != '\0';
        *left_out |= line->left_out > 0;
    }
    return count;
}

static void table(ikmi_achieving *a, getter get, bool objectives)
{
    ikmi_form *form = &a->form;
    const ikm_rolled_up *line;
    ikm_column columns[6];
    bool left_out = false;
    size_t count = 0, rows = look_at(&left_out, a, get, objectives);
    if (!rows)
        return;
    columns[count++] = ikmi_text_column(form, IKMI_WORD_FORMS_GOAL);
    if (objectives)
        columns[count++] = ikmi_text_column(form, IKMI_WORD_FORMS_OBJECTIVE);
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_INDICATOR_COUNT, 0, NULL);
    if (left_out)
        columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_LEFT_OUT, 0, NULL);
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_ACHIEVEMENT, 2, "%");
    columns[count++] = ikmi_text_column(form, IKMI_WORD_FORMS_CATEGORY);
    ikmi_form_begin(form,
                    ikmi_form_word(form, objectives ? IKMI_WORD_FORMS_OBJECTIVES_TABLE : IKMI_WORD_FORMS_GOALS_TABLE),
                    columns, count);
    for (size_t i = 0; form->status == IKM_OK && (line = get(a->achievement, i)); i++) {
        ikm_cell cells[6];
        size_t at = 0;
        if (!*(objectives ? line->objective : line->goal))
            continue;
        cells[at++] = ikmi_cell_text(line->goal);
        if (objectives)
            cells[at++] = ikmi_cell_text(line->objective);
        cells[at++] = ikmi_cell_integer((int64_t)line->indicators);
        if (left_out)
            cells[at++] = ikmi_cell_integer((int64_t)line->left_out);
        cells[at++] = ikmi_cell_known(line->achievement);
        cells[at++] = line->predicate ? ikmi_cell_text(line->predicate) : (ikm_cell){.kind = IKM_CELL_EMPTY};
        ikmi_form_row(form, cells, at);
    }
}

void ikmi_achieving_roll_up(ikmi_achieving *a)
{
    bool left_out = false;
    if (!look_at(&left_out, a, ikm_achievement_goal, false) && !look_at(&left_out, a, ikm_achievement_objective, true))
        return;
    ikmi_form_sheet(&a->form, IKMI_WORD_FORMS_ROLL_UP_SHEET);
    ikmi_form_heading(&a->form, 1, IKMI_WORD_FORMS_ROLL_UP_TITLE);
    table(a, ikm_achievement_goal, false);
    table(a, ikm_achievement_objective, true);
    ikmi_form_text(&a->form,
                   ikm_achievement_options_used(a->achievement)->roll_up == IKM_ROLL_UP_ALL
                       ? IKMI_WORD_FORMS_ROLL_UP_ALL
                       : IKMI_WORD_FORMS_ROLL_UP_OWN,
                   NULL, 0);
}
