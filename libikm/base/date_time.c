/* The time behind a date, and its zone, which shifts nothing. */
#include "date_parts.h"

#include <string.h>

void ikmi_date_set_seconds(ikmi_date *date, int64_t seconds)
{
    date->has_time = true;
    date->hour = (int)(seconds / 3600);
    date->minute = (int)(seconds / 60 % 60);
    date->second = (int)(seconds % 60);
}

bool ikmi_date_set_time(ikmi_date *date, int64_t hour, int64_t minute, int64_t second)
{
    if (hour > 23 || minute > 59 || second > 60)
        return false;
    ikmi_date_set_seconds(date, hour * 3600 + minute * 60 + (second == 60 ? 59 : second));
    return true;
}

/* AM and PM, also "p.m."; false for an hour that has none. */
static bool read_half_of_day(ikmi_cursor *c, int64_t *hour)
{
    ikmi_cursor after = *c;
    ikmi_cursor_skip_blanks(&after);
    char half = (char)(ikmi_cursor_look(&after) | 0x20);
    if (half != 'a' && half != 'p')
        return true;
    after.at++;
    ikmi_cursor_take(&after, '.');
    if ((ikmi_cursor_look(&after) | 0x20) != 'm')
        return true;
    after.at++;
    ikmi_cursor_take(&after, '.');
    if (*hour < 1 || *hour > 12)
        return false;
    *hour = *hour % 12 + (half == 'p' ? 12 : 0);
    *c = after;
    return true;
}

/* "Z", "+07:00", "GMT+7", "WIB", and "(Western Indonesia Time)" behind. */
static void skip_zone(ikmi_cursor *c)
{
    static const char *const names[] = {"z", "gmt", "utc", "wib", "wita", "wit"};
    char name[IKMI_NAME_SIZE];
    int digits;
    ikmi_cursor_skip_blanks(c);
    ikmi_cursor after = *c;
    if (ikmi_cursor_letters(&after, name))
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (!strcmp(names[i], name))
                *c = after;
    if (ikmi_cursor_look(c) == '+' || ikmi_cursor_look(c) == '-') {
        c->at++;
        ikmi_cursor_number(c, &digits);
        if (ikmi_cursor_take(c, ':'))
            ikmi_cursor_number(c, &digits);
    }
    ikmi_cursor_skip_blanks(c);
    if (ikmi_cursor_look(c) == '(' && c->end[-1] == ')')
        c->at = c->end;
}

/* What may stand between day and time: T, blanks, a comma, the word for "at". */
static bool skip_to_time(ikmi_cursor *c)
{
    char word[IKMI_NAME_SIZE];
    bool apart = ikmi_cursor_take(c, ',');
    apart |= ikmi_cursor_skip_blanks(c);
    ikmi_cursor after = *c;
    if (ikmi_cursor_letters(&after, word) && (!strcmp(word, "t") || !strcmp(word, "pukul") || !strcmp(word, "jam"))) {
        ikmi_cursor_skip_blanks(&after);
        *c = after;
        apart = true;
    }
    return apart;
}

/* 10:22, 10:22:33, 10.22.33, 10:22:33.456, 102233 */
static bool read_clock(ikmi_cursor *c, int64_t clock[3])
{
    int digits;
    clock[0] = ikmi_cursor_number(c, &digits);
    if (digits == 4 || digits == 6) {
        int64_t number = digits == 4 ? clock[0] * 100 : clock[0];
        clock[0] = number / 10000;
        clock[1] = number / 100 % 100;
        clock[2] = number % 100;
    } else {
        char separator = ikmi_cursor_look(c);
        if (digits < 1 || digits > 2 || (separator != ':' && separator != '.'))
            return false;
        c->at++;
        clock[1] = ikmi_cursor_number(c, &digits);
        if (digits != 2)
            return false;
        if (ikmi_cursor_take(c, separator)) {
            clock[2] = ikmi_cursor_number(c, &digits);
            if (digits != 2)
                return false;
        }
    }
    if (ikmi_cursor_look(c) == '.' || ikmi_cursor_look(c) == ',') {
        c->at++;
        ikmi_cursor_number(c, &digits);
        if (!digits)
            return false;
    }
    return true;
}

bool ikmi_date_read_time(ikmi_cursor *c, ikmi_date *date)
{
    int64_t clock[3] = {0, 0, 0};
    if (c->at == c->end)
        return true;
    if (date->day == 0 || date->has_time || !skip_to_time(c) || !read_clock(c, clock))
        return false;
    if (!read_half_of_day(c, &clock[0]))
        return false;
    skip_zone(c);
    return c->at == c->end && ikmi_date_set_time(date, clock[0], clock[1], clock[2]);
}
