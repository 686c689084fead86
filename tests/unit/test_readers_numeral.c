#include "readers/numeral.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Test(readers_numeral, a_number_comes_as_a_spreadsheet_shows_it)
{
    static const struct {
        const char *raw, *text;
    } cases[] = {
        {"4", "4"},
        {"4.0", "4"},
        {"4.00", "4"},
        {"+4", "4"},
        {"0", "0"},
        {"-0", "0"},
        {"0.000", "0"},
        {"007", "7"},
        {"89.719999999999999", "89.72"},
        {"8.9719999999999999E1", "89.72"},
        {"0.1", "0.1"},
        {"0.10000000000000001", "0.1"},
        {"0.30000000000000004", "0.3"},
        {".5", "0.5"},
        {"5.", "5"},
        {"-1.25", "-1.25"},
        {"1E3", "1000"},
        {"1e-3", "0.001"},
        {"1.5e+2", "150"},
        {"100", "100"},
        {"3303010101900001", "3303010101900000"}, /* a NIK kept as a number has lost its end already */
        {"123456789012345", "123456789012345"},
        {"1234567890123454", "1234567890123450"},
        {"1234567890123455", "1234567890123460"},
        {"999999999999999.9", "1000000000000000"},
        {"0.99999999999999999", "1"},
        {"99999999999999999999", "1E+20"},
        {"12345678901234500000", "12345678901234500000"},
        {"1E20", "1E+20"},
        {"1.5E300", "1.5E+300"},
        {"0.0000000001", "0.0000000001"},
        {"1E-11", "1E-11"},
        {"1E-300", "1E-300"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikmi_numeral number;
        char text[IKMI_NUMERAL_SIZE] = "";
        bool read = ikmi_numeral_read(&number, (ikm_text){cases[i].raw, strlen(cases[i].raw)});
        cr_expect(read, "%s", cases[i].raw);
        size_t size = read ? ikmi_numeral_write(text, &number) : 0;
        cr_expect(eq(sz, size, strlen(cases[i].text)));
        cr_expect(eq(str, text, (char *)cases[i].text), "%s", cases[i].raw);
    }
}

Test(readers_numeral, what_is_no_number_is_refused)
{
    static const char *const cases[] = {"",    "-",  ".",  "abc", "1,5", "1.2.3", "1e",
                                        "1e+", "1 ", " 1", "NaN", "INF", "0x10",  "1E9999"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikmi_numeral number;
        cr_expect(not(ikmi_numeral_read(&number, (ikm_text){cases[i], strlen(cases[i])})), "%s", cases[i]);
    }
}

Test(readers_numeral, fifteen_digits_of_any_double_read_back_to_within_half_a_unit)
{
    uint64_t seed = 20240131;
    for (int i = 0; i < 200000; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        double value = (double)(int64_t)seed / (double)(1u << (seed % 31));
        ikmi_numeral number;
        char text[IKMI_NUMERAL_SIZE], expected[64];
        cr_assert(ikmi_numeral_of(&number, value));
        ikmi_numeral_write(text, &number);
        snprintf(expected, sizeof expected, "%.15g", value);
        cr_assert(eq(dbl, strtod(text, NULL), strtod(expected, NULL)), "%s %s", text, expected);
    }
    ikmi_numeral number;
    cr_expect(not(ikmi_numeral_of(&number, (double)NAN)));
    cr_expect(not(ikmi_numeral_of(&number, (double)INFINITY)));
}

Test(readers_numeral, no_number_overflows_its_room)
{
    uint64_t seed = 7;
    for (int i = 0; i < 100000; i++) {
        char raw[40];
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        snprintf(raw, sizeof raw, "-%llu.%llue%d", (unsigned long long)(seed >> (seed % 60)),
                 (unsigned long long)(seed >> 20) % 1000000000u, (int)(seed >> 40) % 60);
        ikmi_numeral number;
        char text[IKMI_NUMERAL_SIZE];
        if (ikmi_numeral_read(&number, (ikm_text){raw, strlen(raw)}))
            cr_assert(lt(sz, ikmi_numeral_write(text, &number), sizeof text));
    }
}
