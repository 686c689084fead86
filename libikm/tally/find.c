/* Which group a row or a key has: for what is kept beside the counts. */
#include "inside.h"

#include "hash.h"

#include <string.h>

/* Places ascend with the numbers of groups, for records are taken one behind the other. */
static uint32_t number_of(const ikm_tally *tally, uint32_t place)
{
    size_t low = 0, high = tally->group_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (tally->places[middle] <= place)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

static bool has_values(const ikm_tally *tally, const ikmi_group *group, const ikm_text *const *keys, size_t row)
{
    const char *stored = ikmi_group_key(tally, group), *end = stored + group->key_size;
    for (size_t key = 0; key < tally->key_count; key++) {
        const ikm_text *value = &keys[key][row];
        if (value->size > (size_t)(end - stored) || stored[value->size] != '\0' ||
            (value->size && memcmp(stored, value->data, value->size) != 0))
            return false;
        stored += value->size + 1;
    }
    return stored == end + 1;
}

static uint32_t find_row(const ikm_tally *tally, const ikm_text *const *keys, size_t row)
{
    uint64_t hash = tally->seed;
    for (size_t key = 0; key < tally->key_count; key++)
        hash = ikmi_hash_value(hash, keys[key][row].data, keys[key][row].size);
    size_t at = ikmi_table_home(&tally->table, ikmi_hash_end(hash));
    for (;; at = (at + 1) & tally->table.mask) {
        uint32_t place = ikmi_table_find(&tally->table, ikmi_hash_end(hash), &at);
        if (!place)
            return IKM_WHOLE;
        if (has_values(tally, ikmi_group_at(tally, place), keys, row))
            return number_of(tally, place);
    }
}

void ikmi_tally_find_rows(uint32_t *out, const ikm_tally *tally, const ikm_text *const *keys, size_t rows)
{
    for (size_t row = 0; row < rows; row++)
        out[row] = tally->key_count ? find_row(tally, keys, row) : 0;
}

void ikmi_tally_match(uint32_t *out, const ikm_tally *tally, const ikm_tally *in)
{
    ikm_text values[IKMI_KEYS_MOST];
    const ikm_text *keys[IKMI_KEYS_MOST];
    for (size_t i = 0; i < ikm_tally_group_count(tally); i++) {
        const char *at = tally->key_count ? ikmi_group_key(tally, ikmi_group_at(tally, tally->places[i])) : "";
        for (size_t key = 0; key < tally->key_count; key++) {
            values[key] = (ikm_text){at, strlen(at)};
            keys[key] = &values[key];
            at += values[key].size + 1;
        }
        ikmi_tally_find_rows(&out[i], in, keys, 1);
    }
}
