/* Which conventions give a printed figure, what they give for groups, and whether printed means can be true. */
#include "ikm/forms.h"

#include "base/decimal.h"
#include "form.h"
#include "rules/rules.h"
#include "survey/survey.h"

/* So many conventions stand side by side over the groups. */
enum { SIDE_BY_SIDE = 12 };

typedef struct reconciling {
    ikmi_form form;
    const ikm_reconcile *reconcile;
    int32_t places; /* of the groups' indexes */
} reconciling;

static const char *say_count(char *out, size_t count, ikm_lang lang)
{
    return ikmi_decimal_for_people(out, (ikm_decimal){(int64_t)count, 0}, lang);
}

static void convention_row(reconciling *r, size_t index)
{
    const ikm_convention *convention = &ikm_reconcile_at(r->reconcile, index)->convention;
    char weight[IKMI_TITLE_SIZE], nrr[IKMI_TITLE_SIZE], term[IKMI_TITLE_SIZE];
    ikm_lang lang = r->form.lang;
    const ikm_rules *rules = ikm_reconcile_rules(r->reconcile);
    const ikm_cell cells[] = {
        ikmi_cell_integer((int64_t)index + 1),
        ikmi_cell_text(ikmi_say_weight(weight, sizeof weight, lang, rules, convention->weight)),
        ikmi_cell_text(ikmi_say_rounding(nrr, sizeof nrr, lang, convention->round_nrr)),
        ikmi_cell_text(ikmi_say_rounding(term, sizeof term, lang, convention->round_term)),
        ikmi_cell_text(ikmi_round_mode_name(convention->round_mode)),
    };
    ikmi_form_row(&r->form, cells, 5);
}

/* What the names of the modes mean, where a table has room for the names alone. */
static void modes(ikmi_form *form)
{
    for (int mode = IKM_ROUND_HALF_UP; mode <= IKM_ROUND_TRUNCATE && form->status == IKM_OK; mode++)
        form->status = ikm_document_note(form->document, ikmi_form_word(form, ikmi_mode_word((ikm_round_mode)mode)));
}

static void conventions(reconciling *r)
{
    ikmi_form *form = &r->form;
    size_t count = ikm_reconcile_count(r->reconcile);
    char printed[IKMI_DECIMAL_SIZE], found[IKMI_DECIMAL_SIZE], tried[IKMI_DECIMAL_SIZE];
    ikmi_decimal_for_people(printed, ikm_reconcile_printed(r->reconcile), form->lang);
    say_count(tried, ikm_reconcile_tried(r->reconcile), form->lang);
    if (!count) {
        ikmi_form_text(form, IKMI_WORD_FORMS_RECONCILE_NONE, IKMI_SAY(printed, tried));
        return;
    }
    ikmi_form_text(form, IKMI_WORD_FORMS_RECONCILE_FOUND,
                   IKMI_SAY(printed, say_count(found, count, form->lang), tried));
    const ikm_column columns[] = {
        ikmi_number_column(form, IKMI_WORD_FORMS_NUMBER, 0, NULL), ikmi_text_column(form, IKMI_WORD_FORMS_WEIGHT),
        ikmi_text_column(form, IKMI_WORD_FORMS_NRR), ikmi_text_column(form, IKMI_WORD_FORMS_TERM),
        ikmi_text_column(form, IKMI_WORD_FORMS_ROUND_MODE)};
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_RECONCILE_TABLE), columns, 5);
    for (size_t i = 0; i < count; i++)
        convention_row(r, i);
    modes(form);
}

static void group_row(reconciling *r, size_t index, size_t first, size_t count)
{
    const ikm_tally *tally = ikm_reconcile_tally(r->reconcile);
    uint32_t group = ikm_reconcile_group(r->reconcile, index);
    ikm_cell cells[IKMI_KEYS_MAX + 1 + SIDE_BY_SIDE] = {{.kind = IKM_CELL_EMPTY}};
    size_t at = 0;
    for (; at < ikm_tally_key_count(tally); at++)
        cells[at] = ikmi_cell_key(r->form.lang, ikm_tally_key(tally, group, at));
    cells[at++] = ikmi_cell_integer(ikm_tally_respondents(tally, group));
    for (size_t i = 0; i < count; i++, at++) {
        ikm_decimal value;
        if (ikm_reconcile_group_index(&value, r->reconcile, first + i, group, r->places))
            cells[at] = ikmi_cell_decimal(value);
    }
    ikmi_form_row(&r->form, cells, at);
}

/* A column a convention, under its number. */
static void groups(reconciling *r, size_t first, size_t count)
{
    const ikm_tally *tally = ikm_reconcile_tally(r->reconcile);
    char names[IKMI_KEYS_MAX][IKMI_TITLE_SIZE], numbers[SIDE_BY_SIDE][IKMI_INTEGER_SIZE];
    ikm_column columns[IKMI_KEYS_MAX + 1 + SIDE_BY_SIDE];
    size_t at = 0;
    for (; at < ikm_tally_key_count(tally); at++)
        columns[at] = (ikm_column){ikmi_header_title(names[at], ikm_tally_key_name(tally, at)), IKM_CELL_TEXT, 0, NULL};
    columns[at++] = ikmi_number_column(&r->form, IKMI_WORD_FORMS_RESPONDENTS, 0, NULL);
    for (size_t i = 0; i < count; i++)
        columns[at++] =
            (ikm_column){ikmi_integer_text(numbers[i], (int64_t)(first + i) + 1), IKM_CELL_NUMBER, r->places, NULL};
    ikmi_form_begin(&r->form, ikmi_form_word(&r->form, IKMI_WORD_FORMS_RECONCILE_GROUPS), columns, at);
    for (size_t i = 0; i < ikm_reconcile_group_count(r->reconcile) && r->form.status == IKM_OK; i++)
        group_row(r, i, first, count);
}

static ikm_cell respondents_cell(const ikmi_form *form, int64_t respondents)
{
    return respondents ? ikmi_cell_integer(respondents)
                       : ikmi_cell_text(ikmi_form_word(form, IKMI_WORD_FORMS_NO_INDEX));
}

static void possible(ikmi_form *form, const ikm_decimal *means, size_t count, int64_t respondents)
{
    char asked[IKMI_TITLE_SIZE], number[IKMI_DECIMAL_SIZE], most[IKMI_DECIMAL_SIZE];
    ikmi_decimal_for_people(number, (ikm_decimal){respondents, 0}, form->lang);
    ikmi_say(asked, sizeof asked, form->lang, IKMI_WORD_FORMS_MEANS_WITH, IKMI_SAY(number));
    const ikm_column columns[] = {ikmi_text_column(form, IKMI_WORD_FORMS_ROUND_MODE),
                                  ikmi_number_column(form, IKMI_WORD_FORMS_MEANS_SMALLEST, 0, NULL),
                                  ikmi_number_column(form, IKMI_WORD_FORMS_MEANS_NEXT, 0, NULL),
                                  {asked, IKM_CELL_TEXT, 0, NULL}};
    size_t column_count = respondents ? 4 : 3;
    ikmi_form_begin(form, ikmi_form_word(form, IKMI_WORD_FORMS_MEANS_POSSIBLE), columns, column_count);
    for (int i = IKM_ROUND_HALF_UP; i <= IKM_ROUND_TRUNCATE; i++) {
        ikm_round_mode mode = (ikm_round_mode)i;
        int64_t smallest = ikm_means_smallest(means, count, 1, IKM_MEANS_LOOK_TO, mode);
        int64_t next = smallest ? ikm_means_smallest(means, count, smallest + 1, IKM_MEANS_LOOK_TO, mode) : 0;
        int is = ikm_means_possible(means, count, respondents, mode) == 1;
        const ikm_cell cells[] = {
            ikmi_cell_text(ikmi_form_word(form, ikmi_mode_word(mode))), respondents_cell(form, smallest),
            respondents_cell(form, next),
            ikmi_cell_text(ikmi_form_word(form, is ? IKMI_WORD_FORMS_POSSIBLE : IKMI_WORD_FORMS_IMPOSSIBLE))};
        ikmi_form_row(form, cells, column_count);
    }
    ikmi_decimal_for_people(most, (ikm_decimal){IKM_MEANS_LOOK_TO, 0}, form->lang);
    ikmi_form_note(form, IKMI_WORD_FORMS_MEANS_NOTE, IKMI_SAY(most));
}

ikm_status ikm_form_reconcile(ikm_document *document, const ikm_reconcile *reconcile, const ikm_decimal *means,
                              size_t count, int64_t respondents, int32_t places, ikm_lang lang)
{
    if (!document || (!reconcile && !count) || respondents < 0 || places < 0 || places > 6 ||
        (count && ikm_means_possible(means, count, 1, IKM_ROUND_HALF_UP) < 0))
        return IKM_ERR_ARGUMENT;
    reconciling r = {{document, NULL, lang, IKM_OK}, reconcile, places};
    ikmi_form_sheet(&r.form, IKMI_WORD_FORMS_RECONCILE);
    ikmi_form_heading(&r.form, 1, IKMI_WORD_FORMS_RECONCILE_TITLE);
    if (reconcile)
        conventions(&r);
    size_t found = ikm_reconcile_group_count(reconcile) ? ikm_reconcile_count(reconcile) : 0;
    for (size_t first = 0; first < found; first += SIDE_BY_SIDE)
        groups(&r, first, found - first < SIDE_BY_SIDE ? found - first : SIDE_BY_SIDE);
    if (count)
        possible(&r.form, means, count, respondents);
    return r.form.status;
}
