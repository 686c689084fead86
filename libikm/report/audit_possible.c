/*
 * Figures that no data of that size can give: a mean that no whole sum gives, a total that its own parts, printed
 * beside it, contradict, a share under 100 % of what was overspent.
 */
#include "audit.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/ratio.h"
#include "ikm/reconcile.h"
#include "rules/rules.h"

#include <string.h>

typedef struct saying {
    char *out;
    size_t size;
    ikm_lang lang;
} saying;

static bool say(const saying *to, ikmi_word word, const char *const *args, size_t count)
{
    ikmi_say(to->out, to->size, to->lang, word, args, count);
    return true;
}

/* How many answered: by the survey; without one, as the same table prints it. 0: nobody says. */
static int64_t respondents_of(const ikm_audit *audit, const ikmi_figure *figure)
{
    const ikm_report *report = audit->report;
    ikm_element_score element;
    if (report->survey)
        return ikm_score_element(&element, ikm_survey_score(report->survey, 0), figure->subject.index) == IKM_OK
                   ? element.answered
                   : 0;
    for (size_t i = 0; i < audit->count; i++) {
        const ikmi_figure *other = &audit->figures[i];
        if (other->quantity == IKMI_QUANTITY_RESPONDENTS && other->number.state == IKMI_NUMBER_GOOD &&
            other->number.value.digits > 0 && !other->number.value.places && other->table == figure->table)
            return other->number.value.digits;
    }
    return 0;
}

static bool no_sum(const saying *to, const ikm_audit *audit, const ikmi_figure *figure)
{
    char count[IKMI_INTEGER_SIZE], shown[IKMI_DECIMAL_SIZE];
    const ikm_rules *rules = audit->report->survey ? ikm_survey_rules(audit->report->survey) : ikm_rules_at(0);
    const ikm_decimal printed = figure->number.value;
    ikm_ratio mean;
    const ikm_ratio least = {1, 1}, most = {ikm_rules_scale(rules), 1};
    if (figure->subject.kind != IKMI_SUBJECT_ELEMENT || figure->quantity != IKMI_QUANTITY_VALUE ||
        !ikmi_ratio_of_decimal(&mean, printed) || ikmi_ratio_compare(mean, least) < 0 ||
        ikmi_ratio_compare(mean, most) > 0)
        return false;
    int64_t n = respondents_of(audit, figure);
    for (ikm_round_mode mode = IKM_ROUND_HALF_UP; mode <= IKM_ROUND_TRUNCATE; mode++)
        if (n < 1 || ikm_means_possible(&printed, 1, n, mode) != 0)
            return false;
    return say(to, IKMI_WORD_AUDIT_NO_SUM,
               IKMI_SAY(ikmi_integer_text(count, n), ikmi_decimal_for_people(shown, printed, to->lang)));
}

/* Means lie within the scale; converted to 100, as an index is, they are from its share of one answer to 100. */
static bool beyond_scale(const saying *to, const ikm_audit *audit, const ikmi_figure *figure)
{
    char least[IKMI_DECIMAL_SIZE], most[IKMI_INTEGER_SIZE];
    const ikm_rules *rules = audit->report->survey ? ikm_survey_rules(audit->report->survey) : ikm_rules_at(0);
    int scale = ikm_rules_scale(rules);
    const ikm_ratio one = {1, 1}, top = {scale, 1}, hundred = {100, 1};
    ikm_ratio printed, lowest;
    ikm_decimal shown;
    bool element = figure->subject.kind == IKMI_SUBJECT_ELEMENT && figure->quantity == IKMI_QUANTITY_VALUE;
    if ((!element && !figure->value.of_convention) || figure->number.state != IKMI_NUMBER_GOOD ||
        !ikmi_ratio_of_decimal(&printed, figure->number.value) || !ikmi_ratio_make(&lowest, 100, scale) ||
        !ikmi_ratio_round(&shown, lowest, 100 % scale ? 2 : 0, IKM_ROUND_TRUNCATE))
        return false;
    bool mean = element && ikmi_ratio_compare(printed, lowest) < 0;
    if (mean ? ikmi_ratio_compare(printed, one) >= 0 && ikmi_ratio_compare(printed, top) <= 0
             : ikmi_ratio_compare(printed, lowest) >= 0 && ikmi_ratio_compare(printed, hundred) <= 0)
        return false;
    if (mean)
        return say(to, IKMI_WORD_AUDIT_BEYOND_SCALE, IKMI_SAY("1", ikmi_integer_text(most, scale)));
    return say(to, IKMI_WORD_AUDIT_BEYOND_SCALE, IKMI_SAY(ikmi_decimal_for_people(least, shown, to->lang), "100"));
}

/* What one more point of the sum of all answers adds to the index; false: the convention has no such step. */
static bool step_of(ikm_ratio *out, const ikm_survey *survey, const ikm_score *score)
{
    const ikm_convention *convention = ikm_survey_convention(survey);
    const ikm_rules *rules = ikm_survey_rules(survey);
    size_t elements = ikm_rules_element_count(rules);
    ikm_decimal weight;
    ikm_ratio of_weight;
    if (convention->round_nrr != IKM_ROUND_NONE || convention->round_term != IKM_ROUND_NONE)
        return false;
    for (size_t i = 0; i < elements; i++) {
        ikm_element_score element;
        if (ikm_score_element(&element, score, i) != IKM_OK || element.blank)
            return false;
    }
    if (!strcmp(convention->weight, "exact"))
        of_weight = (ikm_ratio){1, (int64_t)elements};
    else if (ikm_decimal_read(&weight, ikmi_text(convention->weight)) != IKM_OK ||
             !ikmi_ratio_of_decimal(&of_weight, weight))
        return false;
    return ikmi_ratio_make(out, (ikmi_int128)of_weight.num * 100,
                           (ikmi_int128)of_weight.den * ikm_rules_scale(rules) * ikm_score_respondents(score));
}

/* Is there a whole sum whose index is printed so, rounded in any way? Then it lies within one unit of the last digit.
 */
static bool has_sum(ikm_ratio step, ikm_decimal printed)
{
    ikm_ratio value, sum, index;
    if (!ikmi_ratio_of_decimal(&value, printed) || !ikmi_ratio_divide(&sum, value, step))
        return true;
    ikmi_int128 near = ikmi_round_divide(sum.num, sum.den, IKM_ROUND_TRUNCATE);
    ikmi_int128 reach =
        ikmi_round_divide((ikmi_int128)step.den, (ikmi_int128)step.num * ikmi_power_of_ten(printed.places),
                          IKM_ROUND_TRUNCATE) +
        2;
    if (reach > 4)
        return true; /* steps are finer than the digits */
    for (ikmi_int128 s = near - reach; s <= near + reach; s++) {
        ikm_decimal rounded;
        ikm_ratio whole;
        if (!ikmi_ratio_make(&whole, s, 1) || !ikmi_ratio_multiply(&index, whole, step))
            return true;
        for (ikm_round_mode mode = IKM_ROUND_HALF_UP; mode <= IKM_ROUND_TRUNCATE; mode++)
            if (ikmi_ratio_round(&rounded, index, printed.places, mode) && rounded.digits == printed.digits)
                return true;
    }
    return false;
}

static bool is_index(const ikmi_figure *figure)
{
    return figure->value.of_convention;
}

static bool no_index(const saying *to, const ikm_audit *audit, const ikmi_figure *figure)
{
    char count[IKMI_INTEGER_SIZE], shown[IKMI_DECIMAL_SIZE];
    bool group = figure->subject.kind == IKMI_SUBJECT_GROUP;
    const ikm_survey *survey = group ? audit->report->survey_groups : audit->report->survey;
    ikm_ratio step;
    if (!is_index(figure) || figure->number.state != IKMI_NUMBER_GOOD)
        return false;
    const ikm_score *score = ikm_survey_score(survey, group ? figure->subject.index : 0);
    if (!step_of(&step, survey, score) || has_sum(step, figure->number.value))
        return false;
    return say(to, IKMI_WORD_AUDIT_NO_INDEX,
               IKMI_SAY(ikmi_integer_text(count, ikm_score_respondents(score)),
                        ikmi_decimal_for_people(shown, figure->number.value, to->lang)));
}

/* The parts of a total that are printed in the same table with the same quantity. */
typedef struct parts {
    size_t count, expected;
    ikm_ratio least, most, sum;
    ikm_decimal lowest, highest;
    bool summed;
} parts;

static void add_part(parts *to, const ikmi_figure *figure)
{
    ikm_ratio value;
    if (figure->number.state != IKMI_NUMBER_GOOD || !ikmi_ratio_of_decimal(&value, figure->number.value))
        return;
    if (!to->count || ikmi_ratio_compare(value, to->least) < 0) {
        to->least = value;
        to->lowest = figure->number.value;
    }
    if (!to->count || ikmi_ratio_compare(value, to->most) > 0) {
        to->most = value;
        to->highest = figure->number.value;
    }
    to->summed = to->count ? to->summed && ikmi_ratio_add(&to->sum, to->sum, value) : true;
    if (!to->count)
        to->sum = value;
    to->count++;
}

/* Is `other` a part of what `total` is about? */
static bool is_part(const ikm_report *report, const ikmi_figure *total, const ikmi_figure *other)
{
    bool of_survey =
        is_index(total) || (total->subject.kind == IKMI_SUBJECT_WHOLE && total->quantity == IKMI_QUANTITY_RESPONDENTS);
    if (of_survey && total->subject.kind != IKMI_SUBJECT_GROUP)
        return other->subject.kind == IKMI_SUBJECT_GROUP &&
               other->quantity == (is_index(total) ? IKMI_QUANTITY_VALUE : total->quantity);
    if (other->subject.kind != IKMI_SUBJECT_PROGRAM || other->quantity != total->quantity)
        return false;
    const ikm_budget_line *line = ikm_budget_at(report->budget, other->subject.index);
    return total->subject.kind == IKMI_SUBJECT_TOTAL     ? line->level == 1
           : total->subject.kind == IKMI_SUBJECT_PROGRAM ? line->parent == total->subject.index
                                                         : false;
}

static size_t parts_expected(const ikm_report *report, const ikmi_figure *total)
{
    size_t count = 0;
    if (is_index(total) || total->subject.kind == IKMI_SUBJECT_WHOLE)
        return report->survey_groups ? ikm_survey_score_count(report->survey_groups) - 1 : 0;
    for (size_t i = 0; report->budget && i < ikm_budget_count(report->budget); i++) {
        const ikm_budget_line *line = ikm_budget_at(report->budget, i);
        count += total->subject.kind == IKMI_SUBJECT_TOTAL     ? line->level == 1
                 : total->subject.kind == IKMI_SUBJECT_PROGRAM ? line->parent == total->subject.index
                                                               : 0;
    }
    return count;
}

static bool gather(parts *out, const ikm_audit *audit, const ikmi_figure *total)
{
    *out = (parts){.expected = parts_expected(audit->report, total)};
    for (size_t i = 0; out->expected && i < audit->count; i++) {
        const ikmi_figure *other = &audit->figures[i];
        if (other != total && other->table == total->table && is_part(audit->report, total, other))
            add_part(out, other);
    }
    return out->expected >= 2 && out->count == out->expected;
}

static int places_least(ikm_decimal one, ikm_decimal other)
{
    return one.places < other.places ? one.places : other.places;
}

/* More than one unit of the coarser last digit beyond a part. */
static bool is_beyond(ikm_ratio value, ikm_ratio part, int places, int side)
{
    ikm_ratio unit, bound;
    if (!ikmi_ratio_make(&unit, side, ikmi_power_of_ten(places)) || !ikmi_ratio_add(&bound, part, unit))
        return false;
    return side > 0 ? ikmi_ratio_compare(value, bound) > 0 : ikmi_ratio_compare(value, bound) < 0;
}

/* A mean lies between its parts, a sum is what they sum to. */
static bool contradicts_parts(const saying *to, const ikm_audit *audit, const ikmi_figure *figure)
{
    char lowest[IKMI_DECIMAL_SIZE], highest[IKMI_DECIMAL_SIZE];
    bool mean = is_index(figure) || figure->quantity == IKMI_QUANTITY_ABSORPTION;
    bool sum = figure->quantity == IKMI_QUANTITY_BUDGET || figure->quantity == IKMI_QUANTITY_RESPONDENTS ||
               figure->quantity == IKMI_QUANTITY_REMAINING ||
               (figure->quantity == IKMI_QUANTITY_REALIZATION && figure->subject.kind != IKMI_SUBJECT_INDICATOR);
    parts of;
    ikm_ratio value;
    ikm_decimal total;
    if ((!mean && !sum) || figure->subject.kind == IKMI_SUBJECT_GROUP || figure->number.state != IKMI_NUMBER_GOOD ||
        !ikmi_ratio_of_decimal(&value, figure->number.value) || !gather(&of, audit, figure))
        return false;
    const char *table = figure->printed->table;
    if (mean && (is_beyond(value, of.most, places_least(figure->number.value, of.highest), 1) ||
                 is_beyond(value, of.least, places_least(figure->number.value, of.lowest), -1)))
        return say(to, IKMI_WORD_AUDIT_BEYOND_PARTS,
                   IKMI_SAY(table, ikmi_decimal_for_people(lowest, of.lowest, to->lang),
                            ikmi_decimal_for_people(highest, of.highest, to->lang)));
    if (!mean && of.summed && ikmi_ratio_compare(of.sum, value) != 0 &&
        ikmi_ratio_round(&total, of.sum, 0, IKM_ROUND_HALF_UP))
        return say(to, IKMI_WORD_AUDIT_NOT_THE_SUM, IKMI_SAY(table, ikmi_decimal_for_people(lowest, total, to->lang)));
    return false;
}

static bool hides_overspending(const saying *to, const ikm_audit *audit, const ikmi_figure *figure)
{
    char budget[IKMI_DECIMAL_SIZE], realization[IKMI_DECIMAL_SIZE];
    ikmi_money money;
    ikm_ratio had, spent, printed;
    const ikm_ratio hundred = {100, 1}, zero = {0, 1};
    bool share = figure->quantity == IKMI_QUANTITY_ABSORPTION;
    if ((!share && figure->quantity != IKMI_QUANTITY_REMAINING) || figure->number.state != IKMI_NUMBER_GOOD ||
        !ikmi_audit_money(&money, audit->report, figure->subject, figure->version) ||
        !ikmi_ratio_of_decimal(&had, money.budget) || !ikmi_ratio_of_decimal(&spent, money.realization) ||
        !ikmi_ratio_of_decimal(&printed, figure->number.value) || ikmi_ratio_compare(spent, had) <= 0)
        return false;
    if (share ? ikmi_ratio_compare(printed, hundred) >= 0 : ikmi_ratio_compare(printed, zero) < 0)
        return false;
    return say(to, share ? IKMI_WORD_AUDIT_OVERSPENT_SHARE : IKMI_WORD_AUDIT_OVERSPENT_REST,
               IKMI_SAY(ikmi_decimal_for_people(realization, money.realization, to->lang),
                        ikmi_decimal_for_people(budget, money.budget, to->lang)));
}

bool ikmi_audit_impossible(char *out, size_t size, const ikm_audit *audit, const ikmi_figure *figure)
{
    const saying to = {out, size, audit->report->options.lang};
    if (figure->printed->range || ikmi_quantity_is_words(figure->quantity))
        return false;
    return beyond_scale(&to, audit, figure) || no_sum(&to, audit, figure) || no_index(&to, audit, figure) ||
           hides_overspending(&to, audit, figure) || contradicts_parts(&to, audit, figure);
}
