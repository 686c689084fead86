/*
 * Which group has a key: open addressing over 8-byte slots. A slot holds the
 * whole 32-bit hash, so that another group's record is hardly ever looked at
 * and growing reads no record at all.
 */
#ifndef IKMI_TABLE_H
#define IKMI_TABLE_H

#include "ikm/base.h"

typedef struct ikmi_slot {
    uint32_t hash;
    uint32_t place; /* of the group's record; 0: free */
} ikmi_slot;

typedef struct ikmi_table {
    ikmi_slot *slots;
    size_t mask; /* slots - 1, a power of two less one */
    int shift;   /* hash >> shift is where a search begins */
    size_t used;
} ikmi_table;

ikm_status ikmi_table_init(ikmi_table *table, const ikm_mem *mem);
void ikmi_table_done(ikmi_table *table, const ikm_mem *mem);

/* Room for one more; the slots may move. IKM_ERR_NOMEM, IKM_ERR_OVERFLOW: nothing has changed. */
ikm_status ikmi_table_reserve(ikmi_table *table, const ikm_mem *mem);

/* After ikmi_table_reserve(). */
void ikmi_table_insert(ikmi_table *table, uint32_t hash, uint32_t place);

/* What ikmi_table_insert() put there. */
void ikmi_table_remove(ikmi_table *table, uint32_t hash, uint32_t place);

static inline size_t ikmi_table_home(const ikmi_table *table, uint32_t hash)
{
    return hash >> table->shift;
}

/* From slot *at on, the first place of a group with this hash; 0: there is none. `*at` is its slot. */
static inline uint32_t ikmi_table_find(const ikmi_table *table, uint32_t hash, size_t *at)
{
    size_t slot = *at;
    while (table->slots[slot].place && table->slots[slot].hash != hash)
        slot = (slot + 1) & table->mask;
    *at = slot;
    return table->slots[slot].place;
}

#endif
