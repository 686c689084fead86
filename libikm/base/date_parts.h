/* Reading a date piece by piece: what date.c is made of. */
#ifndef IKMI_DATE_PARTS_H
#define IKMI_DATE_PARTS_H

#include "date.h"

/* What is left to read. */
typedef struct ikmi_cursor {
    const char *at, *end;
} ikmi_cursor;

enum { IKMI_NAME_SIZE = 12 };

static inline bool ikmi_cursor_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The next character; NUL at the end. */
static inline char ikmi_cursor_look(const ikmi_cursor *c)
{
    return c->at < c->end ? *c->at : '\0';
}

/* Take the next character if it is this one. */
static inline bool ikmi_cursor_take(ikmi_cursor *c, char wanted)
{
    bool there = c->at < c->end && *c->at == wanted;
    c->at += there;
    return there;
}

bool ikmi_cursor_skip_blanks(ikmi_cursor *c);

/* Digits in a row, at most 15; how many there are goes to `*digits_out`. */
int64_t ikmi_cursor_number(ikmi_cursor *c, int *digits_out);

/* Letters in a row, in lower case; their number, 0 when there are none or too many. */
size_t ikmi_cursor_letters(ikmi_cursor *c, char out[IKMI_NAME_SIZE]);

/* The month whose name comes next; 0, with nothing taken, when there is none. */
int ikmi_date_month_name(ikmi_cursor *c);

/* "Senin, ", "Mon "; nothing where there is none. */
void ikmi_date_skip_weekday(ikmi_cursor *c);

/* The day, or month and year, or year, up to where a time may begin. */
bool ikmi_date_read_day(ikmi_cursor *c, ikmi_date *date, ikmi_date_order order);

/* The time and the zone, to the end of the text; true where there is nothing more. */
bool ikmi_date_read_time(ikmi_cursor *c, ikmi_date *date);

/* false: there is no such time. A leap second is the one before it. */
bool ikmi_date_set_time(ikmi_date *date, int64_t hour, int64_t minute, int64_t second);
void ikmi_date_set_seconds(ikmi_date *date, int64_t seconds);

#endif
