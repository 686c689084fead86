/* Tallies saved, read back, refused, rolled up. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/buffer.h"
#include "refusing.h"
#include "tally/file.h"
#include "tally/tally.h"

#include <stdio.h>
#include <string.h>

enum { ROWS = 700 };

static uint64_t state;

static unsigned draw(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % below;
}

static int take(void *ctx, const void *bytes, size_t size)
{
    ikmi_buffer_add(ctx, bytes, size);
    return 0;
}

static int stop(void *ctx, const void *bytes, size_t size)
{
    (void)bytes;
    return (*(long *)ctx -= (long)size) < 0;
}

static ikm_tally *new_tally(int complete)
{
    static const char *const keys[] = {"unit", "layanan"};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    ikm_tally *tally;
    options.keys = keys;
    options.key_count = 2;
    options.complete = complete;
    options.moments = complete == 2;
    cr_assert(eq(int, ikm_tally_new(&tally, ikm_rules_at(0), &options), IKM_OK));
    return tally;
}

/* Rows `from` to `to` of a fixed survey; a group has more than a byte counts. */
static void add_rows(ikm_tally *tally, unsigned from, unsigned to)
{
    static const char *const units[] = {"Bukateja", "", "Kejobong", "K\xC3\xA9tanggungan"};
    state = 7;
    for (unsigned row = 0; row < to; row++) {
        uint8_t score[9];
        const uint8_t *scores[9];
        ikm_text key[2];
        const ikm_text *keys[] = {&key[0], &key[1]};
        const char *unit = units[draw(10) < 7 ? 2 : draw(4)];
        key[0] = (ikm_text){unit, strlen(unit)};
        key[1] = (ikm_text){&"KTP,KK"[4 * draw(2)], 2};
        for (int e = 0; e < 9; e++) {
            score[e] = (uint8_t)draw(5);
            scores[e] = &score[e];
        }
        if (row >= from)
            cr_assert(eq(int, ikm_tally_add_columns(tally, scores, keys, 1), IKM_OK));
    }
    ikm_row_counts rows = {to - from + 2, to - from, 2, 1, 0, 3};
    cr_assert(eq(int, ikm_tally_add_rows(tally, &rows), IKM_OK));
}

static void save(ikmi_buffer *out, const ikm_tally *tally)
{
    ikmi_buffer_clear(out);
    cr_assert(eq(int, ikm_tally_write(tally, ikm_rules_at(0), (ikm_sink){take, out}), IKM_OK));
}

static ikm_status load(ikm_tally **out, const ikmi_buffer *bytes, ikm_error *err)
{
    return ikm_tally_read(out, ikmi_buffer_text(bytes), ikm_rules_at(0), "t.ikm", IKM_LANG_EN, NULL, err);
}

static void expect_same_bytes(const ikmi_buffer *a, const ikmi_buffer *b, const char *what)
{
    cr_expect(eq(sz, a->size, b->size), "%s", what);
    cr_expect(a->size == b->size && !memcmp(a->data, b->data, a->size), "%s", what);
}

Test(test_tally_file, what_is_saved_is_read_back_to_the_same_bytes)
{
    for (int complete = 0; complete < 3; complete++) {
        ikmi_buffer first, again;
        ikm_error error;
        ikm_tally *tally = new_tally(complete), *copy;
        ikmi_buffer_init(&first, NULL);
        ikmi_buffer_init(&again, NULL);
        add_rows(tally, 0, ROWS);
        save(&first, tally);
        cr_assert(eq(int, load(&copy, &first, &error), IKM_OK));
        save(&again, copy);
        expect_same_bytes(&first, &again, "read back");
        cr_expect(eq(i64, ikm_tally_respondents(copy, IKM_WHOLE), ROWS));
        cr_expect(eq(i64, ikm_tally_rows(copy).refused, 2));
        cr_expect(eq(i64, ikm_tally_rows(copy).filtered, 3));
        for (size_t e = 0; e < 9; e++)
            cr_expect(eq(i64, ikm_tally_answers(copy, IKM_WHOLE, e, 3), ikm_tally_answers(tally, IKM_WHOLE, e, 3)));
        cr_expect(eq(i64, ikm_tally_complete(copy, IKM_WHOLE), ikm_tally_complete(tally, IKM_WHOLE)));
        ikm_tally_free(tally);
        ikm_tally_free(copy);
        ikmi_buffer_done(&first);
        ikmi_buffer_done(&again);
    }
}

Test(test_tally_file, shards_that_were_saved_merge_to_the_bytes_of_the_whole)
{
    ikmi_buffer whole, part, merged;
    ikm_error error;
    ikm_tally *all = new_tally(2), *sum = new_tally(2);
    ikmi_buffer_init(&whole, NULL);
    ikmi_buffer_init(&part, NULL);
    ikmi_buffer_init(&merged, NULL);
    add_rows(all, 0, 300);
    add_rows(all, 300, ROWS);
    save(&whole, all);
    static const unsigned cuts[][2] = {{300, ROWS}, {0, 300}};
    for (int i = 0; i < 2; i++) {
        ikm_tally *shard = new_tally(2), *read;
        add_rows(shard, cuts[i][0], cuts[i][1]);
        save(&part, shard);
        cr_assert(eq(int, load(&read, &part, &error), IKM_OK));
        cr_assert(eq(int, ikm_tally_merge(sum, read), IKM_OK));
        ikm_tally_free(shard);
        ikm_tally_free(read);
    }
    save(&merged, sum);
    expect_same_bytes(&whole, &merged, "merged");
    ikm_tally_free(all);
    ikm_tally_free(sum);
    ikmi_buffer_done(&whole);
    ikmi_buffer_done(&part);
    ikmi_buffer_done(&merged);
}

Test(test_tally_file, a_file_that_is_damaged_or_cut_off_is_refused)
{
    ikmi_buffer file;
    ikm_error error;
    ikm_tally *tally = new_tally(2), *read;
    ikmi_buffer_init(&file, NULL);
    add_rows(tally, 0, 40);
    save(&file, tally);
    const size_t size = file.size;
    for (size_t i = 0; i < size; i++) {
        file.data[i] = (char)(file.data[i] ^ 0x41);
        cr_expect(ne(int, load(&read, &file, &error), IKM_OK), "byte %zu", i);
        cr_expect(zero(ptr, read));
        file.data[i] = (char)(file.data[i] ^ 0x41);
        file.size = i;
        cr_expect(eq(int, load(&read, &file, &error), IKM_ERR_DATA), "cut at %zu", i);
        file.size = size;
    }
    file.data[IKMI_FILE_MAGIC_SIZE] = IKMI_FILE_VERSION_MOMENTS + 1;
    cr_expect(eq(int, load(&read, &file, &error), IKM_ERR_INVALID));
    cr_expect(ne(ptr, strstr(error.message, "version 3"), NULL), "%s", error.message);
    ikm_tally_free(tally);
    ikmi_buffer_done(&file);
}

/* A right checksum over wrong contents: nothing may be believed. */
Test(test_tally_file, what_cannot_be_is_refused_though_the_checksum_is_right)
{
    ikmi_buffer file;
    ikm_error error;
    ikm_tally *tally = new_tally(2), *read;
    ikmi_buffer_init(&file, NULL);
    add_rows(tally, 0, 30);
    save(&file, tally);
    const size_t body = file.size - IKMI_FILE_CHECKSUM_SIZE;
    unsigned refused = 0;
    for (int round = 0; round < 20000; round++) {
        size_t at = IKMI_FILE_MAGIC_SIZE + 1 + draw((unsigned)(body - IKMI_FILE_MAGIC_SIZE - 1));
        char before = file.data[at];
        file.data[at] = (char)draw(256);
        uint64_t sum = ikmi_file_checksum(IKMI_FILE_CHECKSUM_START, file.data, body);
        for (size_t i = 0; i < IKMI_FILE_CHECKSUM_SIZE; i++)
            file.data[body + i] = (char)(sum >> 8 * i);
        ikm_status status = load(&read, &file, &error);
        refused += status != IKM_OK;
        for (size_t e = 0; status == IKM_OK && e < 9; e++) {
            int64_t answered = 0;
            for (int s = 1; s <= 4; s++)
                answered += ikm_tally_answers(read, IKM_WHOLE, e, s);
            cr_expect(le(i64, answered, ikm_tally_respondents(read, IKM_WHOLE)));
        }
        int64_t complete = 0;
        for (int64_t of = 9; status == IKM_OK && of <= 36; of++)
            complete += ikm_tally_sums(read, IKM_WHOLE, of);
        cr_expect(eq(i64, complete, status == IKM_OK ? ikm_tally_complete(read, IKM_WHOLE) : 0));
        ikm_tally_free(read);
        file.data[at] = before;
    }
    cr_expect(gt(uint, refused, 5000));
    ikm_tally_free(tally);
    ikmi_buffer_done(&file);
}

Test(test_tally_file, other_elements_are_a_mismatch)
{
    ikmi_buffer file;
    ikm_error error;
    ikm_tally *tally = new_tally(0), *read;
    ikmi_buffer_init(&file, NULL);
    save(&file, tally);
    cr_expect(eq(int,
                 ikm_tally_read(&read, ikmi_buffer_text(&file), ikm_rules_named("kepmenpan-25-2004"), "t.ikm",
                                IKM_LANG_EN, NULL, &error),
                 IKM_ERR_MISMATCH));
    cr_expect(eq(int, ikm_tally_write(tally, ikm_rules_named("kepmenpan-25-2004"), (ikm_sink){take, &file}),
                 IKM_ERR_MISMATCH));
    ikm_tally_free(tally);
    ikmi_buffer_done(&file);
}

Test(test_tally_file, a_sink_that_stops_stops_the_saving)
{
    ikm_tally *tally = new_tally(1);
    ikmi_buffer file;
    ikmi_buffer_init(&file, NULL);
    add_rows(tally, 0, 100);
    save(&file, tally);
    for (long room = 0; room < (long)file.size; room += 7) {
        long left = room;
        cr_expect(eq(int, ikm_tally_write(tally, ikm_rules_at(0), (ikm_sink){stop, &left}), IKM_ERR_IO));
    }
    ikm_tally_free(tally);
    ikmi_buffer_done(&file);
}

Test(test_tally_file, rolled_up_groups_are_those_counted_with_fewer_keys)
{
    static const size_t keys[][2] = {{1, 0}, {1, 9}, {0, 9}, {9, 9}};
    static const size_t counts[] = {2, 1, 1, 0};
    ikm_tally *tally = new_tally(2), *rolled;
    add_rows(tally, 0, ROWS);
    for (size_t i = 0; i < 4; i++) {
        cr_assert(eq(int, ikm_tally_roll_up(&rolled, tally, keys[i], counts[i]), IKM_OK));
        cr_expect(eq(sz, ikm_tally_key_count(rolled), counts[i]));
        cr_expect(eq(i64, ikm_tally_respondents(rolled, IKM_WHOLE), ROWS));
        int64_t respondents = 0, fours = 0;
        for (uint32_t g = 0; g < ikm_tally_group_count(rolled); g++) {
            respondents += ikm_tally_respondents(rolled, g);
            fours += ikm_tally_answers(rolled, g, 4, 4);
        }
        cr_expect(eq(i64, respondents, ROWS));
        cr_expect(eq(i64, fours, ikm_tally_answers(tally, IKM_WHOLE, 4, 4)));
        if (counts[i] == 2)
            cr_expect(eq(sz, ikm_tally_group_count(rolled), ikm_tally_group_count(tally)));
        cr_expect(eq(i64, ikm_tally_rows(rolled).read, ROWS + 2));
        ikm_tally_free(rolled);
    }
    static const size_t twice[] = {1, 1};
    cr_expect(eq(int, ikm_tally_roll_up(&rolled, tally, twice, 2), IKM_ERR_ARGUMENT));
    cr_expect(zero(ptr, rolled));
    ikm_tally_free(tally);
}

Test(test_tally_file, every_allocation_of_a_reading_may_be_refused)
{
    ikmi_buffer file;
    ikm_tally *tally = new_tally(2), *read;
    ikmi_buffer_init(&file, NULL);
    add_rows(tally, 0, ROWS);
    save(&file, tally);
    for (long n = 0;; n++) {
        refusing memory;
        ikm_error error;
        refusing_init(&memory, n);
        ikm_status status =
            ikm_tally_read(&read, ikmi_buffer_text(&file), ikm_rules_at(0), "t.ikm", IKM_LANG_EN, &memory.mem, &error);
        if (status == IKM_OK) {
            cr_expect(gt(long, n, 8));
            ikm_tally_free(read);
            cr_expect(zero(long, memory.live));
            break;
        }
        cr_expect(eq(int, status, IKM_ERR_NOMEM));
        cr_expect(zero(long, memory.live));
    }
    ikm_tally_free(tally);
    ikmi_buffer_done(&file);
}

/* What version 1 wrote must still be read by every later one. */
Test(test_tally_file, the_committed_file_of_version_one_is_read)
{
    ikmi_buffer file;
    ikm_error error;
    ikm_tally *read;
    char block[4096];
    FILE *from = fopen(IKM_SOURCE_DIR "/tests/reference/tally-v1.ikm", "rb");
    cr_assert(ne(ptr, from, NULL));
    ikmi_buffer_init(&file, NULL);
    for (size_t got; (got = fread(block, 1, sizeof block, from)) > 0;)
        ikmi_buffer_add(&file, block, got);
    fclose(from);
    cr_assert(eq(int, load(&read, &file, &error), IKM_OK), "%s", error.message);
    cr_expect(eq(sz, ikm_tally_group_count(read), 8));
    cr_expect(eq(i64, ikm_tally_respondents(read, IKM_WHOLE), ROWS));
    cr_expect(eq(i64, ikm_tally_rows(read).read, ROWS + 2));
    ikm_tally_free(read);
    ikmi_buffer_done(&file);
}
