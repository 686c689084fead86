#include "arena.h"

#include "base/mem.h"

void ikmi_arena_init(ikmi_arena *arena)
{
    *arena = (ikmi_arena){.next = (uint64_t)1 << IKMI_ARENA_FIRST};
}

void ikmi_arena_done(ikmi_arena *arena, const ikm_mem *mem)
{
    for (int i = 0; i < IKMI_ARENA_PIECES; i++)
        ikmi_release(mem, arena->piece[i]);
    ikmi_arena_init(arena);
}

ikm_status ikmi_arena_take(uint32_t *place, ikmi_arena *arena, const ikm_mem *mem, size_t size)
{
    const uint64_t end = (uint64_t)1 << 32;
    uint64_t units = size / IKMI_ARENA_UNIT + (size % IKMI_ARENA_UNIT != 0), at = arena->next;
    int level;
    for (;; at = (uint64_t)2 << level) { /* the rest of a piece that is too short is left unused */
        if (at >= end)
            return IKM_ERR_OVERFLOW;
        level = 63 - __builtin_clzll(at);
        if (units <= ((uint64_t)2 << level) - at)
            break;
    }
    char **piece = &arena->piece[level - IKMI_ARENA_FIRST];
    if (!*piece) {
        if ((uint64_t)1 << level > SIZE_MAX / IKMI_ARENA_UNIT)
            return IKM_ERR_NOMEM;
        *piece = ikmi_alloc(mem, ((size_t)1 << level) * IKMI_ARENA_UNIT);
        if (!*piece)
            return IKM_ERR_NOMEM;
    }
    arena->next = at + units;
    *place = (uint32_t)at;
    return IKM_OK;
}
