/*
 * By looks alone: a NIK has 16 digits, a NIP 18, an NPWP 15; telephone numbers
 * begin 08, 021 ..., +62, 62, or 8 where a spreadsheet took the zero away. Too
 * much hidden is a small fault, too little a large one; but scores, dates and
 * amounts of money must stay readable.
 */
#include "personal.h"

#include <stdbool.h>
#include <string.h>

enum { DIGITS_MAX = 19, GROUPS_MAX = 12, SEPARATORS_MAX = 3 };

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(unsigned char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static unsigned char byte_at(ikm_text text, size_t at)
{
    return at < text.size ? (unsigned char)text.data[at] : 0;
}

/* What people put between the groups of a number: blanks, dashes, dots, brackets. */
static size_t separator_size(ikm_text text, size_t at)
{
    unsigned char c = byte_at(text, at), next = byte_at(text, at + 1), third = byte_at(text, at + 2);
    if (c == ' ' || c == '-' || c == '.' || c == '(' || c == ')')
        return 1;
    if (c == 0xC2 && next == 0xA0) /* U+00A0 */
        return 2;
    if (c == 0xE2 && next == 0x80 && ((third >= 0x90 && third <= 0x95) || third == 0xAF)) /* dashes, U+202F */
        return 3;
    return 0;
}

/* Groups of digits with separators between. */
typedef struct grouped {
    size_t size; /* bytes, to the end of the last digit */
    size_t digits, groups;
    size_t group[GROUPS_MAX]; /* digits of each */
    bool plus;
    char first, second; /* the first digits */
} grouped;

static void read_group(grouped *out, ikm_text text, size_t *at)
{
    size_t start = *at;
    while (is_digit(byte_at(text, *at)))
        ++*at;
    out->group[out->groups++] = *at - start;
    out->digits += *at - start;
}

static grouped read_grouped(ikm_text text, size_t offset)
{
    grouped number = {.plus = byte_at(text, offset) == '+'};
    size_t at = offset + number.plus;
    if (number.plus && separator_size(text, at))
        at += separator_size(text, at);
    if (!is_digit(byte_at(text, at)))
        return number;
    number.first = (char)byte_at(text, at);
    number.second = (char)byte_at(text, at + 1);
    while (number.digits < DIGITS_MAX && number.groups < GROUPS_MAX) {
        read_group(&number, text, &at);
        number.size = at - offset;
        for (int i = 0; i < SEPARATORS_MAX && separator_size(text, at); i++)
            at += separator_size(text, at);
        if (!is_digit(byte_at(text, at)))
            break;
    }
    return number;
}

static bool is_phone(const grouped *number)
{
    size_t digits = number->digits, head = number->group[0], next = number->groups > 1 ? number->group[1] : 0;
    if (digits < 9)
        return false;
    if (number->plus)
        return true;
    if (number->first == '0') /* 08-02-2024 10 is a date and an hour */
        return head >= 3 || (head == 2 && next >= 3);
    if (number->first == '6' && number->second == '2')
        return digits >= 10 && (head >= 9 || (head == 2 && next >= 2));
    return number->first == '8' && (number->groups == 1 ? digits <= 13 : head == 3 && digits >= 10);
}

/* NIK, NIP, NPWP and cards; scores that stand side by side have groups of one digit. */
static bool is_identity(const grouped *number)
{
    return number->digits >= 15 && number->digits * 2 >= number->groups * 5;
}

static size_t number_size(ikm_text text, size_t offset)
{
    /* the 02 of 08-02-2024 begins nothing, the 0812 of "4 0812 3456" does */
    bool joined = offset && (text.data[offset - 1] == '-' || text.data[offset - 1] == '.');
    if (joined && offset > 1 && is_digit(byte_at(text, offset - 2)))
        return 0;
    grouped number = read_grouped(text, offset);
    return number.groups && (is_phone(&number) || is_identity(&number)) ? number.size : 0;
}

static bool in_address(unsigned char c)
{
    return is_digit(c) || is_letter(c) || c >= 0x80 || (c && strchr("._%+-", c));
}

static size_t email_size(ikm_text text, size_t offset)
{
    size_t at = offset;
    if (offset > 0 && in_address(byte_at(text, offset - 1)))
        return 0; /* looked at from its start */
    while (in_address(byte_at(text, at)))
        at++;
    if (at == offset || byte_at(text, at) != '@')
        return 0;
    size_t domain = ++at;
    while (in_address(byte_at(text, at)))
        at++;
    return at > domain ? at - offset : 0;
}

static size_t ipv4_size(ikm_text text, size_t offset)
{
    size_t at = offset;
    for (int part = 0; part < 4; part++) {
        int value = 0;
        size_t start = at;
        if (part > 0 && byte_at(text, at) != '.')
            return 0;
        start = at += part > 0;
        while (is_digit(byte_at(text, at)) && at - start < 4)
            value = value * 10 + (byte_at(text, at++) - '0');
        if (at == start || value > 255)
            return 0;
    }
    return at - offset;
}

static size_t ipv6_size(ikm_text text, size_t offset)
{
    size_t at = offset, colons = 0;
    bool pair = false, hex = false;
    unsigned char before = offset ? byte_at(text, offset - 1) : 0;
    if (is_letter(before) || is_digit(before) || before == ':')
        return 0; /* looked at from its start */
    for (;; at++) {
        unsigned char c = byte_at(text, at);
        if (c == ':') {
            colons++;
            pair |= byte_at(text, at + 1) == ':';
        } else if (is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')) {
            hex = true;
        } else {
            break;
        }
    }
    return hex && (colons >= 7 || (pair && colons >= 2)) ? at - offset : 0;
}

/* A decimal of at least three places, as -7.389. */
static size_t coordinate_size(ikm_text text, size_t offset, bool *fine_out)
{
    size_t at = offset;
    at += byte_at(text, at) == '-' || byte_at(text, at) == '+';
    size_t whole = at;
    while (is_digit(byte_at(text, at)))
        at++;
    if (at == whole || at - whole > 3 || byte_at(text, at) != '.')
        return 0;
    size_t places = ++at;
    while (is_digit(byte_at(text, at)))
        at++;
    *fine_out |= at - places >= 4;
    return at - places >= 3 ? at - offset : 0;
}

/*
 * Latitude and longitude, one of them with at least four places: two with less are no
 * place on the map, and may be averages. A spreadsheet takes zeros at the end away.
 */
static size_t place_size(ikm_text text, size_t offset)
{
    bool fine = false;
    size_t end = coordinate_size(text, offset, &fine);
    if (!end)
        return 0;
    size_t at = offset + end, gap = at;
    while (byte_at(text, at) == ' ' || byte_at(text, at) == ',' || byte_at(text, at) == ';')
        at++;
    size_t second = at > gap ? coordinate_size(text, at, &fine) : 0;
    return second && fine ? at + second - offset : 0;
}

size_t ikmi_personal_size(ikm_text text, size_t offset)
{
    unsigned char c = byte_at(text, offset), before = offset ? byte_at(text, offset - 1) : 0;
    size_t size = email_size(text, offset);
    if (size)
        return size;
    if (is_digit(c) || c == ':' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'))
        size = ipv6_size(text, offset);
    if (size || is_digit(before) || (!is_digit(c) && c != '+' && c != '-'))
        return size;
    size = place_size(text, offset);
    if (!size && is_digit(c))
        size = ipv4_size(text, offset);
    return size || c == '-' ? size : number_size(text, offset);
}
