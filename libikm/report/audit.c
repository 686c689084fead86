/* An audit: every printed figure found its value and judged. */
#include "audit.h"

#include "base/mem.h"

const char *ikm_finding_kind_name(ikm_finding_kind kind)
{
    switch (kind) {
    case IKM_FINDING_UNSUPPORTED: return "unsupported";
    case IKM_FINDING_IMPOSSIBLE: return "impossible";
    case IKM_FINDING_INCONSISTENT: return "inconsistent";
    case IKM_FINDING_ROUNDING: return "rounding";
    case IKM_FINDING_WRONG: return "wrong";
    }
    return "unknown";
}

/* Nothing is printed: there is nothing to check. */
static bool is_printed(const ikmi_figure *figure)
{
    return *figure->printed->text &&
           (ikmi_quantity_is_words(figure->quantity) || figure->number.state != IKMI_NUMBER_NONE);
}

/* "125.000" can be read in two ways, and is right if it is right in one of them. */
static void use_other_reading(ikmi_figure *figure)
{
    if (!figure->number.doubtful || figure->printed->range || figure->value.kind != IKMI_VALUE_NUMBER ||
        ikmi_audit_agrees(figure))
        return;
    const ikmi_number as_read = figure->number;
    figure->number = ikmi_number_read(ikmi_text(figure->printed->text), IKMI_NUMBER_MONEY, '\0');
    if (!ikmi_audit_agrees(figure))
        figure->number = as_read;
}

static ikm_status give_value(ikm_audit *audit, ikmi_figure *figure)
{
    ikm_status status = ikmi_audit_value(&figure->value, audit, figure);
    if (status == IKM_OK)
        use_other_reading(figure);
    return status;
}

/* Where it can be about several things it is about the first with which it agrees. */
static ikm_status judge(ikm_audit *audit, ikmi_figure *figure)
{
    ikmi_audit_find(figure, audit);
    ikm_status status = give_value(audit, figure);
    const ikmi_figure first = *figure;
    while (status == IKM_OK && !ikmi_audit_agrees(figure) && ikmi_audit_find_next(figure, audit))
        status = give_value(audit, figure);
    if (!ikmi_audit_agrees(figure))
        *figure = first;
    bool checked = figure->value.kind != IKMI_VALUE_NONE && is_printed(figure);
    figure->judgement = !checked ? IKMI_UNCHECKED : ikmi_audit_agrees(figure) ? IKMI_AGREES : IKMI_FOUND;
    ikmi_audit_learn(audit, figure);
    return status;
}

/* Rows first: they say what the total is of; then the totals that are numbers: they say what the words are of. */
static int stage_of(const ikmi_printed *printed)
{
    return !ikmi_audit_is_total(printed) ? 0 : ikmi_quantity_is_words(printed->quantity) ? 2 : 1;
}

static ikm_status judge_all(ikm_audit *audit)
{
    ikm_status status = IKM_OK;
    for (int stage = 0; stage < 3; stage++)
        for (size_t i = 0; i < audit->count && status == IKM_OK; i++)
            if (stage_of(audit->figures[i].printed) == stage)
                status = judge(audit, &audit->figures[i]);
    return status;
}

static ikm_text group_name(const void *ctx, size_t row)
{
    return ikmi_text(ikm_survey_key(ctx, row + 1, 0));
}

static ikm_status prepare(ikm_audit *audit)
{
    const ikm_report *report = audit->report;
    const ikm_mem *mem = audit->keep.mem;
    const ikm_survey *groups = report->survey_groups;
    audit->figures = ikmi_keep_alloc(&audit->keep, audit->count + 1, sizeof *audit->figures);
    audit->findings = ikmi_keep_alloc(&audit->keep, audit->count + 1, sizeof *audit->findings);
    audit->unchecked_at = ikmi_keep_alloc(&audit->keep, audit->count + 1, sizeof *audit->unchecked_at);
    if (!audit->figures || !audit->findings || !audit->unchecked_at)
        return IKM_ERR_NOMEM;
    for (size_t i = 0; i < audit->count; i++)
        audit->figures[i].printed = &report->published.rows[i];
    if (groups && ikm_survey_key_count(groups) == 1 &&
        !ikmi_by_name_init(&audit->groups, mem, ikm_survey_score_count(groups) - 1, group_name, groups))
        return IKM_ERR_NOMEM;
    return ikmi_audit_tables(audit);
}

/* When all are judged, for what is wrong with one may lie in another. */
static ikm_status tell_all(ikm_audit *audit)
{
    char sentence[400];
    for (size_t i = 0; i < audit->count; i++) {
        ikmi_figure *figure = &audit->figures[i];
        /* without an input a figure may still be one that no data can give */
        if (figure->judgement == IKMI_UNCHECKED && is_printed(figure) &&
            ikmi_audit_impossible(sentence, sizeof sentence, audit, figure))
            figure->judgement = IKMI_FOUND;
        audit->agree += figure->judgement == IKMI_AGREES;
        if (figure->judgement == IKMI_UNCHECKED)
            audit->unchecked_at[audit->unchecked++] = i;
        if (figure->judgement == IKMI_FOUND &&
            ikmi_audit_tell(&audit->findings[audit->finding_count++], audit, figure) != IKM_OK)
            return IKM_ERR_NOMEM;
    }
    return IKM_OK;
}

ikm_status ikm_audit_new(ikm_audit **out, const ikm_report *report, ikm_error *err)
{
    if (out)
        *out = NULL;
    if (!out || !report || !report->finished)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, report ? report->options.lang : IKM_LANG_ID);
    if (!report->has_published)
        return ikmi_fail(err, IKM_ERR_DATA, report->options.lang, IKMI_WORD_AUDIT_NOTHING_PRINTED, NULL, 0);
    const ikm_mem *mem = report->options.mem;
    ikm_audit *audit = ikmi_alloc_zero(mem, 1, sizeof *audit);
    if (!audit)
        return ikmi_no_memory(report, err);
    *audit = (ikm_audit){.report = report, .keep = {.mem = mem}, .count = report->published.table.count};
    audit->tables.names.mem = audit->groups.names.mem = mem;
    ikm_status status = prepare(audit);
    if (status == IKM_OK)
        status = judge_all(audit);
    if (status == IKM_OK)
        status = tell_all(audit);
    if (status != IKM_OK) {
        ikm_audit_free(audit);
        return ikmi_no_memory(report, err);
    }
    *out = audit;
    return IKM_OK;
}

void ikm_audit_free(ikm_audit *audit)
{
    if (!audit)
        return;
    const ikm_mem *mem = audit->keep.mem;
    ikmi_by_name_done(&audit->tables);
    ikmi_by_name_done(&audit->groups);
    ikmi_keep_done(&audit->keep);
    ikmi_release(mem, audit);
}

const ikm_report *ikm_audit_report(const ikm_audit *audit)
{
    return audit->report;
}

size_t ikm_audit_checked(const ikm_audit *audit)
{
    return audit->agree + audit->finding_count;
}

size_t ikm_audit_agree(const ikm_audit *audit)
{
    return audit->agree;
}

size_t ikm_audit_unchecked(const ikm_audit *audit)
{
    return audit->unchecked;
}

int ikm_audit_unchecked_figure(ikm_unchecked_figure *out, const ikm_audit *audit, size_t index)
{
    if (index >= audit->unchecked)
        return 0;
    const ikmi_printed *printed = audit->figures[audit->unchecked_at[index]].printed;
    *out = (ikm_unchecked_figure){printed->table, printed->item, printed->quantity_text, printed->text, printed->line};
    return 1;
}

size_t ikm_audit_finding_count(const ikm_audit *audit)
{
    return audit->finding_count;
}

const ikm_finding *ikm_audit_finding(const ikm_audit *audit, size_t index)
{
    return index < audit->finding_count ? &audit->findings[index] : NULL;
}
