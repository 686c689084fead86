#include "trend.h"

#include "base/date.h"
#include "base/mem.h"
#include "tally/tally.h"

#include <stdio.h>
#include <string.h>

enum { MONTH_SIZE = 7 }; /* of "2024-03" */

/* "2024-03" of "2024-03-15"; empty where only the year is known. */
static ikm_text month_of(ikm_text day)
{
    return (ikm_text){day.data, day.size < MONTH_SIZE ? 0 : MONTH_SIZE};
}

static void see(ikmi_days *seen, ikm_text day)
{
    ikmi_date date;
    if (!ikmi_date_read(&date, day, IKMI_DAY_FIRST))
        return;
    ikmi_days_add(seen, &(ikmi_days){ikmi_date_days(date), ikmi_date_last_day(date)});
}

void ikmi_days_add(ikmi_days *into, const ikmi_days *more)
{
    into->first = more->first < into->first ? more->first : into->first;
    into->last = more->last > into->last ? more->last : into->last;
}

ikm_status ikmi_trend_take(ikm_tally *trend, ikmi_days *seen, const uint8_t *const *scores, const ikm_text *days,
                           size_t rows)
{
    ikm_text months[IKMI_BATCH_ROWS], before = {"", 0};
    const ikm_text *keys[] = {months};
    for (size_t row = 0; row < rows; row++) {
        months[row] = month_of(days[row]);
        if (days[row].size && (days[row].size != before.size || memcmp(days[row].data, before.data, before.size) != 0))
            see(seen, days[row]);
        before = days[row];
    }
    return ikm_tally_add_columns(trend, scores, keys, rows);
}

ikm_status ikmi_trend_take_counts(ikm_tally *trend, ikmi_days *seen, ikm_text day, int64_t respondents,
                                  const int64_t *answers)
{
    ikm_text month = month_of(day);
    see(seen, day);
    return ikm_tally_add_counts(trend, &month, respondents, answers);
}

static ikm_status add_shard(ikm_tally *trend, const ikm_tally *shard)
{
    ikm_tally *rolled;
    for (size_t k = 0; k < ikm_tally_key_count(shard); k++) {
        if (strcmp(ikm_tally_key_name(shard, k), IKMI_TREND_KEY) != 0)
            continue;
        ikm_status status = ikmi_tally_roll_up(&rolled, shard, &k, 1, ikmi_tally_depth(trend));
        if (status == IKM_OK)
            status = ikm_tally_merge(trend, rolled);
        ikm_tally_free(rolled);
        return status;
    }
    return IKM_OK;
}

static ikm_status add_month(ikm_tally *to, const ikm_tally *from, uint32_t group)
{
    ikm_text month = ikmi_tally_key_bytes(from, group);
    return month.size ? ikmi_tally_add_group(to, &month, from, group) : IKM_OK;
}

/* The same counts as another tally, whose groups stand in the order of their months. */
static ikm_status put_in_order(ikm_tally **out, const ikm_tally *from, const ikm_survey *survey)
{
    static const char *const key[] = {IKMI_TREND_KEY};
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    size_t count = ikm_tally_group_count(from);
    uint32_t *order = ikmi_alloc_zero(survey->mem, count + 1, sizeof *order);
    *out = NULL;
    if (!order)
        return IKM_ERR_NOMEM;
    options.keys = key;
    options.key_count = 1;
    options.complete = ikmi_tally_counts_complete(from);
    options.mem = survey->mem;
    ikm_status status = ikm_tally_new(out, survey->rules, &options);
    if (status == IKM_OK)
        status = ikmi_tally_order(from, order);
    for (size_t i = 0; status == IKM_OK && i < count; i++)
        status = add_month(*out, from, order[i]);
    ikmi_release(survey->mem, order);
    return status;
}

ikm_status ikmi_trend_finish(ikmi_reading *reading)
{
    ikm_survey *survey = reading->survey;
    ikm_tally *counted = survey->trend;
    ikm_status status = IKM_OK;
    for (size_t i = 0; status == IKM_OK && i < reading->shard_count; i++)
        status = add_shard(counted, reading->shards[i].tally);
    survey->trend = NULL;
    if (reading->no_trend)
        survey->days = ikmi_no_days;
    else if (status == IKM_OK)
        status = put_in_order(&survey->trend, counted, survey);
    ikm_tally_free(counted);
    if (status == IKM_OK && survey->trend && ikm_tally_group_count(survey->trend))
        return IKM_OK;
    ikm_tally_free(survey->trend);
    survey->trend = NULL;
    return status;
}
