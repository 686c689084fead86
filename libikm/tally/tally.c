/* Making a tally, and what it is like. NULL instead of one gives NULL or 0. */
#include "inside.h"

#include "hash.h"

#include "base/mem.h"

#include <string.h>

uint64_t ikmi_hash_seed(void)
{
    static const char here;
    return ikmi_hash_mix((uint64_t)(uintptr_t)&here ^ UINT64_C(0x8ebc6af09c88c6e3), UINT64_C(0x589965cc75374cc3));
}

static const char *name_at(const ikm_rules *rules, const ikm_tally_options *options, size_t index)
{
    return index < rules->element_count ? rules->elements[index].code : options->keys[index - rules->element_count];
}

/* One block: the pointers, then the strings. */
static char **copy_names(const ikm_rules *rules, const ikm_tally_options *options)
{
    size_t count = rules->element_count + options->key_count, size = count * sizeof(char *);
    for (size_t i = 0; i < count; i++)
        size += strlen(name_at(rules, options, i)) + 1;
    char **names = ikmi_alloc(options->mem, size);
    if (!names)
        return NULL;
    char *at = (char *)(names + count);
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(name_at(rules, options, i)) + 1;
        names[i] = memcpy(at, name_at(rules, options, i), length);
        at += length;
    }
    return names;
}

static bool fit(const ikm_tally_options *options)
{
    if (options->size != sizeof *options || options->key_count > IKMI_KEYS_MOST ||
        (options->key_count && !options->keys))
        return false;
    for (size_t i = 0; i < options->key_count; i++)
        if (!options->keys[i])
            return false;
    return true;
}

ikm_status ikm_tally_new(ikm_tally **out, const ikm_rules *rules, const ikm_tally_options *options)
{
    const ikm_tally_options none = IKM_TALLY_OPTIONS_INIT;
    if (!out)
        return IKM_ERR_ARGUMENT;
    *out = NULL;
    if (!options)
        options = &none;
    if (!rules || !fit(options))
        return IKM_ERR_ARGUMENT;
    const size_t cells = rules->element_count * (size_t)rules->scale + 1;
    const size_t sets = options->complete || options->moments ? 2 : 1;
    const ikmi_moments moments =
        options->moments ? ikmi_moments_of(rules->element_count, rules->scale) : (ikmi_moments){.cells = 0};
    const size_t width = sets * cells + moments.cells;
    ikm_tally *tally = ikmi_alloc_zero(options->mem, 1, sizeof *tally + width * sizeof tally->totals[0]);
    if (!tally)
        return IKM_ERR_NOMEM;
    tally->mem = options->mem;
    tally->element_count = rules->element_count;
    tally->key_count = options->key_count;
    tally->scale = rules->scale;
    tally->cells = cells;
    tally->sets = sets;
    tally->moments = moments;
    tally->width = width;
    tally->carry_due = moments.cells ? ikmi_moments_carry_due(rules->scale) : UINT8_MAX;
    tally->key_offset = width;
    tally->seed = ikmi_hash_seed();
    tally->record_least = offsetof(ikmi_group, counts) + (sets - 1) * cells +
                          ikmi_pattern_vectors(rules->element_count, rules->scale) * sizeof(ikmi_lanes);
    ikmi_arena_init(&tally->records);
    ikmi_arena_init(&tally->wides);
    tally->names = copy_names(rules, options);
    if (!tally->names || ikmi_table_init(&tally->table, tally->mem) != IKM_OK) {
        ikm_tally_free(tally);
        return IKM_ERR_NOMEM;
    }
    *out = tally;
    return IKM_OK;
}

void ikm_tally_free(ikm_tally *tally)
{
    if (!tally)
        return;
    ikmi_arena_done(&tally->records, tally->mem);
    ikmi_arena_done(&tally->wides, tally->mem);
    ikmi_table_done(&tally->table, tally->mem);
    ikmi_release(tally->mem, tally->places);
    ikmi_release(tally->mem, tally->names);
    ikmi_release(tally->mem, tally);
}

size_t ikm_tally_element_count(const ikm_tally *tally)
{
    return tally ? tally->element_count : 0;
}

int ikm_tally_scale(const ikm_tally *tally)
{
    return tally ? tally->scale : 0;
}

size_t ikm_tally_key_count(const ikm_tally *tally)
{
    return tally ? tally->key_count : 0;
}

const char *ikm_tally_key_name(const ikm_tally *tally, size_t key)
{
    return tally && key < tally->key_count ? tally->names[tally->element_count + key] : NULL;
}

size_t ikm_tally_group_count(const ikm_tally *tally)
{
    if (!tally)
        return 0;
    return tally->key_count ? tally->group_count : 1;
}

int ikm_tally_has_moments(const ikm_tally *tally)
{
    return tally && tally->moments.cells;
}

ikmi_depth ikmi_tally_depth(const ikm_tally *tally)
{
    return tally->moments.cells ? IKMI_DEPTH_MOMENTS : tally->sets == 2 ? IKMI_DEPTH_COMPLETE : IKMI_DEPTH_ANSWERS;
}

int64_t ikmi_tally_room(const ikm_tally *tally)
{
    int64_t step = tally->moments.cells ? (tally->scale - 1) * (tally->scale - 1) : 1;
    return INT64_MAX / step;
}

bool ikmi_tally_counts_complete(const ikm_tally *tally)
{
    return tally->sets == 2;
}

const ikm_mem *ikmi_tally_mem(const ikm_tally *tally)
{
    return tally->mem;
}

bool ikmi_tally_counts_elements_of(const ikm_tally *tally, const ikm_rules *rules)
{
    if (tally->element_count != rules->element_count || tally->scale != rules->scale)
        return false;
    for (size_t i = 0; i < rules->element_count; i++)
        if (strcmp(tally->names[i], rules->elements[i].code) != 0)
            return false;
    return true;
}
