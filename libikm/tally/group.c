/* Groups as they come, grow and are taken back. */
#include "inside.h"

#include "base/mem.h"

#include <string.h>

static ikm_status reserve_place(ikm_tally *tally)
{
    if (tally->group_count < tally->group_room)
        return IKM_OK;
    if (tally->group_count >= IKM_WHOLE - 1)
        return IKM_ERR_OVERFLOW;
    size_t room = tally->group_room ? tally->group_room * 2 : 16;
    if (room > SIZE_MAX / sizeof *tally->places)
        return IKM_ERR_NOMEM;
    uint32_t *places = ikmi_resize(tally->mem, tally->places, room * sizeof *places);
    if (!places)
        return IKM_ERR_NOMEM;
    tally->places = places;
    tally->group_room = room;
    return IKM_OK;
}

ikmi_group *ikmi_group_find(const ikm_tally *tally, uint32_t hash, ikm_text key)
{
    size_t at = ikmi_table_home(&tally->table, hash);
    for (;; at = (at + 1) & tally->table.mask) {
        uint32_t place = ikmi_table_find(&tally->table, hash, &at);
        if (!place)
            return NULL;
        ikmi_group *group = ikmi_group_at(tally, place);
        if (group->key_size == key.size && memcmp(ikmi_group_key(tally, group), key.data, key.size) == 0)
            return group;
    }
}

ikm_status ikmi_group_new(ikmi_group **out, ikm_tally *tally, uint32_t hash, size_t key_size)
{
    const size_t front = offsetof(ikmi_group, counts) + tally->key_offset;
    uint32_t place;
    if (key_size >= UINT32_MAX - front)
        return IKM_ERR_OVERFLOW;
    size_t size = front + key_size + 1;
    if (size < tally->record_least)
        size = tally->record_least;
    ikm_status status = reserve_place(tally);
    if (status == IKM_OK)
        status = ikmi_table_reserve(&tally->table, tally->mem);
    if (status == IKM_OK)
        status = ikmi_arena_take(&place, &tally->records, tally->mem, size);
    if (status != IKM_OK)
        return status;
    ikmi_group *group = ikmi_group_at(tally, place);
    memset(group, 0, front);
    group->hash = hash;
    group->key_size = (uint32_t)key_size;
    ikmi_group_key(tally, group)[key_size] = '\0';
    ikmi_table_insert(&tally->table, hash, place);
    tally->places[tally->group_count++] = place;
    *out = group;
    return IKM_OK;
}

ikm_status ikmi_group_widen(ikm_tally *tally, ikmi_group *group)
{
    const size_t size = tally->width * sizeof(int64_t);
    if (group->wide)
        return IKM_OK;
    uint32_t place;
    ikm_status status = ikmi_arena_take(&place, &tally->wides, tally->mem, size);
    if (status != IKM_OK)
        return status;
    group->wide = place;
    memset(ikmi_group_wide(tally, group), 0, size);
    return IKM_OK;
}

void ikmi_group_carry(const ikm_tally *tally, ikmi_group *group)
{
    const size_t count = tally->width;
    int64_t *wide = ikmi_group_wide(tally, group);
    for (size_t i = 0; i < count; i++)
        wide[i] += group->counts[i];
    memset(group->counts, 0, count);
}

int64_t ikmi_group_count(const ikm_tally *tally, const ikmi_group *group, size_t set, size_t cell)
{
    size_t at = set * tally->cells + cell;
    return group->counts[at] + (group->wide ? ikmi_group_wide(tally, group)[at] : 0);
}

ikmi_mark ikmi_tally_mark(const ikm_tally *tally)
{
    return (ikmi_mark){tally->group_count, tally->records.next, tally->wides.next};
}

void ikmi_tally_go_back(ikm_tally *tally, ikmi_mark mark)
{
    while (tally->group_count > mark.group_count) {
        uint32_t place = tally->places[--tally->group_count];
        ikmi_table_remove(&tally->table, ikmi_group_at(tally, place)->hash, place);
    }
    for (size_t i = 0; i < tally->group_count; i++) {
        ikmi_group *group = ikmi_group_at(tally, tally->places[i]);
        if (group->wide < mark.wides)
            continue;
        const int64_t *wide = ikmi_group_wide(tally, group);
        for (size_t cell = 0; cell < tally->width; cell++)
            group->counts[cell] = (uint8_t)(group->counts[cell] + wide[cell]);
        group->wide = 0;
    }
    tally->records.next = mark.records;
    tally->wides.next = mark.wides;
}
