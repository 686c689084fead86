#include "store.h"

#include <stddef.h>
#include <string.h>

static char *take(ikmi_store *store, size_t size)
{
    if (size > store->size - store->used)
        return NULL;
    char *at = store->block + store->used;
    store->used += size;
    return at;
}

void *ikmi_store_take(ikmi_store *store, size_t count, size_t size)
{
    size_t past = store->used % _Alignof(max_align_t), bytes;
    if (past && !take(store, _Alignof(max_align_t) - past))
        return NULL;
    if (__builtin_mul_overflow(count, size, &bytes))
        return NULL;
    void *block = take(store, bytes);
    if (block)
        memset(block, 0, bytes);
    return block;
}

char *ikmi_store_text(ikmi_store *store, const char *text, size_t size)
{
    char *copy = take(store, size + 1);
    if (!copy)
        return NULL;
    memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}
