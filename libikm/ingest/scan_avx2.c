/* The scan for x86-64 processors with AVX2, which also have the instructions that count and find bits. */
#if defined(__x86_64__)

#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,bmi,bmi2,popcnt")
#endif

#define SCAN ikmi_scan_avx2
#include "scan_way.h"

static inline uint64_t equal(__m256i low, __m256i high, __m256i what)
{
    uint64_t bits = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, what));
    return bits | (uint64_t)(unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, what)) << 32;
}

static int masks_of(masks *out, const char *bytes, size_t blocks, const ikmi_dialect *dialect)
{
    const __m256i delimiter = _mm256_set1_epi8(dialect->delimiter), newline = _mm256_set1_epi8(dialect->newline),
                  quote = _mm256_set1_epi8(dialect->quote);
    __m256i any = _mm256_setzero_si256();
    for (size_t b = 0; b < blocks; b++, bytes += 64) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
        __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32));
        any = _mm256_or_si256(any, _mm256_or_si256(low, high));
        out[b].delimiter = equal(low, high, delimiter);
        out[b].newline = equal(low, high, newline);
        out[b].quote = equal(low, high, quote);
    }
    return _mm256_movemask_epi8(any);
}

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#else

typedef int ikmi_no_avx2; /* a file must hold something */

#endif
