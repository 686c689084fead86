/* What is text and what is not, and how wide it is. */
#include "document/character.h"

#include "gathering.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static ikm_text text_of(const char *string)
{
    return (ikm_text){string, strlen(string)};
}

Test(document_character, what_is_no_character_comes_out_as_the_replacement)
{
    static const struct {
        const char *name, *bytes;
        uint32_t expected[6];
    } cases[] = {
        {"ascii", "a~", {'a', '~'}},
        {"line breaks and tabs are text", "\t\n\r", {'\t', '\n', '\r'}},
        {"control characters", "\x01\x1b[\x7f", {0xFFFD, 0xFFFD, '[', 0xFFFD}},
        {"C1 controls, which terminals obey", "\xC2\x9B", {0xFFFD}},
        {"two, three and four bytes", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", {0xE9, 0x20AC, 0x1F600}},
        {"a continuation alone", "\x80x", {0xFFFD, 'x'}},
        {"a lead alone", "\xC3x", {0xFFFD, 'x'}},
        {"cut at the end", "x\xE2\x82", {'x', 0xFFFD}},
        {"overlong slash", "\xC0\xAF", {0xFFFD, 0xFFFD}},
        {"overlong in three bytes", "\xE0\x80\xAF", {0xFFFD, 0xFFFD, 0xFFFD}},
        {"a surrogate", "\xED\xA0\x80", {0xFFFD, 0xFFFD, 0xFFFD}},
        {"beyond U+10FFFF", "\xF4\x90\x80\x80", {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD}},
        {"U+10FFFD", "\xF4\x8F\xBF\xBD", {0x10FFFD}},
        {"noncharacters", "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xB7\x90", {0xFFFD, 0xFFFD, 0xFFFD}},
        {"Windows-1252", "caf\xE9", {'c', 'a', 'f', 0xFFFD}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikm_text rest = text_of(cases[i].bytes);
        for (size_t at = 0; at < 6; at++)
            cr_expect(eq(u32, ikm_text_next(&rest), cases[i].expected[at]), "%s, character %zu", cases[i].name, at);
    }
    ikm_text nul = {"\0", 1};
    cr_expect(eq(u32, ikm_text_next(&nul), 0xFFFD), "0 is the end, never a character");
    cr_expect(eq(u32, ikm_text_next(&nul), 0));
}

Test(document_character, any_bytes_are_read_to_the_end_and_yield_only_text)
{
    uint64_t seed = 42;
    char bytes[64];
    for (int round = 0; round < 20000; round++) {
        for (size_t i = 0; i < sizeof bytes; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            bytes[i] = (char)(seed >> 33);
        }
        ikm_text rest = {bytes, sizeof bytes};
        size_t before = rest.size;
        while (rest.size) {
            uint32_t c = ikm_text_next(&rest);
            cr_assert(rest.size < before && before - rest.size <= 4);
            cr_assert(c != 0 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF) && (c >= 0x20 || strchr("\t\n\r", (int)c)));
            before = rest.size;
        }
    }
}

Test(document_character, marks_take_no_column_and_wide_characters_two)
{
    static const struct {
        const char *text;
        size_t width;
    } cases[] = {
        {"", 0},
        {"Biaya/Tarif", 11},
        {"Perempuan \xE2\x89\xA5 60", 14},
        {"e\xCC\x81", 1},
        {"\xE5\xBD\x93\xE5\x9C\xB0", 4},
        {"\xEA\xA6\x97\xEA\xA6\xAE", 2},
        {"\xF0\x9F\x98\x80", 2},
        {"a\xE2\x80\x8B\x62", 2},
        {"\xEF\xBC\xA1", 2},
        {"\xE2\x96\x88\xE2\x96\x8F", 2},
        {"\x1b[1m", 4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(eq(sz, ikm_text_width(text_of(cases[i].text)), cases[i].width), "%s", cases[i].text);
}
