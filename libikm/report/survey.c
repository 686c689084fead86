/* The survey of a report: read under the convention of the whole, and again under that of the groups. */
#include "inside.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "ingest/fold.h"

#include <string.h>

typedef struct survey_task {
    ikm_report *report;
    char year[IKMI_INTEGER_SIZE];
    const char *paths[IKMI_SURVEY_FILES_MAX];
    ikm_input inputs[IKMI_SURVEY_FILES_MAX];
} survey_task;

/* A phrase as whole words of a folded text. */
static bool has_words(const char *text, const char *phrase)
{
    size_t size = strlen(phrase);
    for (const char *at = strstr(text, phrase); at; at = strstr(at + 1, phrase))
        if ((at == text || at[-1] == ' ') && (!at[size] || at[size] == ' '))
            return true;
    return false;
}

bool ikmi_is_fed(const ikmi_settings *settings, ikm_text indicator)
{
    char name[768];
    if (!settings->has_survey)
        return false;
    if (settings->names_fed) {
        for (size_t i = 0; i < settings->fed_count; i++)
            if (ikmi_same_name(indicator, ikmi_text(settings->fed[i])))
                return true;
        return false;
    }
    ikmi_fold(name, sizeof name, indicator);
    return has_words(name, "ikm") || has_words(name, "indeks kepuasan masyarakat");
}

static ikm_status open_inputs(survey_task *task, const char *sheet, ikm_error *err)
{
    const ikm_report_options *o = &task->report->options;
    for (size_t i = 0; i < task->report->settings.file_count; i++) {
        task->inputs[i] = (ikm_input){.path = task->paths[i]};
        ikm_status status = o->open ? o->open(o->open_ctx, task->paths[i], sheet, &task->inputs[i], err) : IKM_OK;
        if (status != IKM_OK)
            return status;
    }
    return IKM_OK;
}

static ikm_status read_once(ikm_survey **out, survey_task *task, const ikmi_survey_settings *settings, bool by_year,
                            ikm_error *err)
{
    const ikm_report_options *o = &task->report->options;
    ikm_survey_options options = settings->options;
    options.convention = &settings->convention;
    options.threads = o->threads ? o->threads : options.threads;
    options.lang = o->lang;
    options.mem = o->mem;
    options.characteristics = 1;
    if (by_year)
        options.from = options.to = task->year;
    if (err)
        *err = (ikm_error){.offset = -1};
    ikm_status status = open_inputs(task, settings->sheet, err);
    return status == IKM_OK
               ? ikm_survey_read_inputs(out, task->inputs, task->report->settings.file_count, &options, err)
               : status;
}

/* Of the year reported; a survey without times is taken as a whole. */
static ikm_status read_year(ikm_survey **out, survey_task *task, const ikmi_survey_settings *settings,
                            bool *undated_out, ikm_error *err)
{
    bool by_year = task->year[0] && !settings->options.from && !settings->options.to;
    *undated_out = false;
    ikm_status status = read_once(out, task, settings, by_year, err);
    if (status != IKM_ERR_UNKNOWN || !by_year)
        return status;
    *undated_out = true;
    return read_once(out, task, settings, false, err);
}

/* Nothing usable is of that year, while other years have it, and it is not that too much of the year was refused. */
static bool has_none_of_year(survey_task *task)
{
    ikmi_survey_settings settings = task->report->settings.survey;
    ikm_survey *survey = NULL;
    ikm_error unheard;
    if (!task->year[0] || settings.options.from || settings.options.to)
        return false;
    settings.options.max_reject = NULL;
    bool none = read_once(&survey, task, &settings, true, &unheard) == IKM_ERR_DATA;
    ikm_survey_free(survey);
    bool others = none && read_once(&survey, task, &settings, false, &unheard) == IKM_OK;
    if (others)
        ikm_survey_free(survey);
    return others;
}

static ikm_status note_records(ikm_report *report, const char *year)
{
    char count[IKMI_INTEGER_SIZE];
    const ikmi_survey_settings *settings = &report->settings.survey;
    int64_t filtered = ikm_survey_rows(report->survey).filtered;
    if (report->undated)
        return ikmi_report_say(report, IKMI_WORD_REPORT_NOTE_UNDATED, IKMI_SAY(year));
    if (!year[0] || settings->options.from || settings->options.to || !filtered)
        return IKM_OK;
    return ikmi_report_say(
        report, settings->options.where_count ? IKMI_WORD_REPORT_NOTE_FILTERED : IKMI_WORD_REPORT_NOTE_OUTSIDE,
        IKMI_SAY(ikmi_integer_text(count, filtered), year));
}

static ikm_status prepare(survey_task *task, ikm_error *err)
{
    ikm_report *report = task->report;
    int32_t year = ikmi_report_year_of(report);
    if (year)
        ikmi_integer_text(task->year, year);
    for (size_t i = 0; i < report->settings.file_count; i++) {
        task->paths[i] = ikmi_settings_path(&report->keep, report->options.folder, report->settings.files[i]);
        if (!task->paths[i] || ikmi_keep_path(&report->keep, task->paths[i]) != IKM_OK)
            return ikmi_no_memory(report, err);
    }
    return IKM_OK;
}

static ikm_status read_all(survey_task *task, ikm_error *err)
{
    ikm_report *report = task->report;
    ikm_survey *whole = NULL, *groups = NULL;
    bool undated = false;
    ikm_status status = read_year(&whole, task, &report->settings.survey, &undated, err);
    if (status == IKM_ERR_DATA && has_none_of_year(task))
        return ikmi_report_say(report, IKMI_WORD_REPORT_NOTE_NO_SURVEY, IKMI_SAY(task->year)) == IKM_OK
                   ? IKM_OK
                   : ikmi_no_memory(report, err);
    if (status == IKM_OK && report->settings.has_groups)
        status = read_year(&groups, task, &report->settings.groups, &undated, err);
    if (status != IKM_OK) {
        ikm_survey_free(whole);
        return status;
    }
    report->survey = whole;
    report->survey_groups = groups ? groups : whole;
    report->undated = undated;
    return note_records(report, task->year) == IKM_OK ? IKM_OK : ikmi_no_memory(report, err);
}

ikm_status ikm_report_read_survey(ikm_report *report, ikm_error *err)
{
    if (!report || report->finished || report->survey)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, report ? report->options.lang : IKM_LANG_ID);
    if (!report->settings.has_survey)
        return IKM_OK;
    survey_task *task = ikmi_alloc_zero(report->options.mem, 1, sizeof *task);
    if (!task)
        return ikmi_no_memory(report, err);
    task->report = report;
    ikm_status status = prepare(task, err);
    if (status == IKM_OK)
        status = read_all(task, err);
    ikmi_release(report->options.mem, task);
    return status;
}
