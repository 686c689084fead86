#include "readers/moment.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *serial(char out[IKMI_MOMENT_SIZE], const char *raw, ikmi_moment_kind kind, bool from_1904)
{
    ikmi_numeral number;
    out[0] = '\0';
    if (ikmi_numeral_read(&number, (ikm_text){raw, strlen(raw)}))
        ikmi_moment_of_serial(out, &number, kind, from_1904);
    return out;
}

Test(readers_moment, a_serial_number_is_a_day_and_a_time)
{
    static const struct {
        const char *raw;
        ikmi_moment_kind kind;
        bool from_1904;
        const char *text;
    } cases[] = {
        {"45322", IKMI_MOMENT_DATE, false, "2024-01-31"},
        {"45322", IKMI_MOMENT_BOTH, false, "2024-01-31 00:00:00"},
        {"45322.534027777777", IKMI_MOMENT_BOTH, false, "2024-01-31 12:49:00"},
        {"45322.534027777777", IKMI_MOMENT_DATE, false, "2024-01-31 12:49:00"}, /* hidden, but there */
        {"4.5322534027777777E4", IKMI_MOMENT_BOTH, false, "2024-01-31 12:49:00"},
        {"45322.999999999", IKMI_MOMENT_BOTH, false, "2024-02-01 00:00:00"}, /* to the nearest second */
        {"45351", IKMI_MOMENT_DATE, false, "2024-02-29"},
        {"45352", IKMI_MOMENT_DATE, false, "2024-03-01"},
        {"61", IKMI_MOMENT_DATE, false, "1900-03-01"},
        {"59", IKMI_MOMENT_DATE, false, "1900-02-28"},
        {"1", IKMI_MOMENT_DATE, false, "1900-01-01"},
        {"60", IKMI_MOMENT_DATE, false, ""}, /* 29 February 1900 never was */
        {"2958465", IKMI_MOMENT_DATE, false, "9999-12-31"},
        {"2958466", IKMI_MOMENT_DATE, false, ""},
        {"-1", IKMI_MOMENT_DATE, false, ""},
        {"0.3125", IKMI_MOMENT_TIME, false, "07:30:00"},
        {"45322.3125", IKMI_MOMENT_TIME, false, "2024-01-31 07:30:00"},
        {"1.25", IKMI_MOMENT_ELAPSED, false, "30:00:00"},
        {"43860", IKMI_MOMENT_DATE, true, "2024-01-31"},
        {"0", IKMI_MOMENT_DATE, true, "1904-01-01"},
        {"43860.5", IKMI_MOMENT_BOTH, true, "2024-01-31 12:00:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[IKMI_MOMENT_SIZE];
        cr_expect(eq(str, (char *)serial(out, cases[i].raw, cases[i].kind, cases[i].from_1904), (char *)cases[i].text),
                  "%s", cases[i].raw);
    }
}

Test(readers_moment, every_day_of_four_centuries_is_the_one_of_the_system_calendar)
{
    for (long day = 61; day < 61 + 4 * 36525; day++) {
        char raw[24], out[IKMI_MOMENT_SIZE], expected[24];
        time_t when = (time_t)(day - 25569) * 86400; /* 1970-01-01 is 25569 */
        struct tm calendar;
        snprintf(raw, sizeof raw, "%ld", day);
        cr_assert(gmtime_r(&when, &calendar) != NULL);
        strftime(expected, sizeof expected, "%Y-%m-%d", &calendar);
        cr_assert(eq(str, (char *)serial(out, raw, IKMI_MOMENT_DATE, false), expected));
    }
}

Test(readers_moment, the_seconds_of_spss_begin_with_the_gregorian_calendar)
{
    static const struct {
        double seconds;
        ikmi_moment_kind kind;
        const char *text;
    } cases[] = {
        {0, IKMI_MOMENT_DATE, "1582-10-14"},
        {13926124800.0, IKMI_MOMENT_DATE, "2024-02-01"},
        {13926124800.0 + 45000, IKMI_MOMENT_BOTH, "2024-02-01 12:30:00"},
        {45000, IKMI_MOMENT_TIME, "12:30:00"},
        {90000, IKMI_MOMENT_ELAPSED, "25:00:00"},
        {-1, IKMI_MOMENT_DATE, ""},
        {1e300, IKMI_MOMENT_DATE, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[IKMI_MOMENT_SIZE] = "";
        ikmi_moment_of_spss(out, cases[i].seconds, cases[i].kind);
        cr_expect(eq(str, out, (char *)cases[i].text), "%f", cases[i].seconds);
    }
    char out[IKMI_MOMENT_SIZE] = "";
    cr_expect(eq(sz, ikmi_moment_of_spss(out, (double)NAN, IKMI_MOMENT_DATE), 0));
}

Test(readers_moment, an_iso_moment_loses_its_letters)
{
    static const struct {
        const char *raw, *text;
    } cases[] = {
        {"2024-01-31T12:49:00.000Z", "2024-01-31 12:49:00"},
        {"2024-01-31T12:49:00", "2024-01-31 12:49:00"},
        {"2024-01-31", "2024-01-31"},
        {"12:49:00", "12:49:00"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[48];
        strcpy(text, cases[i].raw);
        text[ikmi_moment_plain(text, strlen(text))] = '\0';
        cr_expect(eq(str, text, (char *)cases[i].text));
    }
}
