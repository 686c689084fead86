/* What a dump is, asked from outside; and the schema that makes the same of it again. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "refusing.h"
#include "survey_text.h"

#include <stdio.h>

#define NINE "4,4,4,4,4,4,4,4,4"

static ikm_status sniff(ikm_sniff **out, const char *text, const char *schema, const ikm_mem *mem, ikm_error *err)
{
    const ikm_input input = {.name = "dump.csv", .bytes = {text, strlen(text)}};
    ikm_sniff_options options = IKM_SNIFF_OPTIONS_INIT;
    options.lang = IKM_LANG_EN;
    options.schema = (ikm_text){schema, schema ? strlen(schema) : 0};
    options.mem = mem;
    *err = (ikm_error){.message = "", .offset = -1};
    return ikm_sniff_new(out, &input, &options, err);
}

static void write_schema(ikmi_buffer *out, const ikm_sniff *s)
{
    ikmi_buffer_init(out, NULL);
    cr_assert(eq(int, ikm_sniff_write_schema(s, (ikm_sink){survey_text_write, out}), IKM_OK));
}

static const char worksheet[] = "UNIT PELAYANAN;: Kejobong;;;;;;;;;\r\n;;;;;;;;;;\r\n"
                                "NO. RES;NILAI UNSUR PELAYANAN;;;;;;;;;KET\r\n;U1;U2;U3;U4;U5;U6;U7;U8;U9;\r\n"
                                "1;4;4,0;4;4;4;4;4;4;4;\r\n2;3;3;3;3;3;3;3;3;3,0;\r\nJumlah;7;7;7;7;7;7;7;7;7;\r\n";

Test(test_ingest_sniffed, the_dialect_and_the_header_are_told)
{
    ikm_sniff *s;
    ikm_error err;
    ikm_considered considered;
    cr_assert(eq(int, sniff(&s, worksheet, NULL, NULL, &err), IKM_OK), "%s", err.message);
    const ikm_found_dialect *d = ikm_sniff_dialect(s);
    cr_expect(eq(str, (char *)(uintptr_t)ikm_sniff_name(s), "dump.csv"));
    cr_expect(eq(str, (char *)(uintptr_t)d->encoding, "ascii"));
    cr_expect(eq(chr, d->delimiter, ';'));
    cr_expect(eq(chr, d->quote, '"'));
    cr_expect(zero(chr, d->escape));
    cr_expect(eq(str, (char *)(uintptr_t)d->newline, "crlf"));
    cr_expect(eq(chr, d->decimal, ','));
    cr_expect(eq(i64, d->header_line, 3));
    cr_expect(eq(int, d->header_rows, 2));
    cr_expect(eq(i64, d->data_line, 5));
    cr_expect(eq(str, (char *)(uintptr_t)d->shape, "wide"));
    cr_expect(ge(int, d->confidence, 90));
    cr_expect(eq(int, ikm_sniff_is_survey(s), 1));
    cr_assert(eq(int, ikm_sniff_considered(s, 0, &considered), 1));
    cr_expect(eq(chr, considered.delimiter, ';'));
    cr_expect(eq(i64, considered.fields, 11));
    cr_expect(zero(int, ikm_sniff_considered(s, 4, &considered)));
    cr_assert(eq(sz, ikm_sniff_note_count(s), 1));
    cr_expect(strstr(ikm_sniff_note(s, 0), "1 to 2") != NULL, "%s", ikm_sniff_note(s, 0));
    cr_expect(ikm_sniff_note(s, 1) == NULL);
    ikm_sniff_free(s);
}

Test(test_ingest_sniffed, columns_are_told_with_why)
{
    static const char text[] =
        "id,waktu,nama,Layanan,jenis_kelamin,u1,Prosedur,u3,u4,u5,u6,u7,u8,u9,hp,saran,kode\n"
        "1,2024-01-02,Budi,KTP,L," NINE ",081234567890,baik,x\n2,2024-01-03,Ani,KK,P," NINE ",081234567891,lama,y\n";
    static const char *const expected[] = {
        "id:respondent::header",        "waktu:time::header", "nama:personal::header",   "Layanan:service::header",
        "jenis_kelamin:gender::header", "u1:element:U1:code", "Prosedur:element:U2:name"};
    ikm_sniff *s;
    ikm_error err;
    ikm_found_column c;
    cr_assert(eq(int, sniff(&s, text, NULL, NULL, &err), IKM_OK), "%s", err.message);
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        char line[128];
        cr_assert(eq(int, ikm_sniff_column(s, i, &c), 1));
        snprintf(line, sizeof line, "%s:%s:%s:%s", c.header, c.role, c.element ? c.element : "", c.by);
        cr_expect(eq(str, line, (char *)(uintptr_t)expected[i]));
        cr_expect(eq(i64, c.column, (int64_t)i + 1));
    }
    cr_assert(eq(int, ikm_sniff_column(s, 16, &c), 1));
    cr_expect(eq(str, (char *)(uintptr_t)c.by, ""), "of a column that is nothing there is no why");
    cr_expect(zero(int, ikm_sniff_column(s, 17, &c)));
    ikm_sniff_free(s);
}

Test(test_ingest_sniffed, a_table_that_is_no_survey_is_told_all_the_same)
{
    static const char text[] = "program;pagu;realisasi\nA;1.903.636.000;1.782.235.807\nB;26.695.000;10.098.003\n";
    ikm_sniff *s;
    ikm_error err;
    ikm_found_column c;
    cr_assert(eq(int, sniff(&s, text, NULL, NULL, &err), IKM_OK), "%s", err.message);
    cr_expect(zero(int, ikm_sniff_is_survey(s)));
    cr_expect(eq(str, (char *)(uintptr_t)ikm_sniff_dialect(s)->shape, ""));
    cr_assert(eq(sz, ikm_sniff_note_count(s), 1));
    cr_expect(strstr(ikm_sniff_note(s, 0), "no element columns") != NULL, "%s", ikm_sniff_note(s, 0));
    cr_assert(eq(sz, ikm_sniff_column_count(s), 3));
    cr_assert(eq(int, ikm_sniff_column(s, 2, &c), 1));
    cr_expect(eq(str, (char *)(uintptr_t)c.header, "realisasi"));
    ikm_sniff_free(s);
}

/* So that what is missing can be added to the schema and the rest need not be. */
Test(test_ingest_sniffed, what_is_certain_of_a_survey_that_lacks_an_element_is_told)
{
    static const char text[] = "u1,u2,u3,u4,u5,u6,u7,u8,lain\n" NINE "\n" NINE "\n";
    ikm_sniff *s;
    ikm_error err;
    ikmi_buffer schema;
    cr_assert(eq(int, sniff(&s, text, NULL, NULL, &err), IKM_OK), "%s", err.message);
    cr_expect(zero(int, ikm_sniff_is_survey(s)));
    write_schema(&schema, s);
    cr_expect(strstr(schema.data, "{\"header\": \"u8\", \"role\": \"element\", \"element\": \"U8\"}") != NULL, "%s",
              schema.data);
    cr_expect(strstr(schema.data, "{\"header\": \"lain\", \"role\": \"other\"}") != NULL, "%s", schema.data);
    ikm_sniff_free(s);
    ikmi_buffer_done(&schema);
}

Test(test_ingest_sniffed, a_schema_is_an_object_on_lines)
{
    static const char text[] =
        "a;'u1';u2;u3;u4;u5;u6;u7;u8;u9\n\"x\\\"y\";4;4;4;4;4;4;4;4;4\nx\xC3\xA9;4;4;4;4;4;4;4;4;3\n";
    ikm_sniff *s;
    ikm_error err;
    ikmi_buffer schema;
    cr_assert(eq(int, sniff(&s, text, NULL, NULL, &err), IKM_OK), "%s", err.message);
    write_schema(&schema, s);
    cr_expect(strstr(schema.data,
                     "{\n  \"format\": \"ikm.schema/1\",\n  \"dialect\": {\"encoding\": \"utf-8\", "
                     "\"delimiter\": \";\", \"quote\": \"\\\"\", \"escape\": \"\\\\\"},\n"
                     "  \"header\": {\"line\": 1, \"rows\": 1},\n  \"shape\": \"wide\",\n  \"columns\": [\n"
                     "    {\"header\": \"a\", \"role\": \"other\"},\n") == schema.data,
              "%s", schema.data);
    cr_expect(eq(chr, schema.data[schema.size - 1], '\n'));
    ikm_sniff_free(s);
    ikmi_buffer_done(&schema);
}

/* One dump of each kind that people have. */
static const char *const dumps[] = {
    worksheet,
    "sep=;\nno;u1;u2;u3;u4;u5;u6;u7;u8;u9\n1;4,0;4;4;4;4;4;4;4;4\n",
    "\xEF\xBB\xBFlayanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\nKTP," NINE "\nKK," NINE "\n",
    "'layanan','u1','u2','u3','u4','u5','u6','u7','u8','u9'\n'Akta, lahir'," NINE "\n'KTP'," NINE "\n",
    "layanan,u1,u2,u3,u4,u5,u6,u7,u8,u9\n\"Akta \\\"K\\\", x\"," NINE "\nKTP," NINE "\n",
    "\"start\";\"a/u1\";\"a/u2\";\"a/u3\";\"a/u4\";\"a/u5\";\"a/u6\";\"a/u7\";\"a/u8\";\"a/u9\";\"_id\"\n"
    "\"#date\";\"#a\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"#id\"\n"
    "\"2024-01-02\";\"4\";\"4\";\"4\";\"4\";\"4\";\"4\";\"4\";\"4\";\"4\";\"1\"\n",
    "Respondent ID,Nama,Layanan,Nilai?,,,,,,,,\n,,Response,Persyaratan,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,"
    "Pengaduan,Sarana\n1,Budi,KTP,Sesuai,Mudah,Cepat,Gratis,Sesuai,Kompeten,Sopan dan ramah,Dikelola dengan "
    "baik,Baik\n",
    "Start,Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8,Q9\nStart Date,persyaratan?,prosedur?,waktu?,biaya?,produk?,kompetensi?,perilaku?,"
    "sarana?,pengaduan?\n\"{\"\"ImportId\"\":\"\"s\"\"}\",\"{\"\"ImportId\"\":\"\"1\"\"}\",\"{\"\"ImportId\"\":"
    "\"\"2\"\"}\","
    "\"{\"\"ImportId\"\":\"\"3\"\"}\",\"{\"\"ImportId\"\":\"\"4\"\"}\",\"{\"\"ImportId\"\":\"\"5\"\"}\",\"{"
    "\"\"ImportId\"\":"
    "\"\"6\"\"}\",\"{\"\"ImportId\"\":\"\"7\"\"}\",\"{\"\"ImportId\"\":\"\"8\"\"}\",\"{\"\"ImportId\"\":\"\"9\"\"}\"\n"
    "2024-01-02," NINE "\n2024-01-03," NINE "\n",
    "Unnamed,,q1,q2,q3,q4,q5,q6,q7,q8,q9\n0,x," NINE "\n1,y,3,3,3,3,3,3,3,3,3\n",
    "alasan,u1,u2,u3,u4,u5,u6,u7,u8,u9,alasan,alasan\nx," NINE ",081234567890,z\ny," NINE ",081234567891,w\n",
    "u1\tu2\tu3\tu4\tu5\tu6\tu7\tu8\tu9\tlayanan\r4\t4\t4\t4\t4\t4\t4\t4\t4\tKTP\r3\t3\t3\t3\t3\t3\t3\t3\t3\tKK\r",
    "nama\xE9;u1;u2;u3;u4;u5;u6;u7;u8;u9\nx;4;4;4;4;4;4;4;4;4\ny;4;4;4;4;4;4;4;4;4\n",
};

/* Rows and groups, and nothing of how they were found. */
static void figures(ikmi_buffer *out, const char *text, ikm_text schema)
{
    ikm_survey *survey;
    ikm_error err = {.message = ""};
    ikmi_buffer json;
    ikm_survey_options options = IKM_SURVEY_OPTIONS_INIT;
    options.schema = schema;
    ikmi_buffer_init(out, NULL);
    ikmi_buffer_init(&json, NULL);
    ikm_status status = survey_of(&survey, text, &options, &err);
    cr_expect(eq(int, status, IKM_OK), "%s", err.message);
    if (status == IKM_OK)
        cr_assert(eq(int, ikm_json_score(survey, (ikm_sink){survey_text_write, &json}), IKM_OK));
    const char *rows = json.size ? strstr(json.data, "\"rows\"") : "", *mapping = strstr(rows, "\"mapping\""),
               *groups = strstr(rows, "\"groups\"");
    if (mapping && groups) {
        ikmi_buffer_add(out, rows, (size_t)(mapping - rows));
        ikmi_buffer_add_string(out, groups);
    }
    ikmi_buffer_done(&json);
    ikm_survey_free(survey);
}

Test(test_ingest_sniffed, with_its_schema_a_dump_gives_the_same)
{
    for (size_t i = 0; i < sizeof dumps / sizeof dumps[0]; i++) {
        ikm_sniff *s;
        ikm_error err;
        ikmi_buffer schema, again, plain, told;
        cr_assert(eq(int, sniff(&s, dumps[i], NULL, NULL, &err), IKM_OK), "dump %zu: %s", i, err.message);
        cr_expect(eq(int, ikm_sniff_is_survey(s), 1), "dump %zu: %s", i, ikm_sniff_note(s, 0));
        write_schema(&schema, s);
        ikm_sniff_free(s);
        figures(&plain, dumps[i], (ikm_text){NULL, 0});
        figures(&told, dumps[i], ikmi_buffer_text(&schema));
        cr_expect(gt(sz, plain.size, 0));
        cr_expect(eq(str, told.data, plain.data), "dump %zu", i);
        /* and the schema of what was told is that schema */
        cr_assert(eq(int, sniff(&s, dumps[i], schema.data, NULL, &err), IKM_OK), "dump %zu: %s", i, err.message);
        write_schema(&again, s);
        cr_expect(eq(str, again.data, schema.data), "dump %zu", i);
        ikm_sniff_free(s);
        ikmi_buffer_done(&schema);
        ikmi_buffer_done(&again);
        ikmi_buffer_done(&plain);
        ikmi_buffer_done(&told);
    }
}

Test(test_ingest_sniffed, labels_that_were_told_are_told_again)
{
    static const char schema[] = "{\"format\": \"ikm.schema/1\", \"labels\": {\"U2\": {\"Bagus \\\"sekali\\\"\": 4}, "
                                 "\"U1\": {\"Bagus\": 4, \"Jelek\": 1}}}";
    ikm_sniff *s;
    ikm_error err;
    ikmi_buffer written;
    cr_assert(eq(int, sniff(&s, "u1,u2,u3,u4,u5,u6,u7,u8,u9\n" NINE "\n", schema, NULL, &err), IKM_OK), "%s",
              err.message);
    write_schema(&written, s);
    cr_expect(strstr(written.data, "  \"labels\": {\n    \"U1\": {\"Bagus\": 4, \"Jelek\": 1},\n"
                                   "    \"U2\": {\"Bagus \\\"sekali\\\"\": 4}\n  }\n}\n") != NULL,
              "%s", written.data);
    ikm_sniff_free(s);
    ikmi_buffer_done(&written);
}

static bool tells(const char *text)
{
    return strstr(text, "budi") || strstr(text, "330101");
}

Test(test_ingest_sniffed, headers_that_are_personal_data_are_not_shown)
{
    static const char text[] =
        "budi@contoh.id,3301012345670001,4\nani@contoh.id,3301012345670002,3\nx@contoh.id,3301012345670003,3\n";
    ikm_sniff *s;
    ikm_error err;
    ikmi_buffer schema;
    ikm_found_column c;
    cr_assert(eq(int, sniff(&s, text, NULL, NULL, &err), IKM_OK), "%s", err.message);
    write_schema(&schema, s);
    cr_expect(not(tells(schema.data)), "%s", schema.data);
    for (size_t i = 0; ikm_sniff_column(s, i, &c); i++)
        cr_expect(not(tells(c.header)), "%s", c.header);
    for (size_t i = 0; i < ikm_sniff_note_count(s); i++)
        cr_expect(not(tells(ikm_sniff_note(s, i))), "%s", ikm_sniff_note(s, i));
    ikm_sniff_free(s);
    ikmi_buffer_done(&schema);
}

Test(test_ingest_sniffed, its_json_is_json)
{
    ikm_sniff *s;
    ikm_error err;
    ikmi_buffer json;
    ikmi_buffer_init(&json, NULL);
    cr_assert(eq(int, sniff(&s, worksheet, NULL, NULL, &err), IKM_OK), "%s", err.message);
    cr_expect(eq(int, ikm_json_sniff(s, (ikm_sink){survey_text_write, &json}), IKM_OK));
    static const char *const parts[] = {"{\n  \"format\": \"ikm.sniff/1\",\n  \"version\": \"",
                                        ",\n  \"file\": \"dump.csv\",\n  \"survey\": true,\n  \"confidence\": ",
                                        "\"dialect\": {\"encoding\": \"ascii\", \"delimiter\": \";\", \"quote\": "
                                        "\"\\\"\", \"escape\": null, \"newline\": \"crlf\", "
                                        "\"decimal\": \",\"},\n  \"header\": {\"line\": 3, \"rows\": 2},\n  "
                                        "\"data_line\": 5,\n  \"shape\": \"wide\",\n",
                                        ("    {\"column\": 2, \"header\": \"NILAI UNSUR PELAYANAN U1\", \"role\": "
                                        "\"element\", \"element\": \"U1\", \"by\": \"code\"},\n")};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        cr_expect(strstr(json.data, parts[i]) != NULL, "%s\nin\n%s", parts[i], json.data);
    cr_expect(eq(int, ikm_json_sniff(NULL, (ikm_sink){survey_text_write, &json}), IKM_ERR_ARGUMENT));
    ikm_sniff_free(s);
    ikmi_buffer_done(&json);
}

static int stop(void *ctx, const void *bytes, size_t size)
{
    (void)bytes;
    (void)size;
    return ++*(int *)ctx > 3;
}

Test(test_ingest_sniffed, wrong_arguments_and_sinks_that_stop_are_told)
{
    ikm_sniff *s;
    ikm_error err;
    int writes = 0;
    ikm_sniff_options options = IKM_SNIFF_OPTIONS_INIT;
    const ikm_input nothing = {.name = "x"}, input = {.bytes = {"a,b\n1,2\n", 8}};
    cr_expect(eq(int, ikm_sniff_new(NULL, &input, NULL, &err), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_sniff_new(&s, NULL, NULL, &err), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_sniff_new(&s, &nothing, NULL, &err), IKM_ERR_ARGUMENT));
    options.size = 1;
    cr_expect(eq(int, ikm_sniff_new(&s, &input, &options, &err), IKM_ERR_ARGUMENT));
    cr_expect(s == NULL);
    cr_assert(eq(int, ikm_sniff_new(&s, &input, NULL, NULL), IKM_OK));
    cr_expect(eq(int, ikm_sniff_write_schema(s, (ikm_sink){stop, &writes}), IKM_ERR_IO));
    ikm_sniff_free(s);
    ikm_sniff_free(NULL);
}

Test(test_ingest_sniffed, refused_memory_is_told_and_nothing_leaks)
{
    for (int tables = 0; tables < 2; tables++) {
        const char *text = tables ? "program;pagu\nA;1\nB;2\n" : worksheet;
        for (long n = 0;; n++) {
            refusing memory;
            ikm_sniff *s;
            ikm_error err;
            refusing_init(&memory, n);
            ikm_status status = sniff(&s, text, NULL, &memory.mem, &err);
            if (status == IKM_OK) {
                cr_expect(gt(long, n, 5));
                ikm_sniff_free(s);
                cr_expect(zero(long, memory.live));
                break;
            }
            cr_assert(eq(int, status, IKM_ERR_NOMEM), "request %ld: %s", n, err.message);
            cr_assert(zero(long, memory.live), "request %ld", n);
        }
    }
}
