#include "tally_rows.h"

#include <criterion/new/assert.h>

static ikm_tally *sorted_tally;

static int compare_groups(const void *a, const void *b)
{
    ikm_text x = ikmi_tally_key_bytes(sorted_tally, *(const uint32_t *)a);
    ikm_text y = ikmi_tally_key_bytes(sorted_tally, *(const uint32_t *)b);
    int differ = memcmp(x.data, y.data, x.size < y.size ? x.size : y.size);
    return differ ? differ : (x.size > y.size) - (x.size < y.size);
}

static void expect_ordered(ikm_tally *tally, const char *name)
{
    size_t count = ikm_tally_group_count(tally);
    uint32_t *order = malloc(count * sizeof *order), *expected = malloc(count * sizeof *expected);
    for (size_t i = 0; i < count; i++)
        expected[i] = (uint32_t)i;
    sorted_tally = tally;
    qsort(expected, count, sizeof *expected, compare_groups);
    cr_assert(ikmi_tally_order(tally, order) == IKM_OK);
    cr_expect(memcmp(order, expected, count * sizeof *order) == 0, "%s", name);
    free(order);
    free(expected);
}

Test(test_tally_order, groups_are_ordered_by_the_bytes_of_their_keys)
{
    static const tally_rows_kind kinds[] = {
        {1, 2, 2, 1, 1, 0, 1},       {2, 2, 2, 1, 9, 0, 2},     {40, 2, 2, 2, 3, 0, 3},
        {3000, 2, 2, 1, 2000, 0, 4}, {5000, 2, 2, 2, 60, 0, 5}, {3000, 2, 2, 3, 12, 0, 6},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        tally_rows rows = tally_rows_make(kinds[i]);
        ikm_tally *tally = tally_for(&rows, 0, NULL);
        char name[8];
        snprintf(name, sizeof name, "%zu", i);
        cr_assert(tally_rows_add(tally, &rows, 0, rows.count, 500) == IKM_OK);
        expect_ordered(tally, name);
        ikm_tally_free(tally);
        tally_rows_free(&rows);
    }
}

Test(test_tally_order, a_value_comes_before_what_it_begins_and_bytes_count_as_unsigned)
{
    static const char *const values[] = {"b",
                                         "a\xc3\xa9",
                                         "",
                                         "aa",
                                         "a",
                                         "a ",
                                         "a\x01",
                                         "B",
                                         "Z\xff",
                                         "aaaaaaaab",
                                         "aaaaaaaa",
                                         "aaaaaaaaaaaaaaaa",
                                         "aaaaaaaaaaaaaaa"};
    enum { COUNT = sizeof values / sizeof values[0] };
    tally_rows rows = tally_rows_make((tally_rows_kind){COUNT, 2, 2, 1, 1, 0, 1});
    ikm_tally *tally = tally_for(&rows, 0, NULL);
    for (size_t i = 0; i < COUNT; i++)
        rows.keys[0][i] = (ikm_text){values[i], strlen(values[i])};
    cr_assert(tally_rows_add(tally, &rows, 0, COUNT, COUNT) == IKM_OK);
    expect_ordered(tally, "values");
    uint32_t order[COUNT];
    cr_assert(ikmi_tally_order(tally, order) == IKM_OK);
    static const uint32_t expected[COUNT] = {2, 7, 8, 4, 6, 5, 3, 10, 12, 11, 9, 1, 0};
    for (size_t i = 0; i < COUNT; i++)
        cr_expect(eq(u32, order[i], expected[i]), "place %zu", i);
    ikm_tally_free(tally);
    tally_rows_free(&rows);
}

Test(test_tally_order, keys_that_share_a_long_beginning_are_ordered)
{
    /* 300 keys of 10 to 3,000 bytes, each the beginning of the next: the recursion must not go as deep as they are long
     */
    enum { COUNT = 300, STEP = 10 };
    tally_rows rows = tally_rows_make((tally_rows_kind){COUNT, 2, 2, 1, 1, 0, 1});
    ikm_tally *tally = tally_for(&rows, 0, NULL);
    char *bytes = malloc(COUNT * STEP);
    memset(bytes, 'k', COUNT * STEP);
    for (size_t i = 0; i < COUNT; i++)
        rows.keys[0][i] = (ikm_text){bytes, (i * 7 % COUNT + 1) * STEP};
    cr_assert(tally_rows_add(tally, &rows, 0, COUNT, COUNT) == IKM_OK);
    cr_assert(eq(sz, ikm_tally_group_count(tally), COUNT));
    expect_ordered(tally, "beginnings");
    free(bytes);
    ikm_tally_free(tally);
    tally_rows_free(&rows);
}

Test(test_tally_order, the_one_group_without_keys_and_no_group_at_all_are_ordered)
{
    tally_rows none = {.element_count = 2, .scale = 2}, keyed = {.element_count = 2, .scale = 2, .key_count = 1};
    ikm_tally *tally = tally_for(&none, 0, NULL), *empty = tally_for(&keyed, 0, NULL);
    uint32_t order[1] = {7};
    cr_assert(ikmi_tally_order(empty, order) == IKM_OK);
    cr_expect(eq(u32, order[0], 7));
    cr_assert(ikmi_tally_order(tally, order) == IKM_OK);
    cr_expect(eq(u32, order[0], 0));
    ikm_tally_free(tally);
    ikm_tally_free(empty);
}
