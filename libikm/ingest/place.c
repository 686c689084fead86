#include "place.h"

#include "stream.h"

/* Bytes that UTF-16 takes for these of UTF-8. */
static int64_t utf16_size(const char *from, const char *to)
{
    int64_t size = 0;
    for (; from < to; from++) {
        unsigned char c = (unsigned char)*from;
        if ((c & 0xC0) != 0x80) /* not the continuation of a character */
            size += c >= 0xF0 ? 4 : 2;
    }
    return size;
}

int64_t ikmi_column_of(const ikmi_source *source, const char *from, const char *to, bool first_line)
{
    const int64_t utf16_mark = 2;
    int64_t column = 1;
    switch (ikmi_source_wrapping(source)) {
    case IKMI_WRAPPING_NONE: return to - from + 1;
    case IKMI_WRAPPING_UTF16_LITTLE:
    case IKMI_WRAPPING_UTF16_BIG: return utf16_size(from, to) + 1 + (first_line ? utf16_mark : 0);
    case IKMI_WRAPPING_ROWS: break;
    }
    for (; from < to; from++)
        column += *from == IKMI_ROWS_DELIMITER;
    return column;
}
