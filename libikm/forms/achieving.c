/* What cannot be computed is said in words, and how figures of a report stand in cells and sentences. */
#include "achieving.h"

#include "base/decimal.h"

#include <string.h>

const char *ikmi_achieving_year(char *out, const ikmi_achieving *a)
{
    *out = '\0';
    return a->year ? ikmi_integer_text(out, a->year) : out;
}

/* A number was given, nothing was, or something that is no number. */
static ikmi_word missing_word(ikm_given given)
{
    return given == IKM_GIVEN_OTHER ? IKMI_WORD_FORMS_NO_NUMBER : IKMI_WORD_FORMS_NOT_AVAILABLE;
}

ikm_cell ikmi_cell_amount(ikm_lang lang, ikm_amount amount)
{
    return amount.given == IKM_GIVEN_NUMBER ? ikmi_cell_decimal(amount.value)
                                            : ikmi_cell_text(ikmi_word_text(lang, missing_word(amount.given)));
}

ikm_cell ikmi_cell_known(ikm_percent percent)
{
    return percent.known ? ikmi_cell_decimal(percent.shown) : (ikm_cell){.kind = IKM_CELL_EMPTY};
}

const char *ikmi_say_amount(char *out, ikm_lang lang, ikm_amount amount)
{
    char number[IKMI_DECIMAL_SIZE];
    ikmi_fill(out, IKMI_TITLE_SIZE, "{1}",
              IKMI_SAY(amount.given == IKM_GIVEN_NUMBER ? ikmi_decimal_for_people(number, amount.value, lang)
                                                        : ikmi_word_text(lang, missing_word(amount.given))));
    return out;
}

const char *ikmi_say_target(char *out, ikm_lang lang, ikm_polarity polarity, ikm_target target)
{
    char lower[IKMI_DECIMAL_SIZE], upper[IKMI_DECIMAL_SIZE];
    if (polarity != IKM_POLARITY_RANGE || target.given != IKM_GIVEN_NUMBER)
        return ikmi_say_amount(out, lang, (ikm_amount){target.given, target.value});
    ikmi_fill(out, IKMI_TITLE_SIZE, "{1}–{2}",
              IKMI_SAY(ikmi_decimal_for_people(lower, target.value, lang),
                       ikmi_decimal_for_people(upper, target.upper, lang)));
    return out;
}

const char *ikmi_say_known(char *out, ikm_lang lang, ikm_percent percent)
{
    char number[IKMI_DECIMAL_SIZE];
    if (percent.known)
        ikmi_fill(out, IKMI_TITLE_SIZE, "{1}%", IKMI_SAY(ikmi_decimal_for_people(number, percent.shown, lang)));
    else
        ikmi_fill(out, IKMI_TITLE_SIZE, "{1}", IKMI_SAY(ikmi_word_text(lang, IKMI_WORD_FORMS_NOT_AVAILABLE)));
    return out;
}

ikm_cell ikmi_cell_target(char *text, ikm_lang lang, ikm_polarity polarity, ikm_target target)
{
    if (polarity != IKM_POLARITY_RANGE || target.given != IKM_GIVEN_NUMBER)
        return ikmi_cell_amount(lang, (ikm_amount){target.given, target.value});
    return ikmi_cell_text(ikmi_say_target(text, lang, polarity, target));
}

ikmi_word ikmi_status_word(ikm_achieved_status status)
{
    switch (status) {
    case IKM_ACHIEVED_OK: break;
    case IKM_ACHIEVED_NO_TARGET: return IKMI_WORD_FORMS_NO_TARGET;
    case IKM_ACHIEVED_NO_REALIZATION: return IKMI_WORD_FORMS_NO_REALIZATION;
    case IKM_ACHIEVED_ZERO_TARGET: return IKMI_WORD_FORMS_ZERO_TARGET;
    case IKM_ACHIEVED_NEGATIVE_TARGET: return IKMI_WORD_FORMS_NEGATIVE_TARGET;
    case IKM_ACHIEVED_BEYOND_RANGE: return IKMI_WORD_FORMS_BEYOND_RANGE;
    case IKM_ACHIEVED_NOT_NUMERIC: return IKMI_WORD_FORMS_NOT_NUMERIC;
    }
    return IKMI_WORD_FORMS_NOT_AVAILABLE;
}

ikmi_word ikmi_verdict_word(ikm_verdict verdict)
{
    switch (verdict) {
    case IKM_VERDICT_NONE: break;
    case IKM_VERDICT_EFFICIENT: return IKMI_WORD_FORMS_EFFICIENT;
    case IKM_VERDICT_INEFFICIENT: return IKMI_WORD_FORMS_INEFFICIENT;
    case IKM_VERDICT_NOT_CLAIMABLE: return IKMI_WORD_FORMS_NOT_CLAIMABLE;
    }
    return IKMI_WORD_FORMS_NOT_AVAILABLE;
}

ikmi_word ikmi_efficiency_word(ikm_efficiency_kind kind)
{
    switch (kind) {
    case IKM_EFFICIENCY_SISA: break;
    case IKM_EFFICIENCY_SELISIH: return IKMI_WORD_FORMS_EFFICIENCY_SELISIH;
    case IKM_EFFICIENCY_RASIO: return IKMI_WORD_FORMS_EFFICIENCY_RASIO;
    case IKM_EFFICIENCY_PMK_22_2021: return IKMI_WORD_FORMS_EFFICIENCY_PMK;
    }
    return IKMI_WORD_FORMS_EFFICIENCY_SISA;
}

const char *ikmi_instrument_label(ikm_lang lang, const ikm_instrument *instrument)
{
    static const struct {
        const char *name;
        ikmi_word word;
    } known[] = {{"sakip-2021", IKMI_WORD_FORMS_SAKIP}, {"kematangan-2018", IKMI_WORD_FORMS_MATURITY}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i].name, ikm_instrument_name(instrument)))
            return ikmi_word_text(lang, known[i].word);
    return ikm_instrument_title(instrument);
}

void ikmi_achieving_chart(ikmi_achieving *a, const ikmi_bars *bars)
{
    if (bars->rows < IKMI_BARS_LEAST)
        return;
    ikm_chart chart = {.kind = IKM_CHART_BARS,
                       .title = ikmi_form_word(&a->form, bars->title),
                       .category_column = bars->category,
                       .value_column = bars->value,
                       .row_count = bars->rows < IKMI_BARS_MOST ? bars->rows : IKMI_BARS_MOST,
                       .axis_max = {bars->most, 0}};
    ikmi_form_chart(&a->form, &chart);
}
