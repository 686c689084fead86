/* Fewer keys, the same counts. */
#include "inside.h"

#include "base/mem.h"

#include <string.h>

static bool each_once(const ikm_tally *tally, const size_t *keys, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (keys[k] >= tally->key_count)
            return false;
        for (size_t earlier = 0; earlier < k; earlier++)
            if (keys[earlier] == keys[k])
                return false;
    }
    return true;
}

/* As `tally`, but empty and with these keys. */
static ikm_status new_like(ikm_tally **out, const ikm_tally *tally, const size_t *keys, size_t count, ikmi_depth depth)
{
    ikmi_element elements[IKM_ELEMENTS_MAX] = {{.code = NULL}};
    const char *names[IKMI_KEYS_MOST];
    ikm_rules rules = {.element_count = tally->element_count, .scale = tally->scale, .elements = elements};
    for (size_t e = 0; e < tally->element_count; e++)
        elements[e].code = tally->names[e];
    for (size_t k = 0; k < count; k++)
        names[k] = tally->names[tally->element_count + keys[k]];
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    options.keys = names;
    options.key_count = count;
    options.complete = depth >= IKMI_DEPTH_COMPLETE;
    options.moments = depth >= IKMI_DEPTH_MOMENTS;
    options.mem = tally->mem;
    return ikm_tally_new(out, &rules, &options);
}

ikm_status ikmi_tally_roll_up(ikm_tally **out, const ikm_tally *tally, const size_t *keys, size_t count,
                              ikmi_depth depth)
{
    *out = NULL;
    if (depth > ikmi_tally_depth(tally))
        return IKM_ERR_MISMATCH;
    ikm_tally *rolled;
    ikm_status status = new_like(&rolled, tally, keys, count, depth);
    if (status != IKM_OK)
        return status;
    size_t groups = tally->key_count ? tally->group_count : 1;
    for (size_t g = 0; g < groups && status == IKM_OK; g++) {
        ikm_text key[IKMI_KEYS_MOST];
        for (size_t k = 0; k < count; k++) {
            const char *value = ikm_tally_key(tally, (uint32_t)g, keys[k]);
            key[k] = (ikm_text){value, strlen(value)};
        }
        status = ikmi_tally_add_group(rolled, key, tally, (uint32_t)g);
    }
    if (status == IKM_OK)
        status = ikm_tally_add_rows(rolled, &tally->rows);
    if (status != IKM_OK) {
        ikm_tally_free(rolled);
        return status;
    }
    *out = rolled;
    return IKM_OK;
}

ikm_status ikm_tally_roll_up(ikm_tally **out, const ikm_tally *tally, const size_t *keys, size_t count)
{
    if (out)
        *out = NULL;
    if (!out || !tally || count > IKMI_KEYS_MOST || (count && !keys) || !each_once(tally, keys, count))
        return IKM_ERR_ARGUMENT;
    return ikmi_tally_roll_up(out, tally, keys, count, ikmi_tally_depth(tally));
}
