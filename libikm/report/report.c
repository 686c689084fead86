/* A report: made, filled with settings and tables, asked. */
#include "inside.h"

#include "base/buffer.h"
#include "base/decimal.h"
#include "base/mem.h"

#include <string.h>

static const ikm_report_options defaults = IKM_REPORT_OPTIONS_INIT;
static const char *const table_names[] = {"indicators", "agreement", "budget", "links", "published"};
enum { NAMED_TABLES = sizeof table_names / sizeof table_names[0] };

ikm_status ikmi_no_memory(const ikm_report *report, ikm_error *err)
{
    return ikmi_fail_plain(err, IKM_ERR_NOMEM, report->options.lang);
}

/* What was told wins over the settings, so it is told after them. */
static ikm_status tell(ikmi_settings *settings, ikm_report *report, ikm_error *err)
{
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < report->options.told_count && status == IKM_OK; i++)
        status = ikmi_settings_tell(settings, &report->keep, &report->options, report->options.told[i], err);
    return status;
}

ikm_status ikm_report_new(ikm_report **out, const ikm_report_options *options, ikm_error *err)
{
    const ikm_report_options *o = options ? options : &defaults;
    if (out)
        *out = NULL;
    if (!out || o->size != sizeof *o || (o->told_count && !o->told))
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
    ikm_report *report = ikmi_alloc_zero(o->mem, 1, sizeof *report);
    if (!report)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, o->lang);
    report->options = *o;
    report->keep.mem = o->mem;
    ikmi_settings_init(&report->settings);
    ikm_status status = IKM_OK;
    if (o->folder) {
        report->options.folder = ikmi_keep_text(&report->keep, ikmi_text(o->folder));
        status = report->options.folder ? IKM_OK : ikmi_no_memory(report, err);
    }
    if (status == IKM_OK)
        status = tell(&report->settings, report, err);
    if (status == IKM_OK)
        *out = report;
    else
        ikm_report_free(report);
    return status;
}

void ikm_report_free(ikm_report *report)
{
    if (!report)
        return;
    ikmi_report_names_done(report);
    ikm_efficiency_free(report->efficiency);
    ikm_budget_free(report->budget);
    ikm_achievement_free(report->achievement);
    for (size_t i = 0; i < IKMI_COMPONENT_TABLES_MAX; i++)
        ikm_components_free(report->components[i].scored);
    if (report->survey_groups != report->survey)
        ikm_survey_free(report->survey_groups);
    ikm_survey_free(report->survey);
    ikmi_settings_done(&report->settings);
    ikmi_keep_done(&report->keep);
    ikmi_release(report->options.mem, report);
}

static bool has_table(const ikm_report *report)
{
    bool has = report->has_indicators || report->has_budget || report->has_links || report->has_agreement ||
               report->has_published;
    for (size_t i = 0; i < IKMI_COMPONENT_TABLES_MAX; i++)
        has = has || report->components[i].scored;
    return has;
}

ikm_status ikm_report_settings(ikm_report *report, ikm_text json, const char *name, ikm_error *err)
{
    if (!report || !name || (!json.data && json.size) || report->has_settings || report->finished || report->survey ||
        has_table(report))
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, report ? report->options.lang : IKM_LANG_ID);
    ikmi_settings *fresh = ikmi_alloc(report->options.mem, sizeof *fresh);
    if (!fresh)
        return ikmi_no_memory(report, err);
    ikmi_settings_init(fresh);
    ikm_status status = ikmi_settings_read(fresh, &report->keep, &report->options, json, name, err);
    if (status == IKM_OK)
        status = tell(fresh, report, err);
    if (status == IKM_OK) {
        ikmi_settings_done(&report->settings);
        report->settings = *fresh;
        report->has_settings = true;
    } else {
        ikmi_settings_done(fresh);
    }
    ikmi_release(report->options.mem, fresh);
    return status;
}

const char *ikm_report_table_name(const ikm_report *report, size_t index)
{
    if (index < NAMED_TABLES)
        return table_names[index];
    index -= NAMED_TABLES;
    return index < report->settings.component_count ? report->settings.components[index].name : NULL;
}

static ikm_status note_spot(ikm_report *report, ikmi_word word, const char *file, const ikmi_spot *first, size_t all)
{
    char count[IKMI_INTEGER_SIZE], line[IKMI_INTEGER_SIZE], column[IKMI_INTEGER_SIZE];
    if (!first)
        return IKM_OK;
    return ikmi_report_say(report, word,
                           IKMI_SAY(file, ikmi_integer_text(line, first->line),
                                    ikmi_integer_text(column, first->column), first->text,
                                    ikmi_integer_text(count, (int64_t)all)));
}

/* That numbers were read by rule is worth a note, once a table. */
static ikm_status note_numbers(ikm_report *report, const char *file, const ikmi_cells_read *cells)
{
    ikm_status status = note_spot(report, IKMI_WORD_REPORT_NOTE_DOUBTFUL, file, cells->first_doubtful, cells->doubtful);
    return status == IKM_OK
               ? note_spot(report, IKMI_WORD_REPORT_NOTE_ROUNDED, file, cells->first_rounded, cells->rounded)
               : status;
}

/* Each kind of table into its place in `fresh`; false: there is no such name. */
static bool read_kind(ikm_status *status_out, ikm_report *fresh, const ikmi_table_task *task, const char *table)
{
    if (!strcmp(table, "indicators"))
        *status_out = ikmi_indicators_read(&fresh->indicators, task), fresh->has_indicators = true;
    else if (!strcmp(table, "agreement"))
        *status_out = ikmi_agreement_read(&fresh->agreement, task), fresh->has_agreement = true;
    else if (!strcmp(table, "budget"))
        *status_out = ikmi_budget_read(&fresh->budget_table, task), fresh->has_budget = true;
    else if (!strcmp(table, "links"))
        *status_out = ikmi_links_read(&fresh->links, task), fresh->has_links = true;
    else if (!strcmp(table, "published"))
        *status_out = ikmi_published_read(&fresh->published, task), fresh->has_published = true;
    else
        return false;
    return true;
}

static bool is_there(const ikm_report *report, const char *table)
{
    return (report->has_indicators && !strcmp(table, "indicators")) ||
           (report->has_agreement && !strcmp(table, "agreement")) || (report->has_budget && !strcmp(table, "budget")) ||
           (report->has_links && !strcmp(table, "links")) || (report->has_published && !strcmp(table, "published"));
}

static const char *name_of(const ikm_input *input, const char *table)
{
    return input->name ? input->name : input->path ? input->path : table;
}

/* The tables are read into a copy, so that a faulty one leaves the report as it was. */
static ikm_status read_table(ikm_report *report, const char *table, size_t which, const ikm_input *input,
                             ikm_error *err)
{
    ikmi_faults faults;
    ikmi_cells_read cells = {.faults = &faults, .computed = input->rows != NULL};
    ikmi_keep keep = {.mem = report->options.mem};
    ikm_report *fresh = ikmi_alloc(report->options.mem, sizeof *fresh);
    const char *name = ikmi_keep_text(&keep, ikmi_text(name_of(input, table)));
    ikm_status status = IKM_OK;
    if (!fresh || !name) {
        ikmi_keep_done(&keep);
        ikmi_release(report->options.mem, fresh);
        return ikmi_no_memory(report, err);
    }
    *fresh = *report;
    ikmi_faults_begin(&faults, &report->options, name);
    const ikmi_table_task task = {report, &keep, &cells, input, err};
    if (!read_kind(&status, fresh, &task, table))
        status = ikmi_components_read(&fresh->components[which], &task, which);
    if (status == IKM_OK)
        status = ikmi_faults_end(&faults, err);
    if (status == IKM_OK) {
        const ikmi_keep before = report->keep;
        *report = *fresh;
        report->keep = before;
        ikmi_keep_join(&report->keep, &keep);
        status = note_numbers(report, name, &cells) == IKM_OK ? IKM_OK : ikmi_no_memory(report, err);
    } else if (which < IKMI_COMPONENT_TABLES_MAX &&
               fresh->components[which].scored != report->components[which].scored) {
        ikm_components_free(fresh->components[which].scored);
    }
    ikmi_keep_done(&keep);
    ikmi_release(report->options.mem, fresh);
    return status;
}

/* Keys and values in place of report.json. */
static ikm_status read_settings_sheet(ikm_report *report, const ikm_input *input, ikm_error *err)
{
    ikmi_faults faults;
    ikmi_cells_read cells = {.faults = &faults};
    ikmi_keep keep = {.mem = report->options.mem};
    ikmi_buffer text;
    const char *name = name_of(input, "report");
    const ikmi_table_task task = {report, &keep, &cells, input, err};
    ikmi_buffer_init(&text, report->options.mem);
    ikmi_faults_begin(&faults, &report->options, name);
    ikm_status status = ikmi_settings_sheet(&text, &task);
    if (status == IKM_OK)
        status = ikmi_faults_end(&faults, err);
    if (status == IKM_OK)
        status = ikm_report_settings(report, ikmi_buffer_text(&text), name, err);
    ikmi_buffer_done(&text);
    ikmi_keep_done(&keep);
    return status;
}

ikm_status ikm_report_table(ikm_report *report, const char *table, const ikm_input *input, ikm_error *err)
{
    size_t which = 0;
    if (!report || !table || !input || report->finished ||
        (input->path != NULL) + (input->bytes.data != NULL) + (input->rows != NULL) != 1 || is_there(report, table))
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, report ? report->options.lang : IKM_LANG_ID);
    if (!strcmp(table, "report"))
        return read_settings_sheet(report, input, err);
    while (which < NAMED_TABLES && strcmp(table_names[which], table) != 0)
        which++;
    if (which < NAMED_TABLES)
        return read_table(report, table, SIZE_MAX, input, err);
    which = 0;
    while (which < report->settings.component_count && strcmp(report->settings.components[which].name, table) != 0)
        which++;
    if (which == report->settings.component_count)
        return ikmi_fail(err, IKM_ERR_UNKNOWN, report->options.lang, IKMI_WORD_REPORT_NO_SUCH_TABLE, IKMI_SAY(table));
    if (report->components[which].scored)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, report->options.lang);
    return read_table(report, table, which, input, err);
}

ikm_status ikmi_report_note_add(ikm_report *report, const char *text)
{
    if (report->note_count == report->note_room) {
        size_t room = report->note_room ? report->note_room * 2 : 16;
        const char **notes = ikmi_keep_alloc(&report->keep, room, sizeof *notes);
        if (!notes)
            return IKM_ERR_NOMEM;
        if (report->note_count)
            memcpy(notes, report->notes, report->note_count * sizeof *notes);
        report->notes = notes;
        report->note_room = room;
    }
    const char *kept = ikmi_keep_text(&report->keep, ikmi_text(text));
    if (!kept)
        return IKM_ERR_NOMEM;
    report->notes[report->note_count++] = kept;
    return IKM_OK;
}

ikm_status ikmi_report_say(ikm_report *report, ikmi_word word, const char *const *args, size_t count)
{
    char text[600];
    ikmi_say(text, sizeof text, report->options.lang, word, args, count);
    return ikmi_report_note_add(report, text);
}
