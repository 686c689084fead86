#include "encoding.h"

#include <string.h>

static bool continues(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

size_t ikmi_utf8_length(const char *bytes, size_t size)
{
    const unsigned char *b = (const unsigned char *)bytes;
    if (size == 0)
        return 0;
    if (b[0] < 0x80)
        return 1;
    if (b[0] >= 0xC2 && b[0] <= 0xDF)
        return size >= 2 && continues(b[1]) ? 2 : 0;
    if (b[0] >= 0xE0 && b[0] <= 0xEF) {
        if (size < 3 || !continues(b[1]) || !continues(b[2]))
            return 0;
        bool overlong = b[0] == 0xE0 && b[1] < 0xA0, surrogate = b[0] == 0xED && b[1] > 0x9F;
        return overlong || surrogate ? 0 : 3;
    }
    if (b[0] >= 0xF0 && b[0] <= 0xF4) {
        if (size < 4 || !continues(b[1]) || !continues(b[2]) || !continues(b[3]))
            return 0;
        bool overlong = b[0] == 0xF0 && b[1] < 0x90, beyond = b[0] == 0xF4 && b[1] > 0x8F;
        return overlong || beyond ? 0 : 4;
    }
    return 0;
}

size_t ikmi_first_high(const char *bytes, size_t size)
{
    size_t at = 0;
    for (; at + 8 <= size; at += 8) {
        uint64_t eight;
        memcpy(&eight, bytes + at, 8);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < size && !(bytes[at] & 0x80))
        at++;
    return at;
}

ikmi_encoding ikmi_encoding_of(const char *bytes, size_t size)
{
    return ikmi_utf8_length(bytes, size) > 1 ? IKMI_ENCODING_UTF8 : IKMI_ENCODING_WINDOWS;
}

/* Windows-1252 from 0x80 to 0x9F; 0 where it has no character. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static const char replacement[] = "\xEF\xBF\xBD";

/* One character of Windows-1252; false if it is none. */
static bool add_windows(ikmi_buffer *out, unsigned char c)
{
    unsigned code = c < 0xA0 ? windows[c - 0x80] : c;
    char bytes[3];
    if (!code)
        return false;
    if (code < 0x800) {
        bytes[0] = (char)(0xC0 | code >> 6);
        bytes[1] = (char)(0x80 | (code & 0x3F));
        ikmi_buffer_add(out, bytes, 2);
        return true;
    }
    bytes[0] = (char)(0xE0 | code >> 12);
    bytes[1] = (char)(0x80 | (code >> 6 & 0x3F));
    bytes[2] = (char)(0x80 | (code & 0x3F));
    ikmi_buffer_add(out, bytes, 3);
    return true;
}

bool ikmi_encoding_add(ikmi_buffer *out, ikm_text text, ikmi_encoding encoding)
{
    bool odd = false;
    for (size_t at = 0; at < text.size;) {
        size_t plain = at;
        while (plain < text.size && ikmi_is_plain_byte(text.data[plain]))
            plain++;
        ikmi_buffer_add(out, text.data + at, plain - at);
        at = plain;
        if (at == text.size)
            break;
        size_t length = text.data[at] == 0 ? 0 : ikmi_utf8_length(text.data + at, text.size - at);
        if (encoding == IKMI_ENCODING_WINDOWS && text.data[at] != 0) {
            if (!add_windows(out, (unsigned char)text.data[at]))
                ikmi_buffer_add_string(out, replacement), odd = true;
            at++;
        } else if (length) {
            ikmi_buffer_add(out, text.data + at, length);
            at += length;
        } else {
            ikmi_buffer_add_string(out, replacement);
            odd = true;
            at++;
        }
    }
    return odd;
}

/* The first name of an encoding is the one that is shown. */
static const struct {
    const char *name;
    ikmi_encoding encoding;
} names[] = {
    {"utf-8", IKMI_ENCODING_UTF8},
    {"utf8", IKMI_ENCODING_UTF8},
    {"windows-1252", IKMI_ENCODING_WINDOWS},
    {"cp1252", IKMI_ENCODING_WINDOWS},
    {"latin1", IKMI_ENCODING_WINDOWS},
    {"iso-8859-1", IKMI_ENCODING_WINDOWS},
    {"utf-16le", IKMI_ENCODING_UTF16_LITTLE},
    {"utf-16be", IKMI_ENCODING_UTF16_BIG},
};

const char *ikmi_encoding_name(ikmi_encoding encoding)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i].encoding == encoding)
            return names[i].name;
    return names[0].name;
}

static bool same_name(const char *a, const char *b)
{
    for (; *a && *b; a++, b++)
        if ((*a >= 'A' && *a <= 'Z' ? *a | 0x20 : *a) != *b)
            return false;
    return *a == *b;
}

ikmi_encoding ikmi_encoding_named(const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (same_name(name, names[i].name))
            return names[i].encoding;
    return IKMI_ENCODING_UNKNOWN;
}
