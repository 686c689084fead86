#include "emit.h"

#include "base/decimal.h"

#include <string.h>

void ikmi_emit_init(ikmi_emit *emit, ikm_sink sink)
{
    emit->sink = sink;
    emit->used = 0;
    emit->failed = false;
}

static void flush(ikmi_emit *emit)
{
    if (!emit->failed && emit->used > 0 && emit->sink.write(emit->sink.ctx, emit->block, emit->used) != 0)
        emit->failed = true;
    emit->used = 0;
}

void ikmi_emit_raw(ikmi_emit *emit, const char *bytes, size_t size)
{
    while (size > sizeof emit->block - emit->used) {
        size_t part = sizeof emit->block - emit->used;
        memcpy(emit->block + emit->used, bytes, part);
        emit->used += part;
        bytes += part;
        size -= part;
        flush(emit);
    }
    memcpy(emit->block + emit->used, bytes, size);
    emit->used += size;
}

void ikmi_emit_plain(ikmi_emit *emit, const char *string)
{
    ikmi_emit_raw(emit, string, strlen(string));
}

static bool continues(unsigned char byte, unsigned char low, unsigned char high)
{
    return byte >= low && byte <= high;
}

/*
 * Bytes of the well-formed character at `at` (Unicode, table 3-7: no overlong
 * form, no surrogate, nothing above U+10FFFF); 0 if there is none. The NUL at
 * the end of a string continues nothing, so nothing beyond it is read.
 */
static size_t character_size(const unsigned char *at)
{
    unsigned char lead = at[0];
    if (lead >= 0xC2 && lead <= 0xDF)
        return continues(at[1], 0x80, 0xBF) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        unsigned char low = lead == 0xE0 ? 0xA0 : 0x80, high = lead == 0xED ? 0x9F : 0xBF;
        return continues(at[1], low, high) && continues(at[2], 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        unsigned char low = lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xF4 ? 0x8F : 0xBF;
        bool whole = continues(at[1], low, high) && continues(at[2], 0x80, 0xBF) && continues(at[3], 0x80, 0xBF);
        return whole ? 4 : 0;
    }
    return 0;
}

static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

static void escape(ikmi_emit *emit, unsigned char byte)
{
    static const char digits[] = "0123456789abcdef";
    static const char letters[] = "btn\0fr"; /* of 8 to 13; 11 has none */
    char text[6] = {'\\', (char)byte, '0', '0', digits[byte >> 4], digits[byte & 15]};
    size_t size = 2;
    if (byte >= 8 && byte <= 13 && letters[byte - 8]) {
        text[1] = letters[byte - 8];
    } else if (byte < 0x20) {
        text[1] = 'u';
        size = 6;
    }
    ikmi_emit_raw(emit, text, size);
}

void ikmi_emit_string(ikmi_emit *emit, const char *string)
{
    if (!string) {
        ikmi_emit_raw(emit, "null", 4);
        return;
    }
    const unsigned char *at = (const unsigned char *)string, *run = at;
    ikmi_emit_raw(emit, "\"", 1);
    for (;;) {
        size_t size = is_plain(*at) ? 1 : character_size(at);
        if (size > 0) {
            at += size;
            continue;
        }
        ikmi_emit_raw(emit, (const char *)run, (size_t)(at - run));
        if (*at == '\0')
            break;
        if (*at < 0x80)
            escape(emit, *at);
        else
            ikmi_emit_raw(emit, "\xEF\xBF\xBD", 3);
        run = ++at;
    }
    ikmi_emit_raw(emit, "\"", 1);
}

void ikmi_emit_decimal(ikmi_emit *emit, ikm_decimal value)
{
    char text[IKMI_DECIMAL_SIZE];
    ikmi_emit_plain(emit, ikmi_decimal_text(text, ikmi_decimal_shortest(value), '.', 0));
}

void ikmi_emit_integer(ikmi_emit *emit, int64_t value)
{
    ikm_decimal decimal = {value, 0};
    ikmi_emit_decimal(emit, decimal);
}

ikm_status ikmi_emit_done(ikmi_emit *emit)
{
    flush(emit);
    return emit->failed ? IKM_ERR_IO : IKM_OK;
}
