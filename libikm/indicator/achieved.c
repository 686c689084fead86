/* The figures of one indicator: its year, the years before it, the end of the plan. */
#include "achievement.h"
#include "formula.h"

#include "base/decimal.h"

static ikm_status too_large(const ikm_indicator *row, size_t index, ikm_lang lang, ikm_error *err)
{
    char name[IKMI_SHORT_SIZE];
    return ikmi_row_fault(err, IKM_ERR_OVERFLOW, index, lang, IKMI_WORD_INDICATOR_TOO_LARGE,
                          IKMI_SAY(ikmi_short(name, row->name)));
}

/* The percentage of an outcome as it is given out; false: beyond what can be shown. */
static bool given_out(ikm_percent *out, ikmi_outcome outcome)
{
    *out = (ikm_percent){0};
    return outcome.status != IKM_ACHIEVED_OK || ikmi_percent_of(out, outcome.percent);
}

static bool set_achievement(ikm_achievement *achievement, ikm_achieved *out, ikmi_outcome outcome)
{
    const ikm_achievement_options *options = &achievement->options;
    ikmi_position position;
    out->status = outcome.status;
    achievement->exact[achievement->count] = outcome.percent;
    if (outcome.status != IKM_ACHIEVED_OK)
        return true;
    if (!ikmi_percent_of(&out->achievement, outcome.percent) ||
        !ikmi_percent_of(&out->capped, ikmi_exact_cap(outcome.percent, options->cap)) ||
        !ikmi_position_of(&position, outcome.percent))
        return false;
    ikmi_predicates(&out->predicate, &out->predicate_other, position, options);
    return true;
}

static bool add_year(ikm_achieved_year *out, const ikm_indicator *row, const ikm_achievement_options *options)
{
    ikmi_outcome outcome;
    *out = (ikm_achieved_year){.year = row->year, .target = row->target, .realization = row->realization};
    if (!ikmi_achieve(&outcome, row->polarity, options->lower_better, &row->target, row->realization))
        return false;
    out->status = outcome.status;
    return given_out(&out->achievement, outcome);
}

/* Against the last earlier year that has a realization. A percentage of what is not above 0 would say nothing. */
static bool set_change(ikm_achieved *out)
{
    size_t i = out->history_count;
    if (out->realization.given != IKM_GIVEN_NUMBER)
        return true;
    while (i > 0 && out->history[i - 1].realization.given != IKM_GIVEN_NUMBER)
        i--;
    if (i == 0)
        return true;
    const ikm_achieved_year *from = &out->history[i - 1];
    int places = ikmi_places(out->realization), other = ikmi_places(from->realization);
    places = places > other ? places : other;
    int64_t now, then;
    if (!ikmi_scaled(&now, out->realization.value, places) || !ikmi_scaled(&then, from->realization.value, places))
        return false;
    out->change_from = from->year;
    out->change = ikmi_decimal_shortest((ikm_decimal){now - then, places}); /* each is below 10^18 */
    return then <= 0 || ikmi_percent_of(&out->change_percent, ikmi_exact_make((ikmi_int128)(now - then) * 100, then));
}

static const char *text_of(ikmi_lookup *names, size_t parent, ikm_text text)
{
    return names->list[ikmi_lookup_put(names, parent, text)].text;
}

ikm_status ikmi_achieve_one(ikm_achievement *achievement, ikmi_chains *chains, const ikm_indicator *rows, size_t row,
                            ikm_error *err)
{
    const ikm_achievement_options *options = &achievement->options;
    const ikm_indicator *from = &rows[row];
    ikmi_lookup *names = &achievement->names;
    size_t name = chains->name_of[row], objective = names->list[name].parent;
    ikm_achieved *out = &achievement->list[achievement->count];
    *out = (ikm_achieved){
        .goal = names->list[names->list[objective].parent].text,
        .objective = names->list[objective].text,
        .name = names->list[name].text,
        .unit = text_of(names, name, from->unit),
        .polarity = from->polarity,
        .target = from->target,
        .realization = from->realization,
        .final_target = from->final_target,
        .history = achievement->history + chains->used,
        .row = row,
    };
    for (size_t i = chains->first[name]; i != row; i = chains->next[i], out->history_count++)
        if (!add_year(&achievement->history[chains->used++], &rows[i], options))
            return too_large(from, i, options->lang, err);
    ikmi_outcome outcome, final;
    if (!ikmi_achieve(&outcome, from->polarity, options->lower_better, &from->target, from->realization) ||
        !ikmi_achieve(&final, from->polarity, options->lower_better, &from->final_target, from->realization) ||
        !set_achievement(achievement, out, outcome) || !given_out(&out->against_final, final) || !set_change(out))
        return too_large(from, row, options->lang, err);
    achievement->count++;
    return IKM_OK;
}

/* One sentence for each kind of reason, and one for each predicate on which the conventions of the bands differ. */
void ikmi_note_indicators(ikm_achievement *achievement)
{
    static const ikmi_word reasons[] = {
        [IKM_ACHIEVED_NO_TARGET] = IKMI_WORD_INDICATOR_NO_TARGET,
        [IKM_ACHIEVED_NO_REALIZATION] = IKMI_WORD_INDICATOR_NO_REALIZATION,
        [IKM_ACHIEVED_ZERO_TARGET] = IKMI_WORD_INDICATOR_ZERO_TARGET,
        [IKM_ACHIEVED_NEGATIVE_TARGET] = IKMI_WORD_INDICATOR_NEGATIVE_TARGET,
        [IKM_ACHIEVED_BEYOND_RANGE] = IKMI_WORD_INDICATOR_BEYOND_RANGE,
        [IKM_ACHIEVED_NOT_NUMERIC] = IKMI_WORD_INDICATOR_NOT_NUMERIC,
    };
    enum { REASONS = sizeof reasons / sizeof reasons[0] };
    size_t counts[REASONS] = {0};
    char text[IKMI_INTEGER_SIZE];
    for (size_t i = 0; i < achievement->count; i++)
        counts[achievement->list[i].status]++;
    for (size_t reason = IKM_ACHIEVED_NO_TARGET; reason < REASONS; reason++)
        if (counts[reason])
            ikmi_notes_say(&achievement->notes, IKMI_WORD_INDICATOR_LEFT_OUT,
                           IKMI_SAY(ikmi_integer_text(text, (int64_t)counts[reason]),
                                    ikmi_word_text(achievement->options.lang, reasons[reason])));
    for (size_t i = 0; i < achievement->count; i++) {
        const ikm_achieved *one = &achievement->list[i];
        if (one->predicate_other)
            ikmi_note_bands(achievement, one->name, one->achievement, one->predicate, one->predicate_other);
    }
}

void ikmi_note_bands(ikm_achievement *achievement, const char *name, ikm_percent percent, const char *predicate,
                     const char *other)
{
    char shown[IKMI_DECIMAL_SIZE];
    const ikm_achievement_options *options = &achievement->options;
    ikmi_word convention =
        options->bands == IKM_BANDS_ROUNDED ? IKMI_WORD_INDICATOR_UNROUNDED : IKMI_WORD_INDICATOR_ROUNDED;
    ikmi_notes_say(&achievement->notes, IKMI_WORD_INDICATOR_BANDS_DIFFER,
                   IKMI_SAY(name, ikmi_decimal_for_people(shown, percent.shown, options->lang), predicate,
                            ikmi_word_text(options->lang, convention), other));
}
