/* The scan in plain C: what every other way must equal. */
#define SCAN ikmi_scan_portable
#include "scan_way.h"

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
