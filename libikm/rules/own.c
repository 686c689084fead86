#include "own.h"

#include "base/mem.h"

static ikm_status build(void **out, const ikmi_own_kind *kind, ikmi_reading *reading, const json_t *json,
                        size_t json_size, const ikm_mem *mem)
{
    reading->store.size = kind->size + sizeof(ikm_mem) + kind->parts_size + kind->per_byte * json_size;
    reading->store.block = ikmi_alloc(mem, reading->store.size);
    if (!reading->store.block)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    /* The first two things in the block: they fit, by its size. */
    char *object = ikmi_store_take(&reading->store, 1, kind->size);
    ikm_mem *own_mem = ikmi_store_take(&reading->store, 1, sizeof *own_mem);
    ikmi_own *own = (ikmi_own *)(void *)(object + kind->own_offset);
    own->block = reading->store.block;
    if (mem) {
        *own_mem = *mem; /* the caller's may be gone when the object is freed */
        own->mem = own_mem;
    }
    ikm_status status = kind->fill(object, reading, json);
    if (status == IKM_OK)
        *out = object;
    else
        ikmi_own_free(own);
    return status;
}

ikm_status ikmi_own_read(void **out, const ikmi_own_kind *kind, ikm_text json, ikm_lang lang, const ikm_mem *mem,
                         ikm_error *err)
{
    ikmi_reading reading = {lang, err, {NULL, 0, 0}};
    *out = NULL;
    if (!json.data && json.size)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    json_t *parsed = NULL;
    ikm_status status = ikmi_json_parse(&parsed, &reading, json, IKMI_JSON_SIZE_MAX);
    if (status == IKM_OK)
        status = build(out, kind, &reading, parsed, json.size, mem);
    json_decref(parsed);
    return status;
}

void ikmi_own_free(const ikmi_own *own)
{
    if (!own->block)
        return;
    /* The block holds its own ikm_mem, which must outlive it here. */
    ikm_mem mem = own->mem ? *own->mem : (ikm_mem){NULL, NULL, NULL, NULL};
    ikmi_release(own->mem ? &mem : NULL, own->block);
}
