#include "mem.h"

#include <stdlib.h>
#include <string.h>

void *ikmi_alloc(const ikm_mem *mem, size_t size)
{
    if (size == 0)
        size = 1; /* so that NULL always means refused */
    return mem ? mem->alloc(mem->ctx, size) : malloc(size);
}

void *ikmi_resize(const ikm_mem *mem, void *block, size_t size)
{
    if (size == 0)
        size = 1;
    return mem ? mem->resize(mem->ctx, block, size) : realloc(block, size);
}

void ikmi_release(const ikm_mem *mem, void *block)
{
    if (!block)
        return;
    if (mem)
        mem->release(mem->ctx, block);
    else
        free(block);
}

void *ikmi_alloc_zero(const ikm_mem *mem, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        return NULL;
    void *block = ikmi_alloc(mem, bytes);
    if (block)
        memset(block, 0, bytes);
    return block;
}

char *ikmi_copy(const ikm_mem *mem, ikm_text text)
{
    char *copy = ikmi_alloc(mem, text.size + 1);
    if (!copy)
        return NULL;
    if (text.size)
        memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    return copy;
}

char *ikmi_copy_string(const ikm_mem *mem, const char *string)
{
    return ikmi_copy(mem, ikmi_text(string));
}

ikm_text ikmi_text(const char *string)
{
    ikm_text text = {string, string ? strlen(string) : 0};
    return text;
}
