/* A sink that keeps what it is given; `limit` bytes at most, then it refuses. And a writer's text in one call. */
#ifndef GATHERING_H
#define GATHERING_H

#include "ikm/document.h"

#include <stdlib.h>
#include <string.h>

typedef struct gathering {
    char *bytes; /* NUL-terminated once something came */
    size_t size, limit;
    long calls;
} gathering;

static inline int gathering_write(void *ctx, const void *bytes, size_t size)
{
    gathering *g = ctx;
    g->calls++;
    if (g->limit && size > g->limit - g->size)
        return 1;
    char *grown = realloc(g->bytes, g->size + size + 1);
    if (!grown)
        return 1;
    memcpy(grown + g->size, bytes, size);
    g->bytes = grown;
    g->size += size;
    grown[g->size] = '\0';
    return 0;
}

static inline ikm_sink gathering_sink(gathering *g)
{
    return (ikm_sink){gathering_write, g};
}

static inline void gathering_done(gathering *g)
{
    free(g->bytes);
    *g = (gathering){0};
}

static inline ikm_cell cell_text(const char *text)
{
    return (ikm_cell){.kind = IKM_CELL_TEXT, .text = {text, strlen(text)}};
}

static inline ikm_cell cell_number(int64_t digits, int32_t places)
{
    return (ikm_cell){.kind = IKM_CELL_NUMBER, .number = {digits, places}};
}

#endif
