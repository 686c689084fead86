/* The memory door: everything that libikm allocates goes through here. */
#ifndef IKMI_MEM_H
#define IKMI_MEM_H

#include "ikm/base.h"

/* `mem` NULL is malloc, in all of them. */
void *ikmi_alloc(const ikm_mem *mem, size_t size);
void *ikmi_resize(const ikm_mem *mem, void *block, size_t size);
void ikmi_release(const ikm_mem *mem, void *block);

/* count x size zeroed bytes; NULL also when the product overflows. */
void *ikmi_alloc_zero(const ikm_mem *mem, size_t count, size_t size);

/* NUL-terminated copies; NULL when memory is refused. */
char *ikmi_copy(const ikm_mem *mem, ikm_text text);
char *ikmi_copy_string(const ikm_mem *mem, const char *string);

/* A piece of text over a whole NUL-terminated string; NULL gives an empty one. */
ikm_text ikmi_text(const char *string);

#endif
