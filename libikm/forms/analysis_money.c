/* Money in sentences: what was spent and what remains, and what may be said of efficiency. */
#include "analysing.h"

#include "base/decimal.h"

enum { LARGEST = 3, MONEY_SIZE = 48 };

static const char *say_money(char *out, ikm_lang lang, ikm_amount amount)
{
    char number[IKMI_TITLE_SIZE];
    ikmi_fill(out, MONEY_SIZE, "Rp{1}", IKMI_SAY(ikmi_say_amount(number, lang, amount)));
    return out;
}

static void total_sentence(ikmi_form *form, const ikm_budget_line *total)
{
    char texts[3][MONEY_SIZE], absorption[IKMI_TITLE_SIZE];
    if (!total->absorption.known)
        return;
    ikmi_form_note(form, IKMI_WORD_FORMS_ANALYSIS_BUDGET,
                   IKMI_SAY(say_money(texts[0], form->lang, total->realization),
                            say_money(texts[1], form->lang, total->budget),
                            ikmi_say_known(absorption, form->lang, total->absorption),
                            say_money(texts[2], form->lang, total->remaining)));
}

static bool has_remaining(const ikm_budget_line *line)
{
    return line->remaining.given == IKM_GIVEN_NUMBER && line->remaining.value.digits > 0;
}

static bool remains_more(const ikm_budget_line *a, const ikm_budget_line *b)
{
    /* places differ where somebody wrote sen: over the larger number of them, as amounts leave room for */
    ikm_decimal left = a->remaining.value, right = b->remaining.value;
    for (; left.places < right.places; left.places++)
        left.digits *= 10;
    for (; right.places < left.places; right.places++)
        right.digits *= 10;
    return left.digits > right.digits;
}

/* Programs by what remains, the most first; equal ones in the order of the table. */
static size_t largest_programs(const ikm_budget_line **out, const ikm_budget *budget)
{
    const ikm_budget_line *line;
    size_t count = 0;
    for (size_t i = 0; (line = ikm_budget_at(budget, i)); i++) {
        size_t at = count;
        if (line->level != 1 || !has_remaining(line))
            continue;
        while (at > 0 && remains_more(line, out[at - 1]))
            at--;
        if (at == LARGEST)
            continue;
        count += count < LARGEST;
        for (size_t move = count - 1; move > at; move--)
            out[move] = out[move - 1];
        out[at] = line;
    }
    return count;
}

static void remaining_sentence(ikmi_form *form, const ikm_budget *budget)
{
    const ikm_budget_line *largest[LARGEST];
    size_t count = largest_programs(largest, budget), named = 0;
    char list[IKMI_SENTENCE_SIZE / 2] = "", name[IKMI_TITLE_SIZE], money[MONEY_SIZE];
    for (size_t i = 0; i < count; i++) {
        ikmi_fill(name, sizeof name, "{1} {2}", IKMI_SAY(largest[i]->code, largest[i]->title));
        ikmi_named_add(list, sizeof list, &named, name, say_money(money, form->lang, largest[i]->remaining));
    }
    if (count)
        ikmi_form_note(form, IKMI_WORD_FORMS_ANALYSIS_REMAINING, IKMI_SAY(list));
}

static void kinds_sentence(ikmi_form *form, const ikm_budget *budget)
{
    const ikm_budget_line *line;
    char list[IKMI_SENTENCE_SIZE / 2] = "", money[MONEY_SIZE];
    size_t named = 0;
    for (size_t i = 0; (line = ikm_budget_kind(budget, i)); i++)
        if (has_remaining(line))
            ikmi_named_add(list, sizeof list, &named, line->kind, say_money(money, form->lang, line->remaining));
    if (named)
        ikmi_form_note(form, IKMI_WORD_FORMS_ANALYSIS_KINDS,
                       IKMI_SAY(ikmi_named_done(list, sizeof list, named, form->lang)));
}

static void over_sentence(ikmi_form *form, const ikm_budget *budget)
{
    const ikm_budget_line *line;
    char list[IKMI_SENTENCE_SIZE / 2] = "", name[IKMI_TITLE_SIZE], money[MONEY_SIZE];
    size_t named = 0;
    for (size_t i = 0; (line = ikm_budget_at(budget, i)); i++) {
        if (!line->over)
            continue;
        ikmi_fill(name, sizeof name, "{1} {2}", IKMI_SAY(line->code, line->title));
        ikmi_named_add(list, sizeof list, &named, name, say_money(money, form->lang, line->realization));
    }
    if (named)
        ikmi_form_note(form, IKMI_WORD_FORMS_ANALYSIS_OVER,
                       IKMI_SAY(ikmi_named_done(list, sizeof list, named, form->lang)));
}

void ikmi_analyse_budget(ikmi_achieving *a)
{
    const ikm_budget *budget = ikm_report_budget(a->report);
    if (!budget || !ikm_budget_count(budget))
        return;
    ikmi_form_heading(&a->form, 2, IKMI_WORD_FORMS_ANALYSIS_MONEY);
    total_sentence(&a->form, ikm_budget_total(budget));
    remaining_sentence(&a->form, budget);
    kinds_sentence(&a->form, budget);
    over_sentence(&a->form, budget);
}

void ikmi_analyse_efficiency(ikmi_achieving *a)
{
    const ikm_efficiency *efficiency = ikm_report_efficiency(a->report);
    const ikm_efficiency_line *line;
    ikm_lang lang = a->form.lang;
    if (!efficiency || !ikm_efficiency_count(efficiency))
        return;
    bool is_ratio = ikm_efficiency_definition(efficiency) == IKM_EFFICIENCY_RASIO;
    ikmi_form_heading(&a->form, 2, IKMI_WORD_FORMS_ANALYSIS_EFFICIENCY);
    for (size_t i = 0; a->form.status == IKM_OK && (line = ikm_efficiency_at(efficiency, i)); i++) {
        char achievement[IKMI_TITLE_SIZE], absorption[IKMI_TITLE_SIZE], value[IKMI_TITLE_SIZE];
        ikmi_say_known(achievement, lang, line->indicator->achievement);
        ikmi_say_known(absorption, lang, line->absorption);
        if (is_ratio && line->efficiency.known)
            ikmi_decimal_for_people(value, line->efficiency.shown, lang);
        else
            ikmi_say_known(value, lang, line->efficiency);
        ikmi_word word = line->verdict == IKM_VERDICT_NONE            ? IKMI_WORD_FORMS_ANALYSIS_NO_EFFICIENCY
                         : line->verdict == IKM_VERDICT_NOT_CLAIMABLE ? IKMI_WORD_FORMS_ANALYSIS_NOT_CLAIMABLE
                                                                      : IKMI_WORD_FORMS_ANALYSIS_EFFICIENT;
        ikmi_form_note(&a->form, word,
                       IKMI_SAY(line->indicator->name, achievement, absorption, value,
                                ikmi_form_word(&a->form, ikmi_verdict_word(line->verdict))));
    }
    ikmi_form_text(&a->form, ikmi_efficiency_word(ikm_efficiency_definition(efficiency)), NULL, 0);
}
