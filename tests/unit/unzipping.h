/* What is in a zip archive in memory: one part of it by name, unpacked. Enough for what a workbook writer makes. */
#ifndef UNZIPPING_H
#define UNZIPPING_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static inline uint32_t unzipping_number(const unsigned char *at, int bytes)
{
    uint32_t value = 0;
    while (bytes-- > 0)
        value = value << 8 | at[bytes];
    return value;
}

/* The NUL-terminated part, to be freed; NULL when there is none of that name or it is damaged. */
static inline char *unzipped(const void *archive, size_t size, const char *name)
{
    const unsigned char *bytes = archive;
    for (size_t at = 0; at + 46 <= size; at++) {
        const unsigned char *entry = bytes + at; /* of the central directory */
        if (memcmp(entry, "PK\x01\x02", 4) != 0)
            continue;
        size_t name_size = unzipping_number(entry + 28, 2);
        if (at + 46 + name_size > size || name_size != strlen(name) || memcmp(entry + 46, name, name_size) != 0)
            continue;
        size_t packed = unzipping_number(entry + 20, 4), plain = unzipping_number(entry + 24, 4);
        size_t local = unzipping_number(entry + 42, 4);
        size_t data = local + 30 + unzipping_number(bytes + local + 26, 2) + unzipping_number(bytes + local + 28, 2);
        char *out = calloc(plain + 1, 1);
        z_stream stream = {.next_in = (unsigned char *)(uintptr_t)(bytes + data),
                           .avail_in = (unsigned)packed,
                           .next_out = (unsigned char *)out,
                           .avail_out = (unsigned)plain};
        int good = data + packed <= size && inflateInit2(&stream, -MAX_WBITS) == Z_OK;
        if (good) {
            good = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == plain &&
                   crc32(0, (unsigned char *)out, (unsigned)plain) == unzipping_number(entry + 16, 4);
            inflateEnd(&stream);
        }
        if (good)
            return out;
        free(out);
        return NULL;
    }
    return NULL;
}

#endif
