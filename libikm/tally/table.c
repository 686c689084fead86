#include "table.h"

#include "base/mem.h"

enum { FIRST_BITS = 6, LAST_BITS = 32 };

ikm_status ikmi_table_init(ikmi_table *table, const ikm_mem *mem)
{
    const size_t count = (size_t)1 << FIRST_BITS;
    *table = (ikmi_table){ikmi_alloc_zero(mem, count, sizeof(ikmi_slot)), count - 1, 32 - FIRST_BITS, 0};
    return table->slots ? IKM_OK : IKM_ERR_NOMEM;
}

void ikmi_table_done(ikmi_table *table, const ikm_mem *mem)
{
    ikmi_release(mem, table->slots);
    table->slots = NULL;
}

static void put(ikmi_table *table, ikmi_slot slot)
{
    size_t at = ikmi_table_home(table, slot.hash);
    while (table->slots[at].place)
        at = (at + 1) & table->mask;
    table->slots[at] = slot;
}

ikm_status ikmi_table_reserve(ikmi_table *table, const ikm_mem *mem)
{
    /* at most five slots of eight in use: with linear steps a search then looks at two or three, in one cache line */
    size_t count = table->mask + 1;
    if (table->used < count / 8 * 5)
        return IKM_OK;
    if (table->shift == 32 - LAST_BITS)
        return IKM_ERR_OVERFLOW;
    if (count > SIZE_MAX / 2 / sizeof(ikmi_slot))
        return IKM_ERR_NOMEM;
    ikmi_table larger = {ikmi_alloc_zero(mem, 2 * count, sizeof(ikmi_slot)), 2 * count - 1, table->shift - 1,
                         table->used};
    if (!larger.slots)
        return IKM_ERR_NOMEM;
    for (size_t i = 0; i < count; i++)
        if (table->slots[i].place)
            put(&larger, table->slots[i]);
    ikmi_table_done(table, mem);
    *table = larger;
    return IKM_OK;
}

void ikmi_table_insert(ikmi_table *table, uint32_t hash, uint32_t place)
{
    put(table, (ikmi_slot){hash, place});
    table->used++;
}

void ikmi_table_remove(ikmi_table *table, uint32_t hash, uint32_t place)
{
    size_t hole = ikmi_table_home(table, hash);
    while (table->slots[hole].place != place)
        hole = (hole + 1) & table->mask;
    /* what follows moves up into the hole, unless its search begins after the hole */
    for (size_t at = (hole + 1) & table->mask; table->slots[at].place; at = (at + 1) & table->mask) {
        size_t home = ikmi_table_home(table, table->slots[at].hash);
        if (((at - home) & table->mask) >= ((at - hole) & table->mask)) {
            table->slots[hole] = table->slots[at];
            hole = at;
        }
    }
    table->slots[hole] = (ikmi_slot){0, 0};
    table->used--;
}
