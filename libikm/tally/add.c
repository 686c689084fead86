/* Counting respondents from columns: the innermost loop of every survey. */
#include "inside.h"

#include "hash.h"

#include <string.h>

/*
 * Rows are looked up in blocks, in three sweeps, each asking for the memory that
 * the next one reads, so that the waits for it overlap.
 */
enum { BLOCK = 64 };

typedef struct rows {
    ikm_tally *tally;
    const uint8_t *const *scores;
    const ikm_text *const *keys;
    ikmi_pattern pattern;
} rows;

/* Column by column: the values of one column are alike in size, so the branches are foreseen. */
static void hash_rows(uint32_t *out, const rows *in, size_t first, size_t count)
{
    uint64_t hash[BLOCK];
    for (size_t i = 0; i < count; i++)
        hash[i] = in->tally->seed;
    for (size_t key = 0; key < in->tally->key_count; key++) {
        const ikm_text *values = in->keys[key] + first;
        for (size_t i = 0; i < count; i++)
            hash[i] = ikmi_hash_value(hash[i], values[i].data, values[i].size);
    }
    for (size_t i = 0; i < count; i++)
        out[i] = ikmi_hash_end(hash[i]);
}

/*
 * A value with a NUL inside never matches: the sizes being equal, the row would
 * have more NULs than the record, which has one after each value.
 */
static bool has_key(const rows *in, const ikmi_group *group, size_t row)
{
    const char *stored = ikmi_group_key(in->tally, group), *end = stored + group->key_size;
    for (size_t key = 0; key < in->tally->key_count; key++) {
        const ikm_text *value = &in->keys[key][row];
        if (value->size > (size_t)(end - stored) || !ikmi_same_bytes(stored, value->data, value->size) ||
            stored[value->size] != '\0')
            return false;
        stored += value->size + 1;
    }
    return stored == end + 1;
}

static ikmi_group *find(const rows *in, uint32_t hash, size_t row)
{
    const ikm_tally *tally = in->tally;
    size_t at = ikmi_table_home(&tally->table, hash);
    for (;; at = (at + 1) & tally->table.mask) {
        uint32_t place = ikmi_table_find(&tally->table, hash, &at);
        if (!place)
            return NULL;
        ikmi_group *group = ikmi_group_at(tally, place);
        if (has_key(in, group, row))
            return group;
    }
}

static ikm_status create(ikmi_group **out, const rows *in, uint32_t hash, size_t row)
{
    size_t size = in->tally->key_count - 1;
    for (size_t key = 0; key < in->tally->key_count; key++) {
        ikm_text value = in->keys[key][row];
        if (value.size && memchr(value.data, '\0', value.size))
            return IKM_ERR_ARGUMENT;
        if (__builtin_add_overflow(size, value.size, &size))
            return IKM_ERR_OVERFLOW;
    }
    ikm_status status = ikmi_group_new(out, in->tally, hash, size);
    if (status != IKM_OK)
        return status;
    char *to = ikmi_group_key(in->tally, *out);
    for (size_t key = 0; key < in->tally->key_count; key++) {
        ikm_text value = in->keys[key][row];
        if (value.size)
            memcpy(to, value.data, value.size);
        to[value.size] = '\0';
        to += value.size + 1;
    }
    return IKM_OK;
}

/* One respondent more, or with `step` -1 one less, in the bytes or in the int64 counts. */
static inline bool count_answers(const rows *in, uint8_t *counts, size_t row)
{
    const size_t elements = in->tally->element_count, scale = (size_t)in->tally->scale;
    unsigned blanks = 0;
    for (size_t element = 0; element < elements; element++) {
        unsigned score = in->scores[element][row], answered = score != 0;
        /* without a branch on blanks, which come at random */
        counts[element * scale + score - answered] = (uint8_t)(counts[element * scale + score - answered] + answered);
        blanks += !answered;
    }
    counts[elements * scale]++;
    return blanks == 0;
}

/* The moments of a complete respondent: `answers` is the row turned, where the instrument has a pattern. */
static void count_moments(const rows *in, uint8_t *counts, size_t row, ikmi_lanes answers)
{
    const ikmi_moments *moments = &in->tally->moments;
    uint8_t more[IKMI_MOMENTS_MOST];
    if (in->pattern.vectors) {
        ikmi_ring ring;
        ikmi_ring_of(ring, answers, &in->pattern, moments->element_count);
        ikmi_moments_add(counts, ring, moments, &in->pattern);
        return;
    }
    ikmi_moments_of_row(more, moments, in->scores, row);
    for (size_t i = 0; i < moments->cells; i++)
        counts[i] = (uint8_t)(counts[i] + more[i]);
}

static inline void count_row(const rows *in, ikmi_group *group, size_t row, ikmi_lanes answers)
{
    const ikmi_pattern *pattern = &in->pattern;
    const ikm_tally *tally = in->tally;
    bool complete;
    if (pattern->vectors) {
        ikmi_answers_count(group->counts, answers, pattern);
        complete = tally->sets == 2 && ikmi_answers_complete(answers, pattern);
        if (complete)
            ikmi_answers_count(group->counts + tally->cells, answers, pattern);
    } else {
        complete = count_answers(in, group->counts, row) && tally->sets == 2;
        if (complete)
            count_answers(in, group->counts + tally->cells, row);
    }
    if (complete && tally->moments.cells)
        count_moments(in, group->counts + 2 * tally->cells, row, answers);
}

static void uncount_moments(const rows *in, uint8_t *counts, int64_t *wide, size_t row)
{
    uint8_t less[IKMI_MOMENTS_MOST];
    ikmi_moments_of_row(less, &in->tally->moments, in->scores, row);
    for (size_t i = 0; i < in->tally->moments.cells; i++)
        if (wide)
            wide[i] -= less[i];
        else
            counts[i] = (uint8_t)(counts[i] - less[i]);
}

static void uncount_row(const rows *in, ikmi_group *group, size_t row)
{
    const ikm_tally *tally = in->tally;
    int64_t *wide = group->wide ? ikmi_group_wide(tally, group) : NULL;
    size_t sets = tally->sets;
    for (size_t element = 0; element < tally->element_count; element++)
        if (!in->scores[element][row])
            sets = 1;
    if (sets == 2 && tally->moments.cells)
        uncount_moments(in, group->counts + 2 * tally->cells, wide ? wide + 2 * tally->cells : NULL, row);
    for (size_t set = 0; set < sets; set++)
        for (size_t element = 0; element <= tally->element_count; element++) {
            size_t score = element < tally->element_count ? in->scores[element][row] : 1;
            size_t cell = set * tally->cells + element * (size_t)tally->scale + score - 1;
            if (score && wide)
                wide[cell]--;
            else if (score)
                group->counts[cell]--;
        }
}

static ikm_status count_block(const rows *in, size_t first, size_t count, size_t *done)
{
    ikm_tally *tally = in->tally;
    uint32_t hash[BLOCK];
    ikmi_group *found[BLOCK];
    ikmi_lanes answers[BLOCK];
    hash_rows(hash, in, first, count);
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(&tally->table.slots[ikmi_table_home(&tally->table, hash[i])]);
    for (size_t i = 0; i < count; i++) {
        size_t at = ikmi_table_home(&tally->table, hash[i]);
        uint32_t place = ikmi_table_find(&tally->table, hash[i], &at);
        found[i] = place ? ikmi_group_at(tally, place) : NULL;
        if (place) {
            __builtin_prefetch(found[i], 1);
            __builtin_prefetch((char *)found[i] + 64);
            if (tally->moments.cells)
                __builtin_prefetch((char *)found[i] + 128, 1);
        }
    }
    if (in->pattern.vectors)
        ikmi_answers_gather(answers, in->scores, tally->element_count, first, count);
    for (size_t i = 0; i < count; i++, ++*done) {
        ikmi_group *group = found[i];
        ikm_status status = IKM_OK;
        if (!group || !has_key(in, group, first + i)) {
            group = find(in, hash[i], first + i);
            if (!group)
                status = create(&group, in, hash[i], first + i);
        }
        if (status == IKM_OK && group->counts[tally->cells - 1] == tally->carry_due) {
            status = ikmi_group_widen(tally, group);
            if (status == IKM_OK)
                ikmi_group_carry(tally, group);
        }
        if (status != IKM_OK)
            return status;
        count_row(in, group, first + i, answers[i]);
    }
    return IKM_OK;
}

static ikm_status count_rows(const rows *in, size_t count)
{
    ikmi_mark mark = ikmi_tally_mark(in->tally);
    ikm_status status = IKM_OK;
    size_t done = 0;
    while (status == IKM_OK && done < count)
        status = count_block(in, done, count - done < BLOCK ? count - done : BLOCK, &done);
    if (status == IKM_OK)
        return IKM_OK;
    while (done--) {
        uint32_t hash;
        hash_rows(&hash, in, done, 1);
        uncount_row(in, find(in, hash, done), done);
    }
    ikmi_tally_go_back(in->tally, mark);
    return status;
}

/* Without keys there is no group whose bytes would take them. */
static void total_moments(const rows *in, int64_t *totals, size_t count)
{
    const ikm_tally *tally = in->tally;
    uint8_t counts[IKMI_MOMENTS_MOST];
    ikmi_lanes answers[BLOCK];
    unsigned held = 0;
    memset(counts, 0, sizeof counts);
    for (size_t row = 0; row < count; row++) {
        bool complete = true;
        if (in->pattern.vectors && row % BLOCK == 0)
            ikmi_answers_gather(answers, in->scores, tally->element_count, row,
                                count - row < BLOCK ? count - row : BLOCK);
        for (size_t element = 0; element < tally->element_count; element++)
            complete &= in->scores[element][row] != 0;
        if (complete) {
            count_moments(in, counts, row, answers[row % BLOCK]);
            held++;
        }
        if (held == tally->carry_due || row + 1 == count) {
            for (size_t i = 0; i < tally->moments.cells; i++)
                totals[i] += counts[i];
            memset(counts, 0, sizeof counts);
            held = 0;
        }
    }
}

static bool are_columns(const ikm_tally *tally, const uint8_t *const *scores, const ikm_text *const *keys)
{
    if (!scores || (tally->key_count && !keys))
        return false;
    for (size_t element = 0; element < tally->element_count; element++)
        if (!scores[element])
            return false;
    for (size_t key = 0; key < tally->key_count; key++)
        if (!keys[key])
            return false;
    return true;
}

ikm_status ikm_tally_add_columns(ikm_tally *tally, const uint8_t *const *scores, const ikm_text *const *keys,
                                 size_t rows_count)
{
    int64_t totals[IKMI_WIDTH_MOST];
    if (!tally)
        return IKM_ERR_ARGUMENT;
    if (!rows_count)
        return IKM_OK;
    if (!are_columns(tally, scores, keys))
        return IKM_ERR_ARGUMENT;
    /* no count of a tally is above its respondents: that they fit is all there is to check */
    if (rows_count > (uint64_t)(ikmi_tally_room(tally) - tally->totals[tally->cells - 1]))
        return IKM_ERR_OVERFLOW;
    memset(totals, 0, tally->width * sizeof totals[0]);
    if (!ikmi_columns_total(totals, tally, scores, rows_count))
        return IKM_ERR_ARGUMENT;
    rows in = {.tally = tally, .scores = scores, .keys = keys};
    ikmi_pattern_init(&in.pattern, tally->element_count, tally->scale);
    if (tally->key_count) {
        ikm_status status = count_rows(&in, rows_count);
        if (status != IKM_OK)
            return status;
    } else if (tally->moments.cells) {
        total_moments(&in, totals + 2 * tally->cells, rows_count);
    }
    for (size_t i = 0; i < tally->width; i++)
        tally->totals[i] += totals[i];
    return IKM_OK;
}
