/* gzip as a layer: zlib inflates it. */
#include "stream.h"

#include "base/mem.h"
#include "base/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <zlib.h>

enum { BLOCK = 64 << 10, GZIP_WINDOW = 15 + 16 };

typedef struct gunzip {
    const ikmi_origin *origin;
    ikmi_stream below;
    z_stream z;
    bool within; /* a member has begun and not ended */
    char block[BLOCK];
} gunzip;

static void *allocate(void *ctx, unsigned count, unsigned size)
{
    return ikmi_alloc_zero(ctx, count, size);
}

static void release(void *ctx, void *block)
{
    ikmi_release(ctx, block);
}

static ikm_status damaged(const gunzip *g, ikmi_word word, ikm_error *err)
{
    return ikmi_fail(err, IKM_ERR_DATA, g->origin->lang, word, IKMI_SAY(g->origin->name));
}

/* Another block of compressed bytes; none at the end. */
static ikm_status refill(gunzip *g, ikm_error *err)
{
    size_t got;
    ikm_status status = g->below.read(g->below.ctx, g->block, BLOCK, &got, err);
    if (status == IKM_OK) {
        g->z.next_in = (unsigned char *)g->block;
        g->z.avail_in = (unsigned)got;
    }
    return status;
}

/* Behind a member there may be another one, zeros that fill up a block, or the end. */
static bool only_zeros_follow(gunzip *g)
{
    while (g->z.avail_in && *g->z.next_in == 0) {
        g->z.next_in++;
        g->z.avail_in--;
    }
    return g->z.avail_in == 0;
}

static ikm_status read_gunzip(void *ctx, char *to, size_t size, size_t *got_out, ikm_error *err)
{
    gunzip *g = ctx;
    size_t done = 0;
    while (done < size) {
        if (!g->z.avail_in) {
            ikm_status status = refill(g, err);
            if (status != IKM_OK)
                return status;
            if (!g->z.avail_in && g->within)
                return damaged(g, IKMI_WORD_INGEST_GZIP_CUT, err);
            if (!g->z.avail_in)
                break;
        }
        if (!g->within) {
            if (only_zeros_follow(g))
                continue;
            if (inflateReset(&g->z) != Z_OK)
                return damaged(g, IKMI_WORD_INGEST_GZIP_DAMAGED, err);
            g->within = true;
        }
        size_t room = size - done < (1u << 30) ? size - done : 1u << 30;
        g->z.next_out = (unsigned char *)to + done;
        g->z.avail_out = (unsigned)room;
        int result = inflate(&g->z, Z_NO_FLUSH);
        done += room - g->z.avail_out;
        if (result == Z_MEM_ERROR)
            return ikmi_fail_plain(err, IKM_ERR_NOMEM, g->origin->lang);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
            return damaged(g, IKMI_WORD_INGEST_GZIP_DAMAGED, err);
        g->within = result != Z_STREAM_END;
    }
    *got_out = done;
    return IKM_OK;
}

static void free_gunzip(void *ctx)
{
    gunzip *g = ctx;
    inflateEnd(&g->z);
    if (g->below.free)
        g->below.free(g->below.ctx);
    ikmi_release(g->origin->mem, g);
}

ikm_status ikmi_stream_gunzip(ikmi_stream *out, ikmi_stream below, const ikmi_origin *origin, ikm_error *err)
{
    gunzip *g = ikmi_alloc(origin->mem, sizeof *g);
    if (g) {
        memset(g, 0, offsetof(gunzip, block));
        g->origin = origin;
        g->z.zalloc = allocate;
        g->z.zfree = release;
        g->z.opaque = (void *)(uintptr_t)origin->mem;
        if (inflateInit2(&g->z, GZIP_WINDOW) == Z_OK) {
            g->below = below;
            *out = (ikmi_stream){read_gunzip, free_gunzip, g};
            return IKM_OK;
        }
    }
    ikmi_release(origin->mem, g);
    if (below.free)
        below.free(below.ctx);
    return ikmi_fail_plain(err, IKM_ERR_NOMEM, origin->lang);
}
