#include "by_name.h"

#include "base/mem.h"
#include "ingest/fold.h"

enum { NAME_SIZE = 768, CUT_SIZE = NAME_SIZE - 8 };

/* What is nothing but signs, or too long to be folded, is its own name. */
static ikm_text key_of(char buffer[NAME_SIZE], ikm_text name)
{
    size_t size = ikmi_fold(buffer, NAME_SIZE, name);
    return size && size < CUT_SIZE ? (ikm_text){buffer, size} : ikmi_trim(name);
}

bool ikmi_by_name_init(ikmi_by_name *out, const ikm_mem *mem, size_t count, ikmi_name_of_row name, const void *ctx)
{
    char buffer[NAME_SIZE];
    size_t bytes = 0;
    *out = (ikmi_by_name){.names.mem = mem};
    for (size_t i = 0; i < count; i++)
        bytes += key_of(buffer, name(ctx, i)).size;
    out->name_of = ikmi_alloc_zero(mem, count + 1, sizeof *out->name_of);
    out->first = ikmi_alloc_zero(mem, count + 1, sizeof *out->first);
    out->next = ikmi_alloc_zero(mem, count + 1, sizeof *out->next);
    bool named = ikmi_lookup_init(&out->names, count + 1, bytes, mem);
    if (!named || !out->name_of || !out->first || !out->next)
        return false;
    for (size_t i = 0; i < count; i++)
        out->name_of[i] = ikmi_lookup_put(&out->names, IKMI_NO_NAME, key_of(buffer, name(ctx, i)));
    for (size_t i = 0; i < out->names.count; i++)
        out->first[i] = IKMI_NO_ROW;
    for (size_t i = count; i-- > 0;) {
        size_t *first = &out->first[out->name_of[i]];
        out->next[i] = *first;
        *first = i;
    }
    return true;
}

void ikmi_by_name_done(ikmi_by_name *rows)
{
    const ikm_mem *mem = rows->names.mem;
    ikmi_release(mem, rows->name_of);
    ikmi_release(mem, rows->first);
    ikmi_release(mem, rows->next);
    ikmi_lookup_done(&rows->names);
}

size_t ikmi_by_name_find(const ikmi_by_name *rows, ikm_text name)
{
    char buffer[NAME_SIZE];
    if (!rows->names.slots)
        return IKMI_NO_ROW;
    size_t found = ikmi_lookup_find(&rows->names, IKMI_NO_NAME, key_of(buffer, name));
    return found == IKMI_NO_NAME ? IKMI_NO_ROW : rows->first[found];
}
