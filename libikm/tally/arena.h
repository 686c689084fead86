/*
 * Memory of a tally in pieces that never move. Each piece is twice as large as
 * the one before, so a place in it is one 32-bit number: its highest bit says
 * which piece, the others how far in, in units of 8 bytes.
 */
#ifndef IKMI_ARENA_H
#define IKMI_ARENA_H

#include "ikm/base.h"

enum {
    IKMI_ARENA_UNIT = 8,
    IKMI_ARENA_FIRST = 9, /* the first piece has 2^9 units: one page */
    IKMI_ARENA_PIECES = 32 - IKMI_ARENA_FIRST
};

typedef struct ikmi_arena {
    char *piece[IKMI_ARENA_PIECES]; /* NULL until something lies in it */
    uint64_t next;                  /* the place that the next block gets; at most 2^32 */
} ikmi_arena;

void ikmi_arena_init(ikmi_arena *arena);
void ikmi_arena_done(ikmi_arena *arena, const ikm_mem *mem);

/*
 * Room for `size` bytes, not zeroed; `*place` is never 0. IKM_ERR_NOMEM, or
 * IKM_ERR_OVERFLOW when 32 GiB are full: then nothing has changed.
 *
 * Setting `next` back to what it was gives up all that came since; the pieces
 * stay for what comes again.
 */
ikm_status ikmi_arena_take(uint32_t *place, ikmi_arena *arena, const ikm_mem *mem, size_t size);

static inline void *ikmi_arena_at(const ikmi_arena *arena, uint32_t place)
{
    unsigned level = 31u - (unsigned)__builtin_clz(place);
    size_t units = place ^ (uint32_t)1 << level;
    return arena->piece[level - IKMI_ARENA_FIRST] + units * IKMI_ARENA_UNIT;
}

#endif
