/* The contract ikm.check/1: see json.h. An entry of a list stands on one line. */
#include "ikm/json.h"

#include "figures.h"

static void list_begin(ikmi_emit *emit, const char *key)
{
    ikmi_emit_plain(emit, ",\n  \"");
    ikmi_emit_plain(emit, key);
    ikmi_emit_plain(emit, "\": [");
}

static void item_begin(ikmi_emit *emit, size_t index)
{
    ikmi_emit_plain(emit, index ? ",\n    " : "\n    ");
}

static void list_end(ikmi_emit *emit, size_t count)
{
    ikmi_emit_plain(emit, count ? "\n  ]" : "]");
}

static void files(ikmi_emit *emit, const ikm_survey *survey)
{
    size_t count = ikm_survey_file_count(survey);
    list_begin(emit, "files");
    for (size_t i = 0; i < count; i++) {
        const ikm_file_info *file = ikm_survey_file(survey, i);
        const char delimiter[2] = {file->delimiter, '\0'};
        item_begin(emit, i);
        ikmi_emit_key_string(emit, "{\"name\": ", file->name);
        ikmi_emit_key_string(emit, ", \"encoding\": ", file->encoding);
        ikmi_emit_key_string(emit, ", \"delimiter\": ", file->delimiter ? delimiter : NULL);
        ikmi_emit_key_integer(emit, ", \"header_line\": ", file->header_line);
        ikmi_emit_key_string(emit, ", \"shape\": ", file->shape);
        ikmi_emit_plain(emit, "}");
    }
    list_end(emit, count);
}

static void columns(ikmi_emit *emit, const ikm_check *check)
{
    ikm_column_use use;
    size_t i = 0;
    list_begin(emit, "columns");
    for (; ikm_check_column(check, i, &use); i++) {
        item_begin(emit, i);
        ikmi_emit_key_integer(emit, "{\"file\": ", (int64_t)use.file);
        ikmi_emit_key_integer(emit, ", \"column\": ", use.column);
        ikmi_emit_key_string(emit, ", \"header\": ", use.header);
        ikmi_emit_key_string(emit, ", \"role\": ", use.role);
        ikmi_emit_key_string(emit, ", \"element\": ", use.element);
        ikmi_emit_key_string(emit, ", \"by\": ", use.by);
        ikmi_emit_plain(emit, "}");
    }
    list_end(emit, i);
}

static void issue_counts(ikmi_emit *emit, const ikm_check *check)
{
    ikmi_emit_plain(emit, ",\n  \"issue_counts\": {");
    for (int kind = IKM_ISSUE_SCORE; kind <= IKM_ISSUE_LINE; kind++) {
        ikmi_emit_plain(emit, kind > IKM_ISSUE_SCORE ? ", " : "");
        ikmi_emit_string(emit, ikm_issue_kind_name((ikm_issue_kind)kind));
        ikmi_emit_key_integer(emit, ": ", ikm_check_issue_count(check, (ikm_issue_kind)kind));
    }
    ikmi_emit_plain(emit, "}");
}

typedef struct listing {
    ikmi_emit *emit;
    size_t count;
} listing;

static int issue(void *ctx, const ikm_issue *found)
{
    listing *l = ctx;
    item_begin(l->emit, l->count++);
    ikmi_emit_key_string(l->emit, "{\"file\": ", found->file);
    ikmi_emit_key_integer(l->emit, ", \"line\": ", found->line);
    ikmi_emit_key_integer(l->emit, ", \"column\": ", found->column);
    ikmi_emit_key_string(l->emit, ", \"header\": ", found->header);
    ikmi_emit_key_string(l->emit, ", \"kind\": ", ikm_issue_kind_name(found->kind));
    ikmi_emit_key_string(l->emit, ", \"message\": ", found->message);
    ikmi_emit_key_string(l->emit, ", \"cell\": ", found->cell.size ? found->cell.data : ""); /* ends with a NUL */
    ikmi_emit_plain(l->emit, found->further ? ", \"further\": true}" : ", \"further\": false}");
    return l->emit->failed;
}

static ikm_status issues(ikmi_emit *emit, const ikm_check *check)
{
    listing l = {emit, 0};
    list_begin(emit, "issues");
    ikm_status status = ikm_check_issues(check, issue, &l);
    list_end(emit, l.count);
    return status == IKM_ERR_STOPPED ? IKM_ERR_IO : status;
}

static void labels(ikmi_emit *emit, const ikm_check *check)
{
    ikm_unknown_label label;
    size_t i = 0;
    list_begin(emit, "unknown_labels");
    for (; ikm_check_label(check, i, &label); i++) {
        item_begin(emit, i);
        ikmi_emit_key_string(emit, "{\"element\": ", label.element);
        ikmi_emit_key_string(emit, ", \"text\": ", label.text);
        ikmi_emit_key_integer(emit, ", \"count\": ", label.count);
        ikmi_emit_key_string(emit, ", \"nearest\": ", label.nearest);
        ikmi_emit_plain(emit, "}");
    }
    list_end(emit, i);
    ikmi_emit_key_integer(emit, ",\n  \"further_unknown\": ", ikm_check_further_labels(check));
}

static void similar(ikmi_emit *emit, const ikm_check *check)
{
    ikm_similar_names pair;
    size_t i = 0;
    list_begin(emit, "similar_names");
    for (; ikm_check_similar(check, i, &pair); i++) {
        item_begin(emit, i);
        ikmi_emit_key_string(emit, "{\"key\": ", pair.key);
        ikmi_emit_key_string(emit, ", \"one\": ", pair.one);
        ikmi_emit_key_string(emit, ", \"other\": ", pair.other);
        ikmi_emit_plain(emit, "}");
    }
    list_end(emit, i);
}

static void duplicates(ikmi_emit *emit, const ikm_check *check)
{
    static const struct {
        ikm_duplicate_kind kind;
        const char *name;
    } kinds[] = {{IKM_DUPLICATE_ROW, "row"}, {IKM_DUPLICATE_RESPONDENT, "respondent"}};
    size_t count = 0;
    list_begin(emit, "duplicates");
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        ikm_duplicate found;
        for (size_t i = 0; !emit->failed && ikm_check_duplicate(check, kinds[k].kind, i, &found); i++) {
            item_begin(emit, count++);
            ikmi_emit_key_string(emit, "{\"kind\": ", kinds[k].name);
            ikmi_emit_key_integer(emit, ", \"file\": ", (int64_t)found.file);
            ikmi_emit_key_integer(emit, ", \"line\": ", found.line);
            ikmi_emit_key_integer(emit, ", \"first_file\": ", (int64_t)found.first_file);
            ikmi_emit_key_integer(emit, ", \"first_line\": ", found.first_line);
            ikmi_emit_plain(emit, "}");
        }
    }
    list_end(emit, count);
    ikmi_emit_key_integer(emit, ",\n  \"unlooked\": ", ikm_check_unlooked(check));
}

static void notes(ikmi_emit *emit, const ikm_survey *survey)
{
    size_t count = ikm_survey_note_count(survey);
    list_begin(emit, "notes");
    for (size_t i = 0; i < count; i++) {
        item_begin(emit, i);
        ikmi_emit_string(emit, ikm_survey_note(survey, i));
    }
    list_end(emit, count);
}

ikm_status ikm_json_check(const ikm_check *check, ikm_sink sink)
{
    ikmi_emit emit;
    if (!check || !sink.write)
        return IKM_ERR_ARGUMENT;
    const ikm_survey *survey = ikm_check_survey(check);
    ikm_row_counts rows = ikm_survey_rows(survey);
    ikmi_emit_init(&emit, sink);
    ikmi_emit_key_string(&emit, "{\n  \"format\": ", "ikm.check/1");
    ikmi_emit_key_string(&emit, ",\n  \"version\": ", ikm_version());
    ikmi_emit_plain(&emit, ikm_check_is_clean(check) ? ",\n  \"clean\": true" : ",\n  \"clean\": false");
    ikmi_emit_key_integer(&emit, ",\n  \"rows\": {\"read\": ", rows.read);
    ikmi_emit_key_integer(&emit, ", \"used\": ", rows.used);
    ikmi_emit_key_integer(&emit, ", \"refused\": ", rows.refused);
    ikmi_emit_plain(&emit, "}");
    files(&emit, survey);
    columns(&emit, check);
    issue_counts(&emit, check);
    ikm_status status = issues(&emit, check);
    if (status != IKM_OK)
        return status;
    labels(&emit, check);
    similar(&emit, check);
    duplicates(&emit, check);
    ikmi_emit_key_integer(&emit, ",\n  \"straight\": {\"complete\": ", ikm_check_complete(check));
    ikmi_emit_key_integer(&emit, ", \"straight\": ", ikm_check_straight(check));
    ikmi_emit_plain(&emit, "}");
    notes(&emit, survey);
    ikmi_emit_plain(&emit, "\n}\n");
    return ikmi_emit_done(&emit);
}
