/* The layers at the bottom: a file, memory, and bytes that were put back. */
#include "stream.h"

#include "base/mem.h"
#include "base/words.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

typedef struct bottom {
    const ikmi_origin *origin;
    ikm_text bytes; /* what comes first */
    size_t at;
    char *copy;        /* what `bytes` points to when it is ours */
    ikmi_stream below; /* what comes next ... */
    int fd;            /* ... or a file; -1: none */
} bottom;

static ikm_status read_file(const bottom *b, char *to, size_t size, size_t *got_out, ikm_error *err)
{
    size_t got = 0;
    while (got < size) {
        ssize_t n = read(b->fd, to + got, size - got);
        if (n == 0)
            break;
        if (n > 0)
            got += (size_t)n;
        else if (errno != EINTR)
            return ikmi_fail(err, IKM_ERR_IO, b->origin->lang, IKMI_WORD_CANNOT_READ,
                             IKMI_SAY(b->origin->name, ikm_words_system(b->origin->lang, errno)));
    }
    *got_out = got;
    return IKM_OK;
}

static ikm_status read_bottom(void *ctx, char *to, size_t size, size_t *got_out, ikm_error *err)
{
    bottom *b = ctx;
    size_t left = b->bytes.size - b->at, got = left < size ? left : size, more = 0;
    ikm_status status = IKM_OK;
    if (got)
        memcpy(to, b->bytes.data + b->at, got);
    b->at += got;
    if (got < size && b->below.read)
        status = b->below.read(b->below.ctx, to + got, size - got, &more, err);
    else if (got < size && b->fd >= 0)
        status = read_file(b, to + got, size - got, &more, err);
    *got_out = got + more;
    return status;
}

static void free_bottom(void *ctx)
{
    bottom *b = ctx;
    if (b->below.free)
        b->below.free(b->below.ctx);
    ikmi_release(b->origin->mem, b->copy);
    ikmi_release(b->origin->mem, b);
}

static ikm_status new_bottom(ikmi_stream *out, bottom what, const ikmi_origin *origin, ikm_error *err)
{
    bottom *b = ikmi_alloc(origin->mem, sizeof *b);
    if (!b)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, origin->lang);
    *b = what;
    b->origin = origin;
    *out = (ikmi_stream){read_bottom, free_bottom, b};
    return IKM_OK;
}

ikm_status ikmi_stream_of_file(ikmi_stream *out, int fd, const ikmi_origin *origin, ikm_error *err)
{
    return new_bottom(out, (bottom){.fd = fd}, origin, err);
}

ikm_status ikmi_stream_of_memory(ikmi_stream *out, ikm_text bytes, const ikmi_origin *origin, ikm_error *err)
{
    return new_bottom(out, (bottom){.bytes = bytes, .fd = -1}, origin, err);
}

ikm_status ikmi_stream_put_back(ikmi_stream *out, ikmi_stream below, ikm_text bytes, const ikmi_origin *origin,
                                ikm_error *err)
{
    char *copy = ikmi_copy(origin->mem, bytes);
    bottom what = {.bytes = {copy, bytes.size}, .copy = copy, .below = below, .fd = -1};
    ikm_status status = copy ? new_bottom(out, what, origin, err) : ikmi_fail_plain(err, IKM_ERR_NOMEM, origin->lang);
    if (status != IKM_OK) {
        ikmi_release(origin->mem, copy);
        if (below.free)
            below.free(below.ctx);
    }
    return status;
}
