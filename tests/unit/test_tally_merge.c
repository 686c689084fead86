#include "tally_rows.h"

#include <criterion/new/assert.h>

static void expect_same(const ikm_tally *tally, const char *expected, const char *name)
{
    char *text = tally_text(tally, 1);
    cr_expect(strcmp(text, expected) == 0, "%s", name);
    free(text);
}

/* Parts of the rows, each into a tally of its own, merged in the order given by a seed. */
static ikm_tally *merged(const tally_rows *rows, size_t parts, int complete, uint64_t seed)
{
    ikm_tally **tallies = malloc(parts * sizeof *tallies);
    uint64_t state = seed;
    size_t first = 0;
    for (size_t i = 0; i < parts; i++) {
        size_t left = rows->count - first, count = i + 1 == parts ? left : (size_t)(tally_random(&state) % (left + 1));
        tallies[i] = tally_for(rows, complete, NULL);
        cr_assert(tally_rows_add(tallies[i], rows, first, count, 300) == IKM_OK);
        first += count;
    }
    for (size_t left = parts; left > 1; left--) {
        size_t into = (size_t)(tally_random(&state) % left), from = (size_t)(tally_random(&state) % (left - 1));
        from += from >= into;
        cr_assert(ikm_tally_merge(tallies[into], tallies[from]) == IKM_OK);
        ikm_tally_free(tallies[from]);
        tallies[from] = tallies[left - 1];
    }
    ikm_tally *whole = tallies[0];
    free(tallies);
    return whole;
}

Test(test_tally_merge, any_split_merges_to_the_whole)
{
    static const struct {
        const char *name;
        tally_rows_kind kind;
    } cases[] = {
        {"usual", {6000, 9, 4, 2, 6, 3, 1}},   {"few groups, beyond a byte", {6000, 9, 4, 1, 2, 3, 2}},
        {"no keys", {2000, 9, 4, 0, 1, 3, 3}}, {"many groups", {4000, 9, 4, 2, 100, 3, 4}},
        {"large", {1000, 32, 10, 1, 5, 3, 5}}, {"small", {1000, 2, 2, 3, 2, 40, 6}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (int complete = 0; complete < 3; complete++) {
            tally_rows rows = tally_rows_make(cases[i].kind);
            ikm_tally *whole = tally_for(&rows, complete, NULL);
            cr_assert(tally_rows_add(whole, &rows, 0, rows.count, 1000) == IKM_OK);
            char *expected = tally_text(whole, 1);
            for (uint64_t seed = 0; seed < 12; seed++) {
                ikm_tally *tally = merged(&rows, 1 + seed, complete, seed);
                expect_same(tally, expected, cases[i].name);
                ikm_tally_free(tally);
            }
            free(expected);
            ikm_tally_free(whole);
            tally_rows_free(&rows);
        }
}

Test(test_tally_merge, what_is_merged_from_is_unchanged_and_the_sum_goes_on_counting)
{
    tally_rows rows = tally_rows_make((tally_rows_kind){3000, 9, 4, 1, 4, 3, 8});
    ikm_tally *into = tally_for(&rows, 1, NULL), *from = tally_for(&rows, 1, NULL), *whole = tally_for(&rows, 1, NULL);
    cr_assert(tally_rows_add(into, &rows, 0, 200, 200) == IKM_OK);
    cr_assert(tally_rows_add(from, &rows, 200, 800, 800) == IKM_OK);
    cr_assert(tally_rows_add(whole, &rows, 0, 3000, 3000) == IKM_OK);
    char *before = tally_text(from, 0);
    cr_assert(ikm_tally_merge(into, from) == IKM_OK);
    char *after = tally_text(from, 0);
    cr_expect(strcmp(before, after) == 0);
    cr_assert(tally_rows_add(into, &rows, 1000, 2000, 77) == IKM_OK);
    char *expected = tally_text(whole, 1);
    expect_same(into, expected, "counted on");
    free(before);
    free(after);
    free(expected);
    ikm_tally_free(into);
    ikm_tally_free(from);
    ikm_tally_free(whole);
    tally_rows_free(&rows);
}

Test(test_tally_merge, an_empty_tally_changes_nothing)
{
    tally_rows rows = tally_rows_make((tally_rows_kind){500, 9, 4, 2, 5, 3, 9});
    ikm_tally *tally = tally_for(&rows, 0, NULL), *empty = tally_for(&rows, 0, NULL);
    cr_assert(tally_rows_add(tally, &rows, 0, 500, 500) == IKM_OK);
    char *expected = tally_text(tally, 1);
    cr_assert(ikm_tally_merge(tally, empty) == IKM_OK);
    expect_same(tally, expected, "from an empty one");
    cr_assert(ikm_tally_merge(empty, tally) == IKM_OK);
    expect_same(empty, expected, "into an empty one");
    free(expected);
    ikm_tally_free(tally);
    ikm_tally_free(empty);
    tally_rows_free(&rows);
}

static ikm_tally *tally_with(size_t elements, int scale, const char *key, int complete)
{
    const char *const keys[] = {key};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    ikm_tally *tally;
    options.keys = keys;
    options.key_count = key != NULL;
    options.complete = complete;
    options.moments = complete == 2;
    cr_assert(ikm_tally_new(&tally, tally_rules(elements, scale), &options) == IKM_OK);
    return tally;
}

Test(test_tally_merge, tallies_that_do_not_belong_together_are_refused)
{
    ikm_tally *tally = tally_with(9, 4, "unit", 0);
    ikm_tally *others[] = {
        tally_with(8, 4, "unit", 0), tally_with(9, 5, "unit", 0), tally_with(9, 4, "layanan", 0),
        tally_with(9, 4, "unit", 1), tally_with(9, 4, NULL, 0),
    };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        cr_expect(ikm_tally_merge(tally, others[i]) == IKM_ERR_MISMATCH, "case %zu", i);
        cr_expect(ikm_tally_merge(others[i], tally) == IKM_ERR_MISMATCH, "case %zu", i);
        ikm_tally_free(others[i]);
    }
    /* as many elements, but others */
    ikmi_element elements[9];
    memcpy(elements, tally_rules(9, 4)->elements, sizeof elements);
    elements[8].code = "U9";
    ikm_rules rules = *tally_rules(9, 4);
    rules.elements = elements;
    const char *const keys[] = {"unit"};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    ikm_tally *other;
    options.keys = keys;
    options.key_count = 1;
    cr_assert(ikm_tally_new(&other, &rules, &options) == IKM_OK);
    cr_expect(ikm_tally_merge(tally, other) == IKM_ERR_MISMATCH);
    ikm_tally_free(other);

    cr_expect(ikm_tally_merge(tally, tally) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_tally_merge(tally, NULL) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_tally_merge(NULL, tally) == IKM_ERR_ARGUMENT);
    ikm_tally_free(tally);
}
