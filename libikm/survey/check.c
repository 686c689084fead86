/* A check, made and asked. */
#include "check.h"

#include "survey.h"

#include "base/mem.h"
#include "base/words.h"
#include "ingest/schema_form.h"

#include <string.h>

static const ikm_survey_options defaults = IKM_SURVEY_OPTIONS_INIT;

void ikm_check_free(ikm_check *check)
{
    if (!check)
        return;
    const ikm_mem *mem = check->mem;
    for (size_t i = 0; check->files && i < check->file_count; i++) {
        ikmi_columns_done(&check->files[i].columns);
        ikmi_log_done(&check->files[i].log);
    }
    ikm_survey_free(check->survey);
    ikmi_buffer_done(&check->labels);
    ikmi_buffer_done(&check->rows);
    ikmi_buffer_done(&check->respondents);
    ikmi_buffer_done(&check->similar);
    ikmi_buffer_done(&check->before.labels);
    ikmi_release(mem, check->files);
    ikmi_release(mem, check);
}

static ikm_check *check_new(size_t files, const ikm_mem *mem)
{
    ikm_check *check = ikmi_alloc_zero(mem, 1, sizeof *check);
    if (!check)
        return NULL;
    check->mem = mem;
    check->observer = (ikmi_observer){ikmi_check_record, ikmi_check_unknown, check};
    ikmi_buffer *const buffers[] = {&check->labels, &check->rows, &check->respondents, &check->similar,
                                    &check->before.labels};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        ikmi_buffer_init(buffers[i], mem);
    check->files = ikmi_alloc_zero(mem, files, sizeof *check->files);
    for (size_t i = 0; check->files && i < files; i++) {
        check->files[i].columns.mem = mem;
        ikmi_log_init(&check->files[i].log, 0, false, mem);
    }
    check->file_count = files;
    if (check->files)
        return check;
    ikm_check_free(check);
    return NULL;
}

ikm_status ikm_check_read_inputs(ikm_check **out, const ikm_input *inputs, size_t count,
                                 const ikm_survey_options *options, ikm_error *err)
{
    const ikm_survey_options *o = options ? options : &defaults;
    if (out)
        *out = NULL;
    if (!out || !inputs || !count || count > UINT64_C(1) << (64 - IKMI_LINE_BITS) || o->size != sizeof *o)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
    ikm_check *check = check_new(count, o->mem);
    if (!check)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, o->lang);
    ikm_survey_options checked = *o;
    checked.max_reject = NULL;
    ikm_status status = ikmi_survey_read_observed(&check->survey, inputs, count, &checked, check, err);
    if (status == IKM_OK) {
        status = ikmi_check_finish(check);
        if (status != IKM_OK)
            ikmi_fail_plain(err, status, o->lang);
    }
    if (status != IKM_OK) {
        ikm_check_free(check);
        return status;
    }
    *out = check;
    return IKM_OK;
}

ikm_status ikm_check_read(ikm_check **out, const char *const *files, size_t count, const ikm_survey_options *options,
                          ikm_error *err)
{
    const ikm_survey_options *o = options ? options : &defaults;
    if (out)
        *out = NULL;
    if (!out || !files || !count)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
    ikm_input *inputs = ikmi_alloc_zero(o->mem, count, sizeof *inputs);
    if (!inputs)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, o->lang);
    for (size_t i = 0; i < count; i++)
        inputs[i].path = files[i];
    ikm_status status = ikm_check_read_inputs(out, inputs, count, options, err);
    ikmi_release(o->mem, inputs);
    return status;
}

const ikm_survey *ikm_check_survey(const ikm_check *check)
{
    return check->survey;
}

int ikm_check_is_clean(const ikm_check *check)
{
    return !check->kinds[0] && !check->similar.size && !check->rows.size && !check->respondents.size;
}

int64_t ikm_check_issue_count(const ikm_check *check, ikm_issue_kind kind)
{
    return (unsigned)kind < IKMI_CHECK_KINDS ? check->kinds[kind] : 0;
}

ikm_status ikm_check_issues(const ikm_check *check, ikm_issue_fn fn, void *ctx)
{
    ikm_status status = fn ? IKM_OK : IKM_ERR_ARGUMENT;
    for (size_t i = 0; status == IKM_OK && i < check->file_count; i++) {
        ikmi_checked_file *file = &check->files[i];
        const ikm_file_info *info = ikm_survey_file(check->survey, i);
        status = ikmi_log_tell(&file->log, INT64_MAX, file->line, info ? info->name : "", &file->columns, fn, ctx);
    }
    return status;
}

size_t ikm_check_label_count(const ikm_check *check)
{
    return check->labels.size / sizeof(ikmi_known_label);
}

int ikm_check_label(const ikm_check *check, size_t index, ikm_unknown_label *out)
{
    if (index >= ikm_check_label_count(check))
        return 0;
    const ikmi_known_label *label = (const ikmi_known_label *)(const void *)check->labels.data + index;
    *out = (ikm_unknown_label){ikm_rules_element_code(ikm_survey_rules(check->survey), label->element), label->text,
                               label->count, label->nearest};
    return 1;
}

int64_t ikm_check_further_labels(const ikm_check *check)
{
    return check->further_labels;
}

size_t ikm_check_similar_count(const ikm_check *check)
{
    return check->similar.size / sizeof(ikm_similar_names);
}

int ikm_check_similar(const ikm_check *check, size_t index, ikm_similar_names *out)
{
    if (index >= ikm_check_similar_count(check))
        return 0;
    memcpy(out, check->similar.data + index * sizeof *out, sizeof *out);
    return 1;
}

static const ikmi_buffer *repeats_of(const ikm_check *check, ikm_duplicate_kind kind)
{
    return kind == IKM_DUPLICATE_ROW ? &check->rows : &check->respondents;
}

size_t ikm_check_duplicate_count(const ikm_check *check, ikm_duplicate_kind kind)
{
    return repeats_of(check, kind)->size / sizeof(ikmi_repeat);
}

int ikm_check_duplicate(const ikm_check *check, ikm_duplicate_kind kind, size_t index, ikm_duplicate *out)
{
    const uint64_t line = (UINT64_C(1) << IKMI_LINE_BITS) - 1;
    ikmi_repeat repeat;
    if (index >= ikm_check_duplicate_count(check, kind))
        return 0;
    memcpy(&repeat, repeats_of(check, kind)->data + index * sizeof repeat, sizeof repeat);
    *out = (ikm_duplicate){(size_t)(repeat.place >> IKMI_LINE_BITS), (int64_t)(repeat.place & line),
                           (size_t)(repeat.first >> IKMI_LINE_BITS), (int64_t)(repeat.first & line)};
    return 1;
}

int64_t ikm_check_unlooked(const ikm_check *check)
{
    return check->unlooked;
}

int64_t ikm_check_complete(const ikm_check *check)
{
    return check->complete;
}

int64_t ikm_check_straight(const ikm_check *check)
{
    return check->straight;
}

size_t ikm_check_column_count(const ikm_check *check)
{
    size_t count = 0;
    for (size_t i = 0; i < check->file_count; i++)
        count += check->files[i].columns.count;
    return count;
}

int ikm_check_column(const ikm_check *check, size_t index, ikm_column_use *out)
{
    size_t file = 0;
    while (file < check->file_count && index >= check->files[file].columns.count)
        index -= check->files[file++].columns.count;
    if (file == check->file_count)
        return 0;
    const ikmi_column *column = &check->files[file].columns.columns[index];
    *out = (ikm_column_use){
        .file = file,
        .column = (int64_t)index + 1,
        .header = column->header,
        .role = ikmi_role_name(column->role),
        .element = column->role == IKMI_ROLE_ELEMENT
                       ? ikm_rules_element_code(ikm_survey_rules(check->survey), (size_t)column->element)
                       : NULL,
        .by = column->by,
    };
    return 1;
}

const char *ikm_issue_kind_name(ikm_issue_kind kind)
{
    switch (kind) {
    case IKM_ISSUE_SCORE: return "score";
    case IKM_ISSUE_BLANK: return "blank";
    case IKM_ISSUE_EMPTY: return "empty";
    case IKM_ISSUE_FIELDS: return "fields";
    case IKM_ISSUE_QUOTE: return "quote";
    case IKM_ISSUE_LONG: return "long";
    case IKM_ISSUE_ENCODING: return "encoding";
    case IKM_ISSUE_REPEATED: return "repeated";
    case IKM_ISSUE_LINE: return "line";
    case IKM_ISSUE_TABLE: return "table";
    }
    return "unknown";
}
