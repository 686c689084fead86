#include "wrap.h"

#include "character.h"

#include <string.h>

void ikmi_add_shown(ikmi_buffer *buffer, ikm_text text)
{
    while (text.size) {
        const char *from = text.data;
        uint32_t c = ikm_text_next(&text);
        if (c == '\r') {
            if (!text.size || *text.data != '\n')
                ikmi_buffer_add_char(buffer, '\n');
        } else if (c == '\t') {
            ikmi_buffer_add_char(buffer, ' ');
        } else if (c == IKMI_REPLACEMENT_CHARACTER || ikmi_turns_direction(c)) {
            ikmi_buffer_add_string(buffer, IKMI_REPLACEMENT);
        } else {
            ikmi_buffer_add(buffer, from, (size_t)(text.data - from));
        }
    }
}

static ikm_text between(const char *from, const char *to)
{
    return (ikm_text){from, (size_t)(to - from)};
}

static ikm_text without_blanks_at_end(ikm_text line)
{
    while (line.size && line.data[line.size - 1] == ' ')
        line.size--;
    return line;
}

/* The line ends at `end`; what follows begins behind the blanks that stood there. */
static ikm_text break_at(ikm_text *rest, const char *end)
{
    ikm_text line = without_blanks_at_end(between(rest->data, end));
    *rest = between(end, rest->data + rest->size);
    while (rest->size && *rest->data == ' ') {
        rest->data++;
        rest->size--;
    }
    return line;
}

ikm_text ikmi_wrap_next(ikm_text *rest, size_t width)
{
    const char *blank = NULL, *joint = NULL;
    size_t used = 0;
    ikm_text ahead = *rest;
    while (ahead.size) {
        const char *at = ahead.data;
        uint32_t c = ikm_text_next(&ahead);
        if (c == '\n') {
            ikm_text line = between(rest->data, at);
            *rest = ahead;
            return without_blanks_at_end(line);
        }
        used += (size_t)ikmi_character_width(c);
        if (c == ' ')
            blank = at;
        if (width && used > width && at > rest->data)
            return break_at(rest, blank && blank > rest->data ? blank : joint ? joint : at);
        if ((c == '-' || c == '/') && ahead.size)
            joint = ahead.data;
    }
    ikm_text line = *rest;
    *rest = ahead;
    return without_blanks_at_end(line);
}

size_t ikmi_line_width(ikm_text text)
{
    size_t widest = 0;
    while (text.size) {
        size_t width = ikm_text_width(ikmi_wrap_next(&text, 0));
        if (width > widest)
            widest = width;
    }
    return widest;
}

size_t ikmi_word_width(ikm_text text)
{
    size_t widest = 0, width = 0;
    while (text.size) {
        uint32_t c = ikm_text_next(&text);
        width = c == ' ' || c == '\n' ? 0 : width + (size_t)ikmi_character_width(c);
        if (width > widest)
            widest = width;
    }
    return widest;
}

ikm_text ikmi_cut(ikm_text text, size_t width)
{
    ikm_text rest = text;
    while (rest.size) {
        const char *at = rest.data;
        size_t columns = (size_t)ikmi_character_width(ikm_text_next(&rest));
        if (columns > width)
            return between(text.data, at);
        width -= columns;
    }
    return text;
}
