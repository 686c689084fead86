/*
 * What every part of a reader carries along: memory, language, the file's name
 * for messages, limits. The readers are a library of their own, so the doors of
 * the core's base floor are not theirs.
 */
#ifndef IKMI_DESK_H
#define IKMI_DESK_H

#include "ikm/base.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct ikmi_desk {
    const ikm_mem *mem;
    ikm_lang lang;
    const char *name; /* how messages call the file */
    int64_t max_part_bytes;
    int64_t max_memory_bytes;
} ikmi_desk;

/* `resize` with NULL allocates; NULL when refused, also when count x size overflows. */
void *ikmi_desk_resize(const ikmi_desk *desk, void *block, size_t count, size_t size);
void *ikmi_desk_alloc(const ikmi_desk *desk, size_t count, size_t size);    /* zeroed */
char *ikmi_desk_copy(const ikmi_desk *desk, const char *data, size_t size); /* NUL-terminated */
void ikmi_desk_release(const ikmi_desk *desk, void *block);

/* Room for one more in an array that grows by doubling; false when refused. */
bool ikmi_desk_grow(const ikmi_desk *desk, void *array_ptr, size_t count, size_t *capacity, size_t size);

/* The arguments {2}, {3} ... of a sentence; {1} is the file's name. */
#define IKMI_WITH(...)                                                                                                 \
    (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *)

/* Fill in `err` (may be NULL) with the sentence of that name; returns `status`. */
ikm_status ikmi_desk_fail(const ikmi_desk *desk, ikm_error *err, ikm_status status, const char *word,
                          const char *const *args, size_t count);
ikm_status ikmi_desk_nomem(const ikmi_desk *desk, ikm_error *err);

/* A number as text, for a sentence. */
typedef struct ikmi_digits {
    char text[24];
} ikmi_digits;
ikmi_digits ikmi_digits_of(int64_t value);

/* A growing piece of bytes. */
typedef struct ikmi_pile {
    char *data;
    size_t size;
    size_t capacity;
} ikmi_pile;

bool ikmi_pile_add(ikmi_pile *pile, const ikmi_desk *desk, const char *bytes, size_t size);
void ikmi_pile_done(ikmi_pile *pile, const ikmi_desk *desk);

#endif
