/* Adding a tally to another. */
#include "inside.h"

#include "base/mem.h"

#include <string.h>

/* How far ahead of the search its slot and its record are asked for. */
enum { AHEAD = 32 };

/* The group of `into` with the key of `group`, ready to take its counts, made if need be. */
static ikm_status match(ikmi_group **out, ikm_tally *into, const ikm_tally *from, const ikmi_group *group)
{
    ikm_text key = {ikmi_group_key(from, group), group->key_size};
    ikmi_group *found = ikmi_group_find(into, group->hash, key);
    if (!found) {
        ikm_status status = ikmi_group_new(&found, into, group->hash, key.size);
        if (status != IKM_OK)
            return status;
        memcpy(ikmi_group_key(into, found), key.data, key.size);
    }
    *out = found;
    unsigned together = found->counts[into->cells - 1] + group->counts[from->cells - 1];
    return group->wide || together > into->carry_due ? ikmi_group_widen(into, found) : IKM_OK;
}

static void ask_for(const ikm_tally *into, const ikm_tally *from, size_t group)
{
    if (group + 2 * AHEAD < from->group_count) {
        const ikmi_group *later = ikmi_group_at(from, from->places[group + 2 * AHEAD]);
        __builtin_prefetch(&into->table.slots[ikmi_table_home(&into->table, later->hash)]);
    }
    if (group + AHEAD < from->group_count) {
        uint32_t hash = ikmi_group_at(from, from->places[group + AHEAD])->hash;
        size_t at = ikmi_table_home(&into->table, hash);
        uint32_t place = ikmi_table_find(&into->table, hash, &at);
        if (place)
            __builtin_prefetch(ikmi_group_at(into, place), 1);
    }
}

static void add(const ikm_tally *into, ikmi_group *to, const ikm_tally *from, const ikmi_group *group)
{
    const size_t cells = into->width;
    const int64_t *more = group->wide ? ikmi_group_wide(from, group) : NULL;
    if (!to->wide) {
        for (size_t i = 0; i < cells; i++)
            to->counts[i] = (uint8_t)(to->counts[i] + group->counts[i]);
        return;
    }
    int64_t *wide = ikmi_group_wide(into, to);
    for (size_t i = 0; i < cells; i++)
        wide[i] += group->counts[i] + (more ? more[i] : 0);
}

static ikm_status merge_groups(ikm_tally *into, const ikm_tally *from)
{
    ikmi_mark mark = ikmi_tally_mark(into);
    ikm_status status = IKM_OK;
    ikmi_group **matched = ikmi_alloc(into->mem, from->group_count * sizeof *matched);
    if (!matched)
        return IKM_ERR_NOMEM;
    /* everything that can fail first, then the counts */
    for (size_t i = 0; i < from->group_count && status == IKM_OK; i++) {
        ask_for(into, from, i);
        status = match(&matched[i], into, from, ikmi_group_at(from, from->places[i]));
    }
    if (status != IKM_OK)
        ikmi_tally_go_back(into, mark);
    for (size_t i = 0; i < from->group_count && status == IKM_OK; i++)
        add(into, matched[i], from, ikmi_group_at(from, from->places[i]));
    ikmi_release(into->mem, matched);
    return status;
}

static bool count_alike(const ikm_tally *a, const ikm_tally *b)
{
    if (a->element_count != b->element_count || a->scale != b->scale || a->key_count != b->key_count ||
        a->width != b->width)
        return false;
    for (size_t i = 0; i < a->element_count + a->key_count; i++)
        if (strcmp(a->names[i], b->names[i]) != 0)
            return false;
    return true;
}

ikm_status ikm_tally_merge(ikm_tally *into, const ikm_tally *from)
{
    if (!into || !from || into == from)
        return IKM_ERR_ARGUMENT;
    if (!count_alike(into, from))
        return IKM_ERR_MISMATCH;
    if (from->totals[from->cells - 1] > ikmi_tally_room(into) - into->totals[into->cells - 1])
        return IKM_ERR_OVERFLOW;
    ikm_row_counts rows = into->rows;
    ikm_status added = ikmi_rows_add(&rows, &from->rows);
    if (added != IKM_OK)
        return added;
    if (from->group_count) {
        ikm_status status = merge_groups(into, from);
        if (status != IKM_OK)
            return status;
    }
    into->rows = rows;
    for (size_t i = 0; i < into->width; i++)
        into->totals[i] += from->totals[i];
    return IKM_OK;
}
