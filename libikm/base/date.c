#include "date.h"

#include "integer.h"

#include <string.h>

/* What is left to read. */
typedef struct cursor {
    const char *at, *end;
} cursor;

static char look(const cursor *c)
{
    return c->at < c->end ? *c->at : '\0';
}

static bool take(cursor *c, char wanted)
{
    bool there = look(c) == wanted && c->at < c->end;
    c->at += there;
    return there;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'z';
}

static bool skip_blanks(cursor *c)
{
    const char *start = c->at;
    while (look(c) == ' ' || look(c) == '\t')
        c->at++;
    return c->at > start;
}

/* Digits in a row, at most 14; how many there are goes to `*digits_out`. */
static int64_t take_number(cursor *c, int *digits_out)
{
    int64_t value = 0;
    int digits = 0;
    for (; is_digit(look(c)) && digits < 15; digits++)
        value = value * 10 + (*c->at++ - '0');
    *digits_out = digits;
    return value;
}

enum { NAME_SIZE = 12 };

/* Letters in a row, in lower case; their number, 0 when there are none or too many. */
static size_t take_letters(cursor *c, char out[NAME_SIZE])
{
    size_t size = 0;
    const char *start = c->at;
    for (; is_letter(look(c)); c->at++)
        if (size < NAME_SIZE - 1)
            out[size++] = (char)(*c->at | 0x20);
    out[size] = '\0';
    return (size_t)(c->at - start) == size ? size : 0;
}

/* Long and short, of both languages, with the spellings that are still about. */
static const struct {
    const char *name;
    int month;
} months[] = {
    {"januari", 1},   {"january", 1},   {"jan", 1},   {"februari", 2}, {"february", 2},  {"pebruari", 2},  {"feb", 2},
    {"peb", 2},       {"maret", 3},     {"march", 3}, {"mar", 3},      {"april", 4},     {"apr", 4},       {"mei", 5},
    {"may", 5},       {"juni", 6},      {"june", 6},  {"jun", 6},      {"juli", 7},      {"july", 7},      {"jul", 7},
    {"agustus", 8},   {"august", 8},    {"agt", 8},   {"agu", 8},      {"ags", 8},       {"agst", 8},      {"aug", 8},
    {"september", 9}, {"sept", 9},      {"sep", 9},   {"oktober", 10}, {"october", 10},  {"okt", 10},      {"oct", 10},
    {"november", 11}, {"nopember", 11}, {"nov", 11},  {"nop", 11},     {"desember", 12}, {"december", 12}, {"des", 12},
    {"dec", 12},
};

static const char *const weekdays[] = {
    "senin",    "sen",    "selasa", "sel",    "rabu",   "rab",      "kamis",   "kam",    "jumat", "jum",       "sabtu",
    "sab",      "minggu", "min",    "ahad",   "monday", "mon",      "tuesday", "tue",    "tues",  "wednesday", "wed",
    "thursday", "thu",    "thurs",  "friday", "fri",    "saturday", "sat",     "sunday", "sun",
};

/* The month whose name comes next; 0, with nothing taken, when there is none. */
static int take_month(cursor *c)
{
    char name[NAME_SIZE];
    cursor after = *c;
    if (!take_letters(&after, name))
        return 0;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (!strcmp(months[i].name, name)) {
            take(&after, '.');
            *c = after;
            return months[i].month;
        }
    return 0;
}

/* "Senin, ", "Mon "; "Jum'at" has its apostrophe. */
static void skip_weekday(cursor *c)
{
    char name[NAME_SIZE], rest[NAME_SIZE];
    cursor after = *c;
    if (!take_letters(&after, name))
        return;
    if (!strcmp(name, "jum") && take(&after, '\'') && (!take_letters(&after, rest) || strcmp(rest, "at")))
        return;
    for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++)
        if (!strcmp(weekdays[i], name)) {
            take(&after, '.');
            take(&after, ',');
            skip_blanks(&after);
            *c = after;
            return;
        }
}

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
static bool read_after_year(cursor *c, ikmi_date *date)
{
    int digits;
    char separator = look(c);
    if (c->at == c->end)
        return true;
    if (separator != '-' && separator != '/' && separator != '.')
        return false;
    c->at++;
    int64_t month = take_number(c, &digits);
    if (digits < 1 || digits > 2 || month < 1 || month > 12)
        return false;
    if (c->at == c->end && separator == '-') {
        date->month = (int)month;
        return digits == 2;
    }
    if (!take(c, separator))
        return false;
    int64_t day = take_number(c, &digits);
    return digits >= 1 && digits <= 2 && set_month_and_day(date, month, day);
}

/* After the first one or two digits: "/1/2024", or "/2024", which is a month of a year. */
static bool read_after_number(cursor *c, ikmi_date *date, int64_t first, ikmi_date_order order)
{
    int digits;
    char separator = look(c);
    c->at++;
    int64_t second = take_number(c, &digits);
    if (digits == 4 && separator != '.' && c->at == c->end) {
        date->month = (int)first;
        return set_year(date, second, digits) && first >= 1 && first <= 12;
    }
    if (digits < 1 || digits > 2 || !take(c, separator))
        return false;
    int64_t year = take_number(c, &digits);
    if (!set_year(date, year, digits))
        return false;
    return order == IKMI_DAY_FIRST ? set_month_and_day(date, second, first) : set_month_and_day(date, first, second);
}

static void skip_joint(cursor *c)
{
    skip_blanks(c);
    if (look(c) == '-' || look(c) == '/' || look(c) == ',' || look(c) == '.')
        c->at++;
    skip_blanks(c);
}

/* "15 Januari 2024", "15-Jan-24", where the 15 was read. */
static bool read_named_month(cursor *c, ikmi_date *date, int64_t day)
{
    int digits;
    skip_joint(c);
    int month = take_month(c);
    if (!month)
        return false;
    skip_joint(c);
    int64_t year = take_number(c, &digits);
    return set_year(date, year, digits) && set_month_and_day(date, month, day);
}

/* "Januari 2024", "Januari 15, 2024". "Jan-24" may be either, so it is neither. */
static bool read_month_first(cursor *c, ikmi_date *date)
{
    int digits;
    int month = take_month(c);
    if (!month)
        return false;
    skip_joint(c);
    int64_t number = take_number(c, &digits);
    if (digits == 4) {
        date->month = month;
        return set_year(date, number, digits);
    }
    if (digits < 1 || digits > 2)
        return false;
    skip_joint(c);
    int64_t year = take_number(c, &digits);
    return digits == 4 && set_year(date, year, digits) && set_month_and_day(date, month, number);
}

static void set_seconds(ikmi_date *date, int64_t seconds)
{
    date->has_time = true;
    date->hour = (int)(seconds / 3600);
    date->minute = (int)(seconds / 60 % 60);
    date->second = (int)(seconds % 60);
}

/* The day that lies `days` after 1970-01-01: years of 400, 100, 4 and 1, counted from a March. */
static void set_days(ikmi_date *date, int64_t days)
{
    int64_t shifted = days + 719468, era = shifted / 146097, of_era = shifted % 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100), march_month = (5 * of_year + 2) / 153;
    date->day = (int)(of_year - (153 * march_month + 2) / 5 + 1);
    date->month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);
    date->year = (int)(year + era * 400 + (date->month <= 2));
}

/* 45306, 45306.4313 or 45306,4313: days since 1899-12-30, and the part of a day. */
static bool read_serial(cursor *c, ikmi_date *date, int64_t serial)
{
    enum { SECONDS = 86400, EPOCH = 25569 }; /* the serial number of 1970-01-01 */
    int digits = 0;
    int64_t seconds = 0;
    bool point = take(c, '.') || take(c, ',');
    if (point) {
        cursor fraction = *c;
        int64_t part = take_number(&fraction, &digits);
        if (digits < 1)
            return false;
        while (is_digit(look(&fraction)))
            fraction.at++;
        *c = fraction;
        int64_t scale = ikmi_power_of_ten(digits);
        seconds = (int64_t)(((ikmi_int128)part * SECONDS * 2 + scale) / ((ikmi_int128)scale * 2));
    }
    if (c->at != c->end || serial < 20000 || serial > 80000)
        return false;
    set_days(date, serial - EPOCH + seconds / SECONDS);
    if (point)
        set_seconds(date, seconds % SECONDS);
    return true;
}

static bool set_time(ikmi_date *date, int64_t hour, int64_t minute, int64_t second)
{
    if (hour > 23 || minute > 59 || second > 60)
        return false;
    set_seconds(date, hour * 3600 + minute * 60 + (second == 60 ? 59 : second));
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
        if (!set_time(date, clock / 10000, clock / 100 % 100, clock % 100))
            return false;
    }
    return set_year(date, number / 10000, 4) && set_month_and_day(date, number / 100 % 100, number % 100);
}

static bool read_day(cursor *c, ikmi_date *date, ikmi_date_order order)
{
    int digits;
    skip_weekday(c);
    int64_t number = take_number(c, &digits);
    char next = look(c);
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
    bool numeric = (next == '/' || next == '-' || next == '.') && c->end - c->at > 1 && is_digit(c->at[1]);
    return numeric ? read_after_number(c, date, number, order) : read_named_month(c, date, number);
}

/* AM and PM, also "p.m."; false for an hour that has none. */
static bool read_half_of_day(cursor *c, int64_t *hour)
{
    cursor after = *c;
    skip_blanks(&after);
    char half = (char)(look(&after) | 0x20);
    if (half != 'a' && half != 'p')
        return true;
    after.at++;
    take(&after, '.');
    if ((look(&after) | 0x20) != 'm')
        return true;
    after.at++;
    take(&after, '.');
    if (*hour < 1 || *hour > 12)
        return false;
    *hour = *hour % 12 + (half == 'p' ? 12 : 0);
    *c = after;
    return true;
}

/* "Z", "+07:00", "GMT+7", "WIB", and "(Western Indonesia Time)" behind. */
static void skip_zone(cursor *c)
{
    static const char *const names[] = {"z", "gmt", "utc", "wib", "wita", "wit"};
    char name[NAME_SIZE];
    int digits;
    skip_blanks(c);
    cursor after = *c;
    if (take_letters(&after, name))
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (!strcmp(names[i], name))
                *c = after;
    if (look(c) == '+' || look(c) == '-') {
        c->at++;
        take_number(c, &digits);
        if (take(c, ':'))
            take_number(c, &digits);
    }
    skip_blanks(c);
    if (look(c) == '(' && c->end[-1] == ')')
        c->at = c->end;
}

/* What may stand between day and time: T, blanks, a comma, the word for "at". */
static bool skip_to_time(cursor *c)
{
    char word[NAME_SIZE];
    bool apart = take(c, ',');
    apart |= skip_blanks(c);
    cursor after = *c;
    if (take_letters(&after, word) && (!strcmp(word, "t") || !strcmp(word, "pukul") || !strcmp(word, "jam"))) {
        skip_blanks(&after);
        *c = after;
        apart = true;
    }
    return apart;
}

/* 10:22, 10:22:33, 10.22.33, 10:22:33.456, 102233 */
static bool read_clock(cursor *c, int64_t clock[3])
{
    int digits;
    clock[0] = take_number(c, &digits);
    if (digits == 4 || digits == 6) {
        int64_t number = digits == 4 ? clock[0] * 100 : clock[0];
        clock[0] = number / 10000;
        clock[1] = number / 100 % 100;
        clock[2] = number % 100;
    } else {
        char separator = look(c);
        if (digits < 1 || digits > 2 || (separator != ':' && separator != '.'))
            return false;
        c->at++;
        clock[1] = take_number(c, &digits);
        if (digits != 2)
            return false;
        if (take(c, separator)) {
            clock[2] = take_number(c, &digits);
            if (digits != 2)
                return false;
        }
    }
    if (look(c) == '.' || look(c) == ',') {
        c->at++;
        take_number(c, &digits);
        if (!digits)
            return false;
    }
    return true;
}

static bool read_time(cursor *c, ikmi_date *date)
{
    int64_t clock[3] = {0, 0, 0};
    if (c->at == c->end)
        return true;
    if (date->day == 0 || date->has_time || !skip_to_time(c) || !read_clock(c, clock))
        return false;
    if (!read_half_of_day(c, &clock[0]))
        return false;
    skip_zone(c);
    return c->at == c->end && set_time(date, clock[0], clock[1], clock[2]);
}

static cursor trimmed(ikm_text text)
{
    cursor c = {text.data, text.size ? text.data + text.size : text.data};
    while (c.at < c.end && (*c.at == ' ' || (*c.at >= '\t' && *c.at <= '\r')))
        c.at++;
    while (c.end > c.at && (c.end[-1] == ' ' || (c.end[-1] >= '\t' && c.end[-1] <= '\r')))
        c.end--;
    return c;
}

bool ikmi_date_read(ikmi_date *out, ikm_text text, ikmi_date_order order)
{
    cursor c = trimmed(text);
    ikmi_date date = {0};
    if (c.at == c.end || c.end - c.at > 100 || !read_day(&c, &date, order) || !read_time(&c, &date))
        return false;
    *out = date;
    return true;
}

unsigned ikmi_date_orders(ikm_text text)
{
    ikmi_date date;
    unsigned orders = 0;
    if (ikmi_date_read(&date, text, IKMI_DAY_FIRST))
        orders |= IKMI_DAY_FIRST;
    if (ikmi_date_read(&date, text, IKMI_MONTH_FIRST))
        orders |= IKMI_MONTH_FIRST;
    return orders;
}

void ikmi_date_vote(ikmi_date_votes *votes, ikm_text text)
{
    ikmi_date day_first, month_first;
    cursor c = trimmed(text);
    if (c.at == c.end)
        return;
    bool day = ikmi_date_read(&day_first, text, IKMI_DAY_FIRST);
    bool month = ikmi_date_read(&month_first, text, IKMI_MONTH_FIRST);
    if (day && month) {
        bool same = day_first.month == month_first.month && day_first.day == month_first.day;
        votes->plain += same;
        votes->either += !same;
    } else {
        votes->day_first += day;
        votes->month_first += month;
        votes->none += !day && !month;
    }
}

bool ikmi_date_settle(ikmi_date_order *out, const ikmi_date_votes *votes)
{
    if (votes->day_first > 0 && votes->month_first > 0)
        return false;
    *out = votes->month_first > 0 ? IKMI_MONTH_FIRST : IKMI_DAY_FIRST;
    return true;
}

int64_t ikmi_date_days(ikmi_date date)
{
    int month = date.month ? date.month : 1, day = date.day ? date.day : 1;
    int64_t year = date.year - (month <= 2), era = year / 400, of_era = year % 400;
    int64_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}
