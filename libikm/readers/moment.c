#include "moment.h"

#include <math.h>
#include <string.h>

enum {
    DAY_SECONDS = 86400,
    DAYS_400_YEARS = 146097, /* of the Gregorian calendar */
    DAYS_100_YEARS = 36524,
    DAYS_4_YEARS = 1461,
    DAYS_YEAR = 365,
    /* all counted from 0001-01-01, which is day 0 */
    DAY_OF_1900_SYSTEM = 693593, /* 1899-12-30: right from 1900-03-01 on, see below */
    DAY_OF_1904_SYSTEM = 695055, /* 1904-01-01 */
    DAY_OF_SPSS = 577734,        /* 1582-10-14 */
    DAY_LAST = 3652058           /* 9999-12-31 */
};

static size_t write_digits(char *out, int64_t value, size_t width)
{
    size_t count = width;
    for (int64_t rest = value; count < 12; count++) {
        int64_t limit = 1;
        for (size_t i = 0; i < count; i++)
            limit *= 10;
        if (rest < limit)
            break;
    }
    for (size_t i = count; i-- > 0; value /= 10)
        out[i] = (char)('0' + value % 10);
    return count;
}

static size_t write_date(char *out, int64_t day)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t rest = day % DAYS_400_YEARS, year = day / DAYS_400_YEARS * 400 + 1;
    int64_t centuries = rest / DAYS_100_YEARS < 3 ? rest / DAYS_100_YEARS : 3;
    rest -= centuries * DAYS_100_YEARS;
    int64_t fours = rest / DAYS_4_YEARS;
    rest -= fours * DAYS_4_YEARS;
    int64_t ones = rest / DAYS_YEAR < 3 ? rest / DAYS_YEAR : 3;
    rest -= ones * DAYS_YEAR;
    year += centuries * 100 + fours * 4 + ones;
    bool leap = ones == 3 && (fours != 24 || centuries == 3);
    int month = 0;
    while (rest >= lengths[month] + (month == 1 && leap)) {
        rest -= lengths[month] + (month == 1 && leap);
        month++;
    }
    size_t used = write_digits(out, year, 4);
    out[used++] = '-';
    used += write_digits(out + used, month + 1, 2);
    out[used++] = '-';
    return used + write_digits(out + used, rest + 1, 2);
}

static size_t write_time(char *out, int64_t seconds)
{
    size_t used = write_digits(out, seconds / 3600, 2);
    out[used++] = ':';
    used += write_digits(out + used, seconds / 60 % 60, 2);
    out[used++] = ':';
    return used + write_digits(out + used, seconds % 60, 2);
}

static size_t write_both(char *out, int64_t day, int64_t second, bool with_time)
{
    if (day < 0 || day > DAY_LAST)
        return 0;
    size_t used = write_date(out, day);
    if (with_time) {
        out[used++] = ' ';
        used += write_time(out + used, second);
    }
    out[used] = '\0';
    return used;
}

static size_t write_length(char *out, int64_t seconds)
{
    size_t used = write_time(out, seconds);
    out[used] = '\0';
    return used;
}

/* Whole days and the seconds after them, to the nearest second; false if there are too many. */
static bool split(const ikmi_numeral *serial, int64_t *days_out, int64_t *seconds_out)
{
    int64_t days = 0, part = 0, scale = 1;
    if (serial->negative || serial->point > 7)
        return false;
    for (int i = 0; i < serial->point; i++)
        days = days * 10 + ((size_t)i < serial->count ? serial->digits[i] - '0' : 0);
    for (int place = 0; place < 12; place++) {
        int i = serial->point + place;
        part = part * 10 + (i >= 0 && (size_t)i < serial->count ? serial->digits[i] - '0' : 0);
        scale *= 10;
    }
    int64_t seconds = (part * DAY_SECONDS + scale / 2) / scale;
    *days_out = days + seconds / DAY_SECONDS;
    *seconds_out = seconds % DAY_SECONDS;
    return true;
}

size_t ikmi_moment_of_serial(char out[IKMI_MOMENT_SIZE], const ikmi_numeral *serial, ikmi_moment_kind kind,
                             bool from_1904)
{
    int64_t days, seconds;
    if (!split(serial, &days, &seconds))
        return 0;
    if (kind == IKMI_MOMENT_ELAPSED || (kind == IKMI_MOMENT_TIME && days == 0))
        return write_length(out, days * DAY_SECONDS + seconds);
    bool with_time = (kind & IKMI_MOMENT_TIME) || seconds;
    if (from_1904)
        return write_both(out, days + DAY_OF_1904_SYSTEM, seconds, with_time);
    /* The 1900 system has a 29 February 1900, day 60, which never was: before it all is one day later. */
    if (days == 0 || days == 60)
        return 0;
    return write_both(out, days + DAY_OF_1900_SYSTEM + (days < 60), seconds, with_time);
}

size_t ikmi_moment_of_spss(char out[IKMI_MOMENT_SIZE], double seconds, ikmi_moment_kind kind)
{
    if (!isfinite(seconds) || seconds < 0 || seconds > 1e12)
        return 0;
    int64_t whole = (int64_t)floor(seconds + 0.5);
    if (kind == IKMI_MOMENT_TIME || kind == IKMI_MOMENT_ELAPSED)
        return write_length(out, whole);
    int64_t second = whole % DAY_SECONDS;
    return write_both(out, whole / DAY_SECONDS + DAY_OF_SPSS, second, kind == IKMI_MOMENT_BOTH || second);
}

size_t ikmi_moment_plain(char *text, size_t size)
{
    if (size < 11 || text[4] != '-' || text[10] != 'T')
        return size;
    text[10] = ' ';
    if (text[size - 1] == 'Z')
        size--;
    const char *point = memchr(text, '.', size);
    return point ? (size_t)(point - text) : size;
}
