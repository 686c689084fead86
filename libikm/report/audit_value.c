/* What the inputs give for a printed figure. */
#include "audit.h"

#include "base/mem.h"
#include "base/ratio.h"

#include <string.h>

void ikmi_value_decimal(ikmi_value *out, ikm_decimal value)
{
    if (!ikmi_ratio_of_decimal(&out->exact, value))
        return;
    out->kind = IKMI_VALUE_NUMBER;
    out->shown = value;
}

void ikmi_value_percent(ikmi_value *out, const ikm_percent *percent)
{
    if (!percent->known)
        return;
    ikmi_value_decimal(out, percent->shown);
    if (percent->exact.den)
        out->exact = percent->exact;
}

void ikmi_value_words(ikmi_value *out, const char *words)
{
    out->kind = words ? IKMI_VALUE_WORDS : IKMI_VALUE_NONE;
    out->words = words;
}

static void amount_value(ikmi_value *out, const ikm_amount *amount)
{
    if (amount->given == IKM_GIVEN_NUMBER)
        ikmi_value_decimal(out, amount->value);
}

static void target_value(ikmi_value *out, const ikm_target *target, bool range)
{
    if (target->given != IKM_GIVEN_NUMBER)
        return;
    ikmi_value_decimal(out, target->value);
    if (!range || out->kind != IKMI_VALUE_NUMBER)
        return;
    out->kind = IKMI_VALUE_RANGE;
    out->upper = target->upper;
}

/* The target of an indicator under a version of the agreement; where that says nothing, the one that was used. */
static ikm_target target_of(const ikm_report *report, const ikm_achieved *indicator, ikmi_version version)
{
    const ikm_agreement_line *line = ikmi_agreement_find(report, "indicator", ikmi_text(indicator->name));
    if (version == IKMI_VERSION_HOLDS || !line || (line->range != 0) != (indicator->polarity == IKM_POLARITY_RANGE))
        return indicator->target;
    const ikm_target *target = version == IKMI_VERSION_ORIGINAL ? &line->original : &line->holds;
    return target->given == IKM_GIVEN_NUMBER ? *target : indicator->target;
}

static bool same_decimal(ikm_decimal one, ikm_decimal other)
{
    ikm_ratio a, b;
    return ikmi_ratio_of_decimal(&a, one) && ikmi_ratio_of_decimal(&b, other) && !ikmi_ratio_compare(a, b);
}

static void achieved_value(ikmi_value *out, const ikm_achieved *achieved, ikmi_quantity quantity)
{
    if (quantity == IKMI_QUANTITY_ACHIEVEMENT) {
        ikmi_value_percent(out, &achieved->achievement);
        return;
    }
    ikmi_value_words(out, achieved->predicate);
    out->otherwise = achieved->predicate_other;
}

/* The same indicator with another target, through the engine. */
static ikm_status achieved_otherwise(ikmi_value *out, ikm_audit *audit, const ikm_achieved *indicator,
                                     ikm_target target, ikmi_quantity quantity)
{
    const ikm_report *report = audit->report;
    ikm_indicator row = {
        .name = ikmi_text(indicator->name),
        .polarity = indicator->polarity,
        .year = report->year,
        .target = target,
        .realization = indicator->realization,
    };
    ikm_achievement_options options = *ikm_achievement_options_used(report->achievement);
    ikm_achievement *achievement;
    ikm_status status = ikm_achievement_new(&achievement, &row, 1, &options, NULL);
    if (status != IKM_OK)
        return status == IKM_ERR_NOMEM ? status : IKM_OK;
    achieved_value(out, ikm_achievement_at(achievement, 0), quantity);
    /* words may end with the achievement */
    if (out->words)
        status = (out->words = ikmi_keep_text(&audit->keep, ikmi_text(out->words))) ? IKM_OK : IKM_ERR_NOMEM;
    if (out->otherwise && status == IKM_OK)
        status = (out->otherwise = ikmi_keep_text(&audit->keep, ikmi_text(out->otherwise))) ? IKM_OK : IKM_ERR_NOMEM;
    ikm_achievement_free(achievement);
    return status;
}

/* What its components are called is right too where an indicator is the total of an instrument. */
static const char *components_predicate(const ikm_report *report, const ikm_achieved *indicator)
{
    ikm_ratio total, realization;
    if (indicator->realization.given != IKM_GIVEN_NUMBER ||
        !ikmi_ratio_of_decimal(&realization, indicator->realization.value))
        return NULL;
    for (size_t i = 0; i < report->settings.component_count; i++) {
        const ikm_components *scored = report->components[i].scored;
        if (!scored || ikm_components_total(scored).given != IKM_GIVEN_NUMBER ||
            !ikmi_ratio_of_decimal(&total, ikm_components_total(scored).value) ||
            ikmi_ratio_compare(total, realization) != 0)
            continue;
        return ikm_components_predicate(scored);
    }
    return NULL;
}

static ikm_status indicator_value(ikmi_value *out, ikm_audit *audit, const ikmi_figure *figure)
{
    const ikm_report *report = audit->report;
    const ikm_achieved *indicator = ikm_achievement_at(report->achievement, figure->subject.index);
    bool range = indicator->polarity == IKM_POLARITY_RANGE;
    ikm_target target = target_of(report, indicator, figure->version);
    bool same = target.given == indicator->target.given && same_decimal(target.value, indicator->target.value) &&
                (!range || same_decimal(target.upper, indicator->target.upper));
    switch (figure->quantity) {
    case IKMI_QUANTITY_TARGET: target_value(out, &target, range); break;
    case IKMI_QUANTITY_FINAL_TARGET: target_value(out, &indicator->final_target, range); break;
    case IKMI_QUANTITY_AGAINST_FINAL: ikmi_value_percent(out, &indicator->against_final); break;
    case IKMI_QUANTITY_REALIZATION:
        if (ikm_report_from_survey(report, figure->subject.index))
            ikmi_audit_survey_value(
                out, report, &(ikmi_figure){.subject = {IKMI_SUBJECT_WHOLE, 0, 0}, .quantity = IKMI_QUANTITY_VALUE});
        else
            amount_value(out, &indicator->realization);
        break;
    case IKMI_QUANTITY_ACHIEVEMENT:
    case IKMI_QUANTITY_CATEGORY:
        if (!same)
            return achieved_otherwise(out, audit, indicator, target, figure->quantity);
        achieved_value(out, indicator, figure->quantity);
        if (figure->quantity == IKMI_QUANTITY_CATEGORY)
            out->also = components_predicate(report, indicator);
        break;
    case IKMI_QUANTITY_VERDICT:
    case IKMI_QUANTITY_VALUE:
    case IKMI_QUANTITY_GRADE:
    case IKMI_QUANTITY_BUDGET:
    case IKMI_QUANTITY_REMAINING:
    case IKMI_QUANTITY_ABSORPTION:
    case IKMI_QUANTITY_EFFICIENCY:
    case IKMI_QUANTITY_RESPONDENTS:
    case IKMI_QUANTITY_COUNT: break;
    }
    return IKM_OK;
}

/* realization/budget x 100, or what is left of 100. */
static void share_value(ikmi_value *out, const ikmi_money *money, bool remaining)
{
    ikm_ratio budget, realization, share, percent;
    const ikm_ratio hundred = {100, 1};
    ikm_decimal shown;
    if (!ikmi_ratio_of_decimal(&budget, money->budget) || !ikmi_ratio_of_decimal(&realization, money->realization) ||
        budget.num <= 0 || !ikmi_ratio_divide(&share, realization, budget) ||
        !ikmi_ratio_multiply(&percent, share, hundred) ||
        (remaining && !ikmi_ratio_subtract(&percent, hundred, percent)) ||
        !ikmi_ratio_round(&shown, percent, 2, IKM_ROUND_HALF_UP))
        return;
    *out = (ikmi_value){.kind = IKMI_VALUE_NUMBER, .exact = percent, .shown = shown};
}

static void remaining_value(ikmi_value *out, const ikmi_money *money)
{
    ikm_ratio budget, realization, left;
    int places = money->budget.places > money->realization.places ? money->budget.places : money->realization.places;
    ikm_decimal shown;
    if (ikmi_ratio_of_decimal(&budget, money->budget) && ikmi_ratio_of_decimal(&realization, money->realization) &&
        ikmi_ratio_subtract(&left, budget, realization) && ikmi_ratio_round(&shown, left, places, IKM_ROUND_HALF_UP))
        ikmi_value_decimal(out, shown);
}

static void money_value(ikmi_value *out, const ikm_report *report, const ikmi_figure *figure)
{
    ikmi_money money;
    bool total = figure->subject.kind == IKMI_SUBJECT_TOTAL;
    bool row = total || figure->subject.kind == IKMI_SUBJECT_PROGRAM;
    /* what was spent stands under every version */
    if (row && figure->quantity == IKMI_QUANTITY_REALIZATION) {
        amount_value(out, total ? &ikm_budget_total(report->budget)->realization
                                : &ikm_budget_at(report->budget, figure->subject.index)->realization);
        return;
    }
    if (!ikmi_audit_money(&money, report, figure->subject, figure->version))
        return;
    if (figure->quantity == IKMI_QUANTITY_BUDGET)
        ikmi_value_decimal(out, money.budget);
    else if (figure->quantity == IKMI_QUANTITY_REMAINING)
        remaining_value(out, &money);
    else if (figure->quantity == IKMI_QUANTITY_ABSORPTION)
        share_value(out, &money, false);
    else if (figure->quantity == IKMI_QUANTITY_EFFICIENCY)
        share_value(out, &money, true);
}

/* Lines are in the order of the indicators. */
static const ikm_efficiency_line *efficiency_of(const ikm_report *report, size_t index)
{
    const ikm_achieved *indicator = ikm_achievement_at(report->achievement, index);
    size_t low = 0, high = report->efficiency ? ikm_efficiency_count(report->efficiency) : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const ikm_efficiency_line *line = ikm_efficiency_at(report->efficiency, middle);
        if (line->indicator == indicator)
            return line;
        if (line->indicator < indicator)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static const char *verdict_words(ikm_verdict verdict)
{
    switch (verdict) {
    case IKM_VERDICT_EFFICIENT: return "efisien";
    case IKM_VERDICT_INEFFICIENT: return "tidak efisien";
    case IKM_VERDICT_NOT_CLAIMABLE: return "tidak dapat disimpulkan";
    case IKM_VERDICT_NONE: break;
    }
    return NULL;
}

ikm_verdict ikmi_verdict_of(ikm_text words)
{
    static const ikmi_choice choices[] = {
        {"efisien,efficient", IKM_VERDICT_EFFICIENT},
        {"tidak efisien,inefficient,not efficient,kurang efisien", IKM_VERDICT_INEFFICIENT},
        {"tidak dapat disimpulkan,belum dapat disimpulkan,not claimable", IKM_VERDICT_NOT_CLAIMABLE},
    };
    int verdict = ikmi_choice_of(words, choices, 3);
    return verdict < 0 ? IKM_VERDICT_NONE : (ikm_verdict)verdict;
}

/* What an indicator's programs cost, and what may be said of it. */
static void spending_value(ikmi_value *out, const ikm_report *report, const ikmi_figure *figure)
{
    const ikm_efficiency_line *line = efficiency_of(report, figure->subject.index);
    if (!line)
        return;
    if (figure->quantity == IKMI_QUANTITY_VERDICT)
        ikmi_value_words(out, verdict_words(line->verdict));
    else if (figure->quantity == IKMI_QUANTITY_EFFICIENCY && report->settings.efficiency != IKM_EFFICIENCY_SISA)
        ikmi_value_percent(out, &line->efficiency);
    else
        money_value(out, report, figure);
}

static void components_value(ikmi_value *out, const ikm_report *report, const ikmi_figure *figure)
{
    const ikm_components *scored = report->components[figure->subject.index].scored;
    if (!scored)
        return;
    if (figure->subject.kind == IKMI_SUBJECT_COMPONENT) {
        if (figure->quantity == IKMI_QUANTITY_VALUE)
            amount_value(out, &ikm_components_at(scored, figure->subject.part)->value);
        return;
    }
    const ikm_amount total = ikm_components_total(scored);
    if (figure->quantity == IKMI_QUANTITY_VALUE || figure->quantity == IKMI_QUANTITY_REALIZATION) {
        amount_value(out, &total);
    } else if (figure->quantity == IKMI_QUANTITY_CATEGORY || figure->quantity == IKMI_QUANTITY_GRADE) {
        ikmi_value_words(out, ikm_components_predicate(scored));
        const char *meaning = ikm_components_meaning(scored);
        out->also = meaning && *meaning ? meaning : NULL;
    }
}

static bool is_spending(ikmi_quantity quantity)
{
    return quantity == IKMI_QUANTITY_BUDGET || quantity == IKMI_QUANTITY_REMAINING ||
           quantity == IKMI_QUANTITY_ABSORPTION || quantity == IKMI_QUANTITY_EFFICIENCY ||
           quantity == IKMI_QUANTITY_VERDICT;
}

ikm_status ikmi_audit_value(ikmi_value *out, ikm_audit *audit, const ikmi_figure *figure)
{
    const ikm_report *report = audit->report;
    *out = (ikmi_value){.kind = IKMI_VALUE_NONE};
    switch (figure->subject.kind) {
    case IKMI_SUBJECT_INDICATOR:
        if (!is_spending(figure->quantity))
            return indicator_value(out, audit, figure);
        spending_value(out, report, figure);
        break;
    case IKMI_SUBJECT_PROGRAM:
    case IKMI_SUBJECT_TOTAL: money_value(out, report, figure); break;
    case IKMI_SUBJECT_COMPONENTS:
    case IKMI_SUBJECT_COMPONENT: components_value(out, report, figure); break;
    case IKMI_SUBJECT_ELEMENT:
    case IKMI_SUBJECT_GROUP:
    case IKMI_SUBJECT_WHOLE: ikmi_audit_survey_value(out, report, figure); break;
    case IKMI_SUBJECT_NONE: break;
    }
    return IKM_OK;
}
