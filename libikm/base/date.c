#include "date.h"

#include "date_parts.h"

static ikmi_cursor trimmed(ikm_text text)
{
    ikmi_cursor c = {text.data, text.size ? text.data + text.size : text.data};
    while (c.at < c.end && (*c.at == ' ' || (*c.at >= '\t' && *c.at <= '\r')))
        c.at++;
    while (c.end > c.at && (c.end[-1] == ' ' || (c.end[-1] >= '\t' && c.end[-1] <= '\r')))
        c.end--;
    return c;
}

bool ikmi_date_read(ikmi_date *out, ikm_text text, ikmi_date_order order)
{
    ikmi_cursor c = trimmed(text);
    ikmi_date date = {0};
    if (c.at == c.end || c.end - c.at > 100 || !ikmi_date_read_day(&c, &date, order) || !ikmi_date_read_time(&c, &date))
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
    ikmi_cursor c = trimmed(text);
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

int64_t ikmi_date_last_day(ikmi_date date)
{
    if (date.month && date.day)
        return ikmi_date_days(date);
    bool december = !date.month || date.month == 12;
    ikmi_date next = {.year = date.year + december, .month = december ? 1 : date.month + 1};
    return ikmi_date_days(next) - 1;
}
