/* The groups, whose table is pulled from the survey: there may be half a million. */
#include "base/decimal.h"
#include "form.h"
#include "survey/survey.h"

#include <stdbool.h>

/* More bars than these are a wall, and a workbook that nobody can open. */
enum { CHART_ROWS = 30 };

static bool is_unstable(const ikm_score *score)
{
    return ikm_score_grade(score) != IKM_GRADE_NONE && ikm_score_respondents(score) < IKMI_STABLE_RESPONDENTS;
}

/* All cells but the remark; returns how many. */
static size_t fill(const ikm_survey *survey, size_t index, ikm_cell *cells)
{
    const ikm_score *score = ikm_survey_score(survey, index);
    ikm_lang lang = ikm_survey_lang(survey);
    size_t keys = ikm_survey_key_count(survey), count = keys;
    ikm_decimal target;
    for (size_t key = 0; key < keys; key++)
        cells[key] = ikmi_cell_key(lang, ikm_survey_key(survey, index, key));
    cells[count++] = ikmi_cell_integer(ikm_score_respondents(score));
    if (ikm_score_grade(score) != IKM_GRADE_NONE) {
        cells[count] = ikmi_cell_decimal(ikm_score_index(score));
        cells[count + 1] = ikmi_cell_text(ikm_score_grade_text(score));
    }
    count += 2;
    if (ikm_survey_target(survey, &target)) {
        int reached = ikm_survey_target_reached(survey, index);
        if (reached >= 0)
            cells[count] =
                ikmi_cell_text(ikmi_word_text(lang, reached ? IKMI_WORD_FORMS_REACHED : IKMI_WORD_FORMS_MISSED));
        count++;
    }
    return count;
}

static ikm_status row(void *ctx, size_t index, ikm_cell *cells)
{
    fill(ctx, index + 1, cells);
    return IKM_OK;
}

static ikm_status row_with_remark(void *ctx, size_t index, ikm_cell *cells)
{
    const ikm_survey *survey = ctx;
    size_t count = fill(survey, index + 1, cells);
    if (is_unstable(ikm_survey_score(survey, index + 1)))
        cells[count] = ikmi_cell_text(ikmi_word_text(ikm_survey_lang(survey), IKMI_WORD_FORMS_UNSTABLE));
    return IKM_OK;
}

typedef struct group_facts {
    size_t count, unstable, reached;
    bool has_target;
    ikm_decimal target;
} group_facts;

static group_facts look_at(const ikm_survey *survey)
{
    group_facts facts = {.count = ikm_survey_key_count(survey) ? ikm_survey_score_count(survey) - 1 : 0};
    facts.has_target = ikm_survey_target(survey, &facts.target);
    for (size_t i = 1; i <= facts.count; i++) {
        facts.unstable += is_unstable(ikm_survey_score(survey, i));
        facts.reached += ikm_survey_target_reached(survey, i) == 1;
    }
    return facts;
}

/* "layanan, jenis kelamin" */
static void name_keys(char *out, size_t size, const ikm_survey *survey)
{
    char name[IKMI_TITLE_SIZE];
    *out = '\0';
    for (size_t key = 0; key < ikm_survey_key_count(survey); key++)
        ikmi_list_add(out, size, ", ", ikmi_header_words(name, ikm_survey_key_name(survey, key)));
}

static void add_table(ikmi_form *form, const group_facts *facts, const char *title)
{
    char names[IKMI_KEYS_MAX][IKMI_TITLE_SIZE], target_title[IKMI_TITLE_SIZE], target[IKMI_DECIMAL_SIZE];
    ikm_column columns[IKMI_KEYS_MAX + 5];
    size_t count = 0;
    int32_t places = ikm_survey_convention(form->survey)->round_final;
    for (; count < ikm_survey_key_count(form->survey); count++)
        columns[count] = (ikm_column){ikmi_header_title(names[count], ikm_survey_key_name(form->survey, count)),
                                      IKM_CELL_TEXT, 0, NULL};
    columns[count++] = (ikm_column){ikmi_form_word(form, IKMI_WORD_FORMS_RESPONDENTS), IKM_CELL_NUMBER, 0, NULL};
    columns[count++] = (ikm_column){ikmi_form_word(form, IKMI_WORD_FORMS_IKM), IKM_CELL_NUMBER, places, NULL};
    columns[count++] = (ikm_column){ikmi_form_word(form, IKMI_WORD_FORMS_GRADE), IKM_CELL_TEXT, 0, NULL};
    if (facts->has_target) {
        ikmi_decimal_for_people(target, facts->target, form->lang);
        ikmi_say(target_title, sizeof target_title, form->lang, IKMI_WORD_FORMS_TARGET, IKMI_SAY(target));
        columns[count++] = (ikm_column){target_title, IKM_CELL_TEXT, 0, NULL};
    }
    if (facts->unstable)
        columns[count++] = (ikm_column){ikmi_form_word(form, IKMI_WORD_FORMS_REMARK), IKM_CELL_TEXT, 0, NULL};
    /* the survey is only read through the pointer: the model has one kind of context for every source */
    ikm_table table = {.title = title,
                       .columns = columns,
                       .column_count = count,
                       .row = facts->unstable ? row_with_remark : row,
                       .ctx = (void *)form->survey,
                       .row_count = facts->count};
    ikmi_form_table(form, &table);
}

static void add_chart(ikmi_form *form, const group_facts *facts, const char *title)
{
    size_t keys = ikm_survey_key_count(form->survey);
    char target_title[IKMI_TITLE_SIZE];
    ikm_decimal target;
    ikm_chart chart = {.kind = IKM_CHART_BARS,
                       .title = title,
                       .category_column = 0,
                       .category_count = keys,
                       .value_column = keys + 1,
                       .row_count = facts->count < CHART_ROWS ? facts->count : CHART_ROWS};
    ikmi_index_axis(&chart, ikm_survey_rules(form->survey));
    ikmi_chart_target(&chart, form, &target, target_title);
    ikmi_form_chart(form, &chart);
}

/* A count as people read it, for a sentence. */
static const char *say_count(char *out, size_t count, ikm_lang lang)
{
    ikm_decimal decimal = {(int64_t)count, 0};
    return ikmi_decimal_for_people(out, decimal, lang);
}

static void remarks(ikmi_form *form, const group_facts *facts)
{
    char first[IKMI_DECIMAL_SIZE], second[IKMI_DECIMAL_SIZE], third[IKMI_DECIMAL_SIZE];
    ikm_decimal mean;
    say_count(second, facts->count, form->lang);
    if (facts->has_target) {
        ikmi_decimal_for_people(third, facts->target, form->lang);
        ikmi_form_text(form, IKMI_WORD_FORMS_TARGET_GROUPS,
                       IKMI_SAY(say_count(first, facts->reached, form->lang), second, third));
    }
    if (facts->count > CHART_ROWS)
        ikmi_form_note(form, IKMI_WORD_FORMS_CHART_LIMITED, IKMI_SAY(say_count(first, CHART_ROWS, form->lang), second));
    if (ikm_survey_mean_of_groups(form->survey, &mean))
        ikmi_form_note(form, IKMI_WORD_FORMS_MEAN_OF_GROUPS,
                       IKMI_SAY(ikmi_decimal_for_people(first, mean, form->lang)));
}

void ikmi_recap_groups(ikmi_form *form)
{
    char names[IKMI_TITLE_SIZE], title[IKMI_TITLE_SIZE * 2];
    group_facts facts = look_at(form->survey);
    if (facts.count == 0)
        return;
    name_keys(names, sizeof names, form->survey);
    ikmi_say(title, sizeof title, form->lang, IKMI_WORD_FORMS_GROUPS, IKMI_SAY(names));
    add_table(form, &facts, title);
    ikmi_say(title, sizeof title, form->lang, IKMI_WORD_FORMS_GROUPS_CHART, IKMI_SAY(names));
    add_chart(form, &facts, title);
    remarks(form, &facts);
}
