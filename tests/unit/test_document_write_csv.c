/* CSV that any reader takes as it was meant, and that no spreadsheet takes for a formula. */
#include "ikm/document.h"

#include "gathering.h"
#include "refusing.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

static ikm_document *document_of(const ikm_column *columns, size_t count, const ikm_mem *mem)
{
    ikm_document *document;
    const ikm_table table = {.title = "not written", .columns = columns, .column_count = count};
    cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "t", mem), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    return document;
}

static const ikm_column text_columns[] = {{"a", IKM_CELL_TEXT, 0, NULL}, {"b", IKM_CELL_TEXT, 0, NULL}};

Test(document_write_csv, a_field_is_quoted_defused_or_left_as_it_is)
{
    static const struct {
        const char *name;
        ikm_text text;
        const char *field;
    } cases[] = {
#define CASE(name, text, field) {name, {text, sizeof(text) - 1}, field}
        CASE("plain", "Surat Keterangan", "Surat Keterangan"),
        CASE("comma", "Sistem, Mekanisme", "\"Sistem, Mekanisme\""),
        CASE("quote", "kata \"itu\"", "\"kata \"\"itu\"\"\""),
        CASE("line break", "a\nb", "\"a\nb\""),
        CASE("carriage return", "a\rb", "\"a\rb\""),
        CASE("semicolon and blanks are nothing to a comma", " a; b ", " a; b "),
        CASE("formula", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        CASE("formula with a comma", "=SUM(A1,A2)", "\"'=SUM(A1,A2)\""),
        CASE("plus", "+62 812", "'+62 812"),
        CASE("minus", "-1", "'-1"),
        CASE("a lone minus is the mark for nothing", "-", "-"),
        CASE("at", "@SUM(1)", "'@SUM(1)"),
        CASE("tab", "\t=1", "'\t=1"),
        CASE("carriage return in front", "\r=1", "\"'\r=1\""),
        CASE("line feed in front", "\n=1", "\"'\n=1\""),
        CASE("not at the beginning", "a=1", "a=1"),
        CASE("UTF-8", "caf\xC3\xA9", "caf\xC3\xA9"),
        CASE("not UTF-8", "caf\xE9", "caf\xEF\xBF\xBD"),
        CASE("NUL and escape",
             "a\0\x1b"
             "b",
             "a\xEF\xBF\xBD\xEF\xBF\xBD"
             "b"),
        CASE("UTF-8 and a quote", "\xC3\xA9\"", "\"\xC3\xA9\"\"\""),
        CASE("nothing", "", ""),
#undef CASE
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_document *document = document_of(text_columns, 2, NULL);
        const ikm_cell row[2] = {{.kind = IKM_CELL_TEXT, .text = cases[i].text}, {.kind = IKM_CELL_EMPTY}};
        char expected[128];
        gathering out = {0};
        cr_assert(eq(int, ikm_document_row(document, row, 2), IKM_OK));
        cr_assert(eq(int, ikm_document_write_csv(document, NULL, gathering_sink(&out)), IKM_OK));
        snprintf(expected, sizeof expected, "a,b\n%s,\n", cases[i].field);
        cr_expect(eq(str, out.bytes, expected), "%s", cases[i].name);
        gathering_done(&out);
        ikm_document_free(document);
    }
}

Test(document_write_csv, numbers_have_a_point_whatever_the_language_and_are_no_formulas)
{
    static const ikm_column columns[] = {{"IKM", IKM_CELL_NUMBER, 2, NULL}, {"n", IKM_CELL_NUMBER, 0, "orang"}};
    ikm_document *document = document_of(columns, 2, NULL);
    const ikm_cell rows[][2] = {{cell_number(8972, 2), cell_number(1234567, 0)},
                                {cell_number(-5, 3), cell_number(INT64_MIN, 18)}};
    gathering out = {0};
    cr_assert(eq(int, ikm_document_row(document, rows[0], 2), IKM_OK));
    cr_assert(eq(int, ikm_document_row(document, rows[1], 2), IKM_OK));
    cr_assert(eq(int, ikm_document_write_csv(document, NULL, gathering_sink(&out)), IKM_OK));
    cr_expect(eq(str, out.bytes, "IKM,n (orang)\n89.72,1234567\n-0.005,-9.223372036854775808\n"));
    gathering_done(&out);
    ikm_document_free(document);
}

Test(document_write_csv, tables_stand_apart_and_everything_else_is_left_out)
{
    ikm_document *document = document_of(text_columns, 2, NULL);
    const ikm_table second = {.columns = text_columns, .column_count = 1};
    const ikm_chart chart = {.kind = IKM_CHART_BARS};
    const ikm_cell empty = {.kind = IKM_CELL_EMPTY};
    gathering out = {0};
    cr_assert(eq(int, ikm_document_chart(document, &chart), IKM_OK));
    cr_assert(eq(int, ikm_document_heading(document, 1, "heading"), IKM_OK));
    cr_assert(eq(int, ikm_document_note(document, "note"), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &second), IKM_OK));
    cr_assert(eq(int, ikm_document_row(document, &empty, 1), IKM_OK));
    cr_assert(eq(int, ikm_document_write_csv(document, NULL, gathering_sink(&out)), IKM_OK));
    /* a record of one empty field is quoted: an empty line would be no record */
    cr_expect(eq(str, out.bytes, "a,b\n\na\n\"\"\n"));
    gathering_done(&out);
    ikm_document_free(document);
}

/* A reader of our own, strict: RFC 4180 with LF. Returns the end of the field. */
static const char *read_field(char *out, const char *at)
{
    if (*at != '"') {
        while (*at && *at != ',' && *at != '\n')
            *out++ = *at++;
        *out = '\0';
        return at;
    }
    for (at++;; at++) {
        if (*at == '"' && *++at != '"')
            break;
        *out++ = *at;
    }
    *out = '\0';
    return at;
}

Test(document_write_csv, what_is_written_is_read_back)
{
    static const char alphabet[] = "ab,\"\n\r;= \xC3\xA9";
    uint64_t seed = 99;
    for (int round = 0; round < 2000; round++) {
        ikm_document *document = document_of(text_columns, 2, NULL);
        char fields[2][16], field[64];
        for (size_t f = 0; f < 2; f++) {
            size_t size = 0;
            do {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                size_t pick = (seed >> 33) % (sizeof alphabet - 2);
                if (pick == sizeof alphabet - 3) /* the two bytes of a letter stay together */
                    memcpy(fields[f] + size, "\xC3\xA9", 2), size++;
                else
                    fields[f][size] = alphabet[pick];
            } while (++size < 12);
            fields[f][size > 12 ? 13 : 12] = '\0';
            if (strchr("=\n\r", fields[f][0]))
                fields[f][0] = 'x';
        }
        const ikm_cell row[] = {cell_text(fields[0]), cell_text(fields[1])};
        gathering out = {0};
        cr_assert(eq(int, ikm_document_row(document, row, 2), IKM_OK));
        cr_assert(eq(int, ikm_document_write_csv(document, NULL, gathering_sink(&out)), IKM_OK));
        const char *at = read_field(field, out.bytes + 4);
        cr_assert(eq(str, field, fields[0]));
        cr_assert(eq(chr, *at, ','));
        at = read_field(field, at + 1);
        cr_assert(eq(str, field, fields[1]));
        cr_assert(eq(str, (char *)at, "\n"));
        gathering_done(&out);
        ikm_document_free(document);
    }
}

static ikm_status many(void *ctx, size_t index, ikm_cell *cells)
{
    size_t *stop = ctx;
    cells[0] = cell_text("Layanan Administrasi");
    cells[1] = cell_number((int64_t)index, 0);
    return index == *stop ? IKM_ERR_DATA : IKM_OK;
}

Test(document_write_csv, a_long_table_takes_no_more_memory_than_a_short_one)
{
    for (size_t rows = 10; rows <= 300000; rows *= 30) {
        refusing memory;
        size_t stop = SIZE_MAX;
        ikm_document *document;
        const ikm_table table = {
            .columns = text_columns, .column_count = 2, .row = many, .ctx = &stop, .row_count = rows};
        refusing_init(&memory, -1);
        cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "t", &memory.mem), IKM_OK));
        cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
        gathering out = {0};
        long before = memory.requests;
        cr_assert(eq(int, ikm_document_write_csv(document, NULL, gathering_sink(&out)), IKM_OK));
        cr_expect(eq(long, memory.requests - before, 1));
        gathering_done(&out);
        ikm_document_free(document);
    }
}

Test(document_write_csv, a_full_sink_a_failing_source_and_refused_memory_are_told)
{
    refusing memory;
    size_t stop = 5000;
    ikm_document *document;
    const ikm_table table = {.columns = text_columns, .column_count = 2, .row = many, .ctx = &stop, .row_count = 9000};
    refusing_init(&memory, -1);
    cr_assert(eq(int, ikm_document_new(&document, IKM_LANG_ID, "t", &memory.mem), IKM_OK));
    cr_assert(eq(int, ikm_document_table(document, &table), IKM_OK));
    gathering out = {0}, small = {.limit = 100000};
    cr_expect(eq(int, ikm_document_write_csv(document, NULL, gathering_sink(&out)), IKM_ERR_DATA));
    stop = SIZE_MAX;
    cr_expect(eq(int, ikm_document_write_csv(document, NULL, gathering_sink(&small)), IKM_ERR_IO));
    cr_expect(eq(long, small.calls, 2), "and the sink is left alone then");
    memory.countdown = 0;
    cr_expect(eq(int, ikm_document_write_csv(document, NULL, gathering_sink(&out)), IKM_ERR_NOMEM));
    cr_expect(eq(int, ikm_document_write_csv(NULL, NULL, gathering_sink(&out)), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_document_write_csv(document, NULL, (ikm_sink){NULL, NULL}), IKM_ERR_ARGUMENT));
    gathering_done(&out);
    gathering_done(&small);
    ikm_document_free(document);
    cr_expect(eq(long, memory.live, 0));
}
