/* Who the respondents were: each characteristic with its values, their share and their index. */
#include "base/decimal.h"
#include "form.h"
#include "rules/rules.h"
#include "score/score.h"
#include "tally/tally.h"

#include <stdbool.h>
#include <string.h>

/* A characteristic with more values is free text; the rest of them stand together in one row. */
enum { VALUES_MAX = 20 };

typedef struct value {
    uint32_t group;
    const char *text;
    int band; /* place among the age bands; -1: not one of them */
    int64_t respondents;
} value;

static int age_band(const char *text)
{
    for (int i = 0; ikmi_age_bands[i].label; i++)
        if (!strcmp(ikmi_age_bands[i].label, text))
            return i;
    return -1;
}

/* Age bands in their own order, other values from the most frequent, the blank ones last. */
static bool stands_before(const value *a, const value *b)
{
    if (!*a->text != !*b->text)
        return *a->text;
    if (a->band != b->band && a->band >= 0 && b->band >= 0)
        return a->band < b->band;
    if ((a->band >= 0) != (b->band >= 0))
        return a->band >= 0;
    if (a->respondents != b->respondents)
        return a->respondents > b->respondents;
    return strcmp(a->text, b->text) < 0;
}

typedef struct values {
    size_t shown, all;
    int64_t respondents; /* of all values */
    value value[VALUES_MAX];
} values;

/* Put a value where it belongs among those shown; the last one falls out when there is no more room. */
static void insert(values *out, const value *next)
{
    if (out->shown == VALUES_MAX && !stands_before(next, &out->value[VALUES_MAX - 1]))
        return;
    size_t place = out->shown < VALUES_MAX ? out->shown++ : VALUES_MAX - 1;
    for (; place > 0 && stands_before(next, &out->value[place - 1]); place--)
        out->value[place] = out->value[place - 1];
    out->value[place] = *next;
}

/* The first VALUES_MAX in order, found in one pass and without memory. */
static void collect(values *out, const ikm_tally *tally, ikm_missing missing)
{
    out->shown = 0;
    out->all = ikm_tally_group_count(tally);
    out->respondents = 0;
    for (size_t i = 0; i < out->all; i++) {
        uint32_t group = (uint32_t)i;
        value next = {.group = group, .text = ikm_tally_key(tally, group, 0)};
        next.band = age_band(next.text);
        next.respondents =
            missing == IKM_MISSING_LISTWISE ? ikm_tally_complete(tally, group) : ikm_tally_respondents(tally, group);
        out->respondents += next.respondents;
        insert(out, &next);
    }
}

static void value_row(ikmi_form *form, const ikmi_scoring *scoring, const value *entry, int64_t all)
{
    ikm_score score;
    ikm_cell cells[5] = {ikmi_cell_key(form->lang, entry->text), ikmi_cell_integer(entry->respondents),
                         ikmi_cell_percent(entry->respondents, all)};
    if (form->status == IKM_OK)
        form->status = ikmi_score_init(&score, scoring, entry->group);
    if (form->status == IKM_OK && ikm_score_grade(&score) != IKM_GRADE_NONE) {
        cells[3] = ikmi_cell_decimal(ikm_score_index(&score));
        cells[4] = ikmi_cell_text(ikm_score_grade_text(&score));
    }
    ikmi_form_row(form, cells, 5);
}

static void other_values_row(ikmi_form *form, const values *found)
{
    char label[IKMI_TITLE_SIZE], count[IKMI_DECIMAL_SIZE];
    int64_t rest = found->respondents;
    ikm_decimal others = {(int64_t)(found->all - found->shown), 0};
    for (size_t i = 0; i < found->shown; i++)
        rest -= found->value[i].respondents;
    ikmi_say(label, sizeof label, form->lang, IKMI_WORD_FORMS_OTHER_VALUES,
             IKMI_SAY(ikmi_decimal_for_people(count, others, form->lang)));
    ikm_cell cells[5] = {ikmi_cell_text(label), ikmi_cell_integer(rest), ikmi_cell_percent(rest, found->respondents)};
    ikmi_form_row(form, cells, 5);
}

static void characteristic(ikmi_form *form, const ikm_tally *tally)
{
    char name[IKMI_TITLE_SIZE], title[IKMI_TITLE_SIZE * 2];
    const ikm_convention *convention = ikm_survey_convention(form->survey);
    ikmi_scoring scoring = {.tally = tally};
    values found;
    ikmi_header_words(name, ikm_tally_key_name(tally, 0));
    ikmi_say(title, sizeof title, form->lang, IKMI_WORD_FORMS_CHARACTERISTIC, IKMI_SAY(name));
    ikmi_header_title(name, ikm_tally_key_name(tally, 0));
    const ikm_column columns[] = {
        {name, IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_RESPONDENTS), IKM_CELL_NUMBER, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_SHARE), IKM_CELL_NUMBER, 1, "%"},
        {ikmi_form_word(form, IKMI_WORD_FORMS_IKM), IKM_CELL_NUMBER, convention->round_final, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_GRADE), IKM_CELL_TEXT, 0, NULL},
    };
    ikm_table table = {.title = title, .columns = columns, .column_count = 5};
    if (form->status == IKM_OK)
        form->status = ikmi_plan_make(&scoring.plan, ikm_survey_rules(form->survey), convention, form->lang, NULL);
    collect(&found, tally, convention->missing);
    ikmi_form_table(form, &table);
    for (size_t i = 0; i < found.shown; i++)
        value_row(form, &scoring, &found.value[i], found.respondents);
    if (found.all > found.shown)
        other_values_row(form, &found);
}

void ikmi_recap_characteristics(ikmi_form *form)
{
    size_t count = ikm_survey_characteristic_count(form->survey);
    if (count > 0)
        ikmi_form_heading(form, 2, IKMI_WORD_FORMS_CHARACTERISTICS);
    for (size_t i = 0; i < count && form->status == IKM_OK; i++)
        characteristic(form, ikm_survey_characteristic(form->survey, i));
}
