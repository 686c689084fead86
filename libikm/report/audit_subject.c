/* Which indicator, program, element, group or total a printed figure is about. */
#include "audit.h"

#include "base/mem.h"

#include <string.h>

static bool is(const char *item, const char *name)
{
    return ikmi_same_name(ikmi_text(item), ikmi_text(name));
}

static bool is_of_survey(ikmi_quantity quantity)
{
    return quantity == IKMI_QUANTITY_VALUE || quantity == IKMI_QUANTITY_GRADE || quantity == IKMI_QUANTITY_RESPONDENTS;
}

static bool is_of_money(ikmi_quantity quantity)
{
    return quantity == IKMI_QUANTITY_BUDGET || quantity == IKMI_QUANTITY_REMAINING ||
           quantity == IKMI_QUANTITY_ABSORPTION || quantity == IKMI_QUANTITY_EFFICIENCY ||
           quantity == IKMI_QUANTITY_REALIZATION || quantity == IKMI_QUANTITY_ACHIEVEMENT;
}

bool ikmi_audit_is_total(const ikmi_printed *printed)
{
    return is(printed->item, "jumlah") || is(printed->item, "total");
}

/* Of money, of components, or of the survey; a table that has nothing but its total does not say. */
static ikmi_subject find_total(const ikm_audit *audit, const ikmi_figure *figure)
{
    const ikm_report *report = audit->report;
    const ikmi_subject none = {IKMI_SUBJECT_NONE, 0, 0}, total = audit->about[figure->table].total;
    if (is_of_money(figure->printed->quantity))
        return (ikmi_subject){report->budget ? IKMI_SUBJECT_TOTAL : IKMI_SUBJECT_NONE, 0, 0};
    if (total.kind == IKMI_SUBJECT_COMPONENTS)
        return report->components[total.index].scored ? total : none;
    return is_of_survey(figure->printed->quantity) && report->survey ? total : none;
}

/* Whatever has a total may be what the only row of a table is about. */
static bool next_total(ikmi_figure *figure, const ikm_audit *audit)
{
    const ikm_report *report = audit->report;
    ikmi_subject *subject = &figure->subject;
    if (audit->about[figure->table].total.kind != IKMI_SUBJECT_NONE || is_of_money(figure->printed->quantity) ||
        subject->kind == IKMI_SUBJECT_WHOLE)
        return false;
    size_t i = subject->kind == IKMI_SUBJECT_COMPONENTS ? subject->index + 1 : 0;
    while (i < report->settings.component_count && !report->components[i].scored)
        i++;
    bool components = i < report->settings.component_count;
    *subject = (ikmi_subject){components ? IKMI_SUBJECT_COMPONENTS : IKMI_SUBJECT_WHOLE, components ? i : 0, 0};
    return components || (report->survey && is_of_survey(figure->printed->quantity));
}

static bool find_indicator(ikmi_subject *out, const ikm_audit *audit, const char *item)
{
    size_t found = ikmi_by_name_find(&audit->report->named.achieved, ikmi_text(item));
    if (found == IKMI_NO_ROW)
        return false;
    *out = (ikmi_subject){IKMI_SUBJECT_INDICATOR, found, 0};
    return true;
}

const ikm_budget_line *ikmi_budget_line(const ikm_report *report, ikm_text code)
{
    char text[200];
    if (!report->budget || code.size >= sizeof text)
        return NULL;
    memcpy(text, code.data, code.size);
    text[code.size] = '\0';
    return ikm_budget_find(report->budget, text);
}

static bool find_program(ikmi_subject *out, const ikm_report *report, const char *item)
{
    size_t size = strlen(item);
    while (size && item[size - 1] == '.')
        size--;
    const ikm_budget_line *line = ikmi_budget_line(report, (ikm_text){item, size});
    if (line)
        *out = (ikmi_subject){IKMI_SUBJECT_PROGRAM, (size_t)(line - ikm_budget_at(report->budget, 0)), 0};
    return line != NULL;
}

/* Elements are known from the rules also where there is no survey: then what was printed can still be impossible. */
static bool find_element(ikmi_subject *out, const ikm_report *report, const char *item)
{
    const ikm_rules *rules = report->survey ? ikm_survey_rules(report->survey) : ikm_rules_at(0);
    for (size_t i = 0; i < ikm_rules_element_count(rules); i++)
        if (is(item, ikm_rules_element_code(rules, i)) || is(item, ikm_rules_element_name(rules, i))) {
            *out = (ikmi_subject){IKMI_SUBJECT_ELEMENT, i, 0};
            return true;
        }
    return false;
}

static bool find_group(ikmi_subject *out, const ikm_audit *audit, const char *item)
{
    size_t found = ikmi_by_name_find(&audit->groups, ikmi_text(item));
    if (found == IKMI_NO_ROW)
        return false;
    *out = (ikmi_subject){IKMI_SUBJECT_GROUP, found + 1, 0};
    return true;
}

/* A component by its name: in the table that the printed one is about, else in any. */
static bool find_component(ikmi_subject *out, const ikm_audit *audit, const ikmi_figure *figure)
{
    const ikm_report *report = audit->report;
    const ikmi_subject total = audit->about[figure->table].total;
    for (size_t i = 0; i < report->settings.component_count; i++) {
        const ikm_components *scored = report->components[i].scored;
        if (!scored || (total.kind == IKMI_SUBJECT_COMPONENTS && i != total.index))
            continue;
        for (size_t c = 0; c < ikm_components_count(scored); c++)
            if (is(figure->printed->item, ikm_components_at(scored, c)->name)) {
                *out = (ikmi_subject){IKMI_SUBJECT_COMPONENT, i, c};
                return true;
            }
    }
    return false;
}

/* What a subject makes of a figure's words and number. */
static void read_as_subject(ikmi_figure *figure)
{
    const ikmi_printed *printed = figure->printed;
    bool money = figure->subject.kind == IKMI_SUBJECT_PROGRAM || figure->subject.kind == IKMI_SUBJECT_TOTAL;
    figure->quantity = printed->quantity;
    if (money && printed->quantity == IKMI_QUANTITY_ACHIEVEMENT)
        figure->quantity = IKMI_QUANTITY_ABSORPTION;
    if (figure->subject.kind == IKMI_SUBJECT_INDICATOR && printed->quantity == IKMI_QUANTITY_VALUE)
        figure->quantity = IKMI_QUANTITY_REALIZATION;
    figure->number = printed->number;
    /* "12.500" is money where it is the realization of a budget */
    if (money && printed->quantity == IKMI_QUANTITY_REALIZATION)
        figure->number = ikmi_number_read(ikmi_text(printed->text), IKMI_NUMBER_MONEY, '\0');
}

void ikmi_audit_find(ikmi_figure *figure, const ikm_audit *audit)
{
    const ikm_report *report = audit->report;
    const char *item = figure->printed->item;
    ikmi_subject *subject = &figure->subject;
    *subject = (ikmi_subject){IKMI_SUBJECT_NONE, 0, 0};
    figure->version = audit->about[figure->table].version;
    if (ikmi_audit_is_total(figure->printed))
        *subject = find_total(audit, figure);
    else if (is(item, "responden"))
        subject->kind = report->survey ? IKMI_SUBJECT_WHOLE : IKMI_SUBJECT_NONE;
    else if (!find_indicator(subject, audit, item) && !find_program(subject, report, item) &&
             !find_element(subject, report, item) && !find_group(subject, audit, item) &&
             !find_component(subject, audit, figure) && report->survey && is(item, "IKM"))
        subject->kind = IKMI_SUBJECT_WHOLE;
    read_as_subject(figure);
}

bool ikmi_audit_find_next(ikmi_figure *figure, const ikm_audit *audit)
{
    ikmi_subject *subject = &figure->subject;
    if (subject->kind == IKMI_SUBJECT_INDICATOR) {
        /* two goals may have indicators of one name */
        size_t next = audit->report->named.achieved.next[subject->index];
        if (next == IKMI_NO_ROW)
            return false;
        subject->index = next;
    } else if (!ikmi_audit_is_total(figure->printed) || !next_total(figure, audit)) {
        return false;
    }
    read_as_subject(figure);
    return true;
}

bool ikmi_audit_is_ambiguous(const ikm_audit *audit, const ikmi_figure *figure)
{
    return figure->subject.kind == IKMI_SUBJECT_INDICATOR &&
           audit->report->named.achieved
                   .next[ikmi_by_name_find(&audit->report->named.achieved, ikmi_text(figure->printed->item))] !=
               IKMI_NO_ROW;
}
