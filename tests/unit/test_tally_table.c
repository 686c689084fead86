#include "tally/arena.h"
#include "tally/table.h"
#include "tally_rows.h"

#include <criterion/new/assert.h>

static bool finds(const ikmi_table *table, uint32_t hash, uint32_t place)
{
    size_t at = ikmi_table_home(table, hash);
    for (;; at = (at + 1) & table->mask) {
        uint32_t found = ikmi_table_find(table, hash, &at);
        if (!found || found == place)
            return found == place;
    }
}

Test(test_tally_table, what_is_put_in_is_found_until_it_is_removed)
{
    /* hashes of few values, so that they crowd; the last ones go over the end of the slots to their beginning */
    enum { COUNT = 3000 };
    static uint32_t hashes[COUNT];
    static bool inside[COUNT];
    ikmi_table table;
    uint64_t state = 3;
    size_t count = 0;
    cr_assert(ikmi_table_init(&table, NULL) == IKM_OK);
    for (int round = 0; round < 20000; round++) {
        size_t i = (size_t)(tally_random(&state) % COUNT);
        if (inside[i]) {
            ikmi_table_remove(&table, hashes[i], (uint32_t)i + 512);
        } else {
            static const uint32_t crowds[] = {0xffffffff, 0xfffffff0, 0, 0x80000000, 0x7fffffff};
            hashes[i] = round % 3 ? crowds[tally_random(&state) % 5] : (uint32_t)tally_random(&state);
            cr_assert(ikmi_table_reserve(&table, NULL) == IKM_OK);
            ikmi_table_insert(&table, hashes[i], (uint32_t)i + 512);
        }
        inside[i] = !inside[i];
        count = inside[i] ? count + 1 : count - 1;
        cr_assert(eq(sz, table.used, count));
        if (round % 97 == 0 || round < 300)
            for (size_t j = 0; j < COUNT; j++)
                if (hashes[j])
                    cr_assert(finds(&table, hashes[j], (uint32_t)j + 512) == inside[j], "round %d, %zu", round, j);
    }
    ikmi_table_done(&table, NULL);
}

Test(test_tally_table, places_are_apart_and_come_again_after_going_back)
{
    ikmi_arena arena;
    ikmi_arena_init(&arena);
    static const size_t sizes[] = {1, 8, 88, 4000, 4097, 1, 20, 100000, 3, 64};
    enum { COUNT = sizeof sizes / sizeof sizes[0] };
    uint32_t places[COUNT], again[COUNT];
    uint64_t mark = arena.next;
    for (size_t i = 0; i < COUNT; i++) {
        cr_assert(ikmi_arena_take(&places[i], &arena, NULL, sizes[i]) == IKM_OK);
        cr_expect(places[i] != 0);
        memset(ikmi_arena_at(&arena, places[i]), (int)i, sizes[i]);
    }
    for (size_t i = 0; i < COUNT; i++) {
        const char *bytes = ikmi_arena_at(&arena, places[i]);
        for (size_t at = 0; at < sizes[i]; at++)
            cr_assert(bytes[at] == (char)i, "block %zu", i);
    }
    arena.next = mark;
    for (size_t i = 0; i < COUNT; i++) {
        cr_assert(ikmi_arena_take(&again[i], &arena, NULL, sizes[i]) == IKM_OK);
        cr_expect(eq(u32, again[i], places[i]));
    }
    ikmi_arena_done(&arena, NULL);
}

static void *refuse_alloc(void *ctx, size_t size)
{
    *(size_t *)ctx = size;
    return NULL;
}

static void *refuse_resize(void *ctx, void *block, size_t size)
{
    (void)block;
    return refuse_alloc(ctx, size);
}

static void refuse_release(void *ctx, void *block)
{
    (void)ctx;
    (void)block;
}

Test(test_tally_table, an_arena_is_full_at_thirty_two_gibibytes)
{
    size_t asked = 0;
    const ikm_mem refusing_all = {refuse_alloc, refuse_resize, refuse_release, &asked};
    ikmi_arena arena;
    uint32_t place = 7;
    ikmi_arena_init(&arena);
    arena.next = ((uint64_t)1 << 32) - 2;
    cr_expect(ikmi_arena_take(&place, &arena, &refusing_all, 17) == IKM_ERR_OVERFLOW);
    cr_expect(ikmi_arena_take(&place, &arena, &refusing_all, 16) == IKM_ERR_NOMEM);
    cr_expect(eq(sz, asked, (size_t)1 << 34));
    cr_expect(eq(u32, place, 7));
    cr_expect(arena.next == ((uint64_t)1 << 32) - 2);
}
