/* The year beside earlier ones, and beside the final target of the medium-term plan. */
#include "achieving.h"

#include "base/decimal.h"

/* Beyond two plan periods nobody compares. */
enum { YEARS_MOST = 12 };

typedef struct year_set {
    int32_t year[YEARS_MOST]; /* earlier ones, ascending; the latest of them where there are more */
    size_t count;
    bool achievements; /* some earlier year has one */
} year_set;

static void take_year(year_set *years, int32_t year)
{
    size_t at = 0;
    while (at < years->count && years->year[at] < year)
        at++;
    if (at < years->count && years->year[at] == year)
        return;
    if (years->count == YEARS_MOST) {
        if (!at)
            return;
        for (size_t i = 1; i < at; i++)
            years->year[i - 1] = years->year[i];
        years->year[at - 1] = year;
        return;
    }
    for (size_t i = years->count++; i > at; i--)
        years->year[i] = years->year[i - 1];
    years->year[at] = year;
}

static year_set look_at(const ikm_achievement *achievement)
{
    year_set found = {.count = 0};
    const ikm_achieved *indicator;
    for (size_t i = 0; (indicator = ikm_achievement_at(achievement, i)); i++)
        for (size_t h = 0; h < indicator->history_count; h++) {
            take_year(&found, indicator->history[h].year);
            found.achievements |= indicator->history[h].achievement.known;
        }
    return found;
}

static const ikm_achieved_year *in_year(const ikm_achieved *indicator, int32_t year)
{
    for (size_t h = 0; h < indicator->history_count; h++)
        if (indicator->history[h].year == year)
            return &indicator->history[h];
    return NULL;
}

static void realization_row(ikmi_form *form, const year_set *years, const ikm_achieved *indicator)
{
    ikm_cell cells[YEARS_MOST + 5] = {{.kind = IKM_CELL_EMPTY}};
    size_t at = 0;
    cells[at++] = ikmi_cell_text(indicator->name);
    cells[at++] = ikmi_cell_text(indicator->unit);
    for (size_t y = 0; y < years->count; y++) {
        const ikm_achieved_year *year = in_year(indicator, years->year[y]);
        cells[at++] = ikmi_cell_amount(form->lang, year ? year->realization : (ikm_amount){IKM_GIVEN_NONE, {0, 0}});
    }
    cells[at++] = ikmi_cell_amount(form->lang, indicator->realization);
    if (indicator->change_from)
        cells[at] = ikmi_cell_decimal(indicator->change);
    cells[at + 1] = ikmi_cell_known(indicator->change_percent);
    ikmi_form_row(form, cells, at + 2);
}

static void achievement_row(ikmi_form *form, const year_set *years, const ikm_achieved *indicator)
{
    ikm_cell cells[YEARS_MOST + 2];
    size_t at = 0;
    cells[at++] = ikmi_cell_text(indicator->name);
    for (size_t y = 0; y < years->count; y++) {
        const ikm_achieved_year *year = in_year(indicator, years->year[y]);
        cells[at++] = year ? ikmi_cell_known(year->achievement) : (ikm_cell){.kind = IKM_CELL_EMPTY};
    }
    cells[at++] = ikmi_cell_known(indicator->achievement);
    ikmi_form_row(form, cells, at);
}

static size_t year_columns(ikm_column *out, char (*titles)[IKMI_INTEGER_SIZE], const ikmi_achieving *a,
                           const year_set *years, const char *unit)
{
    for (size_t y = 0; y <= years->count; y++) {
        const char *title =
            y < years->count ? ikmi_integer_text(titles[y], years->year[y]) : ikmi_achieving_year(titles[y], a);
        out[y] = (ikm_column){title, IKM_CELL_NUMBER, 2, unit};
    }
    return years->count + 1;
}

static void realizations(ikmi_achieving *a, const year_set *years)
{
    ikmi_form *form = &a->form;
    char titles[YEARS_MOST + 1][IKMI_INTEGER_SIZE];
    ikm_column columns[YEARS_MOST + 5] = {ikmi_text_column(form, IKMI_WORD_FORMS_INDICATOR),
                                          ikmi_text_column(form, IKMI_WORD_FORMS_UNIT)};
    size_t count = 2 + year_columns(columns + 2, titles, a, years, NULL);
    const ikm_achieved *indicator;
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_CHANGE, 2, NULL);
    columns[count++] = ikmi_number_column(form, IKMI_WORD_FORMS_CHANGE_PERCENT, 2, "%");
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_HISTORY_REALIZATION), columns, count);
    for (size_t i = 0; form->status == IKM_OK && (indicator = ikm_achievement_at(a->achievement, i)); i++)
        realization_row(form, years, indicator);
    ikmi_form_text(form, IKMI_WORD_FORMS_HISTORY_LEGEND, NULL, 0);
}

static void achievements(ikmi_achieving *a, const year_set *years)
{
    ikmi_form *form = &a->form;
    char titles[YEARS_MOST + 1][IKMI_INTEGER_SIZE];
    ikm_column columns[YEARS_MOST + 2] = {ikmi_text_column(form, IKMI_WORD_FORMS_INDICATOR)};
    size_t count = 1 + year_columns(columns + 1, titles, a, years, "%");
    const ikm_achieved *indicator;
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_HISTORY_ACHIEVEMENT), columns, count);
    for (size_t i = 0; form->status == IKM_OK && (indicator = ikm_achievement_at(a->achievement, i)); i++)
        achievement_row(form, years, indicator);
}

void ikmi_achieving_history(ikmi_achieving *a)
{
    const year_set years = look_at(a->achievement);
    if (!years.count)
        return;
    ikmi_form_sheet(&a->form, IKMI_WORD_FORMS_HISTORY_SHEET);
    ikmi_form_heading(&a->form, 1, IKMI_WORD_FORMS_HISTORY_TITLE);
    realizations(a, &years);
    if (years.achievements)
        achievements(a, &years);
}

static size_t with_final(const ikm_achievement *achievement)
{
    const ikm_achieved *indicator;
    size_t count = 0;
    for (size_t i = 0; (indicator = ikm_achievement_at(achievement, i)); i++)
        count += indicator->final_target.given == IKM_GIVEN_NUMBER;
    return count;
}

void ikmi_achieving_final(ikmi_achieving *a)
{
    ikmi_form *form = &a->form;
    char title[IKMI_TITLE_SIZE], year[IKMI_INTEGER_SIZE], target[IKMI_TITLE_SIZE];
    size_t rows = with_final(a->achievement);
    if (!rows)
        return;
    ikmi_form_sheet(form, IKMI_WORD_FORMS_FINAL_SHEET);
    ikmi_form_heading(form, 1, IKMI_WORD_FORMS_FINAL_TITLE);
    ikmi_say(title, sizeof title, form->lang, IKMI_WORD_FORMS_REALIZATION_OF, IKMI_SAY(ikmi_achieving_year(year, a)));
    const ikm_column columns[] = {
        ikmi_text_column(form, IKMI_WORD_FORMS_INDICATOR),
        ikmi_text_column(form, IKMI_WORD_FORMS_UNIT),
        {title, IKM_CELL_NUMBER, 2, NULL},
        ikmi_number_column(form, IKMI_WORD_FORMS_FINAL_TARGET, 2, NULL),
        ikmi_number_column(form, IKMI_WORD_FORMS_AGAINST_FINAL, 2, "%"),
    };
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_FINAL_TABLE), columns, 5);
    const ikm_achieved *indicator;
    for (size_t i = 0; form->status == IKM_OK && (indicator = ikm_achievement_at(a->achievement, i)); i++) {
        if (indicator->final_target.given != IKM_GIVEN_NUMBER)
            continue;
        const ikm_cell cells[] = {ikmi_cell_text(indicator->name), ikmi_cell_text(indicator->unit),
                                  ikmi_cell_amount(form->lang, indicator->realization),
                                  ikmi_cell_target(target, form->lang, indicator->polarity, indicator->final_target),
                                  ikmi_cell_known(indicator->against_final)};
        ikmi_form_row(form, cells, 5);
    }
    ikmi_achieving_chart(a, &(ikmi_bars){IKMI_WORD_FORMS_FINAL_CHART, 0, 4, rows, 0});
}
