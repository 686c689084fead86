/* Counts that come as counts: from a file, from a tally with more keys, from a database. */
#include "inside.h"

#include "base/buffer.h"
#include "base/mem.h"
#include "hash.h"

#include <string.h>

static bool fits(const ikm_tally *tally, const ikm_text *key)
{
    if (tally->key_count && !key)
        return false;
    for (size_t k = 0; k < tally->key_count; k++)
        if (key[k].size && memchr(key[k].data, '\0', key[k].size))
            return false;
    return true;
}

/* The group with this key, made if there is none. */
static ikm_status find_or_make(ikmi_group **out, ikm_tally *tally, const ikm_text *key)
{
    ikmi_buffer bytes;
    uint64_t hash = tally->seed;
    ikmi_buffer_init(&bytes, tally->mem);
    for (size_t k = 0; k < tally->key_count; k++) {
        if (k)
            ikmi_buffer_add_char(&bytes, '\0');
        ikmi_buffer_add(&bytes, key[k].data, key[k].size);
        hash = ikmi_hash_value(hash, key[k].data, key[k].size);
    }
    ikm_status status = bytes.status;
    if (status == IKM_OK) {
        *out = ikmi_group_find(tally, ikmi_hash_end(hash), ikmi_buffer_text(&bytes));
        if (!*out) {
            status = ikmi_group_new(out, tally, ikmi_hash_end(hash), bytes.size);
            if (status == IKM_OK)
                memcpy(ikmi_group_key(tally, *out), bytes.data, bytes.size);
        }
    }
    ikmi_buffer_done(&bytes);
    return status;
}

/* Into the bytes of the group while a byte holds them, else into its int64 counts. */
static ikm_status add_to_group(ikm_tally *tally, const ikm_text *key, const int64_t *flat)
{
    ikmi_mark mark = ikmi_tally_mark(tally);
    ikmi_group *group;
    ikm_status status = find_or_make(&group, tally, key);
    if (status != IKM_OK)
        return status;
    const size_t respondents = tally->cells - 1;
    bool small = !group->wide && flat[respondents] + group->counts[respondents] <= (int64_t)tally->carry_due;
    if (!small)
        status = ikmi_group_widen(tally, group);
    if (status != IKM_OK) {
        ikmi_tally_go_back(tally, mark);
        return status;
    }
    int64_t *wide = small ? NULL : ikmi_group_wide(tally, group);
    for (size_t i = 0; i < tally->width; i++)
        if (small)
            group->counts[i] = (uint8_t)(group->counts[i] + flat[i]);
        else
            wide[i] += flat[i];
    return IKM_OK;
}

ikm_status ikmi_tally_add_flat(ikm_tally *tally, const ikm_text *key, const int64_t *flat)
{
    if (!fits(tally, key))
        return IKM_ERR_ARGUMENT;
    /* no other count passes the respondents */
    if (flat[tally->cells - 1] > ikmi_tally_room(tally) - tally->totals[tally->cells - 1])
        return IKM_ERR_OVERFLOW;
    if (tally->key_count) {
        ikm_status status = add_to_group(tally, key, flat);
        if (status != IKM_OK)
            return status;
    }
    const size_t whole = tally->key_count ? tally->sets * tally->cells : tally->width;
    for (size_t i = 0; i < whole; i++)
        tally->totals[i] += flat[i];
    return IKM_OK;
}

ikm_status ikmi_tally_add_group(ikm_tally *tally, const ikm_text *key, const ikm_tally *from, uint32_t group)
{
    int64_t flat[IKMI_WIDTH_MOST];
    if (group >= ikm_tally_group_count(from))
        return IKM_ERR_ARGUMENT;
    if (tally->cells != from->cells || ikmi_tally_depth(tally) > ikmi_tally_depth(from))
        return IKM_ERR_MISMATCH;
    ikmi_tally_flat(flat, from, group);
    return ikmi_tally_add_flat(tally, key, flat); /* what it does not count stands behind what it does */
}
