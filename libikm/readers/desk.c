#include "desk.h"

#include <stdlib.h>
#include <string.h>

void *ikmi_desk_resize(const ikmi_desk *desk, void *block, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        return NULL;
    if (bytes == 0)
        bytes = 1; /* so that NULL always means refused */
    const ikm_mem *mem = desk->mem;
    return mem ? mem->resize(mem->ctx, block, bytes) : realloc(block, bytes);
}

void *ikmi_desk_alloc(const ikmi_desk *desk, size_t count, size_t size)
{
    void *block = ikmi_desk_resize(desk, NULL, count, size);
    if (block)
        memset(block, 0, count * size);
    return block;
}

char *ikmi_desk_copy(const ikmi_desk *desk, const char *data, size_t size)
{
    char *copy = ikmi_desk_resize(desk, NULL, size + 1, 1);
    if (!copy)
        return NULL;
    if (size)
        memcpy(copy, data, size);
    copy[size] = '\0';
    return copy;
}

void ikmi_desk_release(const ikmi_desk *desk, void *block)
{
    if (!block)
        return;
    if (desk->mem)
        desk->mem->release(desk->mem->ctx, block);
    else
        free(block);
}

bool ikmi_desk_grow(const ikmi_desk *desk, void *array_ptr, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return true;
    void *array;
    memcpy(&array, array_ptr, sizeof array); /* the caller's pointer may be of any type */
    size_t more = *capacity ? *capacity * 2 : 16;
    array = ikmi_desk_resize(desk, array, more, size);
    if (!array)
        return false;
    memcpy(array_ptr, &array, sizeof array);
    *capacity = more;
    return true;
}

enum { ARGS_MAX = 8 };

ikm_status ikmi_desk_fail(const ikmi_desk *desk, ikm_error *err, ikm_status status, const char *word,
                          const char *const *args, size_t count)
{
    if (!err)
        return status;
    *err = (ikm_error){.status = status, .offset = -1};
    const char *all[1 + ARGS_MAX] = {desk->name};
    for (size_t i = 0; i < count && i < ARGS_MAX; i++)
        all[1 + i] = args[i];
    if (ikm_words_say(err->message, sizeof err->message, desk->lang, word, all, 1 + count) != IKM_OK)
        err->message[0] = '\0'; /* cannot be: tests/meta/check-words */
    return status;
}

ikm_status ikmi_desk_nomem(const ikmi_desk *desk, ikm_error *err)
{
    return ikmi_desk_fail(desk, err, IKM_ERR_NOMEM, "OUT_OF_MEMORY", NULL, 0);
}

ikmi_digits ikmi_digits_of(int64_t value)
{
    ikmi_digits digits;
    char reversed[20];
    size_t count = 0, at = 0;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        reversed[count++] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        digits.text[at++] = '-';
    while (count)
        digits.text[at++] = reversed[--count];
    digits.text[at] = '\0';
    return digits;
}

bool ikmi_pile_add(ikmi_pile *pile, const ikmi_desk *desk, const char *bytes, size_t size)
{
    if (size > pile->capacity - pile->size) {
        size_t need, more = pile->capacity ? pile->capacity : 256;
        if (__builtin_add_overflow(pile->size, size, &need))
            return false;
        while (more < need)
            if (__builtin_mul_overflow(more, (size_t)2, &more))
                return false;
        char *data = ikmi_desk_resize(desk, pile->data, more, 1);
        if (!data)
            return false;
        pile->data = data;
        pile->capacity = more;
    }
    if (size)
        memcpy(pile->data + pile->size, bytes, size);
    pile->size += size;
    return true;
}

void ikmi_pile_done(ikmi_pile *pile, const ikmi_desk *desk)
{
    ikmi_desk_release(desk, pile->data);
    *pile = (ikmi_pile){0};
}
