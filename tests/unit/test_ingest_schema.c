/* Schemas: what a user tells of a dump. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/mem.h"
#include "ingest/schema.h"
#include "ingest/schema_form.h"
#include "refusing.h"
#include "survey_text.h"

#include <jansson.h>
#include <stdio.h>

#define FORMAT "\"format\": \"ikm.schema/1\""

static ikm_status read_schema(ikmi_schema **out, const char *json, const ikm_mem *mem, ikm_error *err)
{
    *err = (ikm_error){.message = "", .offset = -1};
    return ikmi_schema_read(out, ikmi_text(json), ikm_rules_at(0), IKM_LANG_EN, mem, err);
}

static const char full[] =
    "{" FORMAT
    ", \"dialect\": {\"encoding\": \"Latin1\", \"delimiter\": \";\", \"quote\": \"'\", \"escape\": \"\\\\\"},"
    "\"header\": {\"line\": 4, \"rows\": 2}, \"shape\": \"wide\","
    "\"columns\": [{\"header\": \"Nilai ke-1\", \"role\": \"element\", \"element\": \"U1\"},"
    "{\"header\": \"Loket\", \"role\": \"service\"}],"
    "\"labels\": {\"U1\": {\"Bagus\": 4, \"Jelek\": 1}, \"U9\": {\"Cukup\": 3}}}";

Test(test_ingest_schema, everything_in_it_is_read)
{
    ikmi_schema *s;
    ikm_error err;
    cr_assert(eq(int, read_schema(&s, full, NULL, &err), IKM_OK), "%s", err.message);
    cr_expect(eq(str, (char *)(uintptr_t)s->dialect.encoding, "windows-1252"));
    cr_expect(eq(chr, s->dialect.delimiter, ';'));
    cr_expect(eq(chr, s->dialect.quote, '\''));
    cr_expect(eq(chr, s->dialect.escape, '\\'));
    cr_expect(eq(i64, s->dialect.header_line, 4));
    cr_expect(eq(int, s->dialect.header_rows, 2));
    cr_expect(eq(str, (char *)(uintptr_t)s->shape, "wide"));
    cr_assert(eq(sz, s->column_count, 2));
    cr_expect(eq(str, (char *)(uintptr_t)s->columns[0].header, "Nilai ke-1"));
    cr_expect(eq(int, s->columns[0].told.element, 0));
    cr_expect(eq(int, s->columns[1].told.role, IKMI_ROLE_SERVICE));
    cr_assert(eq(sz, s->label_count, 3));
    cr_expect(eq(sz, s->labels[2].element, 8));
    cr_expect(eq(str, (char *)(uintptr_t)s->labels[2].text, "Cukup"));
    cr_expect(eq(int, s->labels[2].score, 3));
    ikmi_schema_free(s);
}

Test(test_ingest_schema, what_is_left_out_is_not_told)
{
    ikmi_schema *s;
    ikm_error err;
    cr_assert(eq(int, read_schema(&s, "{" FORMAT "}", NULL, &err), IKM_OK), "%s", err.message);
    ikm_dialect told = ikmi_schema_dialect(s, &(ikm_dialect){.header_line = 0});
    cr_expect(told.delimiter == 0 && told.quote == 0 && told.escape == 0 && !told.encoding && !told.header_line &&
              !told.header_rows);
    cr_expect(zero(sz, s->column_count + s->label_count));
    cr_expect(eq(str, (char *)(uintptr_t)s->shape, ""));
    ikmi_schema_free(s);
    ikmi_schema_free(NULL);
}

Test(test_ingest_schema, null_says_that_there_is_no_quote_and_no_escape)
{
    ikmi_schema *s;
    ikm_error err;
    cr_assert(eq(int, read_schema(&s, "{" FORMAT ", \"dialect\": {\"quote\": null}}", NULL, &err), IKM_OK));
    cr_expect(eq(chr, s->dialect.quote, IKM_QUOTE_NONE));
    ikmi_schema_free(s);
    cr_assert(eq(int, read_schema(&s, "{" FORMAT ", \"dialect\": {\"escape\": null}}", NULL, &err), IKM_OK));
    cr_expect(eq(chr, s->dialect.escape, '"'), "as the quote itself, which is doubled");
    ikmi_schema_free(s);
}

typedef struct fault_case {
    const char *json, *words; /* of the message: the place first */
} fault_case;

static const fault_case faults[] = {
    {"[]", "$: "},
    {"{}", "\"format\""},
    {"{\"format\": 1}", "$.format"},
    {"{\"format\": \"ikm.schema/2\"}", "$.format: \"ikm.schema/2\" is not one of ikm.schema/1"},
    {"{" FORMAT ", \"colums\": []}", "colums"},
    {"{" FORMAT ", \"dialect\": []}", "$.dialect: "},
    {"{" FORMAT ", \"dialect\": {\"separator\": \";\"}}", "separator"},
    {"{" FORMAT ", \"dialect\": {\"encoding\": \"ebcdic\"}}", "$.dialect.encoding: \"ebcdic\" is not one of utf-8"},
    {"{" FORMAT ", \"dialect\": {\"encoding\": null}}", "$.dialect.encoding: "},
    {"{" FORMAT ", \"dialect\": {\"delimiter\": \"\"}}", "$.dialect.delimiter: expected one character"},
    {"{" FORMAT ", \"dialect\": {\"delimiter\": \", \"}}", "$.dialect.delimiter: expected one character"},
    {"{" FORMAT ", \"dialect\": {\"delimiter\": \"\\n\"}}", "$.dialect.delimiter: expected one character"},
    {"{" FORMAT ", \"dialect\": {\"delimiter\": \"\xC2\xA7\"}}", "$.dialect.delimiter: expected one character"},
    {"{" FORMAT ", \"dialect\": {\"delimiter\": null}}", "$.dialect.delimiter: expected one character"},
    {"{" FORMAT ", \"dialect\": {\"quote\": 1}}", "$.dialect.quote: expected one character"},
    {"{" FORMAT ", \"dialect\": {\"quote\": \";\", \"delimiter\": \";\"}}",
     "$.dialect.quote: the same as the delimiter"},
    {"{" FORMAT ", \"header\": 1}", "$.header: "},
    {"{" FORMAT ", \"header\": {\"line\": 0}}", "$.header.line: 0; expected 1 to 1000000"},
    {"{" FORMAT ", \"header\": {\"line\": \"1\"}}", "$.header.line: expected a whole number"},
    {"{" FORMAT ", \"header\": {\"rows\": 4}}", "$.header.rows: 4; expected 1 to 3"},
    {"{" FORMAT ", \"shape\": \"tall\"}", "$.shape: \"tall\" is not one of "},
    {"{" FORMAT ", \"columns\": {}}", "$.columns: "},
    {"{" FORMAT ", \"columns\": []}", "$.columns: "},
    {"{" FORMAT ", \"columns\": [1]}", "$.columns[0]: "},
    {"{" FORMAT ", \"columns\": [{\"role\": \"unit\"}]}", "$.columns[0]: the key \"header\" is required"},
    {"{" FORMAT ", \"columns\": [{\"header\": \"\", \"role\": \"unit\"}]}", "$.columns[0].header: empty text"},
    {"{" FORMAT ", \"columns\": [{\"header\": \"a\"}]}", "$.columns[0]: the key \"role\" is required"},
    {"{" FORMAT ", \"columns\": [{\"header\": \"a\", \"role\": \"boss\"}]}",
     "$.columns[0].role: \"boss\" is not one of other"},
    {"{" FORMAT ", \"columns\": [{\"header\": \"a\", \"role\": \"element\"}]}",
     "$.columns[0]: the key \"element\" is required"},
    {"{" FORMAT ", \"columns\": [{\"header\": \"a\", \"role\": \"element\", \"element\": \"U12\"}]}",
     "$.columns[0].element: \"U12\" is not one of U1, U2"},
    {"{" FORMAT ", \"columns\": [{\"header\": \"a\", \"role\": \"unit\", \"element\": \"U1\"}]}",
     "$.columns[0].element: only"},
    {"{" FORMAT ", \"columns\": [{\"header\": \"a\", \"role\": \"element\", \"element\": \"U1\"},"
     "{\"header\": \"b\", \"role\": \"element\", \"element\": \"U1\"}]}",
     "$.columns[1].element: U1 is another column already"},
    {"{" FORMAT ", \"columns\": [{\"header\": \"a\", \"role\": \"unit\", \"width\": 3}]}", "width"},
    {"{" FORMAT ", \"labels\": []}", "$.labels: "},
    {"{" FORMAT ", \"labels\": {\"U12\": {}}}", "$.labels.U12: \"U12\" is not one of U1"},
    {"{" FORMAT ", \"labels\": {\"U1\": 4}}", "$.labels.U1: "},
    {"{" FORMAT ", \"labels\": {\"U1\": {\"Bagus\": 5}}}", "$.labels.U1.Bagus: 5; expected 1 to 4"},
    {"{" FORMAT ", \"labels\": {\"U1\": {\"Bagus sekali\": \"4\"}}}",
     "$.labels.U1[\"Bagus sekali\"]: expected a whole number"},
    {"{" FORMAT ", \"labels\": {\"U1\": {\"4\": 1}}}", "$.labels.U1.4: such an answer is a score"},
    {"{" FORMAT ", \"labels\": {\"U1\": {\"N/A\": 1}}}", "$.labels.U1[\"N/A\"]: such an answer is a score"},
};

Test(test_ingest_schema, a_fault_is_told_with_its_place)
{
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        ikmi_schema *s;
        ikm_error err;
        cr_expect(eq(int, read_schema(&s, faults[i].json, NULL, &err), IKM_ERR_INVALID), "%s", faults[i].json);
        cr_expect(s == NULL);
        cr_expect(strstr(err.message, faults[i].words) != NULL, "%s: %s", faults[i].json, err.message);
    }
}

Test(test_ingest_schema, a_fault_of_syntax_is_told_with_line_and_column)
{
    static const struct {
        const char *json;
        int64_t line, column;
    } broken[] = {
        {"", 1, 1},
        {"{" FORMAT ",\n \"shape\": wide}", 2, 11},
        {"{" FORMAT ",\n  \"shape\": \"wide\",\n  \"shape\": \"wide\"}", 3, 3},
        {"{" FORMAT "", 1, 26},
    };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        ikmi_schema *s;
        ikm_error err;
        cr_expect(eq(int, read_schema(&s, broken[i].json, NULL, &err), IKM_ERR_SYNTAX), "%s", broken[i].json);
        cr_expect(eq(i64, err.line, broken[i].line), "%s: %s", broken[i].json, err.message);
        cr_expect(eq(i64, err.column, broken[i].column), "%s: %s", broken[i].json, err.message);
    }
}

Test(test_ingest_schema, what_is_told_besides_wins_over_it)
{
    ikmi_schema *s;
    ikm_error err;
    cr_assert(eq(int, read_schema(&s, full, NULL, &err), IKM_OK));
    ikm_dialect d = ikmi_schema_dialect(s, &(ikm_dialect){.delimiter = ',', .encoding = "utf-8"});
    cr_expect(eq(chr, d.delimiter, ','));
    cr_expect(eq(str, (char *)(uintptr_t)d.encoding, "utf-8"));
    cr_expect(eq(chr, d.quote, '\''));
    cr_expect(eq(i64, d.header_line, 4));
    d = ikmi_schema_dialect(s, &(ikm_dialect){.quote = '"', .header_line = 1});
    cr_expect(zero(chr, d.escape), "an escape belongs to its quotes");
    cr_expect(eq(i64, d.header_line, 1));
    cr_expect(zero(int, d.header_rows), "a number of rows to its line");
    d = ikmi_schema_dialect(NULL, &(ikm_dialect){.quote = '"', .header_line = 1});
    cr_expect(eq(chr, d.quote, '"'));
    ikmi_schema_free(s);
}

typedef struct match_case {
    const char *headers[5];
    const char *schema[5];
    int column[5]; /* of each header: which column of the schema is told of it; -1: none */
    int missing;
} match_case;

Test(test_ingest_schema, columns_are_met_by_their_headers_in_any_order)
{
    static const match_case cases[] = {
        {{"a", "b", "c"}, {"a", "b", "c"}, {0, 1, 2}, -1},
        {{"c", "b", "a"}, {"a", "b", "c"}, {2, 1, 0}, -1},
        {{"a", "b", "c"}, {"c"}, {-1, -1, 0}, -1},
        {{"a", "b", "a"}, {"a", "a"}, {0, -1, 1}, -1},
        {{"x", "a", "a"}, {"a", "x", "a"}, {1, 0, 2}, -1},
        {{" Nilai\n ke-1 ", "b"}, {"Nilai ke-1"}, {0, -1}, -1},
        {{"NILAI KE 1", "nilai ke-1"}, {"nilai ke-1", "NILAI ke 1"}, {1, 0}, -1},
        {{"a", "b"}, {"b", "d", "a"}, {-1, 0}, 1},
        {{"a", "b"}, {"a", "a"}, {0, -1}, 1},
        {{"", "b"}, {"?"}, {-1, -1}, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const match_case *c = &cases[i];
        ikm_text headers[5];
        ikmi_schema_column columns[5];
        ikmi_told_column told[5] = {{false, IKMI_ROLE_OTHER, 0}};
        ikmi_schema schema = {.columns = columns};
        size_t count = 0;
        int missing;
        for (; count < 5 && c->headers[count]; count++)
            headers[count] = ikmi_text(c->headers[count]);
        for (; schema.column_count < 5 && c->schema[schema.column_count]; schema.column_count++)
            columns[schema.column_count] =
                (ikmi_schema_column){c->schema[schema.column_count], {true, IKMI_ROLE_OTHER, (int)schema.column_count}};
        cr_assert(eq(int, ikmi_schema_match(told, &missing, &schema, headers, count), IKM_OK));
        cr_expect(eq(int, missing, c->missing), "case %zu", i);
        for (size_t h = 0; h < count; h++)
            cr_expect(eq(int, told[h].told ? told[h].element : -1, c->column[h]), "case %zu, header %zu", i, h);
    }
}

/* The committed description and the reader say the same. */
Test(test_ingest_schema, the_json_schema_knows_what_the_reader_knows)
{
    json_error_t fault;
    json_t *schema = json_load_file(IKM_SOURCE_DIR "/libikm/ingest/schema.schema.json", JSON_REJECT_DUPLICATES, &fault);
    cr_assert(schema != NULL, "line %d: %s", fault.line, fault.text);
    json_t *properties = json_object_get(schema, "properties");
    json_t *column = json_object_get(json_object_get(properties, "columns"), "items");
    json_t *roles = json_object_get(json_object_get(json_object_get(column, "properties"), "role"), "enum");
    size_t role = 0;
    for (; ikmi_role_name((ikmi_role)role); role++)
        cr_expect(eq(str, (char *)(uintptr_t)ikmi_role_name((ikmi_role)role),
                     (char *)(uintptr_t)json_string_value(json_array_get(roles, role))));
    cr_expect(eq(sz, role, json_array_size(roles)));
    json_t *shapes = json_object_get(json_object_get(properties, "shape"), "enum");
    char names[256] = "";
    for (size_t i = 0; i < json_array_size(shapes); i++) {
        const char *name = json_string_value(json_array_get(shapes, i));
        cr_expect(ikmi_shape_named(name) != NULL, "%s", name);
        snprintf(names + strlen(names), sizeof names - strlen(names), "%s%s", i ? ", " : "", name);
    }
    cr_expect(eq(str, names, (char *)(uintptr_t)ikmi_shape_names()));
    /* each key that it has is one that the reader takes */
    const char *key;
    json_t *value;
    json_object_foreach(properties, key, value)
    {
        char json[128];
        ikmi_schema *read;
        ikm_error err;
        snprintf(json, sizeof json, "{\"format\": \"ikm.schema/1\", \"%s\": 0.5}", key);
        if (!strcmp(key, "format"))
            continue;
        cr_expect(eq(int, read_schema(&read, json, NULL, &err), IKM_ERR_INVALID));
        cr_expect(strstr(err.message, "unknown") == NULL, "%s", err.message);
    }
    cr_expect(eq(sz, json_object_size(properties), 7));
    json_decref(schema);
}

Test(test_ingest_schema, refused_memory_is_told_and_nothing_leaks)
{
    for (long n = 0;; n++) {
        refusing memory;
        ikmi_schema *s;
        ikmi_labels *labels;
        ikm_error err;
        refusing_init(&memory, n);
        ikm_status status =
            ikmi_schema_take(&s, &labels, ikmi_text(full), ikm_rules_at(0), IKM_LANG_EN, &memory.mem, &err);
        if (status == IKM_OK) {
            cr_expect(gt(long, n, 2));
            ikmi_labels_free(labels);
            ikmi_schema_free(s);
            cr_expect(zero(long, memory.live));
            break;
        }
        cr_expect(eq(int, status, IKM_ERR_NOMEM));
        cr_expect(s == NULL && labels == NULL);
        cr_expect(zero(long, memory.live), "request %ld", n);
    }
}

#define ROWS "4,4,4,4,4,4,4,4,4\n3,3,3,3,3,3,3,3,3\n"

static void expect_mapping(const char *csv, const char *schema, const char *expected)
{
    ikm_survey *survey;
    ikm_error err = {.message = ""};
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.schema = ikmi_text(schema);
    options.lang = IKM_LANG_EN;
    ikm_status status = survey_of(&survey, csv, &options, &err);
    cr_expect(eq(int, status, IKM_OK), "%s", err.message);
    if (status != IKM_OK)
        return;
    char columns[128] = "";
    for (size_t i = 0; i < ikm_survey_mapping_count(survey); i++)
        snprintf(columns + strlen(columns), sizeof columns - strlen(columns), "%s%d%c", i ? " " : "",
                 (int)ikm_survey_mapping(survey, i)->column, ikm_survey_mapping(survey, i)->by[0]);
    cr_expect(eq(str, columns, (char *)(uintptr_t)expected));
    ikm_survey_free(survey);
}

Test(test_ingest_schema, elements_are_where_it_says)
{
    /* all of them, by headers that say nothing */
    expect_mapping("a,b,c,d,e,f,g,h,i\n" ROWS,
                   "{" FORMAT ", \"columns\": [{\"header\": \"i\", \"role\": \"element\", \"element\": \"U1\"},"
                   "{\"header\": \"h\", \"role\": \"element\", \"element\": \"U2\"},"
                   "{\"header\": \"g\", \"role\": \"element\", \"element\": \"U3\"},"
                   "{\"header\": \"f\", \"role\": \"element\", \"element\": \"U4\"},"
                   "{\"header\": \"e\", \"role\": \"element\", \"element\": \"U5\"},"
                   "{\"header\": \"d\", \"role\": \"element\", \"element\": \"U6\"},"
                   "{\"header\": \"c\", \"role\": \"element\", \"element\": \"U7\"},"
                   "{\"header\": \"b\", \"role\": \"element\", \"element\": \"U8\"},"
                   "{\"header\": \"a\", \"role\": \"element\", \"element\": \"U9\"}]}",
                   "9s 8s 7s 6s 5s 4s 3s 2s 1s");
    /* questions 8 and 9 in the order of the questionnaire, the others by their number */
    expect_mapping("q1,q2,q3,q4,q5,q6,q7,q8,q9\n" ROWS,
                   "{" FORMAT ", \"columns\": [{\"header\": \"q8\", \"role\": \"element\", \"element\": \"U9\"},"
                   "{\"header\": \"q9\", \"role\": \"element\", \"element\": \"U8\"}]}",
                   "1n 2n 3n 4n 5n 6n 7n 9s 8s");
    /* of two columns that could be U3, the one that it names; of the other it says what it is */
    expect_mapping("waktu,kecepatan,u1,u2,u4,u5,u6,u7,u8,u9\n4,3,4,4,4,4,4,4,4,4\n",
                   "{" FORMAT
                   ", \"columns\": [{\"header\": \"kecepatan\", \"role\": \"element\", \"element\": \"U3\"}]}",
                   "3c 4c 2s 5c 6c 7c 8c 9c 10c");
    expect_mapping("waktu,kecepatan,u1,u2,u4,u5,u6,u7,u8,u9\n4,3,4,4,4,4,4,4,4,4\n",
                   "{" FORMAT ", \"columns\": [{\"header\": \"waktu\", \"role\": \"other\"}]}",
                   "3c 4c 2n 5c 6c 7c 8c 9c 10c");
}

Test(test_ingest_schema, a_column_that_the_file_lacks_is_told_with_the_line_of_the_header)
{
    ikm_survey *survey;
    ikm_error err;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.schema = ikmi_text("{" FORMAT ", \"columns\": [{\"header\": \"Loket\", \"role\": \"service\"}]}");
    options.lang = IKM_LANG_EN;
    ikm_status status = survey_of(&survey, "Judul\nu1,u2,u3,u4,u5,u6,u7,u8,u9\n" ROWS, &options, &err);
    cr_expect(eq(int, status, IKM_ERR_MISMATCH));
    cr_expect(eq(i64, err.line, 2));
    cr_expect(strstr(err.message, "survey.csv") && strstr(err.message, "\"Loket\""), "%s", err.message);
}

Test(test_ingest_schema, its_labels_are_scores_and_win_over_the_regulation)
{
    static const char csv[] =
        "layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP,Bagus,4,4,4,4,4,4,4,4\nKTP,JELEK!,4,4,4,4,4,4,4,Cukup\n";
    ikm_survey *survey;
    ikm_error err;
    ikm_element_score element;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.schema =
        ikmi_text("{" FORMAT ", \"labels\": {\"U1\": {\"Bagus\": 4, \"Jelek\": 1}, \"U9\": {\"Cukup\": 3}}}");
    cr_assert(eq(int, survey_of(&survey, csv, &options, &err), IKM_OK), "%s", err.message);
    cr_expect(zero(i64, ikm_survey_rows(survey).refused));
    cr_assert(eq(int, ikm_score_element(&element, ikm_survey_score(survey, 0), 0), IKM_OK));
    cr_expect(eq(i64, element.sum, 5));
    cr_assert(eq(int, ikm_score_element(&element, ikm_survey_score(survey, 0), 8), IKM_OK));
    cr_expect(eq(i64, element.sum, 7), "Cukup is 2 in the regulation");
    ikm_survey_free(survey);
}
