/*
 * Memory that counts and refuses: after `n` granted requests all fail, or one only with `once`.
 *
 *     for (long n = 0;; n++) {
 *         refusing memory;
 *         refusing_init(&memory, n);
 *         ikm_status status = ikm_thing_new(&thing, ..., &memory.mem);
 *         ... IKM_ERR_NOMEM, `thing` NULL and memory.live 0, until it is IKM_OK
 *     }
 *
 * Not for several threads at a time.
 */
#ifndef REFUSING_H
#define REFUSING_H

#include "ikm/base.h"

#include <stdlib.h>

typedef struct refusing {
    ikm_mem mem;    /* hand in its address */
    long countdown; /* requests that are still granted; below 0: all are */
    long live;      /* blocks that were given and not taken back */
    long requests;  /* all requests so far, refused ones too */
    int once;       /* not 0: only one request is refused, the next are granted again */
} refusing;

static inline int refusing_refuses(refusing *r)
{
    r->requests++;
    if (r->countdown < 0)
        return 0;
    if (r->countdown > 0) {
        r->countdown--;
        return 0;
    }
    if (r->once)
        r->countdown = -1;
    return 1;
}

static inline void *refusing_alloc(void *ctx, size_t size)
{
    refusing *r = ctx;
    void *block = refusing_refuses(r) ? NULL : malloc(size);
    r->live += block != NULL;
    return block;
}

static inline void *refusing_resize(void *ctx, void *block, size_t size)
{
    refusing *r = ctx;
    void *grown = refusing_refuses(r) ? NULL : realloc(block, size);
    r->live += grown != NULL && block == NULL;
    return grown;
}

static inline void refusing_release(void *ctx, void *block)
{
    refusing *r = ctx;
    r->live -= block != NULL;
    free(block);
}

/* Grant `n` requests and refuse every one after them; n below 0 refuses none. */
static inline void refusing_init(refusing *r, long n)
{
    *r = (refusing){.countdown = n};
    r->mem = (ikm_mem){refusing_alloc, refusing_resize, refusing_release, r};
}

#endif
