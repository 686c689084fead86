#include "ikm/json.h"

#include "capture.h"
#include "dump.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>

#define HEADER "layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n"

static capture written(const ikm_survey *survey)
{
    capture out = {.text = NULL};
    cr_assert(survey != NULL);
    cr_assert(eq(int, ikm_json_score(survey, capture_sink(&out)), IKM_OK));
    return out;
}

/* The object parsed back by another program's reader. */
static json_t *parsed(const ikm_survey *survey)
{
    json_error_t error;
    capture out = written(survey);
    cr_assert(eq(chr, out.text[out.size - 1], '\n'));
    json_t *object = json_loadb(out.text, out.size, JSON_REJECT_DUPLICATES, &error);
    cr_assert(object != NULL, "line %d: %s", error.line, error.text);
    capture_done(&out);
    return object;
}

static json_t *group_of(const json_t *object, size_t index)
{
    json_t *group = json_array_get(json_object_get(object, "groups"), index);
    cr_assert(group != NULL);
    return group;
}

static json_t *element_of(const json_t *group, size_t index)
{
    json_t *element = json_array_get(json_object_get(group, "elements"), index);
    cr_assert(element != NULL);
    return element;
}

static const char *string_of(const json_t *object, const char *key)
{
    const char *string = json_string_value(json_object_get(object, key));
    return string ? string : "(no string)";
}

static int is_null(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return value && json_typeof(value) == JSON_NULL;
}

static json_type type_of(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    cr_assert(value != NULL, "%s", key);
    return json_typeof(value);
}

/* Keys joined by blanks, as they stand. */
static void keys_of(char *out, size_t size, json_t *object)
{
    const char *key;
    json_t *value;
    size_t used = 0;
    out[0] = '\0';
    json_object_foreach(object, key, value)
    {
        int n = snprintf(out + used, size - used, "%s%s", used ? " " : "", key);
        cr_assert(n > 0 && (size_t)n < size - used);
        used += (size_t)n;
    }
}

/* `text` with the first `from` in it replaced; yours. */
static char *replaced(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    cr_assert(at != NULL);
    char *out = malloc(strlen(text) + strlen(to) + 1);
    memcpy(out, text, (size_t)(at - text));
    strcpy(out + (at - text), to);
    strcat(out, at + strlen(from));
    return out;
}

static ikm_survey *kejobong(const ikm_survey_options *options)
{
    char *csv = file_text(IKM_SOURCE_DIR "/examples/kejobong-2024/survey.csv");
    cr_assert(csv != NULL);
    ikm_survey *survey = survey_of(csv, options);
    free(csv);
    cr_assert(survey != NULL);
    return survey;
}

/* tests/reference/kejobong-score.py computes the reference with Python's fractions. */
Test(json_score, kejobong_is_the_contract_byte_for_byte)
{
    char *reference = file_text(IKM_SOURCE_DIR "/tests/reference/kejobong-score.json");
    cr_assert(reference != NULL);
    ikm_survey *survey = kejobong(NULL);
    /* the three services with fewer than 30 respondents; what is said of them is the survey's to test */
    cr_assert(eq(sz, ikm_survey_note_count(survey), 1));
    char *dated = replaced(reference, "@VERSION@", ikm_version());
    char *expected = replaced(dated, "@NOTE@", ikm_survey_note(survey, 0));
    for (int run = 0; run < 2; run++) {
        capture out = written(survey);
        cr_expect(eq(str, out.text, expected));
        capture_done(&out);
    }
    ikm_survey_free(survey);
    free(expected);
    free(dated);
    free(reference);
}

Test(json_score, keys_stand_in_the_order_of_the_contract)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    char keys[200];
    options.target = "87";
    ikm_survey *survey = survey_of(HEADER "a,4,4,4,4,4,4,4,4,4\n", &options);
    json_t *object = parsed(survey);
    const struct {
        json_t *value;
        const char *keys;
    } cases[] = {
        {object, "format version regulation convention files rows mapping notes mean_of_groups groups"},
        {json_object_get(object, "convention"), "weight round_nrr round_term round_final round_mode missing"},
        {json_array_get(json_object_get(object, "files"), 0), "name encoding delimiter header_line shape"},
        {json_object_get(object, "rows"), "read used refused skipped"},
        {json_object_get(json_object_get(object, "rows"), "skipped"), "incomplete example filtered"},
        {json_array_get(json_object_get(object, "mapping"), 0), "element file column header by"},
        {group_of(object, 0), "key respondents ikm ikm_exact grade performance target reached elements"},
        {group_of(object, 1), "key respondents ikm ikm_exact grade performance target reached elements"},
        {json_object_get(group_of(object, 1), "key"), "layanan"},
        {element_of(group_of(object, 1), 8), "code name answered blank sum nrr converted grade performance"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        keys_of(keys, sizeof keys, cases[i].value);
        cr_expect(eq(str, keys, (char *)cases[i].keys));
    }
    cr_expect(eq(sz, json_object_size(json_object_get(group_of(object, 0), "key")), 0));
    json_decref(object);
    ikm_survey_free(survey);
}

Test(json_score, where_nobody_answered_there_is_null_and_never_zero)
{
    ikm_survey *survey = survey_of(HEADER "a,4,4,,4,4,4,4,4,4\n"
                                          "b,3,3,3,3,3,3,3,3,3\n",
                                   NULL);
    json_t *object = parsed(survey), *without = group_of(object, 1);
    static const char *const nulls[] = {"ikm", "ikm_exact", "grade", "performance"};
    static const char *const element_nulls[] = {"nrr", "converted", "grade", "performance"};
    for (size_t i = 0; i < 4; i++) {
        cr_expect(is_null(without, nulls[i]), "%s", nulls[i]);
        cr_expect(is_null(element_of(without, 2), element_nulls[i]), "%s", element_nulls[i]);
        cr_expect(eq(int, is_null(element_of(without, 1), element_nulls[i]), 0), "%s", element_nulls[i]);
    }
    cr_expect(eq(i64, json_integer_value(json_object_get(without, "respondents")), 1));
    cr_expect(eq(i64, json_integer_value(json_object_get(element_of(without, 2), "answered")), 0));
    cr_expect(eq(i64, json_integer_value(json_object_get(element_of(without, 2), "blank")), 1));
    cr_expect(eq(i64, json_integer_value(json_object_get(element_of(without, 2), "sum")), 0));
    /* the whole has an answer of everything: (8 x 7/2 + 3) / 9 x 25 = 775/9 */
    cr_expect(eq(str, (char *)string_of(group_of(object, 0), "ikm_exact"), "775/9"));
    cr_expect(is_null(object, "mean_of_groups"));
    json_decref(object);
    ikm_survey_free(survey);
}

Test(json_score, a_group_that_listwise_empties_is_still_there)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.missing = IKM_MISSING_LISTWISE;
    options.convention = &convention;
    ikm_survey *survey = survey_of(HEADER "a,4,4,,4,4,4,4,4,4\n"
                                          "b,3,3,3,3,3,3,3,3,3\n",
                                   &options);
    json_t *object = parsed(survey);
    cr_expect(eq(sz, json_array_size(json_object_get(object, "groups")), 3));
    cr_expect(eq(i64, json_integer_value(json_object_get(group_of(object, 1), "respondents")), 0));
    cr_expect(is_null(group_of(object, 1), "ikm"));
    cr_expect(eq(str, (char *)string_of(json_object_get(object, "convention"), "missing"), "listwise"));
    cr_expect(eq(i64, json_integer_value(json_object_get(group_of(object, 0), "ikm")), 75));
    json_decref(object);
    ikm_survey_free(survey);
}

Test(json_score, the_target_is_told_only_where_there_is_one)
{
    static const char csv[] = HEADER "a,4,4,4,4,4,4,4,4,4\n"
                                     "b,3,3,3,3,3,3,3,3,3\n"
                                     "c,3,3,3,3,3,3,3,3,\n";
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_survey *plain = survey_of(csv, &options);
    options.target = "87.50";
    ikm_survey *aimed = survey_of(csv, &options);
    json_t *without = parsed(plain), *with = parsed(aimed);
    for (size_t i = 0; i < 4; i++) {
        cr_expect(json_object_get(group_of(without, i), "target") == NULL);
        cr_expect(json_object_get(group_of(without, i), "reached") == NULL);
        cr_expect(eq(int, type_of(group_of(with, i), "target"), JSON_REAL));
    }
    cr_expect(eq(int, type_of(group_of(with, 1), "reached"), JSON_TRUE));
    cr_expect(eq(int, type_of(group_of(with, 2), "reached"), JSON_FALSE));
    cr_expect(is_null(group_of(with, 3), "reached"));
    capture out = written(aimed);
    cr_expect(strstr(out.text, "\"target\": 87.5, \"reached\": true") != NULL);
    capture_done(&out);
    json_decref(without);
    json_decref(with);
    ikm_survey_free(plain);
    ikm_survey_free(aimed);
}

Test(json_score, names_headers_and_keys_come_back_as_they_were)
{
    static const char name[] = "rekap \"mei\"\\2024.csv";
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    const char *by[] = {"jenis \"layanan\""};
    options.by = by;
    options.by_count = 1;
    ikm_survey *survey = survey_named(name,
                                      "\"jenis \"\"layanan\"\"\"\tu1\tu2\tu3\tu4\tu5\tu6\tu7\tu8\tu9\n"
                                      "\"KTP \"\"cepat\"\" \\ ≥ 1\nhari\"\t4\t4\t4\t4\t4\t4\t4\t4\t4\n",
                                      &options);
    json_t *object = parsed(survey), *file = json_array_get(json_object_get(object, "files"), 0);
    cr_expect(eq(str, (char *)string_of(file, "name"), (char *)name));
    cr_expect(eq(str, (char *)string_of(file, "delimiter"), "\t"));
    cr_expect(eq(str, (char *)string_of(json_object_get(group_of(object, 1), "key"), "jenis \"layanan\""),
                 "KTP \"cepat\" \\ ≥ 1\nhari"));
    json_decref(object);
    ikm_survey_free(survey);
}

/* A header and one record, as a reader of another format hands them in. */
static ikm_status next_row(void *ctx, const ikm_field **fields_out, size_t *count_out, int64_t *line_out,
                           ikm_error *err)
{
    static const char *const cells[2][9] = {{"u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"},
                                            {"4", "4", "4", "4", "4", "4", "4", "4", "4"}};
    static ikm_field fields[9];
    int *row = ctx;
    (void)err;
    *count_out = *row < 2 ? 9 : 0;
    *fields_out = *row < 2 ? fields : NULL;
    for (size_t i = 0; i < *count_out; i++)
        fields[i] = (ikm_field){{cells[*row][i], 2 - (size_t)*row}, (int64_t)i + 1};
    *line_out = ++*row;
    return IKM_OK;
}

Test(json_score, rows_of_another_format_have_no_delimiter)
{
    int row = 0;
    ikm_rows rows = {next_row, &row};
    ikm_input input = {.name = "rekap.xlsx", .rows = &rows};
    ikm_survey *survey;
    ikm_error error;
    cr_assert(eq(int, ikm_survey_read_inputs(&survey, &input, 1, NULL, &error), IKM_OK), "%s", error.message);
    json_t *object = parsed(survey), *file = json_array_get(json_object_get(object, "files"), 0);
    cr_expect(eq(str, (char *)string_of(file, "name"), "rekap.xlsx"));
    cr_expect(is_null(file, "delimiter"));
    cr_expect(eq(i64, json_integer_value(json_object_get(file, "header_line")), 1));
    /* without a service column there are no groups, and so no mean of them */
    cr_expect(eq(sz, json_array_size(json_object_get(object, "groups")), 1));
    cr_expect(is_null(object, "mean_of_groups"));
    json_decref(object);
    ikm_survey_free(survey);
}

Test(json_score, the_convention_is_written_as_the_command_line_spells_it)
{
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.weight = "0.111";
    convention.round_nrr = 2;
    convention.round_term = 3;
    convention.round_final = 0;
    convention.round_mode = IKM_ROUND_TRUNCATE;
    convention.missing = IKM_MISSING_STRICT;
    options.convention = &convention;
    ikm_survey *survey = survey_of(HEADER "a,4,4,4,4,4,4,4,4,4\n", &options);
    capture out = written(survey);
    cr_expect(strstr(out.text,
                     "\n  \"convention\": {\"weight\": \"0.111\", \"round_nrr\": 2, \"round_term\": 3, "
                     "\"round_final\": 0, \"round_mode\": \"truncate\", \"missing\": \"strict\"},\n") != NULL);
    /* 9 x 4 x 0.111 x 25 = 99.9: cut to a whole number, its grade comes from two decimals */
    cr_expect(strstr(out.text, "\"ikm\": 99, \"ikm_exact\": \"999/10\", \"grade\": \"A\"") != NULL);
    capture_done(&out);
    ikm_survey_free(survey);
}

Test(json_score, the_groups_of_the_report_come_out_under_its_convention)
{
    static const struct {
        const char *key, *figures;
    } cases[] = {
        {"Layanan Administrasi", "\"respondents\": 64, \"ikm\": 87.413,"},
        {"Layanan Legalisasi Surat Menyurat", "\"respondents\": 184, \"ikm\": 91.213,"},
    };
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    ikm_convention convention = IKM_CONVENTION_INIT;
    convention.weight = "0.111";
    convention.round_final = 3;
    options.convention = &convention;
    ikm_survey *survey = kejobong(&options);
    capture out = written(survey);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char line[200];
        snprintf(line, sizeof line, "{\"key\": {\"layanan\": \"%s\"}, %s", cases[i].key, cases[i].figures);
        cr_expect(strstr(out.text, line) != NULL, "%s", line);
    }
    static const char *const others[] = {"\"ikm\": 86.858,", "\"ikm\": 87.269,", "\"ikm\": 87.875,"};
    for (size_t i = 0; i < 3; i++)
        cr_expect(strstr(out.text, others[i]) != NULL, "%s", others[i]);
    capture_done(&out);
    ikm_survey_free(survey);
}

/* So many groups that they fill the block of the emitter several times. */
static char *many_groups(size_t count)
{
    char *csv = malloc(sizeof HEADER + count * 40), *at = csv;
    at += sprintf(at, "%s", HEADER);
    for (size_t i = 0; i < count; i++)
        at += sprintf(at, "Layanan %05zu,4,3,4,3,4,3,4,3,4\n", i);
    return csv;
}

Test(json_score, a_sink_that_stops_at_any_write_is_told)
{
    char *csv = many_groups(100);
    ikm_survey *survey = survey_of(csv, NULL);
    cr_assert(survey != NULL);
    long writes = 0;
    for (long stop_at = 1;; stop_at++) {
        capture out = {.stop_at = stop_at};
        ikm_status status = ikm_json_score(survey, capture_sink(&out));
        writes = out.writes;
        capture_done(&out);
        if (writes < stop_at) {
            cr_expect(eq(int, status, IKM_OK));
            break;
        }
        cr_expect(eq(int, status, IKM_ERR_IO));
        cr_expect(eq(long, writes, stop_at));
    }
    cr_expect(gt(long, writes, 3));
    ikm_survey_free(survey);
    free(csv);
}

Test(json_score, writing_asks_for_no_memory)
{
    refusing memory;
    char *csv = many_groups(200);
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    refusing_init(&memory, -1);
    options.mem = &memory.mem;
    options.threads = 1;
    ikm_survey *survey = survey_of(csv, &options);
    long before = memory.requests;
    capture out = written(survey);
    cr_expect(eq(long, memory.requests, before));
    capture_done(&out);
    ikm_survey_free(survey);
    cr_expect(eq(long, memory.live, 0));
    free(csv);
}

Test(json_score, a_missing_argument_is_a_status)
{
    capture out = {.text = NULL};
    ikm_sink nowhere = {NULL, NULL};
    ikm_survey *survey = survey_of(HEADER "a,4,4,4,4,4,4,4,4,4\n", NULL);
    cr_expect(eq(int, ikm_json_score(NULL, capture_sink(&out)), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_json_score(survey, nowhere), IKM_ERR_ARGUMENT));
    cr_expect(eq(long, out.writes, 0));
    ikm_survey_free(survey);
}
