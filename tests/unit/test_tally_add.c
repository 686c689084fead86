#include "tally_rows.h"

#include "tally/hash.h"

#include <criterion/new/assert.h>

/* Moments of a group's complete rows, counted one by one. */
typedef struct slow_moments {
    int64_t sums[IKM_ELEMENTS_MAX * IKM_SCALE_MAX + 1], same;
    int64_t products[IKM_ELEMENTS_MAX][IKM_ELEMENTS_MAX];
} slow_moments;

static void add_slowly(slow_moments *to, const tally_rows *rows, size_t row)
{
    size_t sum = 0, same = 1;
    for (size_t a = 0; a < rows->element_count; a++) {
        sum += rows->scores[a][row];
        same &= rows->scores[a][row] == rows->scores[0][row];
        for (size_t b = 0; b < rows->element_count; b++)
            to->products[a][b] += rows->scores[a][row] * rows->scores[b][row];
    }
    to->sums[sum]++;
    to->same += (int64_t)same;
}

static void expect_moments(const ikm_tally *tally, uint32_t group, const slow_moments *expected, const char *name)
{
    int64_t count = (int64_t)ikm_tally_element_count(tally), most = count * ikm_tally_scale(tally);
    cr_expect(eq(i64, ikm_tally_same(tally, group), expected->same), "%s, group %u", name, group);
    for (int64_t sum = 0; sum <= most; sum++)
        cr_expect(ikm_tally_sums(tally, group, sum) == expected->sums[sum], "%s, group %u, sum %d", name, group,
                  (int)sum);
    cr_expect(eq(i64, ikm_tally_sums(tally, group, most + 1), 0));
    for (size_t a = 0; a < (size_t)count; a++)
        for (size_t b = 0; b < (size_t)count; b++)
            cr_expect(ikm_tally_products(tally, group, a, b) == expected->products[a][b], "%s, group %u, %zu x %zu",
                      name, group, a, b);
    cr_expect(eq(i64, ikm_tally_products(tally, group, 0, (size_t)count), 0));
}

/* Are the counts of a group those of its rows, counted one by one? */
static void expect_group(const ikm_tally *tally, uint32_t group, const tally_rows *rows, const char *name)
{
    int64_t counts[2][IKM_ELEMENTS_MAX][IKM_SCALE_MAX + 1] = {{{0}}}, respondents[2] = {0, 0};
    slow_moments *moments = calloc(1, sizeof *moments);
    ikm_text key = group == IKM_WHOLE ? (ikm_text){"", 0} : ikmi_tally_key_bytes(tally, group);
    for (size_t row = 0; row < rows->count; row++) {
        size_t at = 0, blanks = 0;
        int matches = 1;
        for (size_t k = 0; group != IKM_WHOLE && matches && k < rows->key_count; k++) {
            ikm_text value = rows->keys[k][row];
            matches = at + value.size <= key.size && (!value.size || !memcmp(key.data + at, value.data, value.size)) &&
                      key.data[at + value.size] == '\0';
            at += value.size + 1;
        }
        if (!matches)
            continue;
        for (size_t e = 0; e < rows->element_count; e++)
            blanks += rows->scores[e][row] == 0;
        if (!blanks)
            add_slowly(moments, rows, row);
        for (int set = 0; set < (blanks ? 1 : 2); set++) {
            respondents[set]++;
            for (size_t e = 0; e < rows->element_count; e++)
                counts[set][e][rows->scores[e][row]]++;
        }
    }
    if (ikm_tally_has_moments(tally))
        expect_moments(tally, group, moments, name);
    free(moments);
    cr_expect(eq(i64, ikm_tally_respondents(tally, group), respondents[0]), "%s, group %u", name, group);
    cr_expect(eq(i64, ikm_tally_complete(tally, group), respondents[1]), "%s, group %u", name, group);
    ikmi_counts all, complete;
    cr_assert(ikmi_tally_counts(&all, tally, group, 0) == IKM_OK);
    cr_assert(ikmi_tally_counts(&complete, tally, group, 1) == IKM_OK);
    cr_expect(all.respondents == respondents[0] && complete.respondents == respondents[1], "%s, group %u", name, group);
    for (size_t e = 0; e < rows->element_count; e++)
        for (int s = 1; s <= rows->scale; s++) {
            size_t cell = e * (size_t)rows->scale + (size_t)s - 1;
            cr_expect(ikm_tally_answers(tally, group, e, s) == counts[0][e][s] && all.answers[cell] == counts[0][e][s],
                      "%s, group %u, element %zu, score %d", name, group, e, s);
            cr_expect(ikm_tally_complete_answers(tally, group, e, s) == counts[1][e][s] &&
                          complete.answers[cell] == counts[1][e][s],
                      "%s, group %u, element %zu, complete, score %d", name, group, e, s);
        }
}

Test(test_tally_add, counts_are_those_of_counting_one_by_one)
{
    static const struct {
        const char *name;
        tally_rows_kind kind;
        size_t batch;
    } cases[] = {
        {"the usual instrument", {4000, 9, 4, 2, 7, 3, 1}, 1000},
        {"fourteen elements", {3000, 14, 4, 1, 20, 3, 2}, 64},
        {"the most that are turned", {3000, 15, 4, 1, 20, 3, 3}, 63},
        {"one more than are turned", {3000, 16, 4, 1, 20, 3, 4}, 65},
        {"eight elements: four are as far either way", {3000, 8, 4, 1, 5, 3, 17}, 64},
        {"six of five, turned by none", {3000, 6, 5, 1, 5, 3, 18}, 64},
        {"three elements of four", {2000, 3, 4, 1, 5, 20, 5}, 100},
        {"four elements of four", {2000, 4, 4, 1, 5, 20, 6}, 100},
        {"two by two", {5000, 2, 2, 1, 3, 30, 7}, 5000},
        {"the largest instrument", {1500, 32, 10, 2, 4, 1, 8}, 1500},
        {"three keys", {3000, 9, 4, 3, 4, 5, 9}, 129},
        {"one row at a time", {700, 9, 4, 2, 3, 10, 10}, 1},
        {"a group beyond a byte in one batch", {2000, 9, 4, 1, 1, 0, 11}, 2000},
        {"a group beyond a byte, blanks too", {2000, 9, 4, 1, 2, 15, 12}, 256},
        {"nobody answers", {600, 9, 4, 1, 2, 100, 13}, 300},
        {"no keys", {9000, 9, 4, 0, 1, 5, 14}, 4097},
        {"no keys, scale of ten", {9000, 5, 10, 0, 1, 5, 15}, 9000},
        {"nearly every row a group", {3000, 9, 4, 2, 500, 2, 16}, 1024},
    };
    for (size_t n = 0; n < 2 * (sizeof cases / sizeof cases[0]); n++) {
        const size_t i = n / 2;
        tally_rows rows = tally_rows_make(cases[i].kind);
        ikm_tally *tally = tally_for(&rows, 1 + (int)(n % 2), NULL);
        cr_assert(tally_rows_add(tally, &rows, 0, rows.count, cases[i].batch) == IKM_OK);
        int64_t respondents = 0;
        for (uint32_t group = 0; group < ikm_tally_group_count(tally); group++) {
            respondents += ikm_tally_respondents(tally, group);
            if (group < 40)
                expect_group(tally, group, &rows, cases[i].name);
        }
        cr_expect(respondents == (int64_t)rows.count, "%s", cases[i].name);
        expect_group(tally, IKM_WHOLE, &rows, cases[i].name);
        ikm_tally_free(tally);
        tally_rows_free(&rows);
    }
}

Test(test_tally_add, batches_of_any_size_count_the_same)
{
    static const size_t batches[] = {1, 15, 16, 17, 63, 64, 65, 255, 256, 1000, 4080, 4081, 9000};
    tally_rows rows = tally_rows_make((tally_rows_kind){9000, 9, 4, 2, 5, 4, 77});
    char *expected = NULL;
    for (size_t i = 0; i < sizeof batches / sizeof batches[0]; i++) {
        ikm_tally *tally = tally_for(&rows, 2, NULL);
        cr_assert(tally_rows_add(tally, &rows, 0, rows.count, batches[i]) == IKM_OK);
        char *text = tally_text(tally, 0);
        if (expected)
            cr_expect(strcmp(text, expected) == 0, "batches of %zu", batches[i]);
        else
            expected = strdup(text);
        free(text);
        ikm_tally_free(tally);
    }
    free(expected);
    tally_rows_free(&rows);
}

Test(test_tally_add, nine_thousand_who_agree_are_nine_thousand)
{
    /* a byte in every lane of every count goes as far as it can */
    tally_rows rows = tally_rows_make((tally_rows_kind){9000, 9, 4, 1, 1, 0, 2});
    for (uint8_t score = 1; score <= 4; score++) {
        ikm_tally *tally = tally_for(&rows, 2, NULL);
        for (size_t e = 0; e < 9; e++)
            memset(rows.scores[e], score, rows.count);
        cr_assert(tally_rows_add(tally, &rows, 0, 9000, 9000) == IKM_OK);
        for (size_t e = 0; e < 9; e++) {
            cr_expect(eq(i64, ikm_tally_answers(tally, IKM_WHOLE, e, score), 9000));
            cr_expect(eq(i64, ikm_tally_complete_answers(tally, IKM_WHOLE, e, score), 9000));
            cr_expect(eq(i64, ikm_tally_answers(tally, 0, e, score), 9000));
            cr_expect(eq(i64, ikm_tally_complete_answers(tally, 0, e, score), 9000));
        }
        cr_expect(eq(i64, ikm_tally_complete(tally, IKM_WHOLE), 9000));
        ikm_tally_free(tally);
    }
    tally_rows_free(&rows);
}

Test(test_tally_add, records_of_every_size_fill_the_memory_to_its_brim)
{
    /* keys of one byte and whole vectors of counts: under the address sanitizer, a vector beyond the last record shows
     */
    for (size_t elements = 2; elements <= 16; elements++)
        for (int complete = 0; complete < 2; complete++) {
            static char bytes[255];
            tally_rows rows = tally_rows_make((tally_rows_kind){255 * 3, elements, 4, 1, 1, 10, elements});
            ikm_tally *tally = tally_for(&rows, complete, NULL);
            for (size_t row = 0; row < rows.count; row++) {
                bytes[row % 255] = (char)(row % 255);
                rows.keys[0][row] = (ikm_text){&bytes[row % 255], row % 255 != 0};
            }
            cr_assert(tally_rows_add(tally, &rows, 0, rows.count, 100) == IKM_OK);
            cr_expect(eq(sz, ikm_tally_group_count(tally), 255));
            for (uint32_t group = 0; group < 255; group++)
                cr_expect(eq(i64, ikm_tally_respondents(tally, group), 3));
            ikm_tally_free(tally);
            tally_rows_free(&rows);
        }
}

Test(test_tally_add, the_order_of_rows_does_not_matter)
{
    tally_rows rows = tally_rows_make((tally_rows_kind){5000, 9, 4, 2, 9, 4, 3});
    ikm_tally *tally = tally_for(&rows, 2, NULL), *shuffled = tally_for(&rows, 2, NULL);
    cr_assert(tally_rows_add(tally, &rows, 0, rows.count, 512) == IKM_OK);
    uint64_t state = 99;
    for (size_t row = rows.count - 1; row; row--) {
        size_t other = (size_t)(tally_random(&state) % (row + 1));
        for (size_t e = 0; e < 9; e++) {
            uint8_t score = rows.scores[e][row];
            rows.scores[e][row] = rows.scores[e][other];
            rows.scores[e][other] = score;
        }
        for (size_t k = 0; k < 2; k++) {
            ikm_text value = rows.keys[k][row];
            rows.keys[k][row] = rows.keys[k][other];
            rows.keys[k][other] = value;
        }
    }
    cr_assert(tally_rows_add(shuffled, &rows, 0, rows.count, 512) == IKM_OK);
    char *expected = tally_text(tally, 1), *text = tally_text(shuffled, 1);
    cr_expect(strcmp(text, expected) == 0);
    free(expected);
    free(text);
    ikm_tally_free(tally);
    ikm_tally_free(shuffled);
    tally_rows_free(&rows);
}

Test(test_tally_add, the_order_of_columns_does_not_matter)
{
    tally_rows rows = tally_rows_make((tally_rows_kind){3000, 9, 4, 1, 9, 4, 4});
    ikm_tally *tally = tally_for(&rows, 0, NULL), *turned = tally_for(&rows, 0, NULL);
    cr_assert(tally_rows_add(tally, &rows, 0, rows.count, 512) == IKM_OK);
    tally_rows other = rows;
    for (size_t e = 0; e < 9; e++)
        other.scores[e] = rows.scores[(e * 4 + 5) % 9];
    cr_assert(tally_rows_add(turned, &other, 0, rows.count, 512) == IKM_OK);
    for (uint32_t group = 0; group < ikm_tally_group_count(tally); group++)
        for (size_t e = 0; e < 9; e++)
            for (int s = 1; s <= 4; s++)
                cr_expect(ikm_tally_answers(turned, group, e, s) ==
                          ikm_tally_answers(tally, group, (e * 4 + 5) % 9, s));
    ikm_tally_free(tally);
    ikm_tally_free(turned);
    tally_rows_free(&rows);
}

/* What is added must leave the tally as it is, for the status given. */
static void expect_refused(ikm_tally *tally, const tally_rows *rows, ikm_status expected, const char *name)
{
    char *before = tally_text(tally, 0);
    cr_expect(tally_rows_add(tally, rows, 0, rows->count, rows->count) == expected, "%s", name);
    char *after = tally_text(tally, 0);
    cr_expect(strcmp(before, after) == 0, "%s", name);
    free(before);
    free(after);
}

Test(test_tally_add, a_score_above_the_scale_anywhere_changes_nothing)
{
    static const size_t places[] = {0, 1, 15, 16, 4079, 4080, 4081, 4999};
    tally_rows rows = tally_rows_make((tally_rows_kind){5000, 9, 4, 1, 9, 4, 5});
    ikm_tally *tally = tally_for(&rows, 2, NULL);
    cr_assert(tally_rows_add(tally, &rows, 0, 700, 700) == IKM_OK);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        for (int bad = 0; bad < 3; bad++) {
            static const uint8_t scores[] = {5, 128, 255};
            uint8_t *cell = &rows.scores[(i * 3) % 9][places[i]], good = *cell;
            *cell = scores[bad];
            expect_refused(tally, &rows, IKM_ERR_ARGUMENT, "score");
            *cell = good;
        }
    ikm_tally_free(tally);
    tally_rows_free(&rows);
}

Test(test_tally_add, a_nul_in_a_key_anywhere_changes_nothing)
{
    static const size_t places[] = {0, 1, 63, 64, 300, 1500, 2999};
    tally_rows rows = tally_rows_make((tally_rows_kind){3000, 9, 4, 2, 6, 4, 6});
    ikm_tally *tally = tally_for(&rows, 2, NULL);
    cr_assert(tally_rows_add(tally, &rows, 0, 900, 900) == IKM_OK);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        ikm_text *value = &rows.keys[i % 2][places[i]], good = *value;
        *value = (ikm_text){"a\0b", 3};
        expect_refused(tally, &rows, IKM_ERR_ARGUMENT, "new key");
        *value = good;
    }
    ikm_tally_free(tally);
    tally_rows_free(&rows);
}

Test(test_tally_add, a_key_with_a_nul_is_not_taken_for_two_values)
{
    /* "a" and "b" are joined with a NUL: the same bytes as "a\0b" and nothing, but for a last NUL */
    static const ikm_text tried[][2] = {{{"a\0b", 3}, {"", 0}},
                                        {{"a", 1}, {"b\0", 2}},
                                        {{"a\0", 2}, {"b", 1}},
                                        {{"", 0}, {"a\0b", 3}},
                                        {{"a", 1}, {"\0b", 2}}};
    tally_rows rows = tally_rows_make((tally_rows_kind){1, 9, 4, 2, 1, 0, 7});
    ikm_tally *tally = tally_for(&rows, 0, NULL);
    rows.keys[0][0] = (ikm_text){"a", 1};
    rows.keys[1][0] = (ikm_text){"b", 1};
    cr_assert(tally_rows_add(tally, &rows, 0, 1, 1) == IKM_OK);
    for (size_t i = 0; i < sizeof tried / sizeof tried[0]; i++) {
        rows.keys[0][0] = tried[i][0];
        rows.keys[1][0] = tried[i][1];
        expect_refused(tally, &rows, IKM_ERR_ARGUMENT, "joined");
    }
    ikm_tally_free(tally);
    tally_rows_free(&rows);
}

Test(test_tally_add, missing_columns_are_refused)
{
    tally_rows rows = tally_rows_make((tally_rows_kind){5, 3, 4, 1, 2, 0, 8});
    ikm_tally *tally = tally_for(&rows, 0, NULL);
    const uint8_t *scores[3] = {rows.scores[0], rows.scores[1], NULL};
    const ikm_text *keys[1] = {rows.keys[0]}, *no_keys[1] = {NULL};
    cr_expect(ikm_tally_add_columns(tally, scores, keys, 5) == IKM_ERR_ARGUMENT);
    scores[2] = rows.scores[2];
    cr_expect(ikm_tally_add_columns(tally, scores, no_keys, 5) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_tally_add_columns(tally, scores, NULL, 5) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_tally_add_columns(tally, NULL, keys, 5) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_tally_add_columns(NULL, scores, keys, 5) == IKM_ERR_ARGUMENT);
    cr_expect(ikm_tally_add_columns(tally, NULL, NULL, 0) == IKM_OK);
    cr_expect(eq(sz, ikm_tally_group_count(tally), 0));
    ikm_tally_free(tally);
    tally_rows_free(&rows);
}

Test(test_tally_add, a_key_of_a_megabyte_is_a_key_as_any)
{
    enum { SIZE = 1 << 20 };
    tally_rows rows = tally_rows_make((tally_rows_kind){4, 9, 4, 1, 1, 0, 9});
    ikm_tally *tally = tally_for(&rows, 0, NULL);
    char *large = malloc(SIZE + 1), *other = malloc(SIZE + 1);
    memset(large, 'x', SIZE);
    memset(other, 'x', SIZE);
    large[SIZE] = other[SIZE] = '\0';
    other[SIZE - 9] = 'y';
    rows.keys[0][0] = rows.keys[0][2] = (ikm_text){large, SIZE};
    rows.keys[0][1] = (ikm_text){other, SIZE};
    cr_assert(tally_rows_add(tally, &rows, 0, 4, 4) == IKM_OK);
    cr_assert(eq(sz, ikm_tally_group_count(tally), 3));
    cr_expect(strcmp(ikm_tally_key(tally, 0, 0), large) == 0);
    cr_expect(strcmp(ikm_tally_key(tally, 1, 0), other) == 0);
    cr_expect(strcmp(ikm_tally_key(tally, 2, 0), "") == 0);
    cr_expect(eq(i64, ikm_tally_respondents(tally, 0), 2));
    free(large);
    free(other);
    ikm_tally_free(tally);
    tally_rows_free(&rows);
}

/* The least that an ikm_mem may promise is the alignment of an int64_t: 8 beside every multiple of 16. */
static void *odd_resize(void *ctx, void *block, size_t size)
{
    (void)ctx;
    char *moved = realloc(block ? (char *)block - 8 : NULL, size + 8);
    return moved ? moved + 8 : NULL;
}

static void *odd_alloc(void *ctx, size_t size)
{
    return odd_resize(ctx, NULL, size);
}

static void odd_release(void *ctx, void *block)
{
    (void)ctx;
    free(block ? (char *)block - 8 : NULL);
}

Test(test_tally_add, memory_aligned_to_eight_bytes_is_enough)
{
    const ikm_mem odd = {odd_alloc, odd_resize, odd_release, NULL};
    tally_rows rows = tally_rows_make((tally_rows_kind){4000, 9, 4, 2, 9, 4, 10});
    ikm_tally *tally = tally_for(&rows, 2, &odd), *usual = tally_for(&rows, 2, NULL);
    cr_assert(tally_rows_add(tally, &rows, 0, 4000, 1000) == IKM_OK);
    cr_assert(tally_rows_add(usual, &rows, 0, 4000, 1000) == IKM_OK);
    char *text = tally_text(tally, 1), *expected = tally_text(usual, 1);
    cr_expect(strcmp(text, expected) == 0);
    free(text);
    free(expected);
    ikm_tally_free(tally);
    ikm_tally_free(usual);
    tally_rows_free(&rows);
}

Test(test_tally_add, keys_of_one_size_are_the_same_only_if_every_byte_is)
{
    char a[90], b[90];
    for (size_t size = 0; size < sizeof a; size++) {
        for (size_t i = 0; i < size; i++)
            a[i] = b[i] = (char)('a' + i % 26);
        cr_expect(ikmi_same_bytes(a, b, size), "size %zu", size);
        for (size_t i = 0; i < size; i++) {
            b[i] ^= 0x40;
            cr_expect(ikmi_same_bytes(a, b, size) == 0, "size %zu, byte %zu", size, i);
            cr_expect(ikmi_hash_value(1, a, size) != ikmi_hash_value(1, b, size), "size %zu, byte %zu", size, i);
            b[i] = a[i];
        }
        if (size)
            cr_expect(ikmi_hash_value(1, a, size) != ikmi_hash_value(1, a, size - 1), "size %zu", size);
    }
}

Test(test_tally_add, hashes_of_keys_that_differ_a_little_are_spread)
{
    /* 2^16 keys into 2^16 drawers: with a good hash 1/e of the drawers stay empty; an eighth more is no accident */
    enum { KEYS = 1 << 16 };
    static const char *const forms[] = {"%zu", "unit-%06zu", "Layanan Administrasi Kependudukan %zu bagian umum"};
    for (size_t form = 0; form < 3; form++) {
        uint8_t *low = calloc(KEYS, 1), *high = calloc(KEYS, 1);
        size_t empty_low = 0, empty_high = 0;
        for (size_t i = 0; i < KEYS; i++) {
            char key[80];
            size_t size = (size_t)snprintf(key, sizeof key, forms[form], i);
            uint32_t hash = ikmi_hash_end(ikmi_hash_value(ikmi_hash_seed(), key, size));
            low[hash & (KEYS - 1)] = high[hash >> 16] = 1;
        }
        for (size_t i = 0; i < KEYS; i++) {
            empty_low += !low[i];
            empty_high += !high[i];
        }
        cr_expect(empty_low < 27100 && empty_low > 21100, "form %zu: %zu", form, empty_low);
        cr_expect(empty_high < 27100 && empty_high > 21100, "form %zu: %zu", form, empty_high);
        free(low);
        free(high);
    }
}
