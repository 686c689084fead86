/* The scan with what every processor of its kind has: SSE2 on x86-64, NEON on 64-bit ARM. */
#define SCAN ikmi_scan_base
#include "scan_way.h"

#if defined(__x86_64__)
#include <emmintrin.h>

static uint64_t equal(const __m128i part[4], __m128i what)
{
    uint64_t bits = 0;
    for (int i = 0; i < 4; i++)
        bits |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(part[i], what)) << 16 * i;
    return bits;
}

static int masks_of(masks *out, const char *bytes, size_t blocks, const ikmi_dialect *dialect)
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
        out[b].delimiter = equal(part, delimiter);
        out[b].newline = equal(part, newline);
        out[b].quote = equal(part, quote);
    }
    return _mm_movemask_epi8(high);
}

#elif defined(__aarch64__)
#include <arm_neon.h>

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

static uint64_t equal(const uint8x16_t part[4], uint8x16_t what)
{
    uint8x16_t equal[4];
    for (int i = 0; i < 4; i++)
        equal[i] = vceqq_u8(part[i], what);
    return bits_neon(equal);
}

static int masks_of(masks *out, const char *bytes, size_t blocks, const ikmi_dialect *dialect)
{
    const uint8x16_t delimiter = vdupq_n_u8((uint8_t)dialect->delimiter),
                     newline = vdupq_n_u8((uint8_t)dialect->newline), quote = vdupq_n_u8((uint8_t)dialect->quote);
    uint8x16_t any = vdupq_n_u8(0);
    for (size_t b = 0; b < blocks; b++, bytes += 64) {
        uint8x16_t part[4];
        for (int i = 0; i < 4; i++) {
            part[i] = vld1q_u8((const uint8_t *)bytes + 16 * i);
            any = vorrq_u8(any, part[i]);
        }
        out[b].delimiter = equal(part, delimiter);
        out[b].newline = equal(part, newline);
        out[b].quote = equal(part, quote);
    }
    return vmaxvq_u8(any) & 0x80;
}

#else

static int masks_of(masks *out, const char *bytes, size_t blocks, const ikmi_dialect *dialect)
{
    unsigned char high = 0;
    for (size_t b = 0; b < blocks; b++, bytes += 64) {
        masks all = {0, 0, 0};
        for (unsigned i = 0; i < 64; i++) {
            char c = bytes[i];
            all.delimiter |= (uint64_t)(c == dialect->delimiter) << i;
            all.newline |= (uint64_t)(c == dialect->newline) << i;
            all.quote |= (uint64_t)(c == dialect->quote) << i;
            high |= (unsigned char)c;
        }
        out[b] = all;
    }
    return high & 0x80;
}

#endif
