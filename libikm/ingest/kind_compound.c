#include "kind.h"

#include <string.h>

/*
 * The compound file of old Office, [MS-CFB]: sectors in chains, of which the
 * directory is one. Its streams' names say what it is.
 */

enum { ENTRY_SIZE = 128, HEADER_CHAINS = 109, DIRECTORY_SECTORS_MAX = 64 };

static const uint32_t no_more_from = 0xFFFFFFFA; /* from here on numbers are no sectors but marks */

static uint32_t little(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* The sector after `sector`, by the table whose own sectors the header lists. */
static uint32_t next_sector(const ikmi_looking *at, const unsigned char *header, uint32_t sector, unsigned shift)
{
    uint32_t per_table = (uint32_t)1 << (shift - 2), table = sector / per_table;
    unsigned char bytes[4];
    if (table >= HEADER_CHAINS)
        return UINT32_MAX;
    int64_t place = (((int64_t)little(header + 76 + 4 * table) + 1) << shift) + 4 * (int64_t)(sector % per_table);
    return at->read(at->ctx, place, bytes, 4) == 4 ? little(bytes) : UINT32_MAX;
}

/* Whether a directory entry has this name, which is UTF-16 there. */
static bool entry_is(const unsigned char *entry, const char *name)
{
    size_t size = strlen(name);
    for (size_t i = 0; i < size; i++)
        if (entry[2 * i] != (unsigned char)name[i] || entry[2 * i + 1])
            return false;
    return entry[2 * size] == 0 && entry[2 * size + 1] == 0;
}

ikm_file_kind ikmi_kind_of_compound(const ikmi_looking *at, ikm_text head)
{
    static const struct {
        const char *name;
        ikm_file_kind kind;
    } streams[] = {{"EncryptedPackage", IKM_FILE_LOCKED},
                   {"Workbook", IKM_FILE_XLS},
                   {"Book", IKM_FILE_XLS},
                   {"WordDocument", IKM_FILE_OFFICE},
                   {"PowerPoint Document", IKM_FILE_OFFICE}};
    const unsigned char *header = (const unsigned char *)head.data;
    if (head.size < 512)
        return IKM_FILE_BINARY;
    unsigned shift = header[30]; /* 9 or 12: sectors of 512 or 4096 bytes */
    if (shift != 9 && shift != 12)
        return IKM_FILE_BINARY;
    uint32_t sector = little(header + 48);
    for (int count = 0; count < DIRECTORY_SECTORS_MAX && sector < no_more_from; count++) {
        unsigned char bytes[4096];
        int64_t size = (int64_t)1 << shift;
        if (at->read(at->ctx, ((int64_t)sector + 1) << shift, bytes, (size_t)size) != size)
            break;
        for (int64_t entry = 0; entry < size; entry += ENTRY_SIZE)
            for (size_t i = 0; i < sizeof streams / sizeof *streams; i++)
                if (entry_is(bytes + entry, streams[i].name))
                    return streams[i].kind;
        sector = next_sector(at, header, sector, shift);
    }
    return IKM_FILE_BINARY;
}
