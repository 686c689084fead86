#include "plain.h"

#include <string.h>

void ikmi_plain_init(ikmi_plain *plain, ikm_sink sink)
{
    plain->sink = sink;
    plain->failed = false;
    plain->fields = 0;
    plain->nothing = false;
    plain->used = 0;
}

static void flush(ikmi_plain *plain)
{
    if (plain->used && !plain->failed)
        plain->failed = plain->sink.write(plain->sink.ctx, plain->block, plain->used) != 0;
    plain->used = 0;
}

static void add(ikmi_plain *plain, const char *bytes, size_t size)
{
    while (size) {
        size_t room = sizeof plain->block - plain->used, piece = size < room ? size : room;
        memcpy(plain->block + plain->used, bytes, piece);
        plain->used += piece;
        bytes += piece;
        size -= piece;
        if (plain->used == sizeof plain->block)
            flush(plain);
    }
}

/* RFC 4180 asks for quotes around these; blanks at an end would not survive many a reader without. */
static bool needs_quotes(ikm_text text)
{
    if (text.size && (text.data[0] == ' ' || text.data[text.size - 1] == ' ' || text.data[0] == '\t' ||
                      text.data[text.size - 1] == '\t'))
        return true;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == ',' || c == '"' || c == '\n' || c == '\r')
            return true;
    }
    return false;
}

void ikmi_plain_field(ikmi_plain *plain, ikm_text text)
{
    if (plain->fields)
        add(plain, ",", 1);
    plain->nothing = !plain->fields++ && !text.size;
    if (!needs_quotes(text)) {
        add(plain, text.data, text.size);
        return;
    }
    add(plain, "\"", 1);
    while (text.size) {
        const char *quote = memchr(text.data, '"', text.size);
        size_t size = quote ? (size_t)(quote - text.data) + 1 : text.size;
        add(plain, text.data, size);
        if (quote)
            add(plain, "\"", 1);
        text.data += size;
        text.size -= size;
    }
    add(plain, "\"", 1);
}

void ikmi_plain_end(ikmi_plain *plain)
{
    /* a record of one empty field would be an empty line, which is none */
    if (plain->nothing)
        add(plain, "\"\"", 2);
    add(plain, "\r\n", 2);
    plain->fields = 0;
    plain->nothing = false;
}

ikm_status ikmi_plain_done(ikmi_plain *plain)
{
    flush(plain);
    return plain->failed ? IKM_ERR_IO : IKM_OK;
}
