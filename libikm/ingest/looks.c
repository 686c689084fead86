#include "looks.h"

#include "base/date.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool ikmi_text_is(ikm_text text, const char *word)
{
    return text.size == strlen(word) && !memcmp(text.data, word, text.size);
}

bool ikmi_text_same(ikm_text a, ikm_text b)
{
    return a.size == b.size && (!a.size || !memcmp(a.data, b.data, a.size));
}

bool ikmi_text_begins(ikm_text text, const char *with)
{
    size_t size = strlen(with);
    return text.size >= size && !memcmp(text.data, with, size);
}

/* Without a sign before it and a percent sign behind it. */
static ikm_text bare_number(ikm_text cell)
{
    if (cell.size && (cell.data[0] == '-' || cell.data[0] == '+'))
        cell.data++, cell.size--;
    if (cell.size && cell.data[cell.size - 1] == '%')
        cell.size--;
    while (cell.size && cell.data[cell.size - 1] == ' ')
        cell.size--;
    return cell;
}

/* Digits, with marks only between them and never two side by side. */
static bool is_number(ikm_text bare)
{
    if (!bare.size || !is_digit(bare.data[0]) || !is_digit(bare.data[bare.size - 1]))
        return false;
    for (size_t i = 1; i < bare.size; i++) {
        bool mark = bare.data[i] == '.' || bare.data[i] == ',';
        if (!is_digit(bare.data[i]) && !(mark && is_digit(bare.data[i - 1])))
            return false;
    }
    return true;
}

ikmi_look ikmi_look_of(ikm_text cell)
{
    bool digit = false;
    if (!cell.size)
        return IKMI_LOOK_EMPTY;
    if (is_number(bare_number(cell)))
        return IKMI_LOOK_NUMBER;
    for (size_t i = 0; i < cell.size && !digit; i++)
        digit = is_digit(cell.data[i]);
    return digit && ikmi_date_orders(cell) ? IKMI_LOOK_DATE : IKMI_LOOK_TEXT;
}

char ikmi_decimal_mark(ikm_text cell)
{
    size_t commas = 0, points = 0, behind = 0;
    ikm_text bare = bare_number(cell);
    char last = 0;
    if (!is_number(bare))
        return 0;
    for (size_t i = 0; i < bare.size; i++, behind++) {
        if (is_digit(bare.data[i]))
            continue;
        last = bare.data[i];
        commas += last == ',';
        points += last == '.';
        behind = 0;
    }
    behind--; /* the mark itself was counted */
    if (!last || (commas > 1 && points > 1) || (last == ',' ? commas : points) > 1)
        return 0; /* the same mark twice parts thousands */
    /* "1.234": thousands or three decimals */
    return commas + points == 1 && behind == 3 ? (char)0 : last;
}

int ikmi_look_count(ikm_text cell)
{
    int value = 0;
    if (cell.size > 2 && cell.data[0] == '(' && cell.data[cell.size - 1] == ')')
        cell = (ikm_text){cell.data + 1, cell.size - 2};
    if (!cell.size || cell.size > 4)
        return -1;
    for (size_t i = 0; i < cell.size; i++) {
        if (!is_digit(cell.data[i]))
            return -1;
        value = value * 10 + (cell.data[i] - '0');
    }
    return value;
}
