/* Masks of 64 bytes, once for each kind of processor; all equal the portable one. */
#include "scan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

int ikmi_masks_portable(ikmi_masks *out, const char *bytes, size_t blocks, const ikmi_dialect *dialect)
{
    unsigned char high = 0;
    for (size_t b = 0; b < blocks; b++, bytes += 64) {
        ikmi_masks masks = {0, 0, 0};
        for (unsigned i = 0; i < 64; i++) {
            char c = bytes[i];
            masks.delimiter |= (uint64_t)(c == dialect->delimiter) << i;
            masks.newline |= (uint64_t)(c == dialect->newline) << i;
            masks.quote |= (uint64_t)(c == dialect->quote) << i;
            high |= (unsigned char)c;
        }
        out[b] = masks;
    }
    return high & 0x80;
}

#if defined(__x86_64__)

/* SSE2 is part of every x86-64. */
static uint64_t equal_sse2(const __m128i part[4], __m128i what)
{
    uint64_t bits = 0;
    for (int i = 0; i < 4; i++)
        bits |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(part[i], what)) << 16 * i;
    return bits;
}

static int masks_sse2(ikmi_masks *out, const char *bytes, size_t blocks, const ikmi_dialect *dialect)
{
    const __m128i delimiter = _mm_set1_epi8(dialect->delimiter), newline = _mm_set1_epi8(dialect->newline),
                  quote = _mm_set1_epi8(dialect->quote);
    __m128i high = _mm_setzero_si128();
    for (size_t b = 0; b < blocks; b++, bytes += 64) {
        __m128i part[4];
        for (int i = 0; i < 4; i++) {
            part[i] = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i));
            high = _mm_or_si128(high, part[i]);
        }
        out[b].delimiter = equal_sse2(part, delimiter);
        out[b].newline = equal_sse2(part, newline);
        out[b].quote = equal_sse2(part, quote);
    }
    return _mm_movemask_epi8(high);
}

__attribute__((target("avx2"))) static inline uint64_t equal_avx2(__m256i low, __m256i high, __m256i what)
{
    uint64_t bits = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, what));
    return bits | (uint64_t)(unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, what)) << 32;
}

__attribute__((target("avx2"))) static int masks_avx2(ikmi_masks *out, const char *bytes, size_t blocks,
                                                      const ikmi_dialect *dialect)
{
    const __m256i delimiter = _mm256_set1_epi8(dialect->delimiter), newline = _mm256_set1_epi8(dialect->newline),
                  quote = _mm256_set1_epi8(dialect->quote);
    __m256i any = _mm256_setzero_si256();
    for (size_t b = 0; b < blocks; b++, bytes += 64) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)bytes);
        __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(bytes + 32));
        any = _mm256_or_si256(any, _mm256_or_si256(low, high));
        out[b].delimiter = equal_avx2(low, high, delimiter);
        out[b].newline = equal_avx2(low, high, newline);
        out[b].quote = equal_avx2(low, high, quote);
    }
    return _mm256_movemask_epi8(any);
}

ikmi_masks_fn ikmi_masks_best(void)
{
    return __builtin_cpu_supports("avx2") ? masks_avx2 : masks_sse2;
}

#elif defined(__aarch64__)

/* The usual way to a movemask on NEON: a weight for each lane, then pairwise sums. */
static uint64_t bits_neon(const uint8x16_t part[4])
{
    static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t weight = vld1q_u8(weights);
    uint8x16_t low = vpaddq_u8(vandq_u8(part[0], weight), vandq_u8(part[1], weight));
    uint8x16_t high = vpaddq_u8(vandq_u8(part[2], weight), vandq_u8(part[3], weight));
    low = vpaddq_u8(low, high);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(low, low)), 0);
}

static uint64_t equal_neon(const uint8x16_t part[4], uint8x16_t what)
{
    uint8x16_t equal[4];
    for (int i = 0; i < 4; i++)
        equal[i] = vceqq_u8(part[i], what);
    return bits_neon(equal);
}

static int masks_neon(ikmi_masks *out, const char *bytes, size_t blocks, const ikmi_dialect *dialect)
{
    const uint8x16_t delimiter = vdupq_n_u8((uint8_t)dialect->delimiter), newline = vdupq_n_u8((uint8_t)dialect->newline),
                     quote = vdupq_n_u8((uint8_t)dialect->quote);
    uint8x16_t any = vdupq_n_u8(0);
    for (size_t b = 0; b < blocks; b++, bytes += 64) {
        uint8x16_t part[4];
        for (int i = 0; i < 4; i++) {
            part[i] = vld1q_u8((const uint8_t *)bytes + 16 * i);
            any = vorrq_u8(any, part[i]);
        }
        out[b].delimiter = equal_neon(part, delimiter);
        out[b].newline = equal_neon(part, newline);
        out[b].quote = equal_neon(part, quote);
    }
    return vmaxvq_u8(any) & 0x80;
}

ikmi_masks_fn ikmi_masks_best(void)
{
    return masks_neon;
}

#else

ikmi_masks_fn ikmi_masks_best(void)
{
    return ikmi_masks_portable;
}

#endif
