#include "numeral.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { EXPONENT_MAX = 400, PLAIN_MAX = 20, PLAIN_MIN = -9 };

static void trim_and_round(ikmi_numeral *number, bool up)
{
    if (up) {
        size_t at = number->count;
        while (at && number->digits[at - 1] == '9')
            at--;
        number->count = at; /* nines that became zeros */
        if (at) {
            number->digits[at - 1]++;
        } else {
            number->digits[0] = '1';
            number->count = 1;
            number->point++;
        }
    }
    while (number->count && number->digits[number->count - 1] == '0')
        number->count--;
    if (!number->count)
        *number = (ikmi_numeral){0};
}

/* An exponent after its E, all of the rest; false if it is none. */
static bool read_exponent(int *out, const char *at, const char *end)
{
    bool negative = at < end && *at == '-';
    int value = 0;
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    if (at == end)
        return false;
    for (; at < end; at++) {
        if (*at < '0' || *at > '9')
            return false;
        if (value < EXPONENT_MAX)
            value = value * 10 + (*at - '0');
    }
    *out = negative ? -value : value;
    return true;
}

bool ikmi_numeral_read(ikmi_numeral *out, ikm_text text)
{
    const char *at = text.data, *end = at + text.size;
    ikmi_numeral number = {0};
    bool seen_digit = false, seen_point = false, up = false, full = false;
    int exponent = 0;
    if (at < end && (*at == '-' || *at == '+'))
        number.negative = *at++ == '-';
    for (; at < end; at++) {
        if (*at == '.' && !seen_point) {
            seen_point = true;
            continue;
        }
        if (*at < '0' || *at > '9')
            break;
        seen_digit = true;
        bool leading = !number.count && *at == '0';
        if (!seen_point && !leading)
            number.point++;
        else if (seen_point && leading)
            number.point--;
        if (leading)
            continue;
        if (number.count < IKMI_NUMERAL_DIGITS) {
            number.digits[number.count++] = *at;
        } else if (!full) {
            full = true; /* the 16th digit decides */
            up = *at >= '5';
        }
    }
    if (!seen_digit)
        return false;
    if (at < end && ((*at != 'E' && *at != 'e') || !read_exponent(&exponent, at + 1, end)))
        return false;
    number.point += exponent;
    if (number.point > EXPONENT_MAX || number.point < -EXPONENT_MAX)
        return false;
    trim_and_round(&number, up);
    *out = number;
    return true;
}

bool ikmi_numeral_of(ikmi_numeral *out, double value)
{
    char printed[64], plain[64];
    size_t used = 0;
    if (!isfinite(value))
        return false;
    /* d.ddddE+x with the locale's point, which may be several bytes: leave out what is no digit there */
    int size = snprintf(printed, sizeof printed, "%.*e", IKMI_NUMERAL_DIGITS - 1, value);
    const char *mark = strchr(printed, 'e');
    if (size <= 0 || !mark)
        return false;
    const char *at = printed;
    if (*at == '-')
        plain[used++] = *at++;
    plain[used++] = *at++;
    plain[used++] = '.';
    for (; at < mark; at++)
        if (*at >= '0' && *at <= '9')
            plain[used++] = *at;
    size_t rest = strlen(mark);
    memcpy(plain + used, mark, rest);
    return ikmi_numeral_read(out, (ikm_text){plain, used + rest});
}

static size_t write_zeros(char *out, int count)
{
    for (int i = 0; i < count; i++)
        out[i] = '0';
    return count > 0 ? (size_t)count : 0;
}

static size_t write_plain(char *out, const ikmi_numeral *number)
{
    size_t used = 0, whole = number->point > 0 ? (size_t)number->point : 0;
    size_t in_front = whole < number->count ? whole : number->count;
    if (!whole)
        out[used++] = '0';
    memcpy(out + used, number->digits, in_front);
    used += in_front;
    used += write_zeros(out + used, (int)whole - (int)in_front);
    if (number->count > in_front) {
        out[used++] = '.';
        used += write_zeros(out + used, -number->point);
        memcpy(out + used, number->digits + in_front, number->count - in_front);
        used += number->count - in_front;
    }
    return used;
}

static size_t write_scientific(char *out, const ikmi_numeral *number)
{
    size_t used = 0;
    int exponent = number->point - 1;
    out[used++] = number->digits[0];
    if (number->count > 1) {
        out[used++] = '.';
        memcpy(out + used, number->digits + 1, number->count - 1);
        used += number->count - 1;
    }
    out[used++] = 'E';
    out[used++] = exponent < 0 ? '-' : '+';
    exponent = exponent < 0 ? -exponent : exponent;
    if (exponent >= 100)
        out[used++] = (char)('0' + exponent / 100);
    out[used++] = (char)('0' + exponent / 10 % 10);
    out[used++] = (char)('0' + exponent % 10);
    return used;
}

size_t ikmi_numeral_write(char out[IKMI_NUMERAL_SIZE], const ikmi_numeral *number)
{
    size_t used = 0;
    if (number->negative)
        out[used++] = '-';
    if (!number->count)
        out[used++] = '0';
    else if (number->point <= PLAIN_MAX && number->point >= PLAIN_MIN)
        used += write_plain(out + used, number);
    else
        used += write_scientific(out + used, number);
    out[used] = '\0';
    return used;
}
