/* The elements from the weakest to the strongest: what a unit has to mend first stands first. */
#include "base/decimal.h"
#include "base/integer.h"
#include "form.h"

#include <stdbool.h>

typedef struct ranked {
    size_t element;
    ikm_element_score score;
} ranked;

/* Rank counts from the strongest; who was answered by nobody has rank 0 and stands last. */
static bool stands_before(const ranked *a, const ranked *b)
{
    if (a->score.rank == 0 || b->score.rank == 0)
        return a->score.rank != 0 && b->score.rank == 0;
    return a->score.rank > b->score.rank;
}

/* Equal ones keep the order of the regulation. */
static size_t rank_elements(ranked *out, ikmi_form *form)
{
    const ikm_score *whole = ikm_survey_score(form->survey, 0);
    size_t count = ikm_rules_element_count(ikm_survey_rules(form->survey));
    for (size_t i = 0; i < count && form->status == IKM_OK; i++) {
        ranked next = {.element = i};
        size_t place = i;
        form->status = ikm_score_element(&next.score, whole, i);
        for (; place > 0 && stands_before(&next, &out[place - 1]); place--)
            out[place] = out[place - 1];
        out[place] = next;
    }
    return count;
}

/* All elements of one rank, as "U3 Waktu Penyelesaian, U9 Sarana dan Prasarana". */
static void name_rank(char *out, size_t size, const ikm_rules *rules, const ranked *elements, size_t count, int rank)
{
    *out = '\0';
    for (size_t i = 0; i < count; i++) {
        if (elements[i].score.rank != rank)
            continue;
        ikmi_list_add(out, size, ", ", ikm_rules_element_code(rules, elements[i].element));
        ikmi_list_add(out, size, " ", ikm_rules_element_name(rules, elements[i].element));
    }
}

/* Nothing is weakest where all are equal or none was answered. */
static void weakest_and_strongest(ikmi_form *form, const ranked *elements, size_t count)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    char names[IKMI_SENTENCE_SIZE - 64];
    int weakest = elements[0].score.rank;
    if (weakest <= 1)
        return;
    name_rank(names, sizeof names, rules, elements, count, weakest);
    ikmi_form_text(form, IKMI_WORD_FORMS_WEAKEST, IKMI_SAY(names));
    name_rank(names, sizeof names, rules, elements, count, 1);
    ikmi_form_text(form, IKMI_WORD_FORMS_STRONGEST, IKMI_SAY(names));
}

char *ikmi_say_factor(char *out, const ikm_rules *rules)
{
    int scale = ikm_rules_scale(rules);
    char top[IKMI_INTEGER_SIZE];
    if (100 % scale == 0)
        return ikmi_integer_text(out, 100 / scale);
    *out = '\0';
    ikmi_list_add(out, IKMI_TITLE_SIZE, "", "100/");
    ikmi_list_add(out, IKMI_TITLE_SIZE, "", ikmi_integer_text(top, scale));
    return out;
}

static void legend(ikmi_form *form)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    char top[IKMI_INTEGER_SIZE], factor[IKMI_TITLE_SIZE];
    ikmi_form_text(form, IKMI_WORD_FORMS_ELEMENTS_LEGEND,
                   IKMI_SAY(ikmi_integer_text(top, ikm_rules_scale(rules)), ikmi_say_factor(factor, rules)));
}

/* What is worth a mark: an NRR under the third of four scores, exactly, and a value under the target. */
typedef struct marks {
    bool is_under_three, is_under_target;
} marks;

static marks marks_of(const ikmi_form *form, const ikm_element_score *score)
{
    enum { SCALE = 4, GOOD = 3 };
    ikm_decimal target;
    if (score->grade == IKM_GRADE_NONE)
        return (marks){false, false};
    return (marks){ikm_rules_scale(ikm_survey_rules(form->survey)) == SCALE &&
                       (ikmi_int128)score->sum < (ikmi_int128)score->answered * GOOD,
                   ikm_survey_target(form->survey, &target) && ikmi_is_below(score->converted, target)};
}

static bool any_mark(const ikmi_form *form, const ranked *elements, size_t count)
{
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        marks has = marks_of(form, &elements[i].score);
        found |= has.is_under_three || has.is_under_target;
    }
    return found;
}

/* "di bawah 3,00; di bawah target" */
static void say_marks(char *out, size_t size, const ikmi_form *form, const ikm_element_score *score)
{
    char bound[IKMI_DECIMAL_SIZE], text[IKMI_TITLE_SIZE];
    marks has = marks_of(form, score);
    *out = '\0';
    if (has.is_under_three) {
        ikmi_say(text, sizeof text, form->lang, IKMI_WORD_FORMS_UNDER,
                 IKMI_SAY(ikmi_decimal_for_people(bound, (ikm_decimal){300, 2}, form->lang)));
        ikmi_list_add(out, size, "; ", text);
    }
    if (has.is_under_target)
        ikmi_list_add(out, size, "; ", ikmi_form_word(form, IKMI_WORD_FORMS_UNDER_TARGET));
}

static void element_row(ikmi_form *form, const ranked *entry, bool marked)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    const ikm_element_score *score = &entry->score;
    char mark[IKMI_TITLE_SIZE];
    ikm_cell cells[8] = {{.kind = IKM_CELL_EMPTY}};
    cells[1] = ikmi_cell_text(ikm_rules_element_code(rules, entry->element));
    cells[2] = ikmi_cell_text(ikm_rules_element_name(rules, entry->element));
    if (score->grade != IKM_GRADE_NONE) {
        cells[0] = ikmi_cell_integer(score->rank);
        cells[3] = ikmi_cell_decimal(score->nrr);
        cells[4] = ikmi_cell_decimal(score->converted);
        cells[5] = ikmi_cell_text(ikm_rules_band_grade(rules, score->grade));
        cells[6] = ikmi_cell_text(ikm_rules_band_performance(rules, score->grade));
    }
    say_marks(mark, sizeof mark, form, score);
    if (*mark)
        cells[7] = ikmi_cell_text(mark);
    ikmi_form_row(form, cells, marked ? 8 : 7);
}

static void chart_of(ikmi_form *form, size_t count)
{
    char title[IKMI_TITLE_SIZE];
    ikm_decimal target;
    ikm_chart chart = {.kind = IKM_CHART_BARS,
                       .title = ikmi_form_word(form, IKMI_WORD_FORMS_ELEMENTS_CHART),
                       .category_column = 2,
                       .value_column = 4,
                       .row_count = count};
    ikmi_index_axis(&chart, ikm_survey_rules(form->survey));
    ikmi_chart_target(&chart, form, &target, title);
    ikmi_form_chart(form, &chart);
}

static void elements_of(ikmi_form *form, bool with_marks)
{
    ranked elements[IKM_ELEMENTS_MAX];
    size_t count = rank_elements(elements, form);
    if (form->status != IKM_OK)
        return;
    const bool marked = with_marks && any_mark(form, elements, count);
    const ikm_column columns[] = {
        {ikmi_form_word(form, IKMI_WORD_FORMS_RANK), IKM_CELL_NUMBER, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_CODE), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_ELEMENT), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_NRR), IKM_CELL_NUMBER, 3, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_CONVERTED), IKM_CELL_NUMBER, 2, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_GRADE), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_PERFORMANCE), IKM_CELL_TEXT, 0, NULL},
        {ikmi_form_word(form, IKMI_WORD_FORMS_MARK), IKM_CELL_TEXT, 0, NULL},
    };
    weakest_and_strongest(form, elements, count);
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_ELEMENTS), columns, marked ? 8 : 7);
    for (size_t i = 0; i < count; i++)
        element_row(form, &elements[i], marked);
    chart_of(form, count);
    legend(form);
}

void ikmi_recap_elements(ikmi_form *form)
{
    elements_of(form, true);
}

void ikmi_recap_elements_brief(ikmi_form *form)
{
    elements_of(form, false);
}
