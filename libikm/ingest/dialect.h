/* How the bytes of a dump are to be taken apart. */
#ifndef IKMI_DIALECT_H
#define IKMI_DIALECT_H

#include "ikm/base.h"

#include <stdbool.h>

typedef enum ikmi_encoding {
    IKMI_ENCODING_UNKNOWN = 0, /* no byte above 127 was seen yet */
    IKMI_ENCODING_UTF8,
    IKMI_ENCODING_WINDOWS,
    IKMI_ENCODING_UTF16_LITTLE, /* these two are only told; what comes out of a source is UTF-8 */
    IKMI_ENCODING_UTF16_BIG
} ikmi_encoding;

typedef struct ikmi_dialect {
    char delimiter;
    char quote;
    char newline; /* what ends a record: LF (a CR before it is dropped), or CR in files that have no LF */
    char escape;  /* within quotes: a quote or itself behind it is a character like any other; 0: there is none */
} ikmi_dialect;

/* Guards: beyond these a record is refused, whatever it holds. */
enum {
    IKMI_FIELD_MAX = 1 << 20,      /* bytes of a field */
    IKMI_RECORD_MAX = 4 << 20,     /* bytes of a record */
    IKMI_QUOTED_NEWLINES_MAX = 64, /* line breaks within one quoted field */
    IKMI_FIELDS_MAX = 1 << 16      /* fields of a record */
};

static inline bool ikmi_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

#endif
