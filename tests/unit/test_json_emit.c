#include "json/emit.h"

#include "capture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>

/* What one string becomes. */
static capture emitted(const char *string)
{
    capture out = {.text = NULL};
    ikmi_emit emit;
    ikmi_emit_init(&emit, capture_sink(&out));
    ikmi_emit_string(&emit, string);
    cr_assert(eq(int, ikmi_emit_done(&emit), IKM_OK));
    return out;
}

Test(json_emit, strings_are_escaped_only_where_they_must_be)
{
    static const struct {
        const char *name, *string, *json;
    } cases[] = {
        {"nothing", "", "\"\""},
        {"null", NULL, "null"},
        {"plain", "Layanan A/B", "\"Layanan A/B\""},
        {"quote and backslash", "a\"b\\c", "\"a\\\"b\\\\c\""},
        {"short escapes", "\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\""},
        {"other controls", "\x01\x0b\x1f", "\"\\u0001\\u000b\\u001f\""},
        {"delete is no control of JSON", "\x7f", "\"\x7f\""},
        {"two, three and four bytes", "é ≥ 😀", "\"é ≥ 😀\""},
        {"edges of UTF-8", "\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF",
         "\"\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF\""},
        {"stray continuation", "a\x80z", "\"a\uFFFDz\""},
        {"overlong slash", "\xC0\xAF", "\"\uFFFD\uFFFD\""},
        {"overlong in three", "\xE0\x9F\xBF", "\"\uFFFD\uFFFD\uFFFD\""},
        {"surrogate", "\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\""},
        {"beyond Unicode", "\xF4\x90\x80\x80", "\"\uFFFD\uFFFD\uFFFD\uFFFD\""},
        {"no lead byte", "\xFF\xFE", "\"\uFFFD\uFFFD\""},
        {"cut at the end", "a\xE2\x82", "\"a\uFFFD\uFFFD\""},
        {"cut before text", "\xE2\x82z", "\"\uFFFD\uFFFDz\""},
        {"Windows-1252", "Caf\xE9", "\"Caf\uFFFD\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        capture out = emitted(cases[i].string);
        cr_expect(eq(str, out.text, (char *)cases[i].json), "%s", cases[i].name);
        json_error_t error;
        json_t *back = json_loadb(out.text, out.size, JSON_DECODE_ANY, &error);
        cr_expect(back != NULL, "%s: %s", cases[i].name, error.text);
        json_decref(back);
        capture_done(&out);
    }
}

Test(json_emit, any_bytes_make_valid_json)
{
    uint32_t seed = 20240117;
    for (int round = 0; round < 20000; round++) {
        char bytes[24];
        size_t size = (seed >> 8) % (sizeof bytes - 1);
        for (size_t i = 0; i < size; i++) {
            seed = seed * 1664525u + 1013904223u;
            /* mostly bytes that begin or continue a character */
            unsigned char byte = (unsigned char)(seed >> 24);
            bytes[i] = (char)(byte < 64 ? byte % 31 + 1 : byte < 96 ? byte : byte | 0x80);
        }
        seed = seed * 1664525u + 1013904223u;
        bytes[size] = '\0';
        capture out = emitted(bytes);
        json_error_t error;
        json_t *back = json_loadb(out.text, out.size, JSON_DECODE_ANY, &error);
        cr_expect(back != NULL, "round %d: %s", round, error.text);
        json_decref(back);
        capture_done(&out);
    }
}

Test(json_emit, numbers_are_the_shortest_exact_text)
{
    static const struct {
        ikm_decimal value;
        const char *json;
    } cases[] = {
        {{8972, 2}, "89.72"},
        {{8950, 2}, "89.5"},
        {{8900, 2}, "89"},
        {{0, 2}, "0"},
        {{0, 0}, "0"},
        {{100, 0}, "100"},
        {{5, 3}, "0.005"},
        {{-125, 1}, "-12.5"},
        {{3000000000000000001, 18}, "3.000000000000000001"},
        {{INT64_MAX, 0}, "9223372036854775807"},
        {{INT64_MIN, 0}, "-9223372036854775808"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        capture out = {.text = NULL};
        ikmi_emit emit;
        ikmi_emit_init(&emit, capture_sink(&out));
        ikmi_emit_decimal(&emit, cases[i].value);
        cr_assert(eq(int, ikmi_emit_done(&emit), IKM_OK));
        cr_expect(eq(str, out.text, (char *)cases[i].json));
        capture_done(&out);
    }
}

Test(json_emit, text_longer_than_the_block_comes_out_whole)
{
    /* every length around the block, so that an escape falls on each side of its end */
    enum { BLOCK = sizeof((ikmi_emit *)0)->block, MARGIN = 12 };
    char *string = malloc(BLOCK + MARGIN + 1);
    for (size_t size = BLOCK - MARGIN; size <= BLOCK + MARGIN; size++) {
        memset(string, 'x', size);
        string[size - 1] = '\n';
        string[size] = '\0';
        capture out = emitted(string);
        cr_expect(eq(sz, out.size, size + 3));
        cr_expect(eq(int, memcmp(out.text + 1, string, size - 1), 0));
        cr_expect(eq(str, out.text + size, "\\n\""));
        capture_done(&out);
    }
    free(string);
}

Test(json_emit, a_sink_that_stopped_is_not_written_to_again)
{
    capture out = {.stop_at = 2};
    ikmi_emit emit;
    ikmi_emit_init(&emit, capture_sink(&out));
    for (int i = 0; i < 100000; i++)
        ikmi_emit_string(&emit, "sepuluh kali sepuluh");
    cr_expect(eq(int, ikmi_emit_done(&emit), IKM_ERR_IO));
    cr_expect(eq(long, out.writes, 2));
    cr_expect(eq(sz, out.size, sizeof emit.block));
    capture_done(&out);
}
