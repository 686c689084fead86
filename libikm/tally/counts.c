/* What a tally answers about its groups. */
#include "inside.h"

#include <string.h>

ikm_text ikmi_tally_key_bytes(const ikm_tally *tally, uint32_t group)
{
    if (group >= tally->group_count)
        return (ikm_text){"", 0};
    const ikmi_group *record = ikmi_group_at(tally, tally->places[group]);
    return (ikm_text){ikmi_group_key(tally, record), record->key_size};
}

void ikmi_tally_ask_for(const ikm_tally *tally, uint32_t group)
{
    if (group >= tally->group_count)
        return;
    const char *record = (const char *)ikmi_group_at(tally, tally->places[group]);
    __builtin_prefetch(record);
    __builtin_prefetch(record + 64);
}

const char *ikm_tally_key(const ikm_tally *tally, uint32_t group, size_t key)
{
    if (!tally || group >= tally->group_count || key >= tally->key_count)
        return NULL;
    const char *value = ikmi_tally_key_bytes(tally, group).data;
    while (key--)
        value += strlen(value) + 1;
    return value;
}

/* The whole, or what is the same: the one group of a tally without keys. */
static bool is_whole(const ikm_tally *tally, uint32_t group)
{
    return group == IKM_WHOLE || (tally->key_count == 0 && group == 0);
}

static int64_t count(const ikm_tally *tally, uint32_t group, size_t set, size_t cell)
{
    if (set >= tally->sets)
        return 0;
    if (is_whole(tally, group))
        return tally->totals[set * tally->cells + cell];
    if (group >= tally->group_count)
        return 0;
    return ikmi_group_count(tally, ikmi_group_at(tally, tally->places[group]), set, cell);
}

static int64_t answers(const ikm_tally *tally, uint32_t group, size_t set, size_t element, int score)
{
    if (!tally || element >= tally->element_count || score < 1 || score > tally->scale)
        return 0;
    return count(tally, group, set, element * (size_t)tally->scale + (size_t)score - 1);
}

int64_t ikm_tally_respondents(const ikm_tally *tally, uint32_t group)
{
    return tally ? count(tally, group, 0, tally->cells - 1) : 0;
}

int64_t ikm_tally_answers(const ikm_tally *tally, uint32_t group, size_t element, int score)
{
    return answers(tally, group, 0, element, score);
}

int64_t ikm_tally_complete(const ikm_tally *tally, uint32_t group)
{
    return tally ? count(tally, group, 1, tally->cells - 1) : 0;
}

int64_t ikm_tally_complete_answers(const ikm_tally *tally, uint32_t group, size_t element, int score)
{
    return answers(tally, group, 1, element, score);
}

static void add_group(int64_t *out, const ikm_tally *tally, uint32_t group, size_t from)
{
    const ikmi_group *record = ikmi_group_at(tally, tally->places[group]);
    const int64_t *wide = record->wide ? ikmi_group_wide(tally, record) : NULL;
    for (size_t i = from; i < tally->width; i++)
        out[i] += record->counts[i] + (wide ? wide[i] : 0);
}

void ikmi_tally_flat(int64_t *out, const ikm_tally *tally, uint32_t group)
{
    const size_t sets = tally->sets * tally->cells;
    if (!is_whole(tally, group)) {
        memset(out, 0, tally->width * sizeof *out);
        add_group(out, tally, group, 0);
        return;
    }
    memcpy(out, tally->totals, tally->width * sizeof *out);
    for (uint32_t i = 0; tally->key_count && tally->moments.cells && i < tally->group_count; i++)
        add_group(out, tally, i, sets);
}

/* A cell of the moments; 0 where there are none. */
static int64_t moment(const ikm_tally *tally, uint32_t group, size_t cell)
{
    const size_t at = tally->sets * tally->cells + cell;
    int64_t sum = 0;
    if (!is_whole(tally, group))
        return group < tally->group_count ? ikmi_group_count(tally, ikmi_group_at(tally, tally->places[group]), 0, at)
                                          : 0;
    if (!tally->key_count)
        return tally->totals[at];
    for (size_t i = 0; i < tally->group_count; i++)
        sum += ikmi_group_count(tally, ikmi_group_at(tally, tally->places[i]), 0, at);
    return sum;
}

int64_t ikm_tally_sums(const ikm_tally *tally, uint32_t group, int64_t sum)
{
    if (!ikm_tally_has_moments(tally) || sum < (int64_t)tally->element_count ||
        (uint64_t)sum - tally->element_count >= tally->moments.same)
        return 0;
    return moment(tally, group, (size_t)sum - tally->element_count);
}

int64_t ikm_tally_same(const ikm_tally *tally, uint32_t group)
{
    return ikm_tally_has_moments(tally) ? moment(tally, group, tally->moments.same) : 0;
}

/* Of scores as they are given, from 1: (a + 1)(b + 1) = ab + a + b + 1, summed. */
int64_t ikm_tally_products(const ikm_tally *tally, uint32_t group, size_t element, size_t other)
{
    if (!ikm_tally_has_moments(tally) || element >= tally->element_count || other >= tally->element_count)
        return 0;
    int64_t sum = element == other ? 0 : moment(tally, group, ikmi_moments_product(&tally->moments, element, other));
    for (int score = 1; score <= tally->scale; score++) {
        int64_t low = score - 1, count = ikm_tally_complete_answers(tally, group, element, score);
        sum += element == other ? score * score * count
                                : low * (count + ikm_tally_complete_answers(tally, group, other, score));
    }
    return element == other ? sum : sum + ikm_tally_complete(tally, group);
}

ikm_status ikmi_tally_counts(ikmi_counts *out, const ikm_tally *tally, uint32_t group, int complete)
{
    const size_t set = complete != 0, cells = tally->cells;
    if (set >= tally->sets || (!is_whole(tally, group) && group >= tally->group_count))
        return IKM_ERR_ARGUMENT;
    if (is_whole(tally, group)) {
        memcpy(out->answers, tally->totals + set * cells, (cells - 1) * sizeof out->answers[0]);
        out->respondents = tally->totals[set * cells + cells - 1];
        return IKM_OK;
    }
    const ikmi_group *record = ikmi_group_at(tally, tally->places[group]);
    const uint8_t *narrow = record->counts + set * cells;
    if (record->wide) {
        const int64_t *wide = ikmi_group_wide(tally, record) + set * cells;
        for (size_t i = 0; i + 1 < cells; i++)
            out->answers[i] = wide[i] + narrow[i];
        out->respondents = wide[cells - 1] + narrow[cells - 1];
    } else {
        for (size_t i = 0; i + 1 < cells; i++)
            out->answers[i] = narrow[i];
        out->respondents = narrow[cells - 1];
    }
    return IKM_OK;
}
