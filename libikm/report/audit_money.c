/* Budget and realization of a row, a total or an indicator's programs, under a version of the agreement. */
#include "audit.h"

#include "base/integer.h"
#include "base/mem.h"

#include <string.h>

/* What was agreed with a program; the amended agreement takes over what it does not change. */
static bool agreed_budget(ikm_decimal *out, const ikm_report *report, const char *code, ikmi_version version)
{
    const ikm_agreement_line *line = ikmi_agreement_find(report, "program", ikmi_text(code));
    if (!line)
        return false;
    const ikm_target *target = version == IKMI_VERSION_ORIGINAL ? &line->original : &line->holds;
    *out = target->value;
    return target->given == IKM_GIVEN_NUMBER;
}

static bool add(ikm_decimal *sum, ikm_decimal value)
{
    int places = sum->places > value.places ? sum->places : value.places;
    int64_t one, other;
    if (!ikmi_multiply(&one, sum->digits, ikmi_power_of_ten(places - sum->places)) ||
        !ikmi_multiply(&other, value.digits, ikmi_power_of_ten(places - value.places)) ||
        !ikmi_add(&sum->digits, one, other))
        return false;
    sum->places = places;
    return true;
}

static bool program_money(ikmi_money *out, const ikm_report *report, const ikm_budget_line *line, ikmi_version version)
{
    if (line->budget.given != IKM_GIVEN_NUMBER || line->realization.given != IKM_GIVEN_NUMBER)
        return false;
    *out = (ikmi_money){line->budget.value, line->realization.value};
    if (version == IKMI_VERSION_HOLDS)
        return true;
    ikm_decimal agreed;
    if (agreed_budget(&agreed, report, line->code, version)) {
        out->budget = agreed;
        return true;
    }
    /* below the programs an agreement says nothing: the budget is the amended one */
    return version == IKMI_VERSION_AMENDED;
}

static bool total_money(ikmi_money *out, const ikm_report *report, ikmi_version version)
{
    const ikm_budget_line *total = ikm_budget_total(report->budget);
    if (version == IKMI_VERSION_HOLDS)
        return program_money(out, report, total, version);
    *out = (ikmi_money){{0, 0}, {0, 0}};
    for (size_t i = 0; i < ikm_budget_count(report->budget); i++) {
        const ikm_budget_line *line = ikm_budget_at(report->budget, i);
        ikmi_money money;
        if (line->level == 1 && (!program_money(&money, report, line, version) || !add(&out->budget, money.budget) ||
                                 !add(&out->realization, money.realization)))
            return false;
    }
    return true;
}

/* The programs that are linked to it, each under the version. */
static bool indicator_money(ikmi_money *out, const ikm_report *report, const char *name, ikmi_version version)
{
    bool any = false;
    *out = (ikmi_money){{0, 0}, {0, 0}};
    const ikmi_by_name *links = &report->named.links;
    size_t i = report->budget ? ikmi_by_name_find(links, ikmi_text(name)) : IKMI_NO_ROW;
    for (; i != IKMI_NO_ROW; i = links->next[i]) {
        ikmi_money money;
        const ikm_budget_line *line = ikmi_budget_line(report, report->links.rows[i].program);
        if (!line || !program_money(&money, report, line, version) || !add(&out->budget, money.budget) ||
            !add(&out->realization, money.realization))
            return false;
        any = true;
    }
    return any;
}

bool ikmi_audit_money(ikmi_money *out, const ikm_report *report, ikmi_subject subject, ikmi_version version)
{
    switch (subject.kind) {
    case IKMI_SUBJECT_PROGRAM: return program_money(out, report, ikm_budget_at(report->budget, subject.index), version);
    case IKMI_SUBJECT_TOTAL: return total_money(out, report, version);
    case IKMI_SUBJECT_INDICATOR:
        return indicator_money(out, report, ikm_achievement_at(report->achievement, subject.index)->name, version);
    case IKMI_SUBJECT_NONE:
    case IKMI_SUBJECT_COMPONENTS:
    case IKMI_SUBJECT_COMPONENT:
    case IKMI_SUBJECT_ELEMENT:
    case IKMI_SUBJECT_GROUP:
    case IKMI_SUBJECT_WHOLE: break;
    }
    return false;
}
