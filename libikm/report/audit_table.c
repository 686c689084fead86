/* What a printed table is about: as the settings say, by its name, or by its rows. */
#include "audit.h"

#include "base/mem.h"
#include "ingest/fold.h"

#include <string.h>

enum { NAME_SIZE = 768 };

static const ikmi_printed_table *told(const ikm_report *report, const char *table)
{
    for (size_t i = 0; i < report->settings.printed_count; i++)
        if (ikmi_same_name(ikmi_text(table), ikmi_text(report->settings.printed[i].name)))
            return &report->settings.printed[i];
    return NULL;
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

/* The components that it is about: as the settings say, else by its name. */
static bool is_of_components(size_t *out, const ikm_report *report, const ikmi_printed_table *printed, const char *name)
{
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

static ikmi_about about_of(const ikm_report *report, const char *table)
{
    char name[NAME_SIZE];
    const ikmi_printed_table *printed = told(report, table);
    ikmi_about out = {printed, printed ? printed->version : IKMI_VERSION_HOLDS, {IKMI_SUBJECT_NONE, 0, 0}};
    ikmi_fold(name, sizeof name, ikmi_text(table));
    if (printed && printed->survey)
        out.total.kind = IKMI_SUBJECT_WHOLE;
    else if (is_of_components(&out.total.index, report, printed, name))
        out.total.kind = IKMI_SUBJECT_COMPONENTS;
    else if (shares_word(name, "SKM IKM survei survey kepuasan"))
        out.total.kind = IKMI_SUBJECT_WHOLE;
    return out;
}

static ikm_text table_of(const void *ctx, size_t row)
{
    const ikm_audit *audit = ctx;
    return ikmi_text(audit->report->published.rows[row].table);
}

ikm_status ikmi_audit_tables(ikm_audit *audit)
{
    const ikm_report *report = audit->report;
    if (!ikmi_by_name_init(&audit->tables, audit->keep.mem, audit->count, table_of, audit))
        return IKM_ERR_NOMEM;
    audit->about = ikmi_keep_alloc(&audit->keep, audit->tables.names.count + 1, sizeof *audit->about);
    if (!audit->about)
        return IKM_ERR_NOMEM;
    for (size_t i = 0; i < audit->tables.names.count; i++)
        audit->about[i] = about_of(report, report->published.rows[audit->tables.first[i]].table);
    for (size_t i = 0; i < audit->count; i++)
        audit->figures[i].table = audit->tables.name_of[i];
    return IKM_OK;
}

void ikmi_audit_learn(ikm_audit *audit, const ikmi_figure *figure)
{
    ikmi_subject *total = &audit->about[figure->table].total;
    const ikmi_subject *subject = &figure->subject;
    if (total->kind != IKMI_SUBJECT_NONE)
        return;
    switch (subject->kind) {
    case IKMI_SUBJECT_COMPONENTS:
    case IKMI_SUBJECT_COMPONENT: *total = (ikmi_subject){IKMI_SUBJECT_COMPONENTS, subject->index, 0}; break;
    case IKMI_SUBJECT_ELEMENT:
    case IKMI_SUBJECT_GROUP:
    case IKMI_SUBJECT_WHOLE: *total = (ikmi_subject){IKMI_SUBJECT_WHOLE, 0, 0}; break;
    case IKMI_SUBJECT_NONE:
    case IKMI_SUBJECT_INDICATOR:
    case IKMI_SUBJECT_PROGRAM:
    case IKMI_SUBJECT_TOTAL: break; /* their tables have totals of money alone */
    }
}
