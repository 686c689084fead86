#include "lookup.h"

#include "base/mem.h"

#include <string.h>

bool ikmi_lookup_init(ikmi_lookup *names, size_t count, size_t bytes, const ikm_mem *mem)
{
    size_t slots = 8;
    *names = (ikmi_lookup){.mem = mem};
    while (slots / 2 <= count)
        slots *= 2;
    names->mask = slots - 1;
    names->slots = ikmi_alloc_zero(mem, slots, sizeof *names->slots);
    names->list = ikmi_alloc_zero(mem, count, sizeof *names->list);
    names->texts = ikmi_alloc(mem, bytes + count); /* each has a NUL */
    return names->slots && names->list && names->texts;
}

void ikmi_lookup_done(ikmi_lookup *names)
{
    ikmi_release(names->mem, names->slots);
    ikmi_release(names->mem, names->list);
    ikmi_release(names->mem, names->texts);
}

/* FNV-1a over the parent and the bytes; its low bits are the better ones once high bits are folded in. */
static uint64_t hash_of(size_t parent, ikm_text text)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325) ^ parent * UINT64_C(0x9e3779b97f4a7c15);
    for (size_t i = 0; i < text.size; i++)
        hash = (hash ^ (unsigned char)text.data[i]) * UINT64_C(0x100000001b3);
    return hash ^ hash >> 32;
}

/* The slot of a name, or the free one where it belongs. */
static size_t *slot_of(const ikmi_lookup *names, size_t parent, ikm_text text, uint64_t hash)
{
    for (size_t at = hash & names->mask;; at = (at + 1) & names->mask) {
        if (!names->slots[at])
            return &names->slots[at];
        const ikmi_entry *name = &names->list[names->slots[at] - 1];
        if (name->hash == hash && name->parent == parent && name->size == text.size &&
            (!text.size || !memcmp(name->text, text.data, text.size)))
            return &names->slots[at];
    }
}

size_t ikmi_lookup_put(ikmi_lookup *names, size_t parent, ikm_text text)
{
    uint64_t hash = hash_of(parent, text);
    size_t *slot = slot_of(names, parent, text, hash);
    if (*slot)
        return *slot - 1;
    char *copy = names->texts + names->used;
    if (text.size)
        memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    names->used += text.size + 1;
    names->list[names->count] = (ikmi_entry){copy, text.size, parent, hash};
    *slot = ++names->count;
    return names->count - 1;
}

size_t ikmi_lookup_find(const ikmi_lookup *names, size_t parent, ikm_text text)
{
    size_t slot = *slot_of(names, parent, text, hash_of(parent, text));
    return slot ? slot - 1 : IKMI_NO_NAME;
}
