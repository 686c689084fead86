/* Checked int64 arithmetic and 128-bit intermediates. */
#ifndef IKMI_INTEGER_H
#define IKMI_INTEGER_H

#include <stdbool.h>
#include <stdint.h>

__extension__ typedef __int128 ikmi_int128;
__extension__ typedef unsigned __int128 ikmi_uint128;

/* false on overflow; then `*out` is not to be used. */
static inline bool ikmi_add(int64_t *out, int64_t a, int64_t b)
{
    return !__builtin_add_overflow(a, b, out);
}

static inline bool ikmi_subtract(int64_t *out, int64_t a, int64_t b)
{
    return !__builtin_sub_overflow(a, b, out);
}

static inline bool ikmi_multiply(int64_t *out, int64_t a, int64_t b)
{
    return !__builtin_mul_overflow(a, b, out);
}

/* 10^places for 0 to 18. */
int64_t ikmi_power_of_ten(int places);

uint64_t ikmi_gcd(uint64_t a, uint64_t b);
ikmi_uint128 ikmi_gcd_long(ikmi_uint128 a, ikmi_uint128 b);

#endif
