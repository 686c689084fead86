/* Texts as a workbook may hold them. */
#include "book.h"

#include <string.h>

static const char replacement[] = "\xEF\xBF\xBD", ellipsis[] = "\xE2\x80\xA6";

static size_t units_of(uint32_t c)
{
    return c >= 0x10000 ? 2 : 1;
}

/* "_x000D_" in a cell would be read as the character that it names: its first "_" is written as "_x005F_". */
static bool begins_an_escape(ikm_text rest)
{
    if (rest.size < 7 || rest.data[0] != '_' || rest.data[1] != 'x' || rest.data[6] != '_')
        return false;
    for (int i = 2; i < 6; i++)
        if (!memchr("0123456789ABCDEFabcdef", rest.data[i], 22))
            return false;
    return true;
}

/* One character of the result; its bytes stay in the source, in a constant, or are a line feed. */
static ikm_text next_piece(ikm_text *rest, size_t *units)
{
    ikm_text whole = *rest;
    bool escape = begins_an_escape(whole);
    uint32_t c = ikm_text_next(rest);
    *units = escape ? 7 : units_of(c);
    if (escape)
        return (ikm_text){"_x005F_", 7};
    if (c == 0xFFFD)
        return (ikm_text){replacement, 3};
    if (c == '\r') { /* XML knows one kind of line end */
        if (rest->size && *rest->data == '\n')
            ikm_text_next(rest);
        return (ikm_text){"\n", 1};
    }
    return (ikm_text){whole.data, whole.size - rest->size};
}

size_t ikmi_clean(char *out, ikm_text text, size_t units)
{
    size_t used = 0, size = 0, size_at_mark = 0;
    while (text.size) {
        size_t more;
        ikm_text piece = next_piece(&text, &more);
        if (used + more > units) { /* back to where the mark still fits */
            memcpy(out + size_at_mark, ellipsis, 3);
            size = size_at_mark + 3;
            break;
        }
        memcpy(out + size, piece.data, piece.size);
        size += piece.size;
        used += more;
        if (used < units)
            size_at_mark = size;
    }
    out[size] = '\0';
    return size;
}

const char *ikmi_book_clean(ikmi_book *book, ikm_text text)
{
    size_t size = ikmi_clean(book->text, text, IKMI_TEXT_UNITS);
    book->weight += size;
    for (size_t i = 0; i < size; i++) /* "&quot;" is the longest that a byte becomes */
        book->weight += strchr("&<>\"\n", book->text[i]) ? 6 : 0;
    return book->text;
}

ikm_text ikmi_text_of(const char *string)
{
    return (ikm_text){string ? string : "", string ? strlen(string) : 0};
}

bool ikmi_unit_is_a_sign(const char *unit)
{
    for (; *unit; unit++)
        if ((*unit >= 'a' && *unit <= 'z') || (*unit >= 'A' && *unit <= 'Z'))
            return false;
    return true;
}
