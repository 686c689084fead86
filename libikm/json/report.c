/* The contract ikm.report/1: the objects of its parts, and the tables of a chapter, a row on a line. */
#include "ikm/json.h"

#include "objects.h"

#include <stdio.h>

static const char *text(const char *value)
{
    return value && *value ? value : NULL;
}

/* Before entry `index` of a list, and after its last. */
static void entry(ikmi_emit *emit, size_t index)
{
    ikmi_emit_plain(emit, index ? ",\n    " : "\n    ");
}

static void list_end(ikmi_emit *emit, size_t count)
{
    ikmi_emit_plain(emit, count ? "\n  ]" : "]");
}

static void profile(ikmi_emit *emit, const ikm_report *report)
{
    const ikm_profile *p = ikm_report_profile(report);
    const ikm_decimal year = {ikm_report_year(report), 0};
    ikmi_emit_key_string(emit, ",\n  \"unit\": ", text(p->unit));
    ikmi_emit_key_decimal(emit, ",\n  \"year\": ", year.digits != 0, year);
    ikmi_emit_key_string(emit, ",\n  \"region\": ", text(p->region));
    ikmi_emit_key_string(emit, ",\n  \"address\": ", text(p->address));
    ikmi_emit_key_string(emit, ",\n  \"phone\": ", text(p->phone));
    ikmi_emit_key_string(emit, ",\n  \"head\": {\"name\": ", text(p->head_name));
    ikmi_emit_key_string(emit, ", \"title\": ", text(p->head_title));
    ikmi_emit_key_string(emit, ", \"nip\": ", text(p->head_nip));
    ikmi_emit_key_string(emit, "},\n  \"period\": ", text(p->period));
}

void ikmi_emit_notes(ikmi_emit *emit, const ikm_report *report)
{
    size_t count = ikm_report_note_count(report);
    ikmi_emit_plain(emit, ",\n  \"notes\": [");
    for (size_t i = 0; i < count; i++)
        ikmi_emit_key_string(emit, i ? ",\n    " : "\n    ", ikm_report_note(report, i));
    list_end(emit, count);
}

/* Whose realization is the survey's index. */
static void fed(ikmi_emit *emit, const ikm_report *report)
{
    const ikm_achievement *achievement = ikm_report_achievement(report);
    size_t count = achievement ? ikm_achievement_count(achievement) : 0, told = 0;
    ikmi_emit_plain(emit, ",\n  \"from_survey\": [");
    for (size_t i = 0; i < count; i++)
        if (ikm_report_from_survey(report, i))
            ikmi_emit_key_string(emit, told++ ? ", " : "", ikm_achievement_at(achievement, i)->name);
    ikmi_emit_plain(emit, "]");
}

static ikm_status surveys(ikmi_emit *emit, const ikm_report *report)
{
    const ikm_survey *whole = ikm_report_survey(report), *groups = ikm_report_survey_groups(report);
    ikm_status status = IKM_OK;
    ikmi_emit_plain(emit, ",\n  \"survey\": ");
    if (whole)
        status = ikmi_emit_score(emit, whole);
    else
        ikmi_emit_plain(emit, "null");
    ikmi_emit_plain(emit, ",\n  \"survey_groups\": ");
    if (status == IKM_OK && groups && groups != whole)
        status = ikmi_emit_score(emit, groups);
    else
        ikmi_emit_plain(emit, "null");
    return status;
}

/* ", "KEY": 87", or of a range ", "KEY": null, "KEY_range": [80, 90]". */
static void key_target(ikmi_emit *emit, const char *key, const ikm_target *target, int range)
{
    int known = target->given == IKM_GIVEN_NUMBER;
    ikmi_emit_plain(emit, ", \"");
    ikmi_emit_plain(emit, key);
    ikmi_emit_key_decimal(emit, "\": ", known && !range, target->value);
    if (!range)
        return;
    ikmi_emit_plain(emit, ", \"");
    ikmi_emit_plain(emit, key);
    ikmi_emit_key_decimal(emit, known ? "_range\": [" : "_range\": ", known, target->value);
    if (known) {
        ikmi_emit_key_decimal(emit, ", ", 1, target->upper);
        ikmi_emit_plain(emit, "]");
    }
}

static void agreement(ikmi_emit *emit, const ikm_report *report)
{
    size_t count = ikm_report_agreement_count(report);
    ikmi_emit_plain(emit, ",\n  \"agreement\": [");
    for (size_t i = 0; i < count && !emit->failed; i++) {
        const ikm_agreement_line *line = ikm_report_agreement(report, i);
        entry(emit, i);
        ikmi_emit_key_string(emit, "{\"item\": ", line->item);
        ikmi_emit_key_string(emit, ", \"kind\": ", line->kind);
        ikmi_emit_key_string(emit, ", \"unit\": ", text(line->unit));
        key_target(emit, "original", &line->original, line->range);
        key_target(emit, "amended", &line->amended, line->range);
        key_target(emit, "holds", &line->holds, line->range);
        ikmi_emit_plain(emit, "}");
    }
    list_end(emit, count);
}

static void money(ikmi_emit *emit, const ikm_budget_line *line)
{
    ikmi_emit_key_amount(emit, "\"budget\": ", line->budget);
    ikmi_emit_key_amount(emit, ", \"realization\": ", line->realization);
    ikmi_emit_key_percent(emit, ", \"absorption\": ", line->absorption);
    ikmi_emit_key_amount(emit, ", \"remaining\": ", line->remaining);
    ikmi_emit_key_flag(emit, ", \"over\": ", line->over);
}

static void budget_row(ikmi_emit *emit, const ikm_budget_line *line)
{
    ikmi_emit_key_string(emit, "{\"code\": ", line->code);
    ikmi_emit_key_string(emit, ", \"title\": ", text(line->title));
    ikmi_emit_key_integer(emit, ", \"level\": ", line->level);
    ikmi_emit_plain(emit, ", ");
    money(emit, line);
    ikmi_emit_key_string(emit, ", \"kind\": ", text(line->kind));
    ikmi_emit_key_flag(emit, ", \"children_differ\": ", line->children_differ);
    ikmi_emit_plain(emit, "}");
}

static void budget(ikmi_emit *emit, const ikm_budget *budget)
{
    ikmi_emit_plain(emit, ",\n  \"budget\": ");
    if (!budget) {
        ikmi_emit_plain(emit, "null");
        return;
    }
    ikmi_emit_plain(emit, "{\"rows\": [");
    for (size_t i = 0; i < ikm_budget_count(budget) && !emit->failed; i++) {
        entry(emit, i);
        budget_row(emit, ikm_budget_at(budget, i));
    }
    list_end(emit, ikm_budget_count(budget));
    ikmi_emit_plain(emit, ",\n  \"total\": {");
    money(emit, ikm_budget_total(budget));
    ikmi_emit_plain(emit, "},\n  \"kinds\": [");
    for (size_t i = 0; i < ikm_budget_kind_count(budget); i++) {
        entry(emit, i);
        ikmi_emit_key_string(emit, "{\"kind\": ", ikm_budget_kind(budget, i)->kind);
        ikmi_emit_plain(emit, ", ");
        money(emit, ikm_budget_kind(budget, i));
        ikmi_emit_plain(emit, "}");
    }
    list_end(emit, ikm_budget_kind_count(budget));
    ikmi_emit_plain(emit, "}");
}

static const char *verdict(ikm_verdict verdict)
{
    switch (verdict) {
    case IKM_VERDICT_EFFICIENT: return "efisien";
    case IKM_VERDICT_INEFFICIENT: return "tidak efisien";
    case IKM_VERDICT_NOT_CLAIMABLE: return "tidak dapat disimpulkan";
    case IKM_VERDICT_NONE: break;
    }
    return NULL;
}

static void efficiency(ikmi_emit *emit, const ikm_efficiency *efficiency)
{
    size_t count = efficiency ? ikm_efficiency_count(efficiency) : 0;
    ikmi_emit_plain(emit, ",\n  \"efficiency\": [");
    for (size_t i = 0; i < count && !emit->failed; i++) {
        const ikm_efficiency_line *line = ikm_efficiency_at(efficiency, i);
        entry(emit, i);
        ikmi_emit_key_string(emit, "{\"indicator\": ", line->indicator->name);
        ikmi_emit_key_percent(emit, ", \"achievement\": ", line->indicator->achievement);
        ikmi_emit_key_amount(emit, ", \"budget\": ", line->budget);
        ikmi_emit_key_amount(emit, ", \"realization\": ", line->realization);
        ikmi_emit_key_percent(emit, ", \"absorption\": ", line->absorption);
        ikmi_emit_key_string(emit,
                             ", \"definition\": ", ikm_efficiency_kind_name(ikm_efficiency_definition(efficiency)));
        ikmi_emit_key_percent(emit, ", \"efficiency\": ", line->efficiency);
        ikmi_emit_key_flag(emit, ", \"claimable\": ", line->claimable);
        ikmi_emit_key_string(emit, ", \"verdict\": ", verdict(line->verdict));
        ikmi_emit_plain(emit, "}");
    }
    list_end(emit, count);
}

static void levels(ikmi_emit *emit, const ikm_components *components)
{
    int most = ikm_instrument_levels(ikm_components_instrument(components));
    ikmi_emit_plain(emit, most ? "], \"levels\": {" : "], \"levels\": null");
    for (int level = 1; level <= most; level++) {
        char key[32];
        snprintf(key, sizeof key, "%s\"%d\": ", level > 1 ? ", " : "", level);
        ikmi_emit_key_integer(emit, key, (int64_t)ikm_components_at_level(components, level));
    }
    ikmi_emit_plain(emit, most ? "}" : "");
}

static void component_rows(ikmi_emit *emit, const ikm_components *components)
{
    for (size_t i = 0; i < ikm_components_count(components); i++) {
        const ikm_component_line *line = ikm_components_at(components, i);
        ikmi_emit_key_string(emit, i ? ",\n      {\"name\": " : "\n      {\"name\": ", line->name);
        ikmi_emit_key_decimal(emit, ", \"weight\": ", 1, line->weight);
        ikmi_emit_key_amount(emit, ", \"value\": ", line->value);
        ikmi_emit_key_percent(emit, ", \"percent\": ", line->percent);
        ikmi_emit_plain(emit, "}");
    }
}

static void components(ikmi_emit *emit, const ikm_report *report)
{
    size_t count = ikm_report_components_count(report);
    ikmi_emit_plain(emit, ",\n  \"components\": [");
    for (size_t i = 0; i < count; i++) {
        const ikm_components *c = ikm_report_components(report, i);
        const ikm_amount total = ikm_components_total(c);
        entry(emit, i);
        ikmi_emit_key_string(emit, "{\"instrument\": ", ikm_instrument_name(ikm_components_instrument(c)));
        ikmi_emit_key_amount(emit, ", \"total\": ", total);
        ikmi_emit_key_decimal(emit, ", \"maximum\": ", 1, ikm_components_maximum(c));
        ikmi_emit_key_string(emit, ", \"predicate\": ", ikm_components_predicate(c));
        ikmi_emit_key_string(emit, ", \"meaning\": ", text(ikm_components_meaning(c)));
        ikmi_emit_plain(emit, ", \"rows\": [");
        component_rows(emit, c);
        levels(emit, c);
        ikmi_emit_plain(emit, "}");
    }
    list_end(emit, count);
}

ikm_status ikm_json_report(const ikm_report *report, ikm_sink sink)
{
    ikmi_emit emit;
    if (!report || !sink.write)
        return IKM_ERR_ARGUMENT;
    ikmi_emit_init(&emit, sink);
    ikmi_emit_key_string(&emit, "{\n  \"format\": ", "ikm.report/1");
    ikmi_emit_key_string(&emit, ",\n  \"version\": ", ikm_version());
    profile(&emit, report);
    ikm_status status = surveys(&emit, report);
    if (status != IKM_OK)
        return status;
    ikmi_emit_plain(&emit, ",\n  \"achievement\": ");
    if (ikm_report_achievement(report))
        ikmi_emit_achievement(&emit, ikm_report_achievement(report), NULL, 2);
    else
        ikmi_emit_plain(&emit, "null");
    fed(&emit, report);
    ikmi_emit_notes(&emit, report);
    agreement(&emit, report);
    budget(&emit, ikm_report_budget(report));
    efficiency(&emit, ikm_report_efficiency(report));
    components(&emit, report);
    ikmi_emit_plain(&emit, "\n}\n");
    return ikmi_emit_done(&emit);
}
