#include "unit.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/mem.h"

#include <string.h>

/* The name of a month, 1 to 12, out of the list in words. */
static void month_name(char *out, size_t size, ikm_lang lang, int month)
{
    const char *name = ikmi_word_text(lang, IKMI_WORD_FORMS_MONTH_NAMES);
    for (; month > 1; month--)
        name = strchr(name, ',') + 1;
    size_t length = strcspn(name, ",");
    if (length >= size)
        length = size - 1;
    memcpy(out, name, length);
    out[length] = '\0';
}

/* "2 Januari 2024"; without what the other end of a span says too. */
static void say_day(char *out, size_t size, ikm_lang lang, ikmi_date date, bool month, bool year)
{
    char day[IKMI_INTEGER_SIZE], name[24], number[IKMI_INTEGER_SIZE];
    month_name(name, sizeof name, lang, date.month);
    ikmi_fill(out, size,
              year    ? "{1} {2} {3}"
              : month ? "{1} {2}"
                      : "{1}",
              IKMI_SAY(ikmi_integer_text(day, date.day), name, ikmi_integer_text(number, date.year)));
}

static void say_days(ikmi_unit *out, ikm_lang lang, ikmi_date first, ikmi_date last)
{
    char from[IKMI_TITLE_SIZE / 2], to[IKMI_TITLE_SIZE / 2], years[2][IKMI_INTEGER_SIZE];
    bool same_year = first.year == last.year, same_month = same_year && first.month == last.month;
    say_day(from, sizeof from, lang, first, !same_month, !same_year);
    say_day(to, sizeof to, lang, last, true, true);
    ikmi_fill(out->period, sizeof out->period, same_month && first.day == last.day ? "{2}" : "{1} – {2}",
              IKMI_SAY(from, to));
    ikmi_fill(out->year, sizeof out->year, same_year ? "{1}" : "{1}–{2}",
              IKMI_SAY(ikmi_integer_text(years[0], first.year), ikmi_integer_text(years[1], last.year)));
}

void ikmi_unit_of(ikmi_unit *out, const ikmi_form *form, const ikm_profile *profile)
{
    static const ikm_profile nobody = {"", "", "", "", "", "", "", ""};
    char days[2][IKM_DAY_SIZE];
    ikmi_date first, last;
    *out = (ikmi_unit){.of = profile ? *profile : nobody};
    if (ikm_survey_days(form->survey, days[0], days[1]) && ikmi_date_read(&first, ikmi_text(days[0]), IKMI_DAY_FIRST) &&
        ikmi_date_read(&last, ikmi_text(days[1]), IKMI_DAY_FIRST))
        say_days(out, form->lang, first, last);
    if (*out->of.period)
        ikmi_fill(out->period, sizeof out->period, "{1}", IKMI_SAY(out->of.period));
}

void ikmi_form_field(ikmi_form *form, ikmi_word label, const char *value)
{
    if (form->status == IKM_OK)
        form->status = ikm_document_field(form->document, ikmi_form_word(form, label), *value ? value : NULL);
}

void ikmi_form_sign(ikmi_form *form, const ikmi_unit *unit)
{
    char number[IKMI_TITLE_SIZE] = "";
    if (*unit->of.head_nip)
        ikmi_fill(number, sizeof number, "NIP {1}", IKMI_SAY(unit->of.head_nip));
    const ikm_signature signature = {NULL, unit->of.head_title, unit->of.head_name, number};
    if (form->status == IKM_OK)
        form->status = ikm_document_signature(form->document, &signature);
}

void ikmi_form_convention_note(ikmi_form *form)
{
    const ikm_rules *rules = ikm_survey_rules(form->survey);
    const ikm_convention *convention = ikm_survey_convention(form->survey);
    char weight[IKMI_TITLE_SIZE], nrr[IKMI_TITLE_SIZE], term[IKMI_TITLE_SIZE], final[IKMI_TITLE_SIZE];
    ikmi_form_note(form, IKMI_WORD_FORMS_CONVENTION_SHORT,
                   IKMI_SAY(ikm_rules_name(rules),
                            ikmi_say_weight(weight, sizeof weight, form->lang, rules, convention->weight),
                            ikmi_say_rounding(nrr, sizeof nrr, form->lang, convention->round_nrr),
                            ikmi_say_rounding(term, sizeof term, form->lang, convention->round_term),
                            ikmi_say_rounding(final, sizeof final, form->lang, convention->round_final),
                            ikmi_form_word(form, ikmi_mode_word(convention->round_mode)), ikm_version()));
}
