/*
 * Dates as people and programs write them, and the periods that they fall into.
 *
 * Read are: ISO 8601 (2024-01-15, with a time and a zone, 20240115, 2024-01, 2024);
 * day/month/year with / - or . and one or two digits, 15/1/24 being 2024; names of
 * months in Indonesian and English, long and short, with or without a weekday;
 * serial numbers of spreadsheets (20000 to 80000, days since 1899-12-30). A date
 * is taken as it is written: its zone shifts nothing.
 */
#ifndef IKMI_DATE_H
#define IKMI_DATE_H

#include "ikm/base.h"

#include <stdbool.h>

typedef struct ikmi_date {
    int year;  /* 1900 to 2199 */
    int month; /* 1 to 12; 0: only the year is written */
    int day;   /* 1 to 31; 0: only month and year are written */
    int hour, minute, second;
    bool has_time;
} ikmi_date;

/* Which of two numbers is the day: the two ways in which 03/04/2024 can be read. */
typedef enum ikmi_date_order { IKMI_DAY_FIRST = 1, IKMI_MONTH_FIRST = 2 } ikmi_date_order;

/*
 * The orders under which `text` is a date, as a set of bits: both where the order
 * plays no part (2024-04-03, 3 April 2024) or cannot be told (03/04/2024), one
 * where only that one gives a date (15/01/2024), 0 where it is no date.
 */
unsigned ikmi_date_orders(ikm_text text);

/* false: no date in that order; then `*out` is untouched. */
bool ikmi_date_read(ikmi_date *out, ikm_text text, ikmi_date_order order);

/* What the dates of one column say about their order; votes of parts of a file add up. */
typedef struct ikmi_date_votes {
    int64_t day_first;   /* dates in this order only */
    int64_t month_first; /* dates in this order only */
    int64_t either;      /* written with numbers that fit both, and two different dates */
    int64_t plain;       /* dates in which the order plays no part */
    int64_t none;        /* neither blank nor a date */
} ikmi_date_votes;

void ikmi_date_vote(ikmi_date_votes *votes, ikm_text text);

/* Day first, unless some date demands month first and none forbids it; false where the dates contradict each other. */
bool ikmi_date_settle(ikmi_date_order *out, const ikmi_date_votes *votes);

/* Days since 1970-01-01 of a whole date; a missing month or day counts as the first. */
int64_t ikmi_date_days(ikmi_date date);

/* The date that lies so many days after 1970-01-01. */
ikmi_date ikmi_date_of_days(int64_t days);

/* The last of the days that a date stands for: of its month or year, where it says no more. */
int64_t ikmi_date_last_day(ikmi_date date);

/* A day has no word in --by: it is for what needs times to the day. */
typedef enum ikmi_period {
    IKMI_PERIOD_YEAR,
    IKMI_PERIOD_SEMESTER,
    IKMI_PERIOD_QUARTER,
    IKMI_PERIOD_MONTH,
    IKMI_PERIOD_DAY
} ikmi_period;

enum { IKMI_PERIOD_SIZE = 16 };

/*
 * "2024", "2024-S1", "2024-T1", "2024-01" into `out` (IKMI_PERIOD_SIZE bytes); empty where the date does not say. Of a
 * day "2024-01-31", or as much of it as the date says.
 */
void ikmi_period_key(char *out, ikmi_date date, ikmi_period period);

/* tahun, semester, triwulan, bulan (year, quarter, month), as in --by periode:triwulan; false: no such word. */
bool ikmi_period_named(ikmi_period *out, ikm_text word);

#endif
