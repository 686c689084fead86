#include "number.h"

#include "base/integer.h"
#include "ingest/fold.h"

#include <string.h>
#include <strings.h>

enum { DIGITS_BEFORE = 15, PLACES_MOST = 6, DIGITS_MOST = 18, RUNS_MOST = 16 };

/* Digits with the signs between them: run 0, sign 0, run 1 ... */
typedef struct number_parts {
    size_t runs;
    ikm_text run[RUNS_MOST];
    char sign[RUNS_MOST]; /* behind run i: '.', ',' or ' ', which an apostrophe and other blanks are too */
} number_parts;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool has_digit(ikm_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (is_digit(text.data[i]))
            return true;
    return false;
}

static bool begins(ikm_text text, const char *with)
{
    size_t size = strlen(with);
    return text.size >= size && !strncasecmp(text.data, with, size);
}

static ikm_text drop(ikm_text text, size_t size)
{
    return ikmi_trim((ikm_text){text.data + size, text.size - size});
}

/* What stands where there is no number. */
static bool is_none(ikm_text text)
{
    static const char *const words[] = {"-",  "--",   "\xE2\x80\x93", "\xE2\x80\x94", ".",     "n/a",
                                        "na", "n.a.", "#n/a",         "null",         "nihil", "kosong"};
    if (!text.size)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) == text.size && begins(text, words[i]))
            return true;
    return false;
}

static size_t sign_size(ikm_text text, char *sign_out)
{
    static const char *const blanks[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "'", " "};
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++)
        if (begins(text, blanks[i])) {
            *sign_out = ' ';
            return strlen(blanks[i]);
        }
    *sign_out = text.size ? text.data[0] : '\0';
    return *sign_out == '.' || *sign_out == ',' ? 1 : 0;
}

static bool cut(number_parts *out, ikm_text text)
{
    *out = (number_parts){.runs = 0};
    for (;;) {
        size_t size = 0;
        while (size < text.size && is_digit(text.data[size]))
            size++;
        if (out->runs == RUNS_MOST)
            return false;
        out->run[out->runs] = (ikm_text){text.data, size};
        text = (ikm_text){text.data + size, text.size - size};
        if (!text.size)
            break;
        size = sign_size(text, &out->sign[out->runs]);
        if (!size)
            return false;
        text = (ikm_text){text.data + size, text.size - size};
        out->runs++;
    }
    out->runs++;
    return out->run[out->runs - 1].size > 0;
}

/* Do the runs `first` to `end` - 1 stand as thousands do: three digits each, but for the first? */
static bool are_thousands(const number_parts *parts, size_t end)
{
    if (end == 1)
        return true;
    for (size_t i = 1; i < end; i++)
        if (parts->run[i].size != 3 || parts->sign[i - 1] != parts->sign[0])
            return false;
    return parts->run[0].size >= 1 && parts->run[0].size <= 3;
}

/* Which sign has the decimals behind it. */
typedef enum split {
    SPLIT_NONE,   /* it is a whole number */
    SPLIT_LAST,   /* the last sign */
    SPLIT_EITHER, /* the only sign, or it groups thousands */
    SPLIT_NEVER   /* this is no number */
} split;

static split split_of(const number_parts *parts)
{
    size_t signs = parts->runs - 1;
    if (!signs)
        return SPLIT_NONE;
    char last = parts->sign[signs - 1];
    if (signs == 1 && last != ' ') {
        const ikm_text *whole = &parts->run[0];
        bool groups = parts->run[1].size == 3 && whole->size >= 1 && whole->size <= 3 && whole->data[0] != '0';
        return groups ? SPLIT_EITHER : SPLIT_LAST;
    }
    bool alone = last != ' ';
    for (size_t i = 0; i + 1 < signs; i++)
        alone = alone && parts->sign[i] != last;
    if (alone)
        return are_thousands(parts, signs) ? SPLIT_LAST : SPLIT_NEVER;
    return are_thousands(parts, parts->runs) ? SPLIT_NONE : SPLIT_NEVER;
}

static void put_digits(ikmi_number *out, const number_parts *parts, size_t whole_runs, bool negative)
{
    size_t before = 0;
    int64_t digits = 0;
    for (size_t r = 0; r < whole_runs; r++)
        for (size_t i = 0; i < parts->run[r].size; i++) {
            char digit = parts->run[r].data[i];
            before += before || digit != '0';
            if (before > DIGITS_BEFORE) {
                out->state = IKMI_NUMBER_LARGE;
                return;
            }
            digits = digits * 10 + (digit - '0');
        }
    if (whole_runs < parts->runs) {
        ikm_text places = parts->run[whole_runs];
        size_t room = before < DIGITS_MOST - PLACES_MOST ? PLACES_MOST : DIGITS_MOST - before;
        size_t kept = places.size < room ? places.size : room;
        for (size_t i = 0; i < kept; i++)
            digits = digits * 10 + (places.data[i] - '0');
        out->value.places = (int32_t)kept;
        for (size_t i = kept; i < places.size; i++)
            out->rounded = out->rounded || places.data[i] != '0';
        digits += out->rounded && places.data[kept] >= '5';
    }
    out->value.digits = negative ? -digits : digits;
    out->state = IKMI_NUMBER_GOOD;
}

/* Take off what is around the digits: a minus or brackets, the currency, a percent sign, ",-" behind. */
static ikm_text undress(ikm_text text, ikmi_number_kind kind, bool *negative)
{
    static const char *const minus[] = {"-", "\xE2\x88\x92", "\xE2\x80\x93"};
    *negative = text.size > 2 && text.data[0] == '(' && text.data[text.size - 1] == ')';
    if (*negative)
        text = ikmi_trim((ikm_text){text.data + 1, text.size - 2});
    for (int turn = 0; turn < 2; turn++) {
        for (size_t i = 0; !*negative && i < sizeof minus / sizeof minus[0]; i++)
            if (begins(text, minus[i])) {
                *negative = true;
                text = drop(text, strlen(minus[i]));
            }
        if (begins(text, "rp"))
            text = drop(text, text.size > 2 && text.data[2] == '.' ? 3 : 2);
        else if (begins(text, "idr"))
            text = drop(text, 3);
    }
    if (text.size > 2 && text.data[text.size - 1] == '-' &&
        (text.data[text.size - 2] == ',' || text.data[text.size - 2] == '.'))
        text.size -= 2;
    if (kind == IKMI_NUMBER_SCORE && text.size > 1 && text.data[text.size - 1] == '%')
        text = ikmi_trim((ikm_text){text.data, text.size - 1});
    return text;
}

ikmi_number ikmi_number_read(ikm_text cell, ikmi_number_kind kind, char point)
{
    ikmi_number out = {.state = IKMI_NUMBER_BAD};
    number_parts parts;
    bool negative;
    cell = ikmi_trim(cell);
    if (is_none(cell))
        return (ikmi_number){.state = IKMI_NUMBER_NONE};
    if (!has_digit(cell))
        return (ikmi_number){.state = IKMI_NUMBER_WORDS};
    ikm_text text = undress(cell, kind, &negative);
    if (!text.size || !cut(&parts, text))
        return out;
    split way = split_of(&parts);
    if (way == SPLIT_NEVER)
        return out;
    if (way == SPLIT_EITHER) {
        bool groups = kind != IKMI_NUMBER_SCORE || (point && point != parts.sign[0]);
        out.doubtful = kind == IKMI_NUMBER_SCORE && !point;
        way = groups ? SPLIT_NONE : SPLIT_LAST;
    }
    if (kind == IKMI_NUMBER_WHOLE && way == SPLIT_LAST)
        return out;
    put_digits(&out, &parts, way == SPLIT_LAST ? parts.runs - 1 : parts.runs, negative);
    return out;
}

char ikmi_number_point(ikm_text cell)
{
    number_parts parts;
    bool negative;
    cell = ikmi_trim(cell);
    if (is_none(cell) || !has_digit(cell))
        return '\0';
    ikm_text text = undress(cell, IKMI_NUMBER_SCORE, &negative);
    if (!text.size || !cut(&parts, text))
        return '\0';
    switch (split_of(&parts)) {
    case SPLIT_LAST: return parts.sign[parts.runs - 2];
    case SPLIT_NONE: /* several of a sign group thousands, so the decimals have the other one */
        return parts.runs < 3 || parts.sign[0] == ' ' ? '\0' : parts.sign[0] == '.' ? ',' : '.';
    case SPLIT_EITHER:
    case SPLIT_NEVER: break;
    }
    return '\0';
}

bool ikmi_range_read(ikmi_number *lower_out, ikmi_number *upper_out, ikm_text cell, char point)
{
    static const char *const between[] = {"-",   "\xE2\x80\x93", "\xE2\x80\x94", "..",     "s.d.",
                                          "s.d", "s/d",          "sd",           "sampai", "hingga"};
    cell = ikmi_trim(cell);
    for (size_t at = 1; at < cell.size; at++) /* a minus may stand first */
        for (size_t i = 0; i < sizeof between / sizeof between[0]; i++) {
            ikm_text rest = {cell.data + at, cell.size - at};
            if (!begins(rest, between[i]))
                continue;
            *lower_out = ikmi_number_read((ikm_text){cell.data, at}, IKMI_NUMBER_SCORE, point);
            *upper_out = ikmi_number_read(drop(rest, strlen(between[i])), IKMI_NUMBER_SCORE, point);
            if (lower_out->state == IKMI_NUMBER_GOOD && upper_out->state == IKMI_NUMBER_GOOD)
                return true;
        }
    return false;
}
