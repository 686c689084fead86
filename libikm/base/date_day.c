/* The day of a date, in all the ways in which it is written. */
#include "date_parts.h"

#include "integer.h"

static int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

/* A year of two digits is of this century: there was no survey of this kind in the last one. */
static bool set_year(ikmi_date *date, int64_t year, int digits)
{
    if (digits == 2)
        year += 2000;
    else if (digits != 4)
        return false;
    date->year = (int)year;
    return year >= 1900 && year <= 2199;
}

static bool set_month_and_day(ikmi_date *date, int64_t month, int64_t day)
{
    if (month < 1 || month > 12 || day < 1 || day > days_of_month(date->year, (int)month))
        return false;
    date->month = (int)month;
    date->day = (int)day;
    return true;
}

/* After the year: "-01-15", "/1/15", or "-01", or nothing. */
static bool read_after_year(ikmi_cursor *c, ikmi_date *date)
{
    int digits;
    char separator = ikmi_cursor_look(c);
    if (c->at == c->end)
        return true;
    if (separator != '-' && separator != '/' && separator != '.')
        return false;
    c->at++;
    int64_t month = ikmi_cursor_number(c, &digits);
    if (digits < 1 || digits > 2 || month < 1 || month > 12)
        return false;
    if (c->at == c->end && separator == '-') {
        date->month = (int)month;
        return digits == 2;
    }
    if (!ikmi_cursor_take(c, separator))
        return false;
    int64_t day = ikmi_cursor_number(c, &digits);
    return digits >= 1 && digits <= 2 && set_month_and_day(date, month, day);
}

/* After the first one or two digits: "/1/2024", or "/2024", which is a month of a year. */
static bool read_after_number(ikmi_cursor *c, ikmi_date *date, int64_t first, ikmi_date_order order)
{
    int digits;
    char separator = ikmi_cursor_look(c);
    c->at++;
    int64_t second = ikmi_cursor_number(c, &digits);
    if (digits == 4 && separator != '.' && c->at == c->end) {
        date->month = (int)first;
        return set_year(date, second, digits) && first >= 1 && first <= 12;
    }
    if (digits < 1 || digits > 2 || !ikmi_cursor_take(c, separator))
        return false;
    int64_t year = ikmi_cursor_number(c, &digits);
    if (!set_year(date, year, digits))
        return false;
    return order == IKMI_DAY_FIRST ? set_month_and_day(date, second, first) : set_month_and_day(date, first, second);
}

static void skip_joint(ikmi_cursor *c)
{
    ikmi_cursor_skip_blanks(c);
    if (ikmi_cursor_look(c) == '-' || ikmi_cursor_look(c) == '/' || ikmi_cursor_look(c) == ',' ||
        ikmi_cursor_look(c) == '.')
        c->at++;
    ikmi_cursor_skip_blanks(c);
}

/* "15 Januari 2024", "15-Jan-24", where the 15 was read. */
static bool read_named_month(ikmi_cursor *c, ikmi_date *date, int64_t day)
{
    int digits;
    skip_joint(c);
    int month = ikmi_date_month_name(c);
    if (!month)
        return false;
    skip_joint(c);
    int64_t year = ikmi_cursor_number(c, &digits);
    return set_year(date, year, digits) && set_month_and_day(date, month, day);
}

/* "Januari 2024", "Januari 15, 2024". "Jan-24" may be either, so it is neither. */
static bool read_month_first(ikmi_cursor *c, ikmi_date *date)
{
    int digits;
    int month = ikmi_date_month_name(c);
    if (!month)
        return false;
    skip_joint(c);
    int64_t number = ikmi_cursor_number(c, &digits);
    if (digits == 4) {
        date->month = month;
        return set_year(date, number, digits);
    }
    if (digits < 1 || digits > 2)
        return false;
    skip_joint(c);
    int64_t year = ikmi_cursor_number(c, &digits);
    return digits == 4 && set_year(date, year, digits) && set_month_and_day(date, month, number);
}

/* Years of 400, 100, 4 and 1, counted from a March. */
ikmi_date ikmi_date_of_days(int64_t days)
{
    ikmi_date date = {0};
    int64_t shifted = days + 719468, era = shifted / 146097, of_era = shifted % 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100), march_month = (5 * of_year + 2) / 153;
    date.day = (int)(of_year - (153 * march_month + 2) / 5 + 1);
    date.month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);
    date.year = (int)(year + era * 400 + (date.month <= 2));
    return date;
}

/* 45306, 45306.4313 or 45306,4313: days since 1899-12-30, and the part of a day. */
static bool read_serial(ikmi_cursor *c, ikmi_date *date, int64_t serial)
{
    enum { SECONDS = 86400, EPOCH = 25569 }; /* the serial number of 1970-01-01 */
    int digits = 0;
    int64_t seconds = 0;
    bool point = ikmi_cursor_take(c, '.') || ikmi_cursor_take(c, ',');
    if (point) {
        ikmi_cursor fraction = *c;
        int64_t part = ikmi_cursor_number(&fraction, &digits);
        if (digits < 1)
            return false;
        while (ikmi_cursor_is_digit(ikmi_cursor_look(&fraction)))
            fraction.at++;
        *c = fraction;
        int64_t scale = ikmi_power_of_ten(digits);
        seconds = (int64_t)(((ikmi_int128)part * SECONDS * 2 + scale) / ((ikmi_int128)scale * 2));
    }
    if (c->at != c->end || serial < 20000 || serial > 80000)
        return false;
    *date = ikmi_date_of_days(serial - EPOCH + seconds / SECONDS);
    if (point)
        ikmi_date_set_seconds(date, seconds % SECONDS);
    return true;
}

/* 20240115, and 202401151022 or 20240115102233 with a time. */
static bool read_compact(ikmi_date *date, int64_t number, int digits)
{
    int64_t clock = 0;
    if (digits != 8 && digits != 12 && digits != 14)
        return false;
    if (digits > 8) {
        clock = digits == 12 ? number % 10000 * 100 : number % 1000000;
        number /= ikmi_power_of_ten(digits - 8);
        if (!ikmi_date_set_time(date, clock / 10000, clock / 100 % 100, clock % 100))
            return false;
    }
    return set_year(date, number / 10000, 4) && set_month_and_day(date, number / 100 % 100, number % 100);
}

bool ikmi_date_read_day(ikmi_cursor *c, ikmi_date *date, ikmi_date_order order)
{
    int digits;
    ikmi_date_skip_weekday(c);
    int64_t number = ikmi_cursor_number(c, &digits);
    char next = ikmi_cursor_look(c);
    if (digits == 0)
        return read_month_first(c, date);
    if (digits == 5)
        return read_serial(c, date, number);
    if (digits == 4)
        return set_year(date, number, digits) && read_after_year(c, date);
    if (digits > 5)
        return read_compact(date, number, digits);
    if (digits > 2)
        return false;
    bool numeric = (next == '/' || next == '-' || next == '.') && c->end - c->at > 1 && ikmi_cursor_is_digit(c->at[1]);
    return numeric ? read_after_number(c, date, number, order) : read_named_month(c, date, number);
}
