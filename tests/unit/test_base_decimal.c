#include "base/decimal.h"
#include "base/mem.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

Test(test_base_decimal, text_is_read_with_the_places_that_were_written)
{
    static const struct {
        const char *text;
        int64_t digits;
        int32_t places;
    } cases[] = {
        {"0", 0, 0},
        {"7", 7, 0},
        {"+7", 7, 0},
        {"-7", -7, 0},
        {"-0", 0, 0},
        {"-0.00", 0, 2},
        {"0.111", 111, 3},
        {"89.72", 8972, 2},
        {"89.00", 8900, 2},
        {"007", 7, 0},
        {"00000000000000000000000000000000007.5", 75, 1},
        {"0.000000000000000001", 1, 18},
        {"-0.123456789012345678", -123456789012345678, 18},
        {"9223372036854775807", INT64_MAX, 0},
        {"-9223372036854775807", -INT64_MAX, 0},
        {"9.223372036854775807", INT64_MAX, 18},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ikm_decimal value = {-5, -5};
        cr_expect(eq(int, ikm_decimal_read(&value, ikmi_text(cases[i].text)), IKM_OK), "%s", cases[i].text);
        cr_expect(eq(i64, value.digits, cases[i].digits), "%s", cases[i].text);
        cr_expect(eq(i32, value.places, cases[i].places), "%s", cases[i].text);
    }
}

Test(test_base_decimal, what_is_no_decimal_is_refused_and_leaves_the_number_alone)
{
    static const struct {
        const char *text;
        ikm_status status;
    } cases[] = {
        {"", IKM_ERR_SYNTAX},
        {"-", IKM_ERR_SYNTAX},
        {"+", IKM_ERR_SYNTAX},
        {".", IKM_ERR_SYNTAX},
        {".5", IKM_ERR_SYNTAX},
        {"5.", IKM_ERR_SYNTAX},
        {"-.5", IKM_ERR_SYNTAX},
        {"1.2.3", IKM_ERR_SYNTAX},
        {"1,5", IKM_ERR_SYNTAX},
        {"1e3", IKM_ERR_SYNTAX},
        {"0x10", IKM_ERR_SYNTAX},
        {"nan", IKM_ERR_SYNTAX},
        {" 1", IKM_ERR_SYNTAX},
        {"1 ", IKM_ERR_SYNTAX},
        {"--1", IKM_ERR_SYNTAX},
        {"+-1", IKM_ERR_SYNTAX},
        {"\xd9\xa1", IKM_ERR_SYNTAX}, /* an Arabic digit */
        {"9223372036854775808", IKM_ERR_OVERFLOW},
        {"-9223372036854775808", IKM_ERR_OVERFLOW},
        {"99999999999999999999", IKM_ERR_OVERFLOW},
        {"0.0000000000000000001", IKM_ERR_OVERFLOW},
        {"1.0000000000000000000", IKM_ERR_OVERFLOW},
        {"99999999999999999999x", IKM_ERR_SYNTAX},
        {"99999999999999999999.", IKM_ERR_SYNTAX},
        {"0.0000000000000000001.", IKM_ERR_SYNTAX},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ikm_decimal value = {42, 7};
        cr_expect(eq(int, ikm_decimal_read(&value, ikmi_text(cases[i].text)), cases[i].status), "\"%s\"",
                  cases[i].text);
        cr_expect(value.digits == 42 && value.places == 7, "\"%s\" changed the number", cases[i].text);
    }
}

Test(test_base_decimal, only_the_piece_that_was_given_is_read)
{
    ikm_decimal value;
    ikm_text inside = {"89.72", 4}, nul = {"8\0009", 3}, nothing = {NULL, 0}, missing = {NULL, 3};
    cr_expect(eq(int, ikm_decimal_read(&value, inside), IKM_OK));
    cr_expect(eq(i64, value.digits, 897));
    cr_expect(eq(int, ikm_decimal_read(&value, nul), IKM_ERR_SYNTAX));
    cr_expect(eq(int, ikm_decimal_read(&value, nothing), IKM_ERR_SYNTAX));
    cr_expect(eq(int, ikm_decimal_read(&value, missing), IKM_ERR_ARGUMENT));
    cr_expect(eq(int, ikm_decimal_read(NULL, inside), IKM_ERR_ARGUMENT));
}

Test(test_base_decimal, a_decimal_is_written_with_all_its_places)
{
    static const struct {
        ikm_decimal value;
        char point;
        const char *text;
    } cases[] = {
        {{0, 0}, '.', "0"},
        {{0, 2}, '.', "0.00"},
        {{5, 2}, '.', "0.05"},
        {{-5, 2}, ',', "-0,05"},
        {{8900, 2}, '.', "89.00"},
        {{8972, 2}, ',', "89,72"},
        {{-1, 18}, '.', "-0.000000000000000001"},
        {{INT64_MAX, 0}, '.', "9223372036854775807"},
        {{INT64_MIN, 0}, '.', "-9223372036854775808"},
        {{INT64_MIN, 18}, '.', "-9.223372036854775808"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[24];
        cr_expect(eq(int, ikm_decimal_write(text, sizeof text, cases[i].value, cases[i].point), IKM_OK));
        cr_expect(eq(str, text, (char *)cases[i].text));
    }
}

Test(test_base_decimal, what_cannot_be_written_leaves_the_text_alone)
{
    static const struct {
        size_t size;
        ikm_decimal value;
        char point;
    } cases[] = {
        {5, {8972, 2}, '.'}, {0, {0, 0}, '.'},   {24, {1, -1}, '.'},
        {24, {1, 19}, '.'},  {24, {1, 1}, '\0'}, {24, {1, 1}, ';'},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[24] = "as before";
        cr_expect(eq(int, ikm_decimal_write(text, cases[i].size, cases[i].value, cases[i].point), IKM_ERR_ARGUMENT),
                  "case %zu", i);
        cr_expect(eq(str, text, "as before"), "case %zu", i);
    }
    cr_expect(eq(int, ikm_decimal_write(NULL, 24, (ikm_decimal){1, 0}, '.'), IKM_ERR_ARGUMENT));
}

Test(test_base_decimal, what_is_written_is_read_back)
{
    uint64_t state = 2017;
    for (int round = 0; round < 20000; round++) {
        char text[24];
        ikm_decimal value = {0, round % 19}, back = {-1, -1};
        state = state * UINT64_C(6364136223846793005) + 1442695040888963407;
        value.digits = (int64_t)(state >> 1) >> (state % 63);
        if (state & 1)
            value.digits = -value.digits;
        cr_assert(eq(int, ikm_decimal_write(text, sizeof text, value, '.'), IKM_OK));
        cr_assert(eq(int, ikm_decimal_read(&back, ikmi_text(text)), IKM_OK), "%s", text);
        cr_assert(back.digits == value.digits && back.places == value.places, "%s", text);
    }
}

Test(test_base_decimal, thousands_are_grouped_as_people_of_that_language_do)
{
    static const struct {
        ikm_decimal value;
        const char *indonesian, *english;
    } cases[] = {
        {{0, 0}, "0", "0"},
        {{999, 0}, "999", "999"},
        {{1000, 0}, "1.000", "1,000"},
        {{100000, 2}, "1.000,00", "1,000.00"},
        {{99999, 2}, "999,99", "999.99"},
        {{-123456789, 2}, "-1.234.567,89", "-1,234,567.89"},
        {{-1000, 0}, "-1.000", "-1,000"},
        {{INT64_MIN, 0}, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"},
        {{INT64_MIN, 1}, "-922.337.203.685.477.580,8", "-922,337,203,685,477,580.8"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[IKMI_DECIMAL_SIZE];
        cr_expect(eq(str, ikmi_decimal_for_people(text, cases[i].value, IKM_LANG_ID), (char *)cases[i].indonesian));
        cr_expect(eq(str, ikmi_decimal_for_people(text, cases[i].value, IKM_LANG_EN), (char *)cases[i].english));
    }
}

Test(test_base_decimal, the_shortest_form_drops_zeros_of_places_only)
{
    static const struct {
        ikm_decimal value, shortest;
    } cases[] = {
        {{8972, 2}, {8972, 2}}, {{8970, 2}, {897, 1}}, {{8900, 2}, {89, 0}},
        {{8900, 0}, {8900, 0}}, {{0, 5}, {0, 0}},      {{-500, 3}, {-5, 1}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ikm_decimal value = ikmi_decimal_shortest(cases[i].value);
        cr_expect(eq(i64, value.digits, cases[i].shortest.digits), "case %zu", i);
        cr_expect(eq(i32, value.places, cases[i].shortest.places), "case %zu", i);
    }
}

Test(test_base_decimal, integers_have_no_point_and_no_groups)
{
    char text[IKMI_INTEGER_SIZE];
    cr_expect(eq(str, ikmi_integer_text(text, 0), "0"));
    cr_expect(eq(str, ikmi_integer_text(text, 7550903), "7550903"));
    cr_expect(eq(str, ikmi_integer_text(text, INT64_MIN), "-9223372036854775808"));
}
