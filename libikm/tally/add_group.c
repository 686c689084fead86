/* Counts that come as counts: from a file, from a tally with more keys, from a database. */
#include "inside.h"

#include "base/buffer.h"
#include "base/mem.h"
#include "hash.h"

#include <string.h>

static bool fits(const ikm_tally *tally, const ikm_text *key, const ikmi_counts *complete)
{
    if ((tally->sets > 1) != (complete != NULL) || (tally->key_count && !key))
        return false;
    for (size_t k = 0; k < tally->key_count; k++)
        if (key[k].size && memchr(key[k].data, '\0', key[k].size))
            return false;
    return true;
}

/* The cell of a set, as in ikm_tally.totals. */
static int64_t cell(const ikm_tally *tally, const ikmi_counts *counts, size_t at)
{
    return at + 1 < tally->cells ? counts->answers[at] : counts->respondents;
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
static ikm_status add_to_group(ikm_tally *tally, const ikm_text *key, const ikmi_counts *const *sets)
{
    ikmi_mark mark = ikmi_tally_mark(tally);
    ikmi_group *group;
    ikm_status status = find_or_make(&group, tally, key);
    if (status != IKM_OK)
        return status;
    const size_t respondents = tally->cells - 1;
    bool small = !group->wide && sets[0]->respondents + group->counts[respondents] <= IKMI_CARRY_DUE;
    if (!small)
        status = ikmi_group_widen(tally, group);
    if (status != IKM_OK) {
        ikmi_tally_go_back(tally, mark);
        return status;
    }
    for (size_t set = 0; set < tally->sets; set++)
        for (size_t i = 0; i < tally->cells; i++) {
            int64_t more = cell(tally, sets[set], i);
            if (small)
                group->counts[set * tally->cells + i] = (uint8_t)(group->counts[set * tally->cells + i] + more);
            else
                ikmi_group_wide(tally, group)[set * tally->cells + i] += more;
        }
    return IKM_OK;
}

ikm_status ikmi_tally_add_group(ikm_tally *tally, const ikm_text *key, const ikmi_counts *all,
                                const ikmi_counts *complete)
{
    const ikmi_counts *sets[] = {all, complete};
    if (!fits(tally, key, complete))
        return IKM_ERR_ARGUMENT;
    /* no other count passes the respondents */
    if (all->respondents > INT64_MAX - tally->totals[tally->cells - 1])
        return IKM_ERR_OVERFLOW;
    if (tally->key_count) {
        ikm_status status = add_to_group(tally, key, sets);
        if (status != IKM_OK)
            return status;
    }
    for (size_t set = 0; set < tally->sets; set++)
        for (size_t i = 0; i < tally->cells; i++)
            tally->totals[set * tally->cells + i] += cell(tally, sets[set], i);
    return IKM_OK;
}
