/* Everything that the tables allow: what the agreement and the survey give goes into the tables, then they are
 * computed. */
#include "inside.h"
#include "judge.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/ratio.h"

#include <inttypes.h>
#include <string.h>

typedef struct finishing {
    ikm_report *report;
    ikm_error *err;
} finishing;

static bool same_number(ikm_decimal one, ikm_decimal other)
{
    ikm_ratio a, b;
    return ikmi_ratio_of_decimal(&a, one) && ikmi_ratio_of_decimal(&b, other) && !ikmi_ratio_compare(a, b);
}

static bool same_target(const ikm_target *one, const ikm_target *other, bool range)
{
    return one->given == other->given &&
           (one->given != IKM_GIVEN_NUMBER ||
            (same_number(one->value, other->value) && (!range || same_number(one->upper, other->upper))));
}

static const char *target_text(char out[2 * IKMI_DECIMAL_SIZE], const ikm_target *target, bool range, ikm_lang lang)
{
    if (target->given != IKM_GIVEN_NUMBER)
        return strcpy(out, target->given == IKM_GIVEN_NONE ? "-" : "...");
    ikmi_decimal_for_people(out, target->value, lang);
    if (range)
        ikmi_decimal_for_people(strchr(strcat(out, "-"), '\0'), target->upper, lang);
    return out;
}

int32_t ikmi_report_year_of(const ikm_report *report)
{
    int32_t year = report->settings.year;
    for (size_t i = 0; !report->settings.year && i < report->indicators.table.count; i++)
        if (report->indicators.rows[i].year > year)
            year = report->indicators.rows[i].year;
    return year;
}

/* The target of the agreement that holds is the target; where the table has another, that is told. */
static ikm_status agree(finishing *f, ikm_indicator *row)
{
    ikm_report *report = f->report;
    char here[2 * IKMI_DECIMAL_SIZE], agreed[2 * IKMI_DECIMAL_SIZE];
    const ikm_agreement_line *line = ikmi_agreement_find(report, "indicator", row->name);
    if (!line || line->holds.given == IKM_GIVEN_NONE)
        return IKM_OK;
    bool range = row->polarity == IKM_POLARITY_RANGE;
    const ikm_target had = row->target;
    /* a range cannot be the target of what is better the higher it is, nor words stand in for a number */
    bool fits = range == (line->range != 0) && (line->holds.given == IKM_GIVEN_NUMBER || had.given == IKM_GIVEN_NONE);
    if (fits)
        row->target = line->holds;
    if (fits && (had.given == IKM_GIVEN_NONE || same_target(&had, &line->holds, range)))
        return IKM_OK;
    return ikmi_report_say(report, fits ? IKMI_WORD_REPORT_NOTE_TARGET : IKMI_WORD_REPORT_NOTE_TARGET_UNFIT,
                           IKMI_SAY(line->item, target_text(here, &had, range, report->options.lang),
                                    target_text(agreed, &line->holds, line->range, report->options.lang)));
}

/* The index after its final rounding is the realization of the indicators that it feeds. */
static ikm_status feed(finishing *f, ikm_indicator *row, bool *fed_out)
{
    ikm_report *report = f->report;
    char table[IKMI_DECIMAL_SIZE], survey[IKMI_DECIMAL_SIZE], name[300];
    const ikm_score *score = report->survey ? ikm_survey_score(report->survey, 0) : NULL;
    if (!score || ikm_score_grade(score) == IKM_GRADE_NONE || !ikmi_is_fed(&report->settings, row->name))
        return IKM_OK;
    const ikm_amount had = row->realization;
    row->realization = (ikm_amount){IKM_GIVEN_NUMBER, ikm_score_index(score)};
    *fed_out = true;
    if (had.given == IKM_GIVEN_NONE ||
        (had.given == IKM_GIVEN_NUMBER && same_number(had.value, row->realization.value)))
        return IKM_OK;
    ikmi_fill(name, sizeof name, "{1}", IKMI_SAY(row->name.data));
    if (had.given == IKM_GIVEN_NUMBER)
        ikmi_decimal_for_people(table, had.value, report->options.lang);
    else
        strcpy(table, "...");
    return ikmi_report_say(
        report, IKMI_WORD_REPORT_NOTE_REALIZATION,
        IKMI_SAY(name, table, ikmi_decimal_for_people(survey, row->realization.value, report->options.lang)));
}

static ikm_text achieved_name(const void *ctx, size_t row)
{
    return ikmi_text(ikm_achievement_at(ctx, row)->name);
}

static ikm_text indicator_name(const void *ctx, size_t row)
{
    return ((const ikm_report *)ctx)->indicators.rows[row].name;
}

static ikm_text linked_name(const void *ctx, size_t row)
{
    return ((const ikm_report *)ctx)->links.rows[row].indicator;
}

static ikm_text agreed_name(const void *ctx, size_t row)
{
    return ikmi_text(((const ikm_report *)ctx)->agreement.lines[row].item);
}

static ikm_status name_rows(ikm_report *report)
{
    const ikm_mem *mem = report->options.mem;
    bool named =
        ikmi_by_name_init(&report->named.indicators, mem, report->indicators.table.count, indicator_name, report) &&
        ikmi_by_name_init(&report->named.links, mem, report->links.table.count, linked_name, report) &&
        ikmi_by_name_init(&report->named.agreement, mem, report->agreement.count, agreed_name, report);
    return named ? IKM_OK : IKM_ERR_NOMEM;
}

void ikmi_report_names_done(ikm_report *report)
{
    ikmi_by_name *named[] = {&report->named.indicators, &report->named.links, &report->named.agreement,
                             &report->named.achieved};
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
        named[i]->names.mem = report->options.mem;
        ikmi_by_name_done(named[i]);
        *named[i] = (ikmi_by_name){.name_of = NULL};
    }
}

static ikm_status compute_indicators(finishing *f)
{
    ikm_report *report = f->report;
    size_t count = report->indicators.table.count;
    report->fed = ikmi_keep_alloc(&report->keep, count + 1, sizeof *report->fed);
    if (!report->fed)
        return ikmi_no_memory(report, f->err);
    for (size_t i = 0; i < count; i++) {
        ikm_indicator *row = &report->indicators.rows[i];
        if (row->year != report->year)
            continue;
        if (agree(f, row) != IKM_OK || feed(f, row, &report->fed[i]) != IKM_OK)
            return ikmi_no_memory(report, f->err);
    }
    ikm_achievement_options options = report->settings.achievement;
    options.year = report->year;
    options.lang = report->options.lang;
    options.mem = report->options.mem;
    ikm_status status = ikm_achievement_new(&report->achievement, report->indicators.rows, count, &options, f->err);
    if (status == IKM_OK &&
        !ikmi_by_name_init(&report->named.achieved, report->options.mem, ikm_achievement_count(report->achievement),
                           achieved_name, report->achievement))
        return ikmi_no_memory(report, f->err);
    return status;
}

static bool has_children(const ikmi_budget_table *budget, ikm_text code)
{
    for (size_t i = 0; i < budget->count; i++)
        if (budget->rows[i].code.size > code.size && budget->rows[i].code.data[code.size] == '.' &&
            !memcmp(budget->rows[i].code.data, code.data, code.size))
            return true;
    return false;
}

/* A program that has no figure, nor any below it, has the pagu that was agreed. */
static void agree_budgets(ikm_report *report)
{
    ikmi_budget_table *budget = &report->budget_table;
    for (size_t r = 0; r < budget->count; r++) {
        ikm_budget_row *row = &budget->rows[r];
        if (row->budget.given != IKM_GIVEN_NONE)
            continue;
        const ikm_agreement_line *line = ikmi_agreement_find(report, "program", row->code);
        if (line && line->holds.given == IKM_GIVEN_NUMBER && !has_children(budget, row->code))
            row->budget = (ikm_amount){IKM_GIVEN_NUMBER, line->holds.value};
    }
}

static ikm_status note_budgets(ikm_report *report)
{
    char here[IKMI_DECIMAL_SIZE], agreed[IKMI_DECIMAL_SIZE];
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < report->agreement.count && status == IKM_OK; i++) {
        const ikm_agreement_line *line = &report->agreement.lines[i];
        if (strcmp(line->kind, "program") != 0 || line->holds.given != IKM_GIVEN_NUMBER)
            continue;
        const ikm_budget_line *program = ikm_budget_find(report->budget, line->item);
        if (!program)
            status = ikmi_report_say(report, IKMI_WORD_REPORT_NOTE_NO_PROGRAM, IKMI_SAY(line->item));
        else if (program->budget.given == IKM_GIVEN_NUMBER && !same_number(program->budget.value, line->holds.value))
            status = ikmi_report_say(
                report, IKMI_WORD_REPORT_NOTE_PAGU,
                IKMI_SAY(line->item, ikmi_decimal_for_people(here, program->budget.value, report->options.lang),
                         ikmi_decimal_for_people(agreed, line->holds.value, report->options.lang)));
    }
    return status;
}

/* The table's own total is not used; where it is not the sum, that is told. */
static ikm_status note_total(ikm_report *report)
{
    char here[IKMI_DECIMAL_SIZE], sum[IKMI_DECIMAL_SIZE];
    const ikm_budget_line *total = ikm_budget_total(report->budget);
    const ikm_amount *sums[2] = {&total->budget, &total->realization}, *printed = report->budget_table.total;
    static const ikmi_word words[2] = {IKMI_WORD_REPORT_NOTE_TOTAL_BUDGET, IKMI_WORD_REPORT_NOTE_TOTAL_REALIZATION};
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < 2 && status == IKM_OK; i++)
        if (printed[i].given == IKM_GIVEN_NUMBER && sums[i]->given == IKM_GIVEN_NUMBER &&
            !same_number(printed[i].value, sums[i]->value))
            status = ikmi_report_say(report, words[i],
                                     IKMI_SAY(ikmi_decimal_for_people(here, printed[i].value, report->options.lang),
                                              ikmi_decimal_for_people(sum, sums[i]->value, report->options.lang)));
    return status;
}

static ikm_status compute_budget(finishing *f)
{
    ikm_report *report = f->report;
    agree_budgets(report);
    ikm_status status = ikm_budget_new(&report->budget, report->budget_table.rows, report->budget_table.count,
                                       report->options.lang, report->options.mem, f->err);
    if (status == IKM_OK && (note_budgets(report) != IKM_OK || note_total(report) != IKM_OK))
        return ikmi_no_memory(report, f->err);
    return status;
}

/* The indicator that a link means, as the achievement writes it; the name itself where there is none. */
static ikm_text indicator_of(const ikm_report *report, ikm_text name)
{
    size_t row = ikmi_by_name_find(&report->named.indicators, name);
    return row == IKMI_NO_ROW ? name : report->indicators.rows[row].name;
}

static bool is_of_year(const ikm_report *report, ikm_text name)
{
    return ikmi_by_name_find(&report->named.achieved, name) != IKMI_NO_ROW;
}

/* A link to an indicator of other years alone is not needed now; one to none at all is a fault. */
static size_t gather_links(ikm_report *report, ikm_link *links, size_t *from)
{
    size_t count = 0;
    for (size_t i = 0; i < report->links.table.count; i++) {
        ikm_link link = report->links.rows[i];
        ikm_text name = indicator_of(report, link.indicator);
        if (name.data != link.indicator.data && !is_of_year(report, name))
            continue;
        links[count] = (ikm_link){name, link.program};
        from[count++] = i;
    }
    return count;
}

static ikm_status ask_efficiency(void *ctx, const void *links, size_t count, ikm_error *err)
{
    ikm_report *report = ctx;
    return ikm_efficiency_new(&report->efficiency, report->achievement, report->budget, links, count,
                              report->settings.efficiency, report->options.lang, report->options.mem, err);
}

static const ikmi_spot *spot_of_link(void *ctx, const void *link, const ikmi_table_row *in_table, ikm_status status)
{
    (void)status;
    return &in_table->cell[is_of_year(ctx, ((const ikm_link *)link)->indicator) ? 1 : 0];
}

static ikm_status compute_efficiency(finishing *f)
{
    ikm_report *report = f->report;
    size_t room = report->links.table.count + 1;
    ikmi_faults faults;
    ikm_link *links = ikmi_keep_alloc(&report->keep, room, sizeof *links);
    size_t *from = ikmi_keep_alloc(&report->keep, room, sizeof *from);
    if (!links || !from)
        return ikmi_no_memory(report, f->err);
    ikmi_faults_begin(&faults, &report->options, report->links.table.file);
    ikmi_judging judging = {.faults = &faults,
                            .table = &report->links.table,
                            .rows = links,
                            .size = sizeof *links,
                            .from = from,
                            .count = gather_links(report, links, from),
                            .ask = ask_efficiency,
                            .spot = spot_of_link,
                            .ctx = report};
    ikm_status status = ikmi_judge(&judging, f->err);
    return status == IKM_OK ? ikmi_faults_end(&faults, f->err) : status;
}

/* An agreed indicator that the table does not have is worth a note. */
static ikm_status note_agreed(ikm_report *report)
{
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < report->agreement.count && status == IKM_OK; i++) {
        const ikm_agreement_line *line = &report->agreement.lines[i];
        if (!strcmp(line->kind, "indicator") && !is_of_year(report, ikmi_text(line->item)))
            status = ikmi_report_say(report, IKMI_WORD_REPORT_NOTE_NO_INDICATOR, IKMI_SAY(line->item));
    }
    return status;
}

static ikm_status gather_notes(ikm_report *report)
{
    ikm_status status = IKM_OK;
    for (size_t i = 0; report->survey && i < ikm_survey_note_count(report->survey) && status == IKM_OK; i++)
        status = ikmi_report_note_add(report, ikm_survey_note(report->survey, i));
    for (size_t i = 0; report->achievement && i < ikm_achievement_note_count(report->achievement) && status == IKM_OK;
         i++)
        status = ikmi_report_note_add(report, ikm_achievement_note(report->achievement, i));
    for (size_t i = 0; report->budget && i < ikm_budget_note_count(report->budget) && status == IKM_OK; i++)
        status = ikmi_report_note_add(report, ikm_budget_note(report->budget, i));
    return status;
}

/* A year of which the indicators have no row is a slip of who asks for it. */
static ikm_status check_year(finishing *f)
{
    char year[IKMI_INTEGER_SIZE], first[IKMI_INTEGER_SIZE], last[IKMI_INTEGER_SIZE];
    const ikmi_indicators *indicators = &f->report->indicators;
    int32_t least = INT32_MAX, most = 0;
    for (size_t i = 0; i < indicators->table.count; i++) {
        int32_t of = indicators->rows[i].year;
        if (of == f->report->year)
            return IKM_OK;
        least = of < least ? of : least;
        most = of > most ? of : most;
    }
    if (!indicators->table.count)
        return IKM_OK;
    return ikmi_fail(f->err, IKM_ERR_DATA, f->report->options.lang, IKMI_WORD_REPORT_NO_SUCH_YEAR,
                     IKMI_SAY(indicators->table.file, ikmi_integer_text(year, f->report->year),
                              ikmi_integer_text(first, least), ikmi_integer_text(last, most)));
}

/* An indicator that the settings name, and no year has, would be fed by nobody unnoticed. */
static ikm_status check_fed(finishing *f)
{
    const ikm_report *report = f->report;
    char place[64], at[IKMI_INTEGER_SIZE];
    for (size_t i = 0; i < report->settings.fed_count; i++) {
        const char *name = report->settings.fed[i];
        if (ikmi_by_name_find(&report->named.indicators, ikmi_text(name)) != IKMI_NO_ROW)
            continue;
        ikmi_fill(place, sizeof place, "$.survey.indicators[{1}]", IKMI_SAY(ikmi_integer_text(at, (int64_t)i)));
        return ikmi_fail(f->err, IKM_ERR_DATA, report->options.lang, IKMI_WORD_REPORT_FED_UNKNOWN,
                         IKMI_SAY(place, name));
    }
    return IKM_OK;
}

/* Components that the settings name and for which there is no table. */
static ikm_status note_components(ikm_report *report)
{
    char place[320];
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < report->settings.component_count && status == IKM_OK; i++) {
        if (!report->settings.components[i].named || report->components[i].scored)
            continue;
        ikmi_fill(place, sizeof place, "$.components.{1}", IKMI_SAY(report->settings.components[i].name));
        status = ikmi_report_say(report, IKMI_WORD_REPORT_NOTE_NO_COMPONENTS, IKMI_SAY(place));
    }
    return status;
}

static void undo(ikm_report *report)
{
    ikm_efficiency_free(report->efficiency);
    ikm_budget_free(report->budget);
    ikm_achievement_free(report->achievement);
    ikmi_report_names_done(report);
    report->efficiency = NULL;
    report->budget = NULL;
    report->achievement = NULL;
}

ikm_status ikm_report_finish(ikm_report *report, ikm_error *err)
{
    if (!report || report->finished)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, report ? report->options.lang : IKM_LANG_ID);
    finishing f = {report, err};
    size_t notes = report->note_count;
    ikm_status status = IKM_OK;
    report->year = ikmi_report_year_of(report);
    if (name_rows(report) != IKM_OK)
        status = ikmi_no_memory(report, err);
    if (status == IKM_OK && report->has_indicators)
        status = check_year(&f);
    if (status == IKM_OK && report->has_indicators)
        status = check_fed(&f);
    if (status == IKM_OK && note_components(report) != IKM_OK)
        status = ikmi_no_memory(report, err);
    if (status == IKM_OK && report->has_indicators)
        status = compute_indicators(&f);
    if (status == IKM_OK && report->has_budget)
        status = compute_budget(&f);
    if (status == IKM_OK && report->achievement && note_agreed(report) != IKM_OK)
        status = ikmi_no_memory(report, err);
    if (status == IKM_OK && report->has_links && report->achievement && report->budget)
        status = compute_efficiency(&f);
    if (status == IKM_OK && gather_notes(report) != IKM_OK)
        status = ikmi_no_memory(report, err);
    report->finished = status == IKM_OK;
    if (status != IKM_OK) {
        report->note_count = notes;
        undo(report);
    }
    return status;
}
