#include "filter.h"

#include "asked.h"
#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"
#include "ingest/fold.h"
#include "ingest/mask.h"

#include <stdio.h>
#include <string.h>

/* A day that people write: where it can be read in two ways, the day comes first. */
static ikm_status read_bound(int64_t *out, const char *text, bool last, const ikm_survey_options *o, ikm_error *err)
{
    ikmi_date date;
    if (!ikmi_date_read(&date, ikmi_text(text), IKMI_DAY_FIRST) &&
        !ikmi_date_read(&date, ikmi_text(text), IKMI_MONTH_FIRST))
        return ikmi_fail(err, IKM_ERR_ARGUMENT, o->lang, IKMI_WORD_SURVEY_BAD_DATE,
                         IKMI_SAY(text, last ? "--to" : "--from"));
    *out = last ? ikmi_date_last_day(date) : ikmi_date_days(date);
    return IKM_OK;
}

ikm_status ikmi_filter_check(ikmi_bounds *out, const ikm_survey_options *o, ikm_error *err)
{
    char limit[IKMI_INTEGER_SIZE];
    *out = (ikmi_bounds){o->from || o->to, INT64_MIN, INT64_MAX};
    if (o->where_count > IKMI_CONDITIONS_MAX)
        return ikmi_fail(err, IKM_ERR_ARGUMENT, o->lang, IKMI_WORD_SURVEY_TOO_MANY_WHERE,
                         IKMI_SAY(ikmi_integer_text(limit, IKMI_CONDITIONS_MAX)));
    if (o->where_count && !o->where)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
    for (size_t i = 0; i < o->where_count; i++) {
        if (!o->where[i])
            return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
        if (!strchr(o->where[i], '=') || o->where[i][0] == '=')
            return ikmi_fail(err, IKM_ERR_ARGUMENT, o->lang, IKMI_WORD_SURVEY_BAD_WHERE, IKMI_SAY(o->where[i]));
    }
    ikm_status status = o->from ? read_bound(&out->from, o->from, false, o, err) : IKM_OK;
    if (status == IKM_OK && o->to)
        status = read_bound(&out->to, o->to, true, o, err);
    if (status == IKM_OK && out->from > out->to)
        return ikmi_fail(err, IKM_ERR_ARGUMENT, o->lang, IKMI_WORD_SURVEY_DATES_REVERSED, IKMI_SAY(o->from, o->to));
    return status;
}

/* The column before the first = that makes one: headers have such signs too. */
static ikm_status split(ikmi_asked *asked_out, ikm_text *value_out, const char *where, const ikmi_dump *dump,
                        ikm_error *err)
{
    const ikm_mem *mem = dump->options.mem;
    ikm_status status = IKM_ERR_UNKNOWN;
    const char *sign = NULL;
    while (status == IKM_ERR_UNKNOWN) {
        sign = strchr(sign ? sign + 1 : where, '=');
        if (!sign)
            break;
        char *word = ikmi_copy(mem, ikmi_trim((ikm_text){where, (size_t)(sign - where)}));
        if (!word)
            return ikmi_fail_plain(err, IKM_ERR_NOMEM, dump->options.lang);
        ikm_error first;
        status = ikmi_asked_find(asked_out, dump, word, "--where", &first);
        if (status != IKM_OK && err && err->status == IKM_OK)
            *err = first; /* the shortest word is what most people mean */
        ikmi_release(mem, word);
    }
    if (status == IKM_OK)
        *value_out = ikmi_trim(ikmi_text(sign + 1));
    return status;
}

static bool same_condition(const ikmi_condition *condition, const ikmi_asked *asked)
{
    return condition->column == asked->column && (asked->column >= 0 || condition->period == asked->period);
}

/* Conditions on the same column become one, with any of the values. */
static void gather(ikmi_filter *filter, const ikmi_asked *asked, const ikm_text *values, size_t count)
{
    bool taken[IKMI_CONDITIONS_MAX] = {false};
    size_t put = 0;
    for (size_t i = 0; i < count; i++) {
        if (taken[i])
            continue;
        ikmi_condition *condition = &filter->conditions[filter->gate.condition_count++];
        *condition = (ikmi_condition){asked[i].column, asked[i].period, &filter->values[put], 0};
        for (size_t other = i; other < count; other++)
            if (!taken[other] && same_condition(condition, &asked[other])) {
                taken[other] = true;
                filter->values[put++] = values[other];
                condition->value_count++;
            }
    }
}

ikm_status ikmi_filter_make(ikmi_filter *out, const ikmi_dump *dump, const ikm_survey_options *o,
                            const ikmi_bounds *bounds, bool periods, ikm_error *err)
{
    ikmi_asked asked[IKMI_CONDITIONS_MAX];
    ikm_text values[IKMI_CONDITIONS_MAX];
    bool timed = periods || bounds->dated;
    *out = (ikmi_filter){.gate = {.time_column = -1, .finished_column = -1}};
    if (err)
        err->status = IKM_OK;
    for (size_t i = 0; i < o->where_count; i++) {
        ikm_status status = split(&asked[i], &values[i], o->where[i], dump, err);
        if (status != IKM_OK)
            return status;
        if (err)
            err->status = IKM_OK; /* a shorter word was none */
        timed |= asked[i].column < 0;
    }
    gather(out, asked, values, o->where_count);
    out->gate.conditions = out->conditions;
    out->gate.dated = bounds->dated;
    out->gate.from = bounds->from;
    out->gate.to = bounds->to;
    if (!o->incomplete && dump->columns.shape != IKMI_SHAPE_COUNTS)
        out->gate.finished_column = ikmi_columns_finished(&dump->columns);
    if (timed)
        out->gate.time_column = ikmi_columns_of_role(&dump->columns, IKMI_ROLE_TIME);
    if (bounds->dated && out->gate.time_column < 0)
        return ikmi_asked_no_time(dump, o->from ? o->from : o->to, o->from ? "--from" : "--to", err);
    out->used = o->where_count || timed || out->gate.finished_column >= 0;
    return IKM_OK;
}

static void add_part(ikmi_buffer *out, const char *text)
{
    ikmi_buffer_add_string(out, out->size ? ", " : "");
    ikmi_buffer_add_string(out, text);
}

/* "layanan=KTP"; the value is not said where the column is one of personal data. */
static void say_condition(ikmi_buffer *out, const char *where, const ikmi_dump *dump)
{
    char shown[160];
    ikmi_asked asked;
    ikm_text value;
    ikmi_mask(shown, sizeof shown, ikmi_text(where));
    if (split(&asked, &value, where, dump, NULL) == IKM_OK && ikmi_asked_is_personal(&asked, dump))
        snprintf(shown, sizeof shown, "%.*s****", (int)(value.data - where < 80 ? value.data - where : 80), where);
    add_part(out, shown);
}

void ikmi_filter_say(ikmi_buffer *out, const ikm_survey_options *o, const ikmi_dump *dump)
{
    char part[200];
    for (size_t i = 0; i < o->where_count; i++)
        say_condition(out, o->where[i], dump);
    if (o->from) {
        ikmi_say(part, sizeof part, o->lang, IKMI_WORD_SURVEY_FROM, IKMI_SAY(o->from));
        add_part(out, part);
    }
    if (o->to) {
        ikmi_say(part, sizeof part, o->lang, IKMI_WORD_SURVEY_TO, IKMI_SAY(o->to));
        add_part(out, part);
    }
}
