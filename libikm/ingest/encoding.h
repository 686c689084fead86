/* Bytes of a cell to UTF-8. */
#ifndef IKMI_ENCODING_H
#define IKMI_ENCODING_H

#include "base/buffer.h"

#include "dialect.h"

#include <string.h>

/* Bytes of the UTF-8 character that begins here: 1 to 4; 0 if it is none. */
size_t ikmi_utf8_length(const char *bytes, size_t size);

/* Position of the first byte above 127; `size` if there is none. */
size_t ikmi_first_high(const char *bytes, size_t size);

/* What a file is whose first byte above 127 stands at the beginning of `bytes`. */
ikmi_encoding ikmi_encoding_of(const char *bytes, size_t size);

/* ASCII without NUL; deaf to whether char is signed. */
static inline bool ikmi_is_plain_byte(char c)
{
    return (unsigned char)c - 1u < 0x7F;
}

/* Do any of these eight bytes not stand for themselves? A byte below 1 borrows into its top bit, above 127 it has it.
 */
static inline uint64_t ikmi_not_plain_of_eight(const char *bytes)
{
    const uint64_t tops = UINT64_C(0x8080808080808080), ones = UINT64_C(0x0101010101010101);
    uint64_t eight;
    memcpy(&eight, bytes, 8);
    return ((eight - ones) | eight) & tops;
}

/* Are these bytes plain text as they stand: ASCII without NUL? */
static inline bool ikmi_is_plain(ikm_text bytes)
{
    uint64_t odd = 0;
    if (bytes.size >= 8) {
        /* the last eight overlap those before them: no loop over what is left, whose length nobody foresees */
        for (size_t at = 0; at + 8 < bytes.size; at += 8)
            odd |= ikmi_not_plain_of_eight(bytes.data + at);
        return !(odd | ikmi_not_plain_of_eight(bytes.data + bytes.size - 8));
    }
    for (size_t at = 0; at < bytes.size; at++)
        if (!ikmi_is_plain_byte(bytes.data[at]))
            return false;
    return true;
}

/* Append as UTF-8; what is no text (invalid bytes, NUL) becomes U+FFFD. True if there was such. */
bool ikmi_encoding_add(ikmi_buffer *out, ikm_text bytes, ikmi_encoding encoding);

/* "utf-8", "windows-1252", "utf-16le", "utf-16be". */
const char *ikmi_encoding_name(ikmi_encoding encoding);

/* By its name, whatever its case; "latin1" and "iso-8859-1" are Windows-1252. UNKNOWN: no such name. */
ikmi_encoding ikmi_encoding_named(const char *name);

#endif
