/*
 * What a zip is, by the names of its parts and, where those say nothing, by the list
 * of content types that a package of Office has. The directory at the end of a zip is
 * read without trust: APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16.
 */
#include "kind.h"

#include <stdbool.h>
#include <string.h>
#include <zlib.h>

enum {
    END_SIZE = 22,        /* of the record at the end, without its comment */
    COMMENT_MAX = 65535,  /* which stands behind it */
    ENTRY_SIZE = 46,      /* of an entry of the directory, without its names */
    LOCAL_SIZE = 30,      /* of the same before the part itself */
    NAME_SIZE = 64,       /* longer names are none that is looked for */
    ENTRIES_MAX = 4096,   /* looked at */
    TYPES_PACKED = 16384, /* of the list of types */
    TYPES_UNPACKED = 16384,
    STORED = 0,
    DEFLATED = 8
};

static uint32_t small(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static uint32_t little(const unsigned char *at)
{
    return small(at) | small(at + 2) << 16;
}

static bool holds(ikm_text text, const char *word)
{
    size_t size = strlen(word);
    for (size_t at = 0; at + size <= text.size; at++)
        if (!memcmp(text.data + at, word, size))
            return true;
    return false;
}

/* One entry of the directory. */
typedef struct entry {
    char name[NAME_SIZE];
    uint32_t method, packed;
    int64_t at; /* of its local header */
} entry;

/* Where the directory begins, -1: nowhere. `*count_out` is what it says to hold. */
static int64_t find_directory(const ikmi_looking *at, uint32_t *count_out)
{
    unsigned char bytes[END_SIZE + COMMENT_MAX];
    int64_t size = at->size < (int64_t)sizeof bytes ? at->size : (int64_t)sizeof bytes;
    if (size < END_SIZE || at->read(at->ctx, at->size - size, bytes, (size_t)size) != size)
        return -1;
    for (int64_t i = size - END_SIZE; i >= 0; i--)
        if (!memcmp(bytes + i, "PK\x05\x06", 4)) {
            *count_out = small(bytes + i + 10);
            return (int64_t)little(bytes + i + 16);
        }
    return -1;
}

/* The entry at `place`; `*next_out` is the place of the next. */
static bool read_entry(entry *out, int64_t *next_out, const ikmi_looking *at, int64_t place)
{
    unsigned char bytes[ENTRY_SIZE];
    if (at->read(at->ctx, place, bytes, sizeof bytes) != (int64_t)sizeof bytes || memcmp(bytes, "PK\x01\x02", 4) != 0)
        return false;
    uint32_t name = small(bytes + 28);
    *out = (entry){.method = small(bytes + 10), .packed = little(bytes + 20), .at = (int64_t)little(bytes + 42)};
    if (name < NAME_SIZE && at->read(at->ctx, place + ENTRY_SIZE, out->name, name) != (int64_t)name)
        return false;
    *next_out = place + ENTRY_SIZE + name + small(bytes + 30) + small(bytes + 32);
    return true;
}

/* A part's text, as far as it fits. */
static size_t unpack(char out[TYPES_UNPACKED], const ikmi_looking *at, const entry *part)
{
    unsigned char local[LOCAL_SIZE], packed[TYPES_PACKED];
    if (at->read(at->ctx, part->at, local, sizeof local) != (int64_t)sizeof local)
        return 0;
    int64_t place = part->at + LOCAL_SIZE + small(local + 26) + small(local + 28);
    size_t size = part->packed < sizeof packed ? part->packed : sizeof packed;
    int64_t got = at->read(at->ctx, place, packed, size);
    if (got <= 0)
        return 0;
    if (part->method == STORED) {
        memcpy(out, packed, (size_t)got);
        return (size_t)got;
    }
    z_stream stream = {.next_in = packed, .avail_in = (uInt)got, .next_out = (Bytef *)out, .avail_out = TYPES_UNPACKED};
    if (part->method != DEFLATED || inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return 0;
    (void)inflate(&stream, Z_FINISH); /* what came out before it ends or breaks is enough */
    size_t unpacked = TYPES_UNPACKED - stream.avail_out;
    inflateEnd(&stream);
    return unpacked;
}

static ikm_file_kind kind_of_types(ikm_text types)
{
    if (holds(types, "sheet.binary.macroEnabled.main"))
        return IKM_FILE_XLSB;
    if (holds(types, "spreadsheetml.sheet.main+xml") || holds(types, "spreadsheetml.template.main+xml") ||
        holds(types, "ms-excel.sheet.macroEnabled.main+xml") || holds(types, "ms-excel.template.macroEnabled.main+xml"))
        return IKM_FILE_XLSX;
    if (holds(types, "wordprocessingml") || holds(types, "presentationml") || holds(types, "ms-word") ||
        holds(types, "visio"))
        return IKM_FILE_OFFICE;
    return IKM_FILE_ZIP;
}

/* Packages that others wrote have their names in any case and with strokes of either kind. */
static bool is_name(const char *name, const char *wanted)
{
    name += *name == '/' || *name == '\\';
    for (; *name && *wanted; name++, wanted++) {
        char c = *name == '\\' ? '/' : *name, w = *wanted;
        if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != (w >= 'A' && w <= 'Z' ? w | 0x20 : w))
            return false;
    }
    return *name == *wanted;
}

static ikm_file_kind kind_of_name(const char *name)
{
    static const struct {
        const char *name;
        ikm_file_kind kind;
    } names[] = {{"xl/workbook.bin", IKM_FILE_XLSB},
                 {"xl/workbook.xml", IKM_FILE_XLSX},
                 {"word/document.xml", IKM_FILE_OFFICE},
                 {"ppt/presentation.xml", IKM_FILE_OFFICE},
                 {"Index/Document.iwa", IKM_FILE_BINARY}}; /* Apple Numbers */
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_name(name, names[i].name))
            return names[i].kind;
    return IKM_FILE_ZIP;
}

/* The list of types is asked first: it names what the package is, wherever its parts stand. */
static bool kind_by_directory(ikm_file_kind *out, const ikmi_looking *at)
{
    entry e, types = {.at = -1};
    uint32_t count = 0, seen = 0;
    int64_t place = at->size < 0 ? -1 : find_directory(at, &count);
    ikm_file_kind named = IKM_FILE_ZIP;
    if (place < 0)
        return false;
    for (; seen < count && seen < ENTRIES_MAX && read_entry(&e, &place, at, place); seen++) {
        if (is_name(e.name, "[Content_Types].xml"))
            types = e;
        else if (named == IKM_FILE_ZIP)
            named = kind_of_name(e.name);
    }
    char text[TYPES_UNPACKED];
    *out = IKM_FILE_ZIP;
    if (types.at >= 0)
        *out = kind_of_types((ikm_text){text, unpack(text, at, &types)});
    if (*out == IKM_FILE_ZIP)
        *out = named;
    return seen > 0 || count == 0;
}

ikm_file_kind ikmi_kind_of_zip(const ikmi_looking *at, ikm_text head)
{
    ikm_file_kind kind;
    if (holds((ikm_text){head.data, head.size < 128 ? head.size : 128}, "mimetypeapplication/vnd.oasis.opendocument"))
        return IKM_FILE_OPEN_DOCUMENT;
    if (kind_by_directory(&kind, at))
        return kind;
    /* cut off, or a stream: say so of a workbook */
    return holds(head, "[Content_Types].xml") || holds(head, "_rels/.rels") || holds(head, "xl/") ? IKM_FILE_XLSX
                                                                                                  : IKM_FILE_ZIP;
}
