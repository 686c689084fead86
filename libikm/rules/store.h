/* The one block in which an own instrument lives. */
#ifndef IKMI_RULES_STORE_H
#define IKMI_RULES_STORE_H

#include "ikm/base.h"

typedef struct ikmi_store {
    char *block;
    size_t size, used;
} ikmi_store;

/* Zeroed, aligned for any object; NULL when the block is full. */
void *ikmi_store_take(ikmi_store *store, size_t count, size_t size);

/* A NUL-terminated copy; NULL when the block is full. */
char *ikmi_store_text(ikmi_store *store, const char *text, size_t size);

#endif
