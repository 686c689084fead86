/* A sink that keeps what it is given, and can stop at the n-th write. */
#ifndef CAPTURE_H
#define CAPTURE_H

#include "ikm/base.h"

#include <stdlib.h>
#include <string.h>

typedef struct capture {
    char *text; /* NUL-terminated; free with capture_done() */
    size_t size;
    long writes;  /* so far, the refused one too */
    long stop_at; /* the write that is refused, from 1; 0: none */
} capture;

static inline int capture_write(void *ctx, const void *bytes, size_t size)
{
    capture *c = ctx;
    c->writes++;
    if (c->stop_at && c->writes >= c->stop_at)
        return -1;
    char *grown = realloc(c->text, c->size + size + 1);
    if (!grown)
        return -1;
    c->text = grown;
    memcpy(c->text + c->size, bytes, size);
    c->size += size;
    c->text[c->size] = '\0';
    return 0;
}

static inline ikm_sink capture_sink(capture *c)
{
    ikm_sink sink = {capture_write, c};
    return sink;
}

static inline void capture_done(capture *c)
{
    free(c->text);
    *c = (capture){.text = NULL};
}

#endif
