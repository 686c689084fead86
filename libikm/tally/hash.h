/*
 * The hash of a group's key: 64 x 64 -> 128 bit multiplications, the two halves
 * folded together, 16 bytes a step (the construction of wyhash and of the
 * "folded multiply" family).
 *
 * It starts from a seed that differs from process to process where the system
 * loads libraries at random addresses, so that nobody can prepare a dump whose
 * keys all collide. Nothing that a tally gives out depends on it.
 */
#ifndef IKMI_HASH_H
#define IKMI_HASH_H

#include "base/integer.h"

#include <stddef.h>
#include <string.h>

/* The same for every tally of a process, so that tallies merge by the hashes they hold. */
uint64_t ikmi_hash_seed(void);

static inline uint64_t ikmi_hash_mix(uint64_t a, uint64_t b)
{
    ikmi_uint128 product = (ikmi_uint128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t ikmi_load_eight(const char *bytes)
{
    uint64_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

static inline uint32_t ikmi_load_four(const char *bytes)
{
    uint32_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

/* One more value into `hash`. Its size goes in too, so that "ab","c" and "a","bc" differ. */
static inline uint64_t ikmi_hash_value(uint64_t hash, const char *bytes, size_t size)
{
    const uint64_t first = UINT64_C(0xa24baed4963ee407), last = UINT64_C(0x9fb21c651e98df25);
    uint64_t low = 0, high = 0;
    if (size > 16) {
        size_t at = 0;
        for (; size - at > 16; at += 16)
            hash = ikmi_hash_mix(ikmi_load_eight(bytes + at) ^ first, ikmi_load_eight(bytes + at + 8) ^ hash);
        low = ikmi_load_eight(bytes + size - 16);
        high = ikmi_load_eight(bytes + size - 8);
    } else if (size >= 8) {
        low = ikmi_load_eight(bytes);
        high = ikmi_load_eight(bytes + size - 8);
    } else if (size >= 4) {
        low = ikmi_load_four(bytes);
        high = ikmi_load_four(bytes + size - 4);
    } else if (size) {
        low = (uint64_t)(unsigned char)bytes[0] << 16 | (uint64_t)(unsigned char)bytes[size / 2] << 8 |
              (unsigned char)bytes[size - 1];
    }
    /* the size where short values have no bytes: "abc" and "ab" differ by more than a last byte that could undo it */
    return ikmi_hash_mix(low ^ last ^ (uint64_t)size << 32, high ^ hash);
}

static inline uint32_t ikmi_hash_end(uint64_t hash)
{
    return (uint32_t)(ikmi_hash_mix(hash, UINT64_C(0xd6e8feb86659fd93)) >> 32);
}

static inline uint64_t ikmi_differ(const char *a, const char *b)
{
    return (ikmi_load_eight(a) ^ ikmi_load_eight(b)) | (ikmi_load_eight(a + 8) ^ ikmi_load_eight(b + 8));
}

/* Are these two pieces of the same size the same bytes? They mostly are, and mostly short: no call, few branches. */
static inline int ikmi_same_bytes(const char *a, const char *b, size_t size)
{
    if (size >= 16) {
        uint64_t differ = ikmi_differ(a + size - 16, b + size - 16);
        for (size_t at = 0; at + 16 < size; at += 16)
            differ |= ikmi_differ(a + at, b + at);
        return !differ;
    }
    if (size >= 8)
        return ikmi_load_eight(a) == ikmi_load_eight(b) &&
               ikmi_load_eight(a + size - 8) == ikmi_load_eight(b + size - 8);
    if (size >= 4)
        return ikmi_load_four(a) == ikmi_load_four(b) && ikmi_load_four(a + size - 4) == ikmi_load_four(b + size - 4);
    for (size_t at = 0; at < size; at++)
        if (a[at] != b[at])
            return 0;
    return 1;
}

#endif
