/* Which indicator, program, element, group or total a printed figure is about. */
#include "audit.h"

#include "base/mem.h"
#include "ingest/fold.h"

#include <string.h>

enum { NAME_SIZE = 768 };

static bool is(const char *item, const char *name)
{
    return ikmi_same_name(ikmi_text(item), ikmi_text(name));
}

static const ikmi_printed_table *told(const ikm_report *report, const char *table)
{
    for (size_t i = 0; i < report->settings.printed_count; i++)
        if (is(table, report->settings.printed[i].name))
            return &report->settings.printed[i];
    return NULL;
}

ikmi_version ikmi_audit_version(const ikm_report *report, const char *table)
{
    const ikmi_printed_table *printed = told(report, table);
    return printed ? printed->version : IKMI_VERSION_HOLDS;
}

/* Is a word of `name` (letters, whatever stands between them) a word of the folded `text`? */
static bool shares_word(const char *text, const char *name)
{
    char folded[NAME_SIZE];
    size_t size = ikmi_fold(folded, sizeof folded, ikmi_text(name));
    for (char *at = folded; at < folded + size; at += strlen(at) + 1) {
        char *blank = strchr(at, ' ');
        if (blank)
            *blank = '\0';
        size_t length = strlen(at);
        if (length < 3 || strspn(at, "0123456789") == length)
            continue;
        for (const char *found = strstr(text, at); found; found = strstr(found + 1, at))
            if ((found == text || found[-1] == ' ') && (!found[length] || found[length] == ' '))
                return true;
    }
    return false;
}

/* The components that a printed table is about: as the settings say, else by its name. */
static bool find_components(size_t *out, const ikm_report *report, const char *table)
{
    char name[NAME_SIZE];
    const ikmi_printed_table *printed = told(report, table);
    ikmi_fold(name, sizeof name, ikmi_text(table));
    for (size_t i = 0; i < report->settings.component_count; i++) {
        const ikmi_component_table *components = &report->settings.components[i];
        bool named = printed && printed->components && !strcmp(printed->components, components->name);
        bool called = !(printed && printed->components) &&
                      (shares_word(name, components->name) ||
                       (components->instrument && shares_word(name, ikm_instrument_name(components->instrument))));
        if (named || called) {
            *out = i;
            return true;
        }
    }
    return false;
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

static ikmi_subject find_total(const ikm_report *report, const char *table, ikmi_quantity quantity)
{
    size_t components;
    if (is_of_money(quantity))
        return (ikmi_subject){report->budget ? IKMI_SUBJECT_TOTAL : IKMI_SUBJECT_NONE, 0, 0};
    if (find_components(&components, report, table))
        return (ikmi_subject){report->components[components].scored ? IKMI_SUBJECT_COMPONENTS : IKMI_SUBJECT_NONE,
                              components, 0};
    if (is_of_survey(quantity) && report->survey)
        return (ikmi_subject){IKMI_SUBJECT_WHOLE, 0, 0};
    return (ikmi_subject){IKMI_SUBJECT_NONE, 0, 0};
}

static bool find_indicator(ikmi_subject *out, const ikm_report *report, const char *item)
{
    for (size_t i = 0; report->achievement && i < ikm_achievement_count(report->achievement); i++)
        if (is(item, ikm_achievement_at(report->achievement, i)->name)) {
            *out = (ikmi_subject){IKMI_SUBJECT_INDICATOR, i, 0};
            return true;
        }
    return false;
}

static bool find_program(ikmi_subject *out, const ikm_report *report, const char *item)
{
    size_t size = strlen(item);
    while (size && item[size - 1] == '.')
        size--;
    for (size_t i = 0; report->budget && i < ikm_budget_count(report->budget); i++) {
        const char *code = ikm_budget_at(report->budget, i)->code;
        if (strlen(code) == size && !memcmp(code, item, size)) {
            *out = (ikmi_subject){IKMI_SUBJECT_PROGRAM, i, 0};
            return true;
        }
    }
    return false;
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

static bool find_group(ikmi_subject *out, const ikm_report *report, const char *item)
{
    const ikm_survey *survey = report->survey_groups;
    if (!survey || ikm_survey_key_count(survey) != 1)
        return false;
    for (size_t i = 1; i < ikm_survey_score_count(survey); i++)
        if (is(item, ikm_survey_key(survey, i, 0))) {
            *out = (ikmi_subject){IKMI_SUBJECT_GROUP, i, 0};
            return true;
        }
    return false;
}

/* A component by its name: in the table that the printed one is about, else in any. */
static bool find_component(ikmi_subject *out, const ikm_report *report, const char *table, const char *item)
{
    size_t only = SIZE_MAX;
    bool known = find_components(&only, report, table);
    for (size_t i = 0; i < report->settings.component_count; i++) {
        const ikm_components *scored = report->components[i].scored;
        for (size_t c = 0; scored && (!known || i == only) && c < ikm_components_count(scored); c++)
            if (is(item, ikm_components_at(scored, c)->name)) {
                *out = (ikmi_subject){IKMI_SUBJECT_COMPONENT, i, c};
                return true;
            }
    }
    return false;
}

void ikmi_audit_find(ikmi_figure *figure, const ikm_report *report)
{
    const ikmi_printed *printed = figure->printed;
    const char *item = printed->item;
    ikmi_subject *subject = &figure->subject;
    *subject = (ikmi_subject){IKMI_SUBJECT_NONE, 0, 0};
    figure->quantity = printed->quantity;
    figure->version = ikmi_audit_version(report, printed->table);
    if (is(item, "jumlah") || is(item, "total"))
        *subject = find_total(report, printed->table, printed->quantity);
    else if (is(item, "responden"))
        subject->kind = report->survey ? IKMI_SUBJECT_WHOLE : IKMI_SUBJECT_NONE;
    else if (!find_indicator(subject, report, item) && !find_program(subject, report, item) &&
             !find_element(subject, report, item) && !find_group(subject, report, item) &&
             !find_component(subject, report, printed->table, item) && report->survey && is(item, "IKM"))
        subject->kind = IKMI_SUBJECT_WHOLE;
    bool money = subject->kind == IKMI_SUBJECT_PROGRAM || subject->kind == IKMI_SUBJECT_TOTAL;
    if (money && printed->quantity == IKMI_QUANTITY_ACHIEVEMENT)
        figure->quantity = IKMI_QUANTITY_ABSORPTION;
    if (subject->kind == IKMI_SUBJECT_INDICATOR && printed->quantity == IKMI_QUANTITY_VALUE)
        figure->quantity = IKMI_QUANTITY_REALIZATION;
    figure->number = printed->number;
    /* "12.500" is money where it is the realization of a budget */
    if (money && printed->quantity == IKMI_QUANTITY_REALIZATION)
        figure->number = ikmi_number_read(ikmi_text(printed->text), IKMI_NUMBER_MONEY, '\0');
}
