#include "refusing.h"
#include "tally_rows.h"

#include <criterion/new/assert.h>

Test(test_tally_memory, a_tally_refused_memory_is_null_and_leaves_nothing)
{
    const char *const keys[] = {"unit"};
    ikm_status status = IKM_ERR_NOMEM;
    for (long n = 0; status != IKM_OK; n++) {
        refusing memory;
        refusing_init(&memory, n);
        ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
        ikm_tally *tally = (ikm_tally *)&memory;
        options.keys = keys;
        options.key_count = 1;
        options.mem = &memory.mem;
        status = ikm_tally_new(&tally, tally_rules(9, 4), &options);
        if (status == IKM_OK) {
            cr_expect(n >= 3);
            ikm_tally_free(tally);
        } else {
            cr_expect(status == IKM_ERR_NOMEM && tally == NULL, "request %ld", n);
        }
        cr_expect(eq(long, memory.live, 0), "request %ld", n);
    }
}

/*
 * A tally that has counted, then rows that make new groups and carry old and new
 * ones: every request on the way refused, for good or once.
 */
static void add_refused(tally_rows_kind kind, size_t known, int complete)
{
    tally_rows rows = tally_rows_make(kind);
    long refusals = 0;
    for (int once = 0; once < 2; once++)
        for (long n = 0;; n++) {
            refusing memory;
            refusing_init(&memory, -1);
            ikm_tally *tally = tally_for(&rows, complete, &memory.mem), *whole = tally_for(&rows, complete, NULL);
            cr_assert(tally_rows_add(tally, &rows, 0, known, known) == IKM_OK);
            cr_assert(tally_rows_add(whole, &rows, 0, rows.count, rows.count) == IKM_OK);
            char *before = tally_text(tally, 0), *expected = tally_text(whole, 0);
            memory.countdown = n;
            memory.once = once;
            ikm_status status = tally_rows_add(tally, &rows, known, rows.count - known, rows.count);
            memory.countdown = -1;
            char *after = tally_text(tally, 0);
            if (status != IKM_OK) {
                refusals++;
                cr_expect(status == IKM_ERR_NOMEM, "request %ld", n);
                cr_expect(strcmp(after, before) == 0, "request %ld", n);
                /* and it goes on as if nothing had been */
                cr_assert(tally_rows_add(tally, &rows, known, rows.count - known, 100) == IKM_OK);
                free(after);
                after = tally_text(tally, 0);
            }
            cr_expect(strcmp(after, expected) == 0, "request %ld", n);
            free(before);
            free(after);
            free(expected);
            ikm_tally_free(tally);
            ikm_tally_free(whole);
            cr_expect(eq(long, memory.live, 0));
            if (status == IKM_OK)
                break;
        }
    cr_expect(refusals >= 2, "%ld", refusals);
    tally_rows_free(&rows);
}

Test(test_tally_memory, rows_refused_memory_change_nothing)
{
    add_refused((tally_rows_kind){3000, 9, 4, 2, 20, 5, 1}, 500, 0);
    add_refused((tally_rows_kind){3000, 9, 4, 1, 7, 5, 2}, 1000, 1);
    add_refused((tally_rows_kind){2500, 9, 4, 1, 2, 30, 3}, 300, 1);
    add_refused((tally_rows_kind){2000, 16, 10, 2, 6, 5, 4}, 0, 1);
    add_refused((tally_rows_kind){1500, 9, 4, 1, 40, 5, 5}, 30, 2);
    add_refused((tally_rows_kind){600, 6, 5, 2, 8, 5, 6}, 20, 2);
}

/* What a failed batch took, for new groups and for counts carried, must not be taken again each time. */
Test(test_tally_memory, a_batch_that_fails_again_and_again_takes_no_more_memory)
{
    static const size_t values[] = {50, 3};
    for (int i = 0; i < 2; i++) {
        tally_rows rows = tally_rows_make((tally_rows_kind){4000, 9, 4, 2, values[i], 0, 5});
        refusing memory;
        refusing_init(&memory, -1);
        ikm_tally *tally = tally_for(&rows, 1, &memory.mem);
        rows.keys[0][3999] = (ikm_text){"\0", 1};
        cr_assert(tally_rows_add(tally, &rows, 0, 4000, 4000) == IKM_ERR_ARGUMENT);
        long requests = memory.requests;
        for (int again = 0; again < 50; again++)
            cr_assert(tally_rows_add(tally, &rows, 0, 4000, 4000) == IKM_ERR_ARGUMENT);
        cr_expect(eq(long, memory.requests, requests));
        cr_expect(eq(sz, ikm_tally_group_count(tally), 0));
        ikm_tally_free(tally);
        tally_rows_free(&rows);
    }
}

Test(test_tally_memory, a_merge_refused_memory_changes_nothing)
{
    /* most groups are new to `into`; or all are known and beyond a byte */
    static const tally_rows_kind kinds[] = {
        {3000, 9, 4, 2, 20, 5, 6}, {3000, 9, 4, 1, 3, 5, 7}, {900, 9, 4, 1, 3, 5, 8}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        tally_rows rows = tally_rows_make(kinds[i]);
        long refusals = 0;
        for (long n = 0;; n++) {
            refusing memory;
            refusing_init(&memory, -1);
            ikm_tally *into = tally_for(&rows, 1, &memory.mem), *from = tally_for(&rows, 1, NULL);
            cr_assert(tally_rows_add(into, &rows, 0, rows.count / 50, 100) == IKM_OK);
            cr_assert(tally_rows_add(from, &rows, rows.count / 50, rows.count - rows.count / 50, 100) == IKM_OK);
            char *before = tally_text(into, 0);
            memory.countdown = n;
            ikm_status status = ikm_tally_merge(into, from);
            memory.countdown = -1;
            char *after = tally_text(into, 0);
            if (status != IKM_OK) {
                refusals++;
                cr_expect(status == IKM_ERR_NOMEM && !strcmp(before, after), "kind %zu, request %ld", i, n);
                cr_assert(ikm_tally_merge(into, from) == IKM_OK);
            }
            cr_expect(eq(i64, ikm_tally_respondents(into, IKM_WHOLE), (int64_t)rows.count));
            free(before);
            free(after);
            ikm_tally_free(into);
            ikm_tally_free(from);
            cr_expect(eq(long, memory.live, 0));
            if (status == IKM_OK)
                break;
        }
        cr_expect(refusals >= 1, "kind %zu", i);
        tally_rows_free(&rows);
    }
}

Test(test_tally_memory, an_order_refused_memory_is_a_status)
{
    tally_rows rows = tally_rows_make((tally_rows_kind){100, 9, 4, 1, 9, 0, 9});
    refusing memory;
    refusing_init(&memory, -1);
    ikm_tally *tally = tally_for(&rows, 0, &memory.mem);
    uint32_t order[100];
    cr_assert(tally_rows_add(tally, &rows, 0, 100, 100) == IKM_OK);
    memory.countdown = 0;
    cr_expect(ikmi_tally_order(tally, order) == IKM_ERR_NOMEM);
    ikm_tally_free(tally);
    cr_expect(eq(long, memory.live, 0));
    tally_rows_free(&rows);
}
