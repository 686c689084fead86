#include "base/date.h"
#include "base/mem.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

/* "2024-01-15 10:22:33", as much of it as there is; "" for no date. */
static const char *read_as(const char *text, ikmi_date_order order)
{
    static char out[64];
    ikmi_date date;
    out[0] = '\0';
    if (!ikmi_date_read(&date, ikmi_text(text), order))
        return out;
    int size = sprintf(out, "%04d", date.year);
    if (date.month)
        size += sprintf(out + size, "-%02d", date.month);
    if (date.day)
        size += sprintf(out + size, "-%02d", date.day);
    if (date.has_time)
        sprintf(out + size, " %02d:%02d:%02d", date.hour, date.minute, date.second);
    return out;
}

Test(date, dates_are_read_in_every_way_in_which_dumps_write_them)
{
    static const struct {
        const char *text, *day_first;
    } cases[] = {
        /* ISO 8601 */
        {"2024-01-15", "2024-01-15"},
        {" 2024-01-15 ", "2024-01-15"},
        {"2024/1/5", "2024-01-05"},
        {"2024.01.15", "2024-01-15"},
        {"2024-01-15 10:22", "2024-01-15 10:22:00"},
        {"2024-01-15T10:22:33", "2024-01-15 10:22:33"},
        {"2024-01-15T10:22:33Z", "2024-01-15 10:22:33"},
        {"2024-01-15T10:22:33.123+07:00", "2024-01-15 10:22:33"},
        {"2024-01-15 23:59:60", "2024-01-15 23:59:59"},
        {"2024-01-15 10:22:33,456 UTC", "2024-01-15 10:22:33"},
        {"20240115", "2024-01-15"},
        {"20240115T102233Z", "2024-01-15 10:22:33"},
        {"20240115102233", "2024-01-15 10:22:33"},
        {"2024-01", "2024-01"},
        {"2024", "2024"},
        {"2024-02-29", "2024-02-29"},
        /* day, month, year */
        {"15/01/2024", "2024-01-15"},
        {"5/1/2024", "2024-01-05"},
        {"05-01-2024", "2024-01-05"},
        {"05.01.2024", "2024-01-05"},
        {"5/1/24", "2024-01-05"},
        {"15/01/2024 10:22:33", "2024-01-15 10:22:33"},
        {"15/01/2024 10.22.33", "2024-01-15 10:22:33"},
        {"15/01/2024, 10.22 WIB", "2024-01-15 10:22:00"},
        {"15/01/2024 pukul 10.22 WIB", "2024-01-15 10:22:00"},
        {"15/01/2024 12:05:00 AM", "2024-01-15 00:05:00"},
        {"15/01/2024 1:05 p.m.", "2024-01-15 13:05:00"},
        {"2024/01/15 10:22:33 AM GMT+7", "2024-01-15 10:22:33"},
        {"01/2024", "2024-01"},
        /* names of months */
        {"15 Januari 2024", "2024-01-15"},
        {"Senin, 15 Januari 2024", "2024-01-15"},
        {"Jum'at, 19 Januari 2024", "2024-01-19"},
        {"15 JAN 2024", "2024-01-15"},
        {"15-Jan-24", "2024-01-15"},
        {"15Jan2024", "2024-01-15"},
        {"1 Agustus 2024", "2024-08-01"},
        {"1 Agt 2024", "2024-08-01"},
        {"1 Pebruari 2024", "2024-02-01"},
        {"1 Nopember 2024", "2024-11-01"},
        {"1 Mei 2024", "2024-05-01"},
        {"3 December 2024", "2024-12-03"},
        {"Januari 2024", "2024-01"},
        {"January 15, 2024", "2024-01-15"},
        {"Sept. 5, 2024 3:04 PM", "2024-09-05 15:04:00"},
        {"Mon Jan 15 2024 10:22:33 GMT+0700 (Western Indonesia Time)", "2024-01-15 10:22:33"},
        {"Mon, 15 Jan 2024 10:22:33 +0700", "2024-01-15 10:22:33"},
        /* serial numbers of spreadsheets */
        {"45306", "2024-01-15"},
        {"45306.5", "2024-01-15 12:00:00"},
        {"45306,4326736111", "2024-01-15 10:23:03"},
        {"45306.99999999", "2024-01-16 00:00:00"},
        {"25569", "1970-01-01"},
        {"36585", "2000-02-29"},
        /* no dates */
        {"", ""},
        {" ", ""},
        {"-", ""},
        {"4", ""},
        {"39", ""},
        {"1234", ""},
        {"12345", ""},
        {"99999", ""},
        {"123456", ""},
        {"3303011234560001", ""},
        {"081234567890", ""},
        {"2024-13-01", ""},
        {"2024-00-10", ""},
        {"2023-02-29", ""},
        {"1900-02-29", ""},
        {"2024-04-31", ""},
        {"32/01/2024", ""},
        {"0/1/2024", ""},
        {"15/01-2024", ""},
        {"15/01/224", ""},
        {"15/01", ""},
        {"13/2024", ""},
        {"12.2024", ""},
        {"2024-01-15 25:00", ""},
        {"2024-01-15 10:60", ""},
        {"2024-01-15 10", ""},
        {"2024-01-15 x", ""},
        {"2024-01-15x", ""},
        {"2024-01-15 10:22 besok", ""},
        {"15/01/2024 13:00 PM", ""},
        {"10:22", ""},
        {"Jan-24", ""},
        {"15 Foo 2024", ""},
        {"15 Januari", ""},
        {"Senin", ""},
        {"2024-01-15 2024-01-16", ""},
        {"45306.x", ""},
        {"2300-01-01", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(eq(str, (char *)read_as(cases[i].text, IKMI_DAY_FIRST), (char *)cases[i].day_first), "\"%s\"",
                  cases[i].text);
}

Test(date, the_orders_that_read_a_date_are_told)
{
    static const struct {
        const char *text;
        unsigned orders;
        const char *month_first;
    } cases[] = {
        {"03/04/2024", 3, "2024-03-04"},
        {"13/04/2024", 1, ""},
        {"04/13/2024", 2, "2024-04-13"},
        {"13/13/2024", 0, ""},
        {"2024-04-03", 3, "2024-04-03"},
        {"3 April 2024", 3, "2024-04-03"},
        {"45306", 3, "2024-01-15"},
        {"1/15/2024 10:22:33", 2, "2024-01-15 10:22:33"},
        {"", 0, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_expect(eq(uint, ikmi_date_orders(ikmi_text(cases[i].text)), cases[i].orders), "case %zu", i);
        cr_expect(eq(str, (char *)read_as(cases[i].text, IKMI_MONTH_FIRST), (char *)cases[i].month_first), "case %zu",
                  i);
    }
}

Test(date, the_dates_of_a_file_settle_their_order_together)
{
    static const struct {
        const char *dates[4];
        bool settled;
        ikmi_date_order order;
    } cases[] = {
        {{"03/04/2024", "05/06/2024"}, true, IKMI_DAY_FIRST},
        {{"03/04/2024", "15/01/2024"}, true, IKMI_DAY_FIRST},
        {{"01/15/2024", "01/16/2024"}, true, IKMI_MONTH_FIRST},
        {{"01/15/2024", "03/04/2024", "2024-01-01"}, true, IKMI_MONTH_FIRST},
        {{"01/15/2024", "15/01/2024"}, false, IKMI_DAY_FIRST},
        {{"", "x", NULL}, true, IKMI_DAY_FIRST},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikmi_date_votes votes = {0};
        ikmi_date_order order = IKMI_DAY_FIRST;
        for (size_t d = 0; d < 4 && cases[i].dates[d]; d++)
            ikmi_date_vote(&votes, ikmi_text(cases[i].dates[d]));
        cr_expect(eq(int, ikmi_date_settle(&order, &votes), cases[i].settled), "case %zu", i);
        cr_expect(eq(int, order, cases[i].order), "case %zu", i);
    }
}

Test(date, votes_count_what_they_say)
{
    static const char *const dates[] = {"03/04/2024", "04/04/2024", "2024-01-01", "15/01/2024", "01/15/2024", "x", " "};
    ikmi_date_votes votes = {0};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        ikmi_date_vote(&votes, ikmi_text(dates[i]));
    cr_expect(eq(i64, votes.either, 1));
    cr_expect(eq(i64, votes.plain, 2));
    cr_expect(eq(i64, votes.day_first, 1));
    cr_expect(eq(i64, votes.month_first, 1));
    cr_expect(eq(i64, votes.none, 1));
}

Test(date, every_day_of_three_centuries_has_its_number_and_its_name)
{
    static const char *const names[] = {"Januari", "Pebruari", "Maret",     "April",   "Mei",      "Juni",
                                        "Juli",    "Agustus",  "September", "Oktober", "Nopember", "Desember"};
    ikmi_date start = {.year = 1900, .month = 1, .day = 1};
    int64_t expected = ikmi_date_days(start), seen = 0;
    cr_assert(eq(i64, expected, -25567));
    for (int year = 1900; year <= 2199; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= 31; day++) {
                char text[64];
                ikmi_date date, serial;
                sprintf(text, "%d %s %d", day, names[month - 1], year);
                if (!ikmi_date_read(&date, ikmi_text(text), IKMI_DAY_FIRST)) {
                    cr_expect(gt(int, day, 28), "%s", text);
                    continue;
                }
                seen++;
                cr_assert(eq(i64, ikmi_date_days(date), expected), "%s", text);
                sprintf(text, "%d", (int)(expected + 25569));
                if (expected + 25569 >= 20000 && expected + 25569 <= 80000) {
                    cr_assert(ikmi_date_read(&serial, ikmi_text(text), IKMI_DAY_FIRST));
                    bool same = serial.year == year && serial.month == month && serial.day == day;
                    cr_assert(same, "%s", text);
                }
                expected++;
            }
    cr_expect(eq(i64, seen, 300 * 365 + 75 - 2)); /* every fourth year, but not 1900 and 2100 */
}

Test(date, a_date_falls_into_its_periods)
{
    static const struct {
        const char *text, *year, *semester, *quarter, *month;
    } cases[] = {
        {"2024-01-01", "2024", "2024-S1", "2024-T1", "2024-01"},
        {"2024-03-31", "2024", "2024-S1", "2024-T1", "2024-03"},
        {"2024-04-01", "2024", "2024-S1", "2024-T2", "2024-04"},
        {"2024-06-30", "2024", "2024-S1", "2024-T2", "2024-06"},
        {"2024-07-01", "2024", "2024-S2", "2024-T3", "2024-07"},
        {"2024-12-31", "2024", "2024-S2", "2024-T4", "2024-12"},
        {"Oktober 2024", "2024", "2024-S2", "2024-T4", "2024-10"},
        {"2024", "2024", "", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ikmi_date date;
        char key[4][IKMI_PERIOD_SIZE];
        cr_assert(ikmi_date_read(&date, ikmi_text(cases[i].text), IKMI_DAY_FIRST));
        for (int period = IKMI_PERIOD_YEAR; period <= IKMI_PERIOD_MONTH; period++)
            ikmi_period_key(key[period], date, (ikmi_period)period);
        cr_expect(eq(str, key[IKMI_PERIOD_YEAR], (char *)cases[i].year), "case %zu", i);
        cr_expect(eq(str, key[IKMI_PERIOD_SEMESTER], (char *)cases[i].semester), "case %zu", i);
        cr_expect(eq(str, key[IKMI_PERIOD_QUARTER], (char *)cases[i].quarter), "case %zu", i);
        cr_expect(eq(str, key[IKMI_PERIOD_MONTH], (char *)cases[i].month), "case %zu", i);
    }
    ikmi_period period = IKMI_PERIOD_YEAR;
    cr_expect(ikmi_period_named(&period, ikmi_text("triwulan")));
    cr_expect(eq(int, period, IKMI_PERIOD_QUARTER));
    cr_expect(not(ikmi_period_named(&period, ikmi_text("minggu"))));
    cr_expect(eq(int, period, IKMI_PERIOD_QUARTER));
}

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

Test(date, any_bytes_give_a_date_that_exists_or_none)
{
    static const char alphabet[] = "0123456789/-.: TZJanuarimei,()+";
    uint64_t seed = 3;
    int dates = 0;
    for (int round = 0; round < 200000; round++) {
        char text[40];
        size_t size = next_random(&seed) % 24;
        ikmi_date date = {.year = -1};
        for (size_t i = 0; i < size; i++)
            text[i] = round % 4 == 0 ? (char)next_random(&seed)
                                     : alphabet[next_random(&seed) % (round % 4 == 1 ? 13 : sizeof alphabet - 1)];
        if (!ikmi_date_read(&date, (ikm_text){text, size}, IKMI_DAY_FIRST)) {
            cr_assert(eq(int, date.year, -1));
            continue;
        }
        dates++;
        bool exists = date.year >= 1900 && date.year <= 2199 && date.month >= 0 && date.month <= 12 && date.day >= 0 &&
                      date.day <= 31 && date.hour >= 0 && date.hour < 24 && date.minute < 60 && date.second < 60;
        cr_assert(exists, "round %d", round);
    }
    cr_expect(gt(int, dates, 50));
}
