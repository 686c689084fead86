/*
 * Texts by number, in the order in which they first appear; each under the number of
 * another (an objective under its goal), so that the same text may stand in two places.
 */
#ifndef IKMI_INDICATOR_LOOKUP_H
#define IKMI_INDICATOR_LOOKUP_H

#include "ikm/base.h"

#include <stdbool.h>

#define IKMI_NO_NAME SIZE_MAX

typedef struct ikmi_entry {
    const char *text; /* a copy with a NUL */
    size_t size;
    size_t parent;
    uint64_t hash;
} ikmi_entry;

typedef struct ikmi_lookup {
    const ikm_mem *mem;
    ikmi_entry *list;
    size_t count;
    size_t *slots; /* number + 1; 0: free */
    size_t mask;
    char *texts;
    size_t used;
} ikmi_lookup;

/* Room for at most `count` names of together `bytes` bytes. false: no memory; ikmi_lookup_done() is right all the same.
 */
bool ikmi_lookup_init(ikmi_lookup *names, size_t count, size_t bytes, const ikm_mem *mem);
void ikmi_lookup_done(ikmi_lookup *names);

/* The number of a name; one that is not there yet gets the next. */
size_t ikmi_lookup_put(ikmi_lookup *names, size_t parent, ikm_text text);

/* IKMI_NO_NAME if it is not there. */
size_t ikmi_lookup_find(const ikmi_lookup *names, size_t parent, ikm_text text);

#endif
