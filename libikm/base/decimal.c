#include "decimal.h"

#include "integer.h"

#include <string.h>

ikm_status ikm_decimal_read(ikm_decimal *out, ikm_text text)
{
    ikm_decimal value = {0, 0};
    size_t i = 0, digits = 0;
    bool negative = false, point = false, fits = true;
    if (!out || (!text.data && text.size))
        return IKM_ERR_ARGUMENT;
    if (i < text.size && (text.data[i] == '-' || text.data[i] == '+'))
        negative = text.data[i++] == '-';
    for (; i < text.size; i++) {
        char c = text.data[i];
        if (c == '.' && !point && digits) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return IKM_ERR_SYNTAX;
        digits++;
        value.places += point && fits;
        /* what comes after a digit too many may still show that this is no number at all */
        fits = fits && value.places <= 18 && ikmi_multiply(&value.digits, value.digits, 10) &&
               ikmi_add(&value.digits, value.digits, c - '0');
    }
    if (digits == 0 || text.data[text.size - 1] == '.')
        return IKM_ERR_SYNTAX;
    if (!fits)
        return IKM_ERR_OVERFLOW;
    if (negative)
        value.digits = -value.digits;
    *out = value;
    return IKM_OK;
}

char *ikmi_decimal_text(char *out, ikm_decimal value, char point, char group)
{
    char reversed[IKMI_DECIMAL_SIZE];
    uint64_t rest = value.digits < 0 ? -(uint64_t)value.digits : (uint64_t)value.digits;
    int size = 0, written = 0;
    while (rest || written <= value.places) {
        if (written == value.places && written > 0)
            reversed[size++] = point;
        else if (group && written > value.places && (written - value.places) % 3 == 0)
            reversed[size++] = group;
        reversed[size++] = (char)('0' + rest % 10);
        rest /= 10;
        written++;
    }
    char *at = out;
    if (value.digits < 0)
        *at++ = '-';
    while (size > 0)
        *at++ = reversed[--size];
    *at = '\0';
    return out;
}

char *ikmi_integer_text(char *out, int64_t value)
{
    ikm_decimal decimal = {value, 0};
    return ikmi_decimal_text(out, decimal, '.', 0);
}

char *ikmi_decimal_for_people(char *out, ikm_decimal value, ikm_lang lang)
{
    return lang == IKM_LANG_EN ? ikmi_decimal_text(out, value, '.', ',') : ikmi_decimal_text(out, value, ',', '.');
}

ikm_decimal ikmi_decimal_shortest(ikm_decimal value)
{
    while (value.places > 0 && value.digits % 10 == 0) {
        value.digits /= 10;
        value.places--;
    }
    return value;
}

ikm_status ikm_decimal_write(char *out, size_t size, ikm_decimal value, char point)
{
    char text[IKMI_DECIMAL_SIZE];
    if (!out || value.places < 0 || value.places > 18 || (point != '.' && point != ','))
        return IKM_ERR_ARGUMENT;
    ikmi_decimal_text(text, value, point, 0);
    size_t need = strlen(text) + 1;
    if (need > size)
        return IKM_ERR_ARGUMENT;
    memcpy(out, text, need);
    return IKM_OK;
}
