/* Indicators in sentences: who reaches the target, change against the last year, distance to the final target. */
#include "analysing.h"

#include "base/decimal.h"
#include "base/integer.h"

/* a - b of amounts that are set against each other: with the same places they have 18 digits at most. */
static ikm_decimal difference(ikm_decimal a, ikm_decimal b)
{
    int32_t places = a.places > b.places ? a.places : b.places;
    int64_t left = a.digits * ikmi_power_of_ten(places - a.places);
    int64_t right = b.digits * ikmi_power_of_ten(places - b.places);
    return (ikm_decimal){left - right, places};
}

static bool reaches_target(const ikm_achieved *indicator)
{
    const ikm_percent *achievement = &indicator->achievement;
    return (ikmi_int128)achievement->exact.num >= (ikmi_int128)100 * achievement->exact.den;
}

static void overview(ikmi_achieving *a)
{
    ikm_lang lang = a->form.lang;
    char list[IKMI_SENTENCE_SIZE / 2] = "", value[IKMI_TITLE_SIZE], numbers[3][IKMI_INTEGER_SIZE];
    size_t reached = 0, missed = 0, open = 0;
    const ikm_achieved *indicator;
    for (size_t i = 0; (indicator = ikm_achievement_at(a->achievement, i)); i++) {
        open += !indicator->achievement.known;
        reached += indicator->achievement.known && reaches_target(indicator);
        if (indicator->achievement.known && !reaches_target(indicator))
            ikmi_named_add(list, sizeof list, &missed, indicator->name,
                           ikmi_say_known(value, lang, indicator->achievement));
    }
    char paragraph[IKMI_SENTENCE_SIZE] = "";
    ikmi_paragraph_add(paragraph, lang, IKMI_WORD_FORMS_ANALYSIS_REACHED,
                       IKMI_SAY(ikmi_integer_text(numbers[0], (int64_t)(reached + missed + open)),
                                ikmi_integer_text(numbers[1], (int64_t)reached)));
    if (missed)
        ikmi_paragraph_add(paragraph, lang, IKMI_WORD_FORMS_ANALYSIS_MISSED,
                           IKMI_SAY(ikmi_named_done(list, sizeof list, missed, lang)));
    if (open)
        ikmi_paragraph_add(paragraph, lang, IKMI_WORD_FORMS_ANALYSIS_OPEN,
                           IKMI_SAY(ikmi_integer_text(numbers[2], (int64_t)open)));
    ikmi_paragraph_put(&a->form, paragraph);
}

static void add_result(char *paragraph, const ikmi_form *form, const ikm_achieved *indicator)
{
    char target[IKMI_TITLE_SIZE], realization[IKMI_TITLE_SIZE], achievement[IKMI_TITLE_SIZE];
    ikmi_say_target(target, form->lang, indicator->polarity, indicator->target);
    ikmi_say_amount(realization, form->lang, indicator->realization);
    if (indicator->achievement.known)
        ikmi_paragraph_add(paragraph, form->lang, IKMI_WORD_FORMS_ANALYSIS_INDICATOR,
                           IKMI_SAY(indicator->name, realization, target,
                                    ikmi_say_known(achievement, form->lang, indicator->achievement),
                                    indicator->predicate));
    else
        ikmi_paragraph_add(
            paragraph, form->lang, IKMI_WORD_FORMS_ANALYSIS_NO_ACHIEVEMENT,
            IKMI_SAY(indicator->name, ikmi_form_word(form, ikmi_status_word(indicator->status)), realization, target));
}

static void add_change(char *paragraph, ikm_lang lang, const ikm_achieved *indicator)
{
    char year[IKMI_INTEGER_SIZE], before[IKMI_DECIMAL_SIZE], change[IKMI_DECIMAL_SIZE], percent[IKMI_TITLE_SIZE];
    if (!indicator->change_from || indicator->realization.given != IKM_GIVEN_NUMBER)
        return;
    ikm_decimal size = indicator->change;
    ikmi_word word = size.digits > 0   ? IKMI_WORD_FORMS_ANALYSIS_ROSE
                     : size.digits < 0 ? IKMI_WORD_FORMS_ANALYSIS_FELL
                                       : IKMI_WORD_FORMS_ANALYSIS_SAME;
    ikmi_decimal_for_people(before, difference(indicator->realization.value, indicator->change), lang);
    size.digits = size.digits < 0 ? -size.digits : size.digits;
    ikmi_decimal_for_people(change, size, lang);
    ikm_percent share = indicator->change_percent;
    share.shown.digits = share.shown.digits < 0 ? -share.shown.digits : share.shown.digits;
    ikmi_paragraph_add(paragraph, lang, word,
                       IKMI_SAY(before, ikmi_integer_text(year, indicator->change_from), change,
                                ikmi_say_known(percent, lang, share)));
}

/* How far it still is to the final target, in the indicator's own unit; of a range, from the bound that is broken. */
static ikmi_word distance_to_final(ikm_decimal *out, const ikm_achieved *indicator)
{
    const ikm_target *target = &indicator->final_target;
    ikm_decimal above = difference(indicator->realization.value, target->value);
    ikm_decimal below = difference(target->value, indicator->realization.value);
    if (indicator->polarity != IKM_POLARITY_RANGE) {
        *out = indicator->polarity == IKM_POLARITY_LOWER ? above : below;
        return out->digits > 0 ? IKMI_WORD_FORMS_ANALYSIS_FINAL_LEFT : IKMI_WORD_FORMS_ANALYSIS_FINAL_REACHED;
    }
    *out = below;
    if (below.digits > 0)
        return IKMI_WORD_FORMS_ANALYSIS_FINAL_BELOW;
    *out = difference(indicator->realization.value, target->upper);
    return out->digits > 0 ? IKMI_WORD_FORMS_ANALYSIS_FINAL_ABOVE : IKMI_WORD_FORMS_ANALYSIS_FINAL_WITHIN;
}

static void add_final(char *paragraph, ikm_lang lang, const ikm_achieved *indicator)
{
    char target[IKMI_TITLE_SIZE], against[IKMI_TITLE_SIZE], distance[IKMI_DECIMAL_SIZE];
    ikm_decimal left;
    if (!indicator->against_final.known)
        return;
    ikmi_say_target(target, lang, indicator->polarity, indicator->final_target);
    ikmi_say_known(against, lang, indicator->against_final);
    ikmi_word word = distance_to_final(&left, indicator);
    ikmi_paragraph_add(paragraph, lang, word, IKMI_SAY(target, against, ikmi_decimal_for_people(distance, left, lang)));
}

void ikmi_analyse_indicators(ikmi_achieving *a)
{
    const ikm_achieved *indicator;
    if (!a->achievement || !ikm_achievement_count(a->achievement))
        return;
    ikmi_form_heading(&a->form, 2, IKMI_WORD_FORMS_ANALYSIS_INDICATORS);
    overview(a);
    for (size_t i = 0; a->form.status == IKM_OK && (indicator = ikm_achievement_at(a->achievement, i)); i++) {
        char paragraph[IKMI_SENTENCE_SIZE] = "";
        add_result(paragraph, &a->form, indicator);
        add_change(paragraph, a->form.lang, indicator);
        add_final(paragraph, a->form.lang, indicator);
        ikmi_paragraph_put(&a->form, paragraph);
    }
}
