/* Which columns make the groups, and which are characteristics of respondents. */
#include "survey.h"

#include "asked.h"
#include "base/mem.h"
#include "base/words.h"
#include "dates.h"

#include <string.h>

static ikm_status choose_given(ikmi_reading *reading)
{
    const ikm_survey_options *o = reading->options;
    if (o->by_count > IKMI_KEYS_MAX)
        return ikmi_fail_plain(reading->err, IKM_ERR_ARGUMENT, o->lang);
    for (size_t k = 0; k < o->by_count; k++) {
        if (!o->by[k])
            return ikmi_fail_plain(reading->err, IKM_ERR_ARGUMENT, o->lang);
        for (size_t earlier = 0; earlier < k; earlier++)
            if (!strcmp(o->by[k], o->by[earlier]))
                return ikmi_fail(reading->err, IKM_ERR_ARGUMENT, o->lang, IKMI_WORD_SURVEY_COLUMN_TWICE,
                                 IKMI_SAY(o->by[k]));
        for (size_t d = 0; d < reading->dump_count; d++) {
            ikmi_asked asked;
            ikm_status status = ikmi_asked_find_key(&asked, reading->dumps[d], o->by[k], reading->err);
            if (status != IKM_OK)
                return status;
        }
        reading->keys.names[k] = o->by[k];
    }
    reading->keys.count = o->by_count;
    return ikmi_shards_check_keys(reading);
}

static const ikmi_role characteristic_roles[] = {IKMI_ROLE_GENDER, IKMI_ROLE_AGE, IKMI_ROLE_EDUCATION,
                                                 IKMI_ROLE_OCCUPATION};

/* Characteristics are named as the first dump that has them heads them. */
static void choose_characteristics(ikmi_reading *reading)
{
    for (size_t i = 0; i < sizeof characteristic_roles / sizeof characteristic_roles[0]; i++) {
        for (size_t d = 0; d < reading->dump_count; d++) {
            const ikmi_columns *columns = &reading->dumps[d]->columns;
            int column = ikmi_columns_of_role(columns, characteristic_roles[i]);
            if (column < 0)
                continue;
            reading->characteristic_roles[reading->characteristic_count] = characteristic_roles[i];
            reading->characteristic_names[reading->characteristic_count++] = columns->columns[column].header;
            break;
        }
    }
}

/* A key that nobody asked for, where a dump has it. */
static void add_default(ikmi_reading *reading, ikmi_role role)
{
    for (size_t d = 0; d < reading->dump_count; d++) {
        if (ikmi_columns_of_role(&reading->dumps[d]->columns, role) < 0)
            continue;
        reading->keys.names[reading->keys.count] = ikmi_role_by(role);
        reading->keys.roles[reading->keys.count++] = role;
        return;
    }
}

ikm_status ikmi_reading_choose(ikmi_reading *reading)
{
    if (reading->options->characteristics && !reading->shard_count) /* of counts nobody knows them */
        choose_characteristics(reading);
    if (reading->options->by)
        return choose_given(reading);
    if (!reading->dump_count) {
        const ikm_tally *first = reading->shards[0].tally;
        for (size_t k = 0; k < ikm_tally_key_count(first); k++)
            reading->keys.names[reading->keys.count++] = ikm_tally_key_name(first, k);
        return ikmi_shards_check_keys(reading);
    }
    add_default(reading, IKMI_ROLE_SERVICE);
    if (reading->check) /* whose names are to be compared */
        add_default(reading, IKMI_ROLE_UNIT);
    return ikmi_shards_check_keys(reading);
}

ikmi_want ikmi_keys_want(const ikmi_reading *reading, const ikmi_dump *dump, size_t key)
{
    ikmi_asked asked = {.column = -1};
    if (!reading->options->by)
        return (ikmi_want){.column = ikmi_columns_of_role(&dump->columns, reading->keys.roles[key])};
    if (ikmi_asked_find(&asked, dump, reading->keys.names[key], "", NULL) != IKM_OK)
        return (ikmi_want){.column = -1}; /* it was found when the keys were chosen */
    return (ikmi_want){.column = asked.column, .dated = asked.column < 0, .period = asked.period};
}

bool ikmi_keys_are_services(const ikmi_reading *reading)
{
    if (reading->keys.count != 1)
        return false;
    if (!reading->dump_count) /* of counts the name alone is known */
        return ikmi_same_text(reading->keys.names[0], ikmi_role_by(IKMI_ROLE_SERVICE));
    int column = ikmi_keys_want(reading, reading->dumps[0], 0).column;
    return column >= 0 && reading->dumps[0]->columns.columns[column].role == IKMI_ROLE_SERVICE;
}

/* Counts of answers know nobody who answered every element. */
static ikm_status check_shape(const ikmi_reading *reading, const ikmi_dump *dump)
{
    ikm_missing missing = reading->survey->scoring.plan.convention.missing;
    if (dump->columns.shape != IKMI_SHAPE_COUNTS || missing == IKM_MISSING_PER_ELEMENT)
        return IKM_OK;
    return ikmi_fail(reading->err, IKM_ERR_ARGUMENT, reading->options->lang, IKMI_WORD_SURVEY_COUNTS_AND_MISSING,
                     IKMI_SAY(ikmi_source_name(dump->grid.source), ikmi_missing_name(missing)));
}

/* A trend wants times too, but nothing is refused for its sake. */
static void want_times(ikmi_filter *filter, const ikmi_dump *dump)
{
    if (filter->gate.time_column >= 0)
        return;
    filter->gate.time_column = ikmi_columns_of_role(&dump->columns, IKMI_ROLE_TIME);
    filter->trend_only = filter->gate.time_column >= 0;
    filter->used |= filter->trend_only;
}

ikm_status ikmi_reading_filter(ikmi_reading *reading)
{
    const ikm_survey_options *o = reading->options;
    bool periods = false;
    for (size_t k = 0; o->by && k < reading->keys.count; k++)
        periods |= ikmi_asked_is_period(reading->keys.names[k]);
    reading->filters = ikmi_alloc_zero(o->mem, reading->dump_count, sizeof *reading->filters);
    reading->facts = ikmi_alloc_zero(o->mem, reading->dump_count, sizeof *reading->facts);
    if (!reading->filters || !reading->facts)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, o->lang);
    for (size_t d = 0; d < reading->dump_count; d++) {
        ikm_status status = check_shape(reading, reading->dumps[d]);
        if (status == IKM_OK)
            status =
                ikmi_filter_make(&reading->filters[d], reading->dumps[d], o, &reading->bounds, periods, reading->err);
        if (status != IKM_OK)
            return status;
        if (o->trend)
            want_times(&reading->filters[d], reading->dumps[d]);
        reading->facts[d].order = ikmi_dates_guess(reading->dumps[d], &reading->filters[d].gate);
    }
    return IKM_OK;
}
