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
