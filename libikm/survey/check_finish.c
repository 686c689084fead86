/* When all is read: which records were there before, which names are probably one. */
#include "check.h"

#include "survey.h"

#include "similar.h"

#include <stdlib.h>
#include <string.h>

static int by_hash(const void *a, const void *b)
{
    const ikmi_trace *one = a, *other = b;
    if (one->hash != other->hash)
        return one->hash < other->hash ? -1 : 1;
    return one->place < other->place ? -1 : one->place > other->place;
}

static int by_place(const void *a, const void *b)
{
    const ikmi_repeat *one = a, *other = b;
    return one->place < other->place ? -1 : one->place > other->place;
}

/* Is a record at this place among the repeats, which are in order? */
static bool is_among(const ikmi_buffer *repeats, uint64_t place)
{
    const ikmi_repeat wanted = {place, 0};
    size_t count = repeats->size / sizeof wanted;
    return count && bsearch(&wanted, repeats->data, count, sizeof wanted, by_place);
}

/*
 * Traces become repeats, in their own memory: of records that are the same, each but the first.
 * Those in `without` are not looked at.
 */
static void find_repeats(ikmi_buffer *traces, const ikmi_buffer *without)
{
    size_t count = traces->size / sizeof(ikmi_trace), found = 0;
    ikmi_trace first = {0, 0};
    bool any = false;
    if (count)
        qsort(traces->data, count, sizeof first, by_hash);
    for (size_t i = 0; i < count; i++) {
        ikmi_trace trace;
        memcpy(&trace, traces->data + i * sizeof trace, sizeof trace);
        if (without && is_among(without, trace.place))
            continue;
        if (any && trace.hash == first.hash) {
            ikmi_repeat repeat = {trace.place, first.place};
            memcpy(traces->data + found++ * sizeof repeat, &repeat, sizeof repeat);
        } else {
            first = trace;
            any = true;
        }
    }
    traces->size = found * sizeof(ikmi_repeat);
    if (found)
        qsort(traces->data, found, sizeof(ikmi_repeat), by_place);
}

_Static_assert(sizeof(ikmi_repeat) == sizeof(ikmi_trace), "repeats take the place of traces");

static int by_count(const void *a, const void *b)
{
    const ikmi_known_label *one = a, *other = b;
    if (one->count != other->count)
        return one->count > other->count ? -1 : 1;
    if (one->element != other->element)
        return one->element < other->element ? -1 : 1;
    return strcmp(one->text, other->text);
}

static bool add_pair(void *ctx, size_t key, const char *one, const char *other)
{
    ikm_check *check = ctx;
    ikm_similar_names pair = {ikm_survey_key_name(check->survey, key), one, other};
    ikmi_buffer_add(&check->similar, &pair, sizeof pair);
    return check->similar.status == IKM_OK;
}

static int count_issue(void *ctx, const ikm_issue *issue)
{
    int64_t *kinds = ctx;
    kinds[0]++;
    if ((int)issue->kind > 0 && (int)issue->kind < IKMI_CHECK_KINDS)
        kinds[issue->kind]++;
    return 0;
}

ikm_status ikmi_check_finish(ikm_check *check)
{
    const ikm_tally *tally = ikm_survey_tally(check->survey);
    find_repeats(&check->rows, NULL);
    find_repeats(&check->respondents, &check->rows);
    if (check->labels.size)
        qsort(check->labels.data, check->labels.size / sizeof(ikmi_known_label), sizeof(ikmi_known_label), by_count);
    ikm_status status = IKM_OK;
    if (ikm_tally_key_count(tally) && ikm_tally_group_count(tally) <= IKMI_SIMILAR_GROUPS_MAX)
        status = ikmi_similar_each(tally, check->mem, add_pair, check);
    if (status == IKM_OK)
        status = check->similar.status;
    return status == IKM_OK ? ikm_check_issues(check, count_issue, check->kinds) : status;
}
