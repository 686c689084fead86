/* UTF-16 as a layer: what Excel calls Unicode text. */
#include "stream.h"

#include "base/mem.h"
#include "base/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { BLOCK = 64 << 10, REPLACEMENT = 0xFFFD, MARK = 0xFEFF };

typedef struct utf16 {
    const ikmi_origin *origin;
    ikmi_stream below;
    bool big_endian, begun, last;
    size_t at, size;        /* of the bytes in `block` */
    size_t waiting, waited; /* of a character that did not fit */
    char character[4];
    char block[BLOCK];
} utf16;

static unsigned unit_at(const utf16 *u, size_t at)
{
    unsigned first = (unsigned char)u->block[at], second = (unsigned char)u->block[at + 1];
    return u->big_endian ? first << 8 | second : second << 8 | first;
}

static size_t encode(char out[4], uint32_t code)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    for (size_t i = more; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)((more == 1 ? 0xC0 : more == 2 ? 0xE0 : 0xF0) | code);
    return more + 1;
}

/* Keep what is left and read on; false in `*more_out` at the end. */
static ikm_status refill(utf16 *u, bool *more_out, ikm_error *err)
{
    size_t kept = u->size - u->at, got = 0;
    memmove(u->block, u->block + u->at, kept);
    u->at = 0;
    u->size = kept;
    ikm_status status = IKM_OK;
    if (!u->last)
        status = u->below.read(u->below.ctx, u->block + kept, BLOCK - kept, &got, err);
    if (status != IKM_OK)
        return status;
    u->last |= got < BLOCK - kept;
    u->size += got;
    *more_out = got > 0;
    return IKM_OK;
}

/* The next character; `*size_out` 0 at the end. A half of a pair that stands alone, or an odd last byte, is none. */
static ikm_status next_character(utf16 *u, size_t *size_out, ikm_error *err)
{
    bool more = true;
    while (u->size - u->at < 4 && !u->last && more) {
        ikm_status status = refill(u, &more, err);
        if (status != IKM_OK)
            return status;
    }
    size_t left = u->size - u->at;
    *size_out = 0;
    if (!left)
        return IKM_OK;
    uint32_t code = REPLACEMENT;
    size_t used = left < 2 ? left : 2;
    unsigned unit = left < 2 ? REPLACEMENT : unit_at(u, u->at);
    if (unit < 0xD800 || unit > 0xDFFF) {
        code = unit;
    } else if (unit < 0xDC00 && left >= 4) {
        unsigned low = unit_at(u, u->at + 2);
        if (low >= 0xDC00 && low <= 0xDFFF) {
            code = 0x10000 + ((unit - 0xD800) << 10 | (low - 0xDC00));
            used = 4;
        }
    }
    u->at += used;
    bool mark = !u->begun && code == MARK;
    u->begun = true;
    if (mark)
        return next_character(u, size_out, err);
    *size_out = encode(u->character, code);
    return IKM_OK;
}

static ikm_status read_utf16(void *ctx, char *to, size_t size, size_t *got_out, ikm_error *err)
{
    utf16 *u = ctx;
    size_t done = 0;
    while (done < size) {
        if (u->waited == u->waiting) {
            u->waited = 0;
            ikm_status status = next_character(u, &u->waiting, err);
            if (status != IKM_OK)
                return status;
            if (!u->waiting)
                break;
        }
        to[done++] = u->character[u->waited++];
    }
    *got_out = done;
    return IKM_OK;
}

static void free_utf16(void *ctx)
{
    utf16 *u = ctx;
    if (u->below.free)
        u->below.free(u->below.ctx);
    ikmi_release(u->origin->mem, u);
}

ikm_status ikmi_stream_of_utf16(ikmi_stream *out, ikmi_stream below, int big_endian, const ikmi_origin *origin,
                                ikm_error *err)
{
    utf16 *u = ikmi_alloc(origin->mem, sizeof *u);
    if (!u) {
        if (below.free)
            below.free(below.ctx);
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, origin->lang);
    }
    memset(u, 0, offsetof(utf16, block));
    u->origin = origin;
    u->below = below;
    u->big_endian = big_endian != 0;
    *out = (ikmi_stream){read_utf16, free_utf16, u};
    return IKM_OK;
}
