#include "kind.h"

#include "base/words.h"

#include <string.h>

enum { HEAD_SIZE = 8192 };

/* The fixed bytes at a fixed place by which a format is known; from the formats' own specifications. */
static const struct {
    ikm_file_kind kind;
    uint8_t offset, size;
    const char *bytes;
} signatures[] = {
    {IKM_FILE_COUNTS, 0, 8, "IKMTALLY"},
    {IKM_FILE_SAV, 0, 4, "$FL2"},
    {IKM_FILE_SAV, 0, 4, "$FL3"},
    {IKM_FILE_GZIP, 0, 2, "\x1F\x8B"},
    {IKM_FILE_PDF, 0, 5, "%PDF-"},
    {IKM_FILE_IMAGE, 0, 8, "\x89PNG\r\n\x1A\n"},
    {IKM_FILE_IMAGE, 0, 3, "\xFF\xD8\xFF"},
    {IKM_FILE_IMAGE, 0, 6, "GIF87a"},
    {IKM_FILE_IMAGE, 0, 6, "GIF89a"},
    {IKM_FILE_IMAGE, 0, 4, "II*\0"},
    {IKM_FILE_IMAGE, 0, 4, "MM\0*"},
    {IKM_FILE_IMAGE, 4, 8, "ftypheic"},
    {IKM_FILE_IMAGE, 4, 8, "ftypmif1"},
    {IKM_FILE_OFFICE, 0, 5, "{\\rtf"},
    {IKM_FILE_ARCHIVE, 0, 6, "Rar!\x1A\x07"},
    {IKM_FILE_ARCHIVE, 0, 6, "7z\xBC\xAF\x27\x1C"},
    {IKM_FILE_ARCHIVE, 0, 6,
     "\xFD"
     "7zXZ\0"},
    {IKM_FILE_ARCHIVE, 0, 4, "\x28\xB5\x2F\xFD"},
    {IKM_FILE_STATISTICS, 0, 11, "<stata_dta>"},
    {IKM_FILE_STATISTICS, 0, 5, "PAR1\x15"},
    {IKM_FILE_STATISTICS, 0, 6, "ARROW1"},
    {IKM_FILE_STATISTICS, 0, 8, "FEA1\0\0\0\0"},
    {IKM_FILE_STATISTICS, 0, 5, "RDX2\n"},
    {IKM_FILE_STATISTICS, 0, 5, "RDX3\n"},
    {IKM_FILE_STATISTICS, 0, 20, "HEADER RECORD*******"},
    {IKM_FILE_STATISTICS, 12, 20, "\xC2\xEA\x81\x60\xB3\x14\x11\xCF\xBD\x92\x08\x00\x09\xC7\x31\x8C\x18\x1F\x10\x11"},
    {IKM_FILE_DATABASE, 0, 16, "SQLite format 3\0"},
    {IKM_FILE_DATABASE, 4, 12, "Standard Jet"},
    {IKM_FILE_DATABASE, 4, 12, "Standard ACE"},
};

static bool has(ikm_text head, size_t offset, const char *bytes, size_t size)
{
    return head.size >= offset + size && !memcmp(head.data + offset, bytes, size);
}

static bool is_old_stata(ikm_text head)
{
    /* no magic: release 105 to 115, byte order 1 or 2, file type 1, and a zero */
    const unsigned char *byte = (const unsigned char *)head.data;
    return head.size > 109 && byte[0] >= 105 && byte[0] <= 115 && (byte[1] == 1 || byte[1] == 2) && byte[2] == 1 &&
           byte[3] == 0;
}

static bool is_bzip(ikm_text head)
{
    return has(head, 0, "BZh", 3) && has(head, 4, "\x31\x41\x59\x26\x53\x59", 6);
}

static bool is_bitmap(ikm_text head)
{
    /* "BM" alone begins many a text: the reserved words must be 0 and the header of a known size */
    return has(head, 0, "BM", 2) && has(head, 6, "\0\0\0\0", 4) && head.size > 14 &&
           (head.data[14] == 40 || head.data[14] == 124 || head.data[14] == 108 || head.data[14] == 12);
}

static bool is_spss_portable(ikm_text head)
{
    /* 200 bytes of vanity, then 256 of characters, then this; the vanity says it in ASCII when it is ASCII */
    return has(head, 40, "ASCII SPSS PORT FILE", 20) || has(head, 456, "SPSSPORT", 8);
}

static ikm_file_kind kind_of_head(const ikmi_looking *at, ikm_text head)
{
    if (head.size == 0)
        return IKM_FILE_EMPTY;
    if (has(head, 0, "PK\x03\x04", 4) || has(head, 0, "PK\x05\x06", 4))
        return ikmi_kind_of_zip(at, head);
    if (has(head, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
        return ikmi_kind_of_compound(at, head);
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (has(head, signatures[i].offset, signatures[i].bytes, signatures[i].size))
            return signatures[i].kind;
    if (is_spss_portable(head) || is_old_stata(head))
        return IKM_FILE_STATISTICS;
    if (is_bzip(head))
        return IKM_FILE_ARCHIVE;
    if (is_bitmap(head) || (has(head, 0, "RIFF", 4) && has(head, 8, "WEBP", 4)))
        return IKM_FILE_IMAGE;
    /* a workbook of Excel 2 to 4: a stream of records without a container */
    if (has(head, 0, "\x09\x00\x04\x00", 4) || has(head, 0, "\x09\x02\x06\x00", 4) ||
        has(head, 0, "\x09\x04\x06\x00", 4))
        return IKM_FILE_XLS;
    return ikmi_kind_of_text(head);
}

ikm_file_kind ikmi_kind_of(const ikmi_looking *at)
{
    char bytes[HEAD_SIZE];
    int64_t got = at->read(at->ctx, 0, bytes, sizeof bytes);
    if (got < 0)
        return IKM_FILE_BINARY;
    return kind_of_head(at, (ikm_text){bytes, (size_t)got});
}

/* Name for programs, and the sentence for people where the file is refused. */
static const struct {
    const char *name;
    ikmi_word refusal;
} kinds[] = {
    [IKM_FILE_UNSEEN] = {"unseen", IKMI_WORD_KIND_IS_TEXT},
    [IKM_FILE_EMPTY] = {"empty", IKMI_WORD_KIND_IS_TEXT},
    [IKM_FILE_TEXT] = {"text", IKMI_WORD_KIND_IS_TEXT},
    [IKM_FILE_GZIP] = {"gzip", IKMI_WORD_KIND_IS_TEXT},
    [IKM_FILE_XLSX] = {"xlsx", IKMI_WORD_KIND_IS_XLSX},
    [IKM_FILE_SAV] = {"sav", IKMI_WORD_KIND_IS_SAV},
    [IKM_FILE_XLS] = {"xls", IKMI_WORD_KIND_IS_XLS},
    [IKM_FILE_LOCKED] = {"locked", IKMI_WORD_KIND_IS_LOCKED},
    [IKM_FILE_XLSB] = {"xlsb", IKMI_WORD_KIND_IS_XLSB},
    [IKM_FILE_OPEN_DOCUMENT] = {"opendocument", IKMI_WORD_KIND_IS_OPEN_DOCUMENT},
    [IKM_FILE_XML_SPREADSHEET] = {"xml-spreadsheet", IKMI_WORD_KIND_IS_XML_SPREADSHEET},
    [IKM_FILE_XML] = {"xml", IKMI_WORD_KIND_IS_XML},
    [IKM_FILE_HTML] = {"html", IKMI_WORD_KIND_IS_HTML},
    [IKM_FILE_PDF] = {"pdf", IKMI_WORD_KIND_IS_PDF},
    [IKM_FILE_IMAGE] = {"image", IKMI_WORD_KIND_IS_IMAGE},
    [IKM_FILE_OFFICE] = {"office", IKMI_WORD_KIND_IS_OFFICE},
    [IKM_FILE_ZIP] = {"zip", IKMI_WORD_KIND_IS_ZIP},
    [IKM_FILE_ARCHIVE] = {"archive", IKMI_WORD_KIND_IS_ARCHIVE},
    [IKM_FILE_STATISTICS] = {"statistics", IKMI_WORD_KIND_IS_STATISTICS},
    [IKM_FILE_DATABASE] = {"database", IKMI_WORD_KIND_IS_DATABASE},
    [IKM_FILE_BINARY] = {"binary", IKMI_WORD_KIND_IS_BINARY},
    [IKM_FILE_SQL] = {"sql", IKMI_WORD_KIND_IS_SQL},
    [IKM_FILE_COUNTS] = {"counts", IKMI_WORD_KIND_IS_COUNTS},
};

static ikm_file_kind known(ikm_file_kind kind)
{
    return (size_t)kind < sizeof kinds / sizeof *kinds ? kind : IKM_FILE_BINARY;
}

const char *ikm_file_kind_name(ikm_file_kind kind)
{
    return kinds[known(kind)].name;
}

int ikm_file_kind_needs_reader(ikm_file_kind kind)
{
    return kind > IKM_FILE_GZIP && kind != IKM_FILE_COUNTS;
}

ikm_status ikm_file_kind_refuse(ikm_file_kind kind, const char *name, ikm_lang lang, ikm_error *err)
{
    return ikmi_fail(err, IKM_ERR_DATA, lang, kinds[known(kind)].refusal, IKMI_SAY(name ? name : ""));
}
