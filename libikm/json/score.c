/*
 * The contract ikm.score/1: one object, its keys in a fixed order. A group's
 * figures stand on one line and each of its elements on one, so that a person
 * can read it and a line-wise tool can compare two of them.
 */
#include "ikm/json.h"

#include "objects.h"
#include "rules/rules.h"

/* No double ever holds a number here: decimals go from exact digits to text. */

/* Before item `index` of an array whose items have a line each, and after its last. */
static void item_begin(ikmi_emit *emit, size_t index)
{
    ikmi_emit_plain(emit, index ? ",\n    " : "\n    ");
}

static void items_end(ikmi_emit *emit, size_t count)
{
    ikmi_emit_plain(emit, count ? "\n  ]" : "]");
}

static void places(ikmi_emit *emit, const char *key, int32_t value)
{
    ikm_decimal decimal = {value, 0};
    ikmi_emit_key_decimal(emit, key, value != IKM_ROUND_NONE, decimal);
}

static void convention(ikmi_emit *emit, const ikm_convention *value)
{
    ikmi_emit_key_string(emit, ",\n  \"convention\": {\"weight\": ", value->weight);
    places(emit, ", \"round_nrr\": ", value->round_nrr);
    places(emit, ", \"round_term\": ", value->round_term);
    places(emit, ", \"round_final\": ", value->round_final);
    ikmi_emit_key_string(emit, ", \"round_mode\": ", ikmi_round_mode_name(value->round_mode));
    ikmi_emit_key_string(emit, ", \"missing\": ", ikmi_missing_name(value->missing));
    ikmi_emit_plain(emit, "}");
}

static void files(ikmi_emit *emit, const ikm_survey *survey)
{
    size_t count = ikm_survey_file_count(survey);
    ikmi_emit_plain(emit, ",\n  \"files\": [");
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
    items_end(emit, count);
}

static void rows(ikmi_emit *emit, ikm_row_counts value)
{
    ikmi_emit_key_integer(emit, ",\n  \"rows\": {\"read\": ", value.read);
    ikmi_emit_key_integer(emit, ", \"used\": ", value.used);
    ikmi_emit_key_integer(emit, ", \"refused\": ", value.refused);
    ikmi_emit_key_integer(emit, ", \"skipped\": {\"incomplete\": ", value.incomplete);
    ikmi_emit_key_integer(emit, ", \"example\": ", value.example);
    ikmi_emit_key_integer(emit, ", \"filtered\": ", value.filtered);
    ikmi_emit_plain(emit, "}}");
}

static void mapping(ikmi_emit *emit, const ikm_survey *survey)
{
    size_t count = ikm_survey_mapping_count(survey);
    ikmi_emit_plain(emit, ",\n  \"mapping\": [");
    for (size_t i = 0; i < count; i++) {
        const ikm_mapping *entry = ikm_survey_mapping(survey, i);
        item_begin(emit, i);
        ikmi_emit_key_string(emit, "{\"element\": ", entry->element);
        ikmi_emit_key_integer(emit, ", \"file\": ", (int64_t)entry->file);
        ikmi_emit_key_integer(emit, ", \"column\": ", entry->column);
        ikmi_emit_key_string(emit, ", \"header\": ", entry->header);
        ikmi_emit_key_string(emit, ", \"by\": ", entry->by);
        ikmi_emit_plain(emit, "}");
    }
    items_end(emit, count);
}

static void notes(ikmi_emit *emit, const ikm_survey *survey)
{
    size_t count = ikm_survey_note_count(survey);
    ikmi_emit_plain(emit, ",\n  \"notes\": [");
    for (size_t i = 0; i < count; i++) {
        item_begin(emit, i);
        ikmi_emit_string(emit, ikm_survey_note(survey, i));
    }
    items_end(emit, count);
}

/* Grade and performance of a band; null for IKM_GRADE_NONE, which is no band. */
static void band(ikmi_emit *emit, const ikm_rules *rules, int number)
{
    ikmi_emit_key_string(emit, ", \"grade\": ", ikm_rules_band_grade(rules, number));
    ikmi_emit_key_string(emit, ", \"performance\": ", ikm_rules_band_performance(rules, number));
}

static ikm_status elements(ikmi_emit *emit, const ikm_survey *survey, const ikm_score *score)
{
    const ikm_rules *rules = ikm_survey_rules(survey);
    size_t count = ikm_rules_element_count(rules);
    for (size_t i = 0; i < count; i++) {
        ikm_element_score element;
        ikm_status status = ikm_score_element(&element, score, i);
        if (status != IKM_OK)
            return status;
        int present = element.grade != IKM_GRADE_NONE;
        ikmi_emit_plain(emit, i ? ",\n      " : "\n      ");
        ikmi_emit_key_string(emit, "{\"code\": ", ikm_rules_element_code(rules, i));
        ikmi_emit_key_string(emit, ", \"name\": ", ikm_rules_element_name(rules, i));
        ikmi_emit_key_integer(emit, ", \"answered\": ", element.answered);
        ikmi_emit_key_integer(emit, ", \"blank\": ", element.blank);
        ikmi_emit_key_integer(emit, ", \"sum\": ", element.sum);
        ikmi_emit_key_decimal(emit, ", \"nrr\": ", present, element.nrr);
        ikmi_emit_key_decimal(emit, ", \"converted\": ", present, element.converted);
        band(emit, rules, element.grade);
        ikmi_emit_plain(emit, "}");
    }
    return IKM_OK;
}

/* The whole has no key: its object is empty. */
static void group_key(ikmi_emit *emit, const ikm_survey *survey, size_t index)
{
    size_t count = index ? ikm_survey_key_count(survey) : 0;
    ikmi_emit_plain(emit, "{\"key\": {");
    for (size_t key = 0; key < count; key++) {
        ikmi_emit_plain(emit, key ? ", " : "");
        ikmi_emit_string(emit, ikm_survey_key_name(survey, key));
        ikmi_emit_key_string(emit, ": ", ikm_survey_key(survey, index, key));
    }
    ikmi_emit_plain(emit, "}");
}

static ikm_status group(ikmi_emit *emit, const ikm_survey *survey, size_t index)
{
    const ikm_score *score = ikm_survey_score(survey, index);
    int number = ikm_score_grade(score), present = number != IKM_GRADE_NONE;
    char exact[2048];
    ikm_decimal target;
    ikm_status status = ikm_score_index_exact(score, exact, sizeof exact);
    if (status != IKM_OK)
        return status;
    group_key(emit, survey, index);
    ikmi_emit_key_integer(emit, ", \"respondents\": ", ikm_score_respondents(score));
    ikmi_emit_key_decimal(emit, ", \"ikm\": ", present, ikm_score_index(score));
    ikmi_emit_key_string(emit, ", \"ikm_exact\": ", present ? exact : NULL);
    band(emit, ikm_survey_rules(survey), number);
    if (ikm_survey_target(survey, &target)) {
        int reached = ikm_survey_target_reached(survey, index);
        ikmi_emit_key_decimal(emit, ", \"target\": ", 1, target);
        ikmi_emit_plain(emit, reached < 0 ? ", \"reached\": null"
                              : reached   ? ", \"reached\": true"
                                          : ", \"reached\": false");
    }
    ikmi_emit_plain(emit, ", \"elements\": [");
    status = elements(emit, survey, score);
    ikmi_emit_plain(emit, "\n    ]}");
    return status;
}

/* A sink that stopped ends the loop at once: nobody waits for 500,000 groups that nobody reads. */
static ikm_status groups(ikmi_emit *emit, const ikm_survey *survey)
{
    size_t count = ikm_survey_score_count(survey);
    ikmi_emit_plain(emit, ",\n  \"groups\": [");
    for (size_t i = 0; i < count && !emit->failed; i++) {
        item_begin(emit, i);
        ikm_status status = group(emit, survey, i);
        if (status != IKM_OK)
            return status;
    }
    items_end(emit, count);
    return IKM_OK;
}

ikm_status ikmi_emit_score(ikmi_emit *emit, const ikm_survey *survey)
{
    ikm_decimal mean = {0, 0};
    ikmi_emit_key_string(emit, "{\n  \"format\": ", "ikm.score/1");
    ikmi_emit_key_string(emit, ",\n  \"version\": ", ikm_version());
    ikmi_emit_key_string(emit, ",\n  \"regulation\": ", ikm_rules_name(ikm_survey_rules(survey)));
    convention(emit, ikm_survey_convention(survey));
    files(emit, survey);
    rows(emit, ikm_survey_rows(survey));
    mapping(emit, survey);
    notes(emit, survey);
    int has_mean = ikm_survey_mean_of_groups(survey, &mean);
    ikmi_emit_key_decimal(emit, ",\n  \"mean_of_groups\": ", has_mean, mean);
    ikm_status status = groups(emit, survey);
    ikmi_emit_plain(emit, "\n}");
    return status;
}

ikm_status ikm_json_score(const ikm_survey *survey, ikm_sink sink)
{
    ikmi_emit emit;
    if (!survey || !sink.write)
        return IKM_ERR_ARGUMENT;
    ikmi_emit_init(&emit, sink);
    ikm_status status = ikmi_emit_score(&emit, survey);
    if (status != IKM_OK)
        return status;
    ikmi_emit_plain(&emit, "\n");
    return ikmi_emit_done(&emit);
}
