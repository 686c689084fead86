/* Words and numbers of a date. */
#include "date_parts.h"

#include <string.h>

static bool is_letter(char c)
{
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'z';
}

bool ikmi_cursor_skip_blanks(ikmi_cursor *c)
{
    const char *start = c->at;
    while (ikmi_cursor_look(c) == ' ' || ikmi_cursor_look(c) == '\t')
        c->at++;
    return c->at > start;
}

int64_t ikmi_cursor_number(ikmi_cursor *c, int *digits_out)
{
    int64_t value = 0;
    int digits = 0;
    for (; ikmi_cursor_is_digit(ikmi_cursor_look(c)) && digits < 15; digits++)
        value = value * 10 + (*c->at++ - '0');
    *digits_out = digits;
    return value;
}

size_t ikmi_cursor_letters(ikmi_cursor *c, char out[IKMI_NAME_SIZE])
{
    size_t size = 0;
    const char *start = c->at;
    for (; is_letter(ikmi_cursor_look(c)); c->at++)
        if (size < IKMI_NAME_SIZE - 1)
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

int ikmi_date_month_name(ikmi_cursor *c)
{
    char name[IKMI_NAME_SIZE];
    ikmi_cursor after = *c;
    if (!ikmi_cursor_letters(&after, name))
        return 0;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (!strcmp(months[i].name, name)) {
            ikmi_cursor_take(&after, '.');
            *c = after;
            return months[i].month;
        }
    return 0;
}

/* "Jum'at" has its apostrophe. */
void ikmi_date_skip_weekday(ikmi_cursor *c)
{
    char name[IKMI_NAME_SIZE], rest[IKMI_NAME_SIZE];
    ikmi_cursor after = *c;
    if (!ikmi_cursor_letters(&after, name))
        return;
    if (!strcmp(name, "jum") && ikmi_cursor_take(&after, '\'') &&
        (!ikmi_cursor_letters(&after, rest) || strcmp(rest, "at")))
        return;
    for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++)
        if (!strcmp(weekdays[i], name)) {
            ikmi_cursor_take(&after, '.');
            ikmi_cursor_take(&after, ',');
            ikmi_cursor_skip_blanks(&after);
            *c = after;
            return;
        }
}
