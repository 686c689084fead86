/* The door of ikm_rules_read(): the one block of memory. */
#include "instrument.h"

#include "base/decimal.h"
#include "base/mem.h"

#include <string.h>

/*
 * The whole instrument is one allocation. Each text and each key of it stands in
 * the JSON with two quotes, so copies with a NUL take no more than the JSON; an
 * entry of an array of texts takes four bytes of it and 8 here, one of a table of
 * aliases six and 16. What does not depend on the JSON has its limits.
 */
static size_t block_size(size_t json_size)
{
    enum { LISTS_MAX = 2 * IKM_ELEMENTS_MAX + 4, LIST_EXTRA = sizeof(ikmi_label_alias) + 16 };
    return sizeof(ikm_rules) + sizeof(ikm_mem) + IKM_ELEMENTS_MAX * sizeof(ikmi_element) +
           IKM_BANDS_MAX * sizeof(ikmi_band) + IKMI_WEIGHT_TEXT_SIZE + LISTS_MAX * LIST_EXTRA + 4 * json_size;
}

static ikm_status build(ikm_rules **out, ikmi_reading *reading, const json_t *json, size_t json_size,
                        const ikm_mem *mem)
{
    reading->store.size = block_size(json_size);
    reading->store.block = ikmi_alloc(mem, reading->store.size);
    if (!reading->store.block)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, reading->lang);
    /* The first two things in the block: they fit, by its size. */
    ikm_rules *rules = ikmi_store_take(&reading->store, 1, sizeof *rules);
    ikm_mem *own_mem = ikmi_store_take(&reading->store, 1, sizeof *own_mem);
    rules->memory = reading->store.block;
    if (mem) {
        *own_mem = *mem; /* the caller's may be gone when the rules are freed */
        rules->mem = own_mem;
    }
    ikm_status status = ikmi_read_instrument(rules, reading, json);
    if (status == IKM_OK)
        *out = rules;
    else
        ikm_rules_free(rules);
    return status;
}

ikm_status ikm_rules_read(ikm_rules **out, ikm_text json, ikm_lang lang, const ikm_mem *mem, ikm_error *err)
{
    ikmi_reading reading = {lang, err, {NULL, 0, 0}};
    if (!out || (!json.data && json.size)) {
        if (out)
            *out = NULL;
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, lang);
    }
    *out = NULL;
    json_t *parsed = NULL;
    ikm_status status = ikmi_json_parse(&parsed, &reading, json, IKMI_JSON_SIZE_MAX);
    if (status == IKM_OK)
        status = build(out, &reading, parsed, json.size, mem);
    json_decref(parsed);
    return status;
}

void ikm_rules_free(ikm_rules *rules)
{
    if (!rules || !rules->memory)
        return;
    /* The block holds its own ikm_mem, which must outlive it here. */
    ikm_mem mem = rules->mem ? *rules->mem : (ikm_mem){NULL, NULL, NULL, NULL};
    ikmi_release(rules->mem ? &mem : NULL, rules->memory);
}
