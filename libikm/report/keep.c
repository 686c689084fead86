#include "keep.h"

#include "base/mem.h"

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

typedef struct ikmi_kept {
    struct ikmi_kept *before;
    alignas(max_align_t) char bytes[];
} ikmi_kept;

void *ikmi_keep_alloc(ikmi_keep *keep, size_t count, size_t size)
{
    if (size && count > (SIZE_MAX - sizeof(ikmi_kept)) / size)
        return NULL;
    ikmi_kept *kept = ikmi_alloc_zero(keep->mem, 1, sizeof *kept + count * size);
    if (!kept)
        return NULL;
    kept->before = keep->last;
    keep->last = kept;
    return kept->bytes;
}

const char *ikmi_keep_text(ikmi_keep *keep, ikm_text text)
{
    char *copy = ikmi_keep_alloc(keep, text.size + 1, 1);
    if (copy && text.size)
        memcpy(copy, text.data, text.size);
    return copy;
}

ikm_status ikmi_keep_path(ikmi_keep *keep, const char *path)
{
    ikmi_kept_path *kept = ikmi_keep_alloc(keep, 1, sizeof *kept);
    if (!kept)
        return IKM_ERR_NOMEM;
    *kept = (ikmi_kept_path){keep->paths, path};
    keep->paths = kept;
    return IKM_OK;
}

void ikmi_keep_join(ikmi_keep *into, ikmi_keep *from)
{
    ikmi_kept *first = from->last;
    if (!first)
        return;
    while (first->before)
        first = first->before;
    first->before = into->last;
    into->last = from->last;
    from->last = NULL;
}

void ikmi_keep_done(ikmi_keep *keep)
{
    while (keep->last) {
        ikmi_kept *kept = keep->last;
        keep->last = kept->before;
        ikmi_release(keep->mem, kept);
    }
}
