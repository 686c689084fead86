#include "window.h"

#include "base/mem.h"
#include "scan.h"

#include <string.h>

/* How much is read at a time: a test that shows that it makes no difference has its own. */
#ifndef IKMI_WINDOW_BLOCK
#define IKMI_WINDOW_BLOCK ((size_t)256 << 10)
#endif

void ikmi_window_init(ikmi_window *window, ikmi_source *source, int64_t offset, char newline, const ikm_mem *mem)
{
    *window = (ikmi_window){.source = source, .mem = mem, .offset = offset, .newline = newline};
}

void ikmi_window_done(ikmi_window *window)
{
    ikmi_release(window->mem, window->bytes);
    window->bytes = NULL;
}

static ikm_status make_room(ikmi_window *window)
{
    size_t need = window->size + IKMI_WINDOW_BLOCK;
    if (need <= window->capacity)
        return IKM_OK;
    size_t capacity = window->size > IKMI_WINDOW_BLOCK ? window->size * 2 : 2 * IKMI_WINDOW_BLOCK;
    char *bytes = ikmi_resize(window->mem, window->bytes, capacity + IKMI_SCAN_PADDING + 1);
    if (!bytes)
        return IKM_ERR_NOMEM;
    window->bytes = bytes;
    window->capacity = capacity;
    return IKM_OK;
}

ikm_status ikmi_window_move(ikmi_window *window, size_t at, ikm_error *err)
{
    size_t kept = window->size - at, got = 0;
    if (at) {
        memmove(window->bytes, window->bytes + at, kept);
        window->size = kept;
        window->offset += (int64_t)at;
    }
    ikm_status status = make_room(window);
    if (status == IKM_OK)
        status = ikmi_source_read(window->source, window->offset + (int64_t)kept, window->bytes + kept,
                                  IKMI_WINDOW_BLOCK, &got, err);
    if (status != IKM_OK)
        return status;
    window->size += got;
    window->last = got < IKMI_WINDOW_BLOCK;
    if (window->last && window->size && window->bytes[window->size - 1] != window->newline) {
        window->bytes[window->size++] = window->newline;
        window->newline_added = true;
    }
    memset(window->bytes + window->size, 0, IKMI_SCAN_PADDING);
    return IKM_OK;
}
