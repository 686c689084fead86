/* The shared texts of a workbook: a cell names one by its number. */
#ifndef IKMI_STRINGS_H
#define IKMI_STRINGS_H

#include "package.h"

typedef struct ikmi_chunk ikmi_chunk;

typedef struct ikmi_strings {
    const ikmi_desk *desk;
    const char **texts; /* each after its size, in a chunk */
    size_t count, capacity;
    ikmi_chunk *chunks; /* texts do not move: the list of them is all that is copied as it grows */
    size_t bytes;       /* taken in all */
} ikmi_strings;

/* `path` NULL: there are none. */
ikm_status ikmi_strings_read(ikmi_strings *out, const ikmi_package *package, const char *path, ikm_error *err);
void ikmi_strings_done(ikmi_strings *strings);

/* Borrowed; false if there is no such number. */
bool ikmi_strings_get(const ikmi_strings *strings, size_t number, ikm_text *out);

/*
 * The escapes of ST_Xstring, _x000D_ for a character that XML cannot hold (ECMA-376
 * part 1, §22.9.2.19), undone in place; returns the new size.
 */
size_t ikmi_strings_unescape(char *text, size_t size);

#endif
