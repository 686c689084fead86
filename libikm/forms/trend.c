/*
 * The index over time, where the survey was read with a trend: by month, and where there are too many by quarter or by
 * year. Rolled up from the counts: a quarter is no mean of its months.
 */
#include "base/decimal.h"
#include "form.h"
#include "score/score.h"
#include "survey/survey.h"
#include "tally/tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More points than these are no longer read one by one. */
enum { POINTS_MOST = 24 };

typedef struct level {
    int a_year; /* periods of one */
    ikmi_word title;
} level;

static const level levels[] = {
    {12, IKMI_WORD_FORMS_TREND_MONTHS}, {4, IKMI_WORD_FORMS_TREND_QUARTERS}, {1, IKMI_WORD_FORMS_TREND_YEARS}};

typedef struct trend {
    ikmi_form *form;
    const level *level;
    ikm_tally *tally; /* of periods, in the order of time; each named by its number */
    ikmi_scoring scoring;
    int first, last;             /* numbers of periods */
    ikm_decimal lowest, highest; /* of the indexes */
    size_t points;               /* that have one */
    bool unstable;               /* some group is small */
} trend;

/* The number of the period that a month falls into: years times periods of a year. */
static int number_of(const ikm_tally *months, size_t group, const level *at)
{
    const char *key = ikm_tally_key(months, (uint32_t)group, 0);
    int year = atoi(key), month = atoi(key + 5);
    return year * at->a_year + (month - 1) * at->a_year / 12;
}

/* "Mar 2024", "TW I 2024", "2024" */
static void say_period(char *out, size_t size, ikm_lang lang, const level *at, int number)
{
    static const char *const quarters[] = {"I", "II", "III", "IV"};
    char year[IKMI_INTEGER_SIZE], month[4] = "";
    int of_year = number % at->a_year;
    ikmi_integer_text(year, number / at->a_year);
    if (at->a_year == 1) {
        snprintf(out, size, "%s", year);
    } else if (at->a_year == 4) {
        ikmi_say(out, size, lang, IKMI_WORD_FORMS_TREND_QUARTER, IKMI_SAY(quarters[of_year], year));
    } else {
        const char *name = ikmi_word_text(lang, IKMI_WORD_FORMS_MONTH_NAMES);
        while (of_year--)
            name = strchr(name, ',') + 1;
        memcpy(month, name, 3);
        snprintf(out, size, "%s %s", month, year);
    }
}

/* The months of the survey as periods of the level. */
static ikm_status roll_up(trend *t, const ikm_tally *months)
{
    static const char *const key[] = {"periode"};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    options.keys = key;
    options.key_count = 1;
    options.complete = ikmi_tally_counts_complete(months);
    options.mem = t->form->survey->mem;
    ikm_status status = ikm_tally_new(&t->tally, ikm_survey_rules(t->form->survey), &options);
    for (size_t i = 0; status == IKM_OK && i < ikm_tally_group_count(months); i++) {
        char name[IKMI_INTEGER_SIZE];
        ikmi_integer_text(name, number_of(months, i, t->level));
        const ikm_text period = {name, strlen(name)};
        status = ikmi_tally_add_group(t->tally, &period, months, (uint32_t)i);
    }
    return status;
}

/* The finest level that has few enough points from the first to the last. */
static void choose_level(trend *t, const ikm_tally *months)
{
    size_t count = ikm_tally_group_count(months);
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        t->level = &levels[i];
        t->first = number_of(months, 0, t->level);
        t->last = number_of(months, count - 1, t->level);
        if (t->last - t->first < POINTS_MOST)
            return;
    }
}

static bool is_less(ikm_decimal a, ikm_decimal b)
{
    return a.digits < b.digits; /* of the same places */
}

static void note_point(trend *t, const ikm_score *score)
{
    ikm_decimal index = ikm_score_index(score);
    if (ikm_score_grade(score) == IKM_GRADE_NONE)
        return;
    if (!t->points || is_less(index, t->lowest))
        t->lowest = index;
    if (!t->points || is_less(t->highest, index))
        t->highest = index;
    t->points++;
}

/* A period; `score` NULL: nobody answered in it. */
static void period_row(trend *t, int number, const ikm_score *score)
{
    char name[IKMI_TITLE_SIZE];
    ikm_cell cells[5] = {{.kind = IKM_CELL_EMPTY}};
    say_period(name, sizeof name, t->form->lang, t->level, number);
    cells[0] = ikmi_cell_text(name);
    cells[1] = ikmi_cell_integer(score ? ikm_score_respondents(score) : 0);
    if (score && ikm_score_grade(score) != IKM_GRADE_NONE) {
        cells[2] = ikmi_cell_decimal(ikm_score_index(score));
        cells[3] = ikmi_cell_text(ikm_score_grade_text(score));
        if (ikm_score_respondents(score) < IKMI_STABLE_RESPONDENTS)
            cells[4] = ikmi_cell_text(ikmi_form_word(t->form, IKMI_WORD_FORMS_UNSTABLE));
    }
    ikmi_form_row(t->form, cells, t->unstable ? 5 : 4);
}

/* Before the table is begun: what its rows hold. */
static void look_at(trend *t)
{
    for (uint32_t i = 0; t->form->status == IKM_OK && i < ikm_tally_group_count(t->tally); i++) {
        ikm_score score;
        t->form->status = ikmi_score_init(&score, &t->scoring, i);
        if (t->form->status != IKM_OK)
            return;
        note_point(t, &score);
        t->unstable |=
            ikm_score_grade(&score) != IKM_GRADE_NONE && ikm_score_respondents(&score) < IKMI_STABLE_RESPONDENTS;
    }
}

/* Periods between in which nobody answered stand there too, so that the axis is one of time; but not centuries. */
static void rows(trend *t)
{
    uint32_t group = 0, count = (uint32_t)ikm_tally_group_count(t->tally);
    bool gaps = t->last - t->first < POINTS_MOST;
    for (int number = t->first; t->form->status == IKM_OK && number <= t->last; number++) {
        ikm_score score;
        bool there = group < count && atoi(ikm_tally_key(t->tally, group, 0)) == number;
        if (there)
            t->form->status = ikmi_score_init(&score, &t->scoring, group++);
        if (there || gaps)
            period_row(t, number, there ? &score : NULL);
    }
}

static int64_t tens(ikm_decimal value, bool up)
{
    int64_t ten = 10 * ikmi_power_of_ten(value.places);
    return 10 * (value.digits / ten + (up && value.digits % ten));
}

/* The part of the axis that the line needs, so that its ups and downs are seen. */
static void choose_axis(ikm_chart *chart, const trend *t, const ikm_decimal *target)
{
    int64_t from = tens(t->lowest, false), to = tens(t->highest, true);
    if (target && tens(*target, false) < from)
        from = tens(*target, false);
    if (target && tens(*target, true) > to)
        to = tens(*target, true);
    to = to > 100 ? to : to - from < 20 ? (from + 20 > 100 ? 100 : from + 20) : to;
    from = to - from < 20 ? to - 20 : from;
    chart->axis_min = (ikm_decimal){from, 0};
    chart->axis_max = (ikm_decimal){to, 0};
}

static void chart(trend *t)
{
    const ikm_rules *rules = ikm_survey_rules(t->form->survey);
    const int count = ikm_rules_band_count(rules);
    char title[IKMI_TITLE_SIZE];
    ikm_chart_band bands[IKM_BANDS_MAX];
    ikm_decimal target;
    ikm_chart chart = {.kind = IKM_CHART_LINES,
                       .title = ikmi_form_word(t->form, t->level->title),
                       .category_column = 0,
                       .value_column = 2};
    for (int i = 0; i < count; i++)
        bands[i] = (ikm_chart_band){ikm_rules_band_lower(rules, count - i), ikm_rules_band_grade(rules, count - i)};
    if (count <= IKM_CHART_BANDS) {
        chart.bands = bands;
        chart.band_count = (size_t)count;
    }
    ikmi_chart_target(&chart, t->form, &target, title);
    choose_axis(&chart, t, chart.reference);
    ikmi_form_chart(t->form, &chart);
}

static void fill(trend *t, const ikm_tally *months)
{
    ikmi_form *form = t->form;
    const ikm_convention *convention = ikm_survey_convention(form->survey);
    char undated[IKMI_DECIMAL_SIZE];
    const ikm_column columns[] = {
        ikmi_text_column(form, IKMI_WORD_FORMS_PERIOD), ikmi_number_column(form, IKMI_WORD_FORMS_RESPONDENTS, 0, NULL),
        ikmi_number_column(form, IKMI_WORD_FORMS_IKM, convention->round_final, NULL),
        ikmi_text_column(form, IKMI_WORD_FORMS_GRADE), ikmi_text_column(form, IKMI_WORD_FORMS_REMARK)};
    form->status = roll_up(t, months);
    if (form->status == IKM_OK)
        form->status = ikmi_plan_make(&t->scoring.plan, ikm_survey_rules(form->survey), convention, form->lang, NULL);
    t->scoring.tally = t->tally;
    look_at(t);
    ikmi_form_begin(form, ikmi_form_word(form, t->level->title), columns, t->unstable ? 5 : 4);
    rows(t);
    if (t->points > 1)
        chart(t);
    ikm_decimal without = {
        ikm_tally_respondents(ikm_survey_tally(form->survey), IKM_WHOLE) - ikm_tally_respondents(months, IKM_WHOLE), 0};
    if (without.digits)
        ikmi_form_note(form, IKMI_WORD_FORMS_TREND_UNDATED,
                       IKMI_SAY(ikmi_decimal_for_people(undated, without, form->lang)));
}

void ikmi_recap_trend(ikmi_form *form)
{
    const ikm_tally *months = ikm_survey_trend(form->survey);
    trend t = {.form = form};
    if (form->status != IKM_OK || !months)
        return;
    choose_level(&t, months);
    if (t.first == t.last)
        return; /* one period is the index itself */
    fill(&t, months);
    ikm_tally_free(t.tally);
}
