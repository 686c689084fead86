#include "roster.h"

#include "base/integer.h"
#include "base/mem.h"

#include <string.h>

enum {
    UNIT = 8,
    PIECE_BITS = 13, /* a piece has 2^13 units: 64 KiB */
    PIECE_UNITS = 1 << PIECE_BITS,
    SLOTS_FIRST = 16
};

void ikmi_roster_init(ikmi_roster *roster, size_t payload, ikmi_budget *budget, const ikm_mem *mem)
{
    *roster = (ikmi_roster){.mem = mem, .budget = budget, .payload = (payload + UNIT - 1) / UNIT * UNIT};
}

static void free_pieces(ikmi_roster *roster, size_t kept)
{
    for (size_t i = kept; i < roster->piece_count; i++)
        if (roster->owned[i])
            ikmi_release(roster->mem, roster->pieces[i]);
    if (roster->piece_count > kept)
        roster->budget->left += (roster->piece_count - kept) * PIECE_UNITS * UNIT;
    roster->piece_count = roster->piece_count < kept ? roster->piece_count : kept;
}

static void free_slots(ikmi_roster *roster)
{
    if (roster->slots)
        roster->budget->left += (roster->mask + 1) * sizeof *roster->slots;
    ikmi_release(roster->mem, roster->slots);
    roster->slots = NULL;
}

void ikmi_roster_done(ikmi_roster *roster)
{
    free_pieces(roster, 0);
    free_slots(roster);
    ikmi_release(roster->mem, roster->pieces);
    ikmi_release(roster->mem, roster->owned);
    ikmi_roster_init(roster, roster->payload, roster->budget, roster->mem);
}

void ikmi_roster_clear(ikmi_roster *roster)
{
    /* the first piece stays unless an entry reaches beyond it */
    free_pieces(roster, roster->piece_count > 1 && !roster->owned[1] ? 0 : 1);
    if (roster->mask + 1 > SLOTS_FIRST)
        free_slots(roster);
    else if (roster->slots)
        memset(roster->slots, 0, (roster->mask + 1) * sizeof *roster->slots);
    roster->count = 0;
    roster->free_at = 0;
    roster->first = roster->last = 0;
}

static uint64_t mix(uint64_t a, uint64_t b)
{
    ikmi_uint128 product = (ikmi_uint128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Seeded by where the program was loaded, so that nobody can prepare a dump whose respondents all collide. */
static uint32_t hash_of(ikm_text text)
{
    static const char here;
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = (uint64_t)(uintptr_t)&here ^ text.size, word;
    size_t at = 0;
    for (; at + sizeof word <= text.size; at += sizeof word) {
        memcpy(&word, text.data + at, sizeof word);
        hash = mix(hash ^ word, factor);
    }
    word = 0;
    if (at < text.size)
        memcpy(&word, text.data + at, text.size - at);
    hash = mix(hash ^ word ^ UINT64_C(0xD6E8FEB86659FD93), factor);
    return (uint32_t)(mix(hash, UINT64_C(0xA24BAED4963EE407)) >> 32);
}

/* Places count from 1. */
static ikmi_entry *entry_at(const ikmi_roster *roster, uint32_t place)
{
    size_t unit = place - (size_t)1;
    return (ikmi_entry *)(void *)(roster->pieces[unit >> PIECE_BITS] + (unit & (PIECE_UNITS - 1)) * UNIT);
}

static void put(ikmi_roster_slot *slots, size_t mask, ikmi_roster_slot slot)
{
    size_t at = slot.hash & mask;
    while (slots[at].place)
        at = (at + 1) & mask;
    slots[at] = slot;
}

/* At most five slots of eight are in use. */
static ikm_status make_slots(ikmi_roster *roster)
{
    size_t have = roster->slots ? roster->mask + 1 : 0, count = have ? have * 2 : SLOTS_FIRST;
    if (have && roster->count < have / 8 * 5)
        return IKM_OK;
    size_t more = (count - have) * sizeof *roster->slots;
    if (more > roster->budget->left)
        return IKM_ERR_LIMIT;
    ikmi_roster_slot *slots = ikmi_alloc_zero(roster->mem, count, sizeof *slots);
    if (!slots)
        return IKM_ERR_NOMEM;
    for (size_t i = 0; i < have; i++)
        if (roster->slots[i].place)
            put(slots, count - 1, roster->slots[i]);
    ikmi_release(roster->mem, roster->slots);
    roster->slots = slots;
    roster->mask = count - 1;
    roster->budget->left -= more;
    return IKM_OK;
}

static ikm_status make_piece_room(ikmi_roster *roster, size_t more)
{
    if (roster->piece_count + more <= roster->piece_room)
        return IKM_OK;
    size_t room = (roster->piece_count + more) * 2;
    char **pieces = ikmi_resize(roster->mem, roster->pieces, room * sizeof *pieces);
    if (!pieces)
        return IKM_ERR_NOMEM;
    roster->pieces = pieces;
    bool *owned = ikmi_resize(roster->mem, roster->owned, room * sizeof *owned);
    if (!owned)
        return IKM_ERR_NOMEM;
    roster->owned = owned;
    roster->piece_room = room;
    return IKM_OK;
}

/* Room for `size` bytes in one piece, or in several new ones that lie side by side. */
static ikm_status take(uint32_t *place_out, ikmi_roster *roster, size_t size)
{
    size_t units = (size + UNIT - 1) / UNIT, end = roster->piece_count * PIECE_UNITS;
    if (roster->free_at + units > end) {
        size_t pieces = (units + PIECE_UNITS - 1) / PIECE_UNITS, bytes = pieces * PIECE_UNITS * UNIT;
        if (bytes > roster->budget->left || end + pieces * PIECE_UNITS >= UINT32_MAX)
            return IKM_ERR_LIMIT;
        ikm_status status = make_piece_room(roster, pieces);
        char *block = status == IKM_OK ? ikmi_alloc(roster->mem, bytes) : NULL;
        if (!block)
            return IKM_ERR_NOMEM;
        for (size_t i = 0; i < pieces; i++) {
            roster->owned[roster->piece_count] = i == 0;
            roster->pieces[roster->piece_count++] = block + i * PIECE_UNITS * UNIT;
        }
        roster->budget->left -= bytes;
        roster->free_at = end;
    }
    *place_out = (uint32_t)(roster->free_at + 1);
    roster->free_at += units;
    return IKM_OK;
}

static ikmi_entry *find(const ikmi_roster *roster, ikm_text text, uint32_t hash)
{
    if (!roster->slots)
        return NULL;
    for (size_t at = hash & roster->mask; roster->slots[at].place; at = (at + 1) & roster->mask) {
        if (roster->slots[at].hash != hash)
            continue;
        ikmi_entry *entry = entry_at(roster, roster->slots[at].place);
        if (entry->size == text.size &&
            (!text.size || !memcmp(ikmi_entry_text(roster, entry).data, text.data, text.size)))
            return entry;
    }
    return NULL;
}

ikmi_entry *ikmi_roster_find(const ikmi_roster *roster, ikm_text text)
{
    return find(roster, text, hash_of(text));
}

ikm_status ikmi_roster_meet(ikmi_entry **out, ikmi_roster *roster, ikm_text text, ikm_text extra, bool *new_out)
{
    uint32_t hash = hash_of(text), place;
    ikmi_entry *entry = find(roster, text, hash);
    *new_out = !entry;
    *out = entry;
    if (entry)
        return IKM_OK;
    if (text.size > UINT32_MAX || extra.size > UINT32_MAX)
        return IKM_ERR_LIMIT;
    ikm_status status = make_slots(roster);
    if (status == IKM_OK)
        status = take(&place, roster, sizeof *entry + roster->payload + text.size + extra.size);
    if (status != IKM_OK)
        return status;
    entry = entry_at(roster, place);
    *entry = (ikmi_entry){(uint32_t)text.size, 0};
    char *to = ikmi_entry_payload(entry);
    memset(to, 0, roster->payload);
    if (text.size)
        memcpy(to + roster->payload, text.data, text.size);
    if (extra.size)
        memcpy(to + roster->payload + text.size, extra.data, extra.size);
    if (roster->last)
        entry_at(roster, roster->last)->next = place;
    else
        roster->first = place;
    roster->last = place;
    put(roster->slots, roster->mask, (ikmi_roster_slot){hash, place});
    roster->count++;
    *out = entry;
    return IKM_OK;
}

ikmi_entry *ikmi_roster_first(const ikmi_roster *roster)
{
    return roster->first ? entry_at(roster, roster->first) : NULL;
}

ikmi_entry *ikmi_roster_next(const ikmi_roster *roster, const ikmi_entry *entry)
{
    return entry->next ? entry_at(roster, entry->next) : NULL;
}
