/* The steps from inputs to a frozen survey. */
#include "survey.h"

#include "base/decimal.h"
#include "base/integer.h"
#include "base/mem.h"
#include "base/words.h"
#include "tally/tally.h"

#include <string.h>

static const ikm_survey_options defaults = IKM_SURVEY_OPTIONS_INIT;

/* "5" records or "2.5%" of those read. */
static bool read_limit(ikm_decimal *out, bool *percent_out, const char *text)
{
    ikm_text digits = ikmi_text(text);
    bool percent = digits.size && digits.data[digits.size - 1] == '%';
    digits.size -= percent;
    *percent_out = percent;
    return ikm_decimal_read(out, digits) == IKM_OK && out->digits >= 0 && out->places <= 6 &&
           (percent ? out->digits <= 100 * ikmi_power_of_ten(out->places) : out->places == 0);
}

static ikm_status check_options(ikm_survey *survey, const ikm_survey_options *o, ikm_error *err)
{
    survey->population = o->population;
    if (o->population < 0 || o->issue_limit < 0 || (o->lang != IKM_LANG_ID && o->lang != IKM_LANG_EN))
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
    if (o->target) {
        if (ikm_decimal_read(&survey->target, ikmi_text(o->target)) != IKM_OK || survey->target.digits < 0 ||
            survey->target.places > 6 || survey->target.digits > 100 * ikmi_power_of_ten(survey->target.places))
            return ikmi_fail(err, IKM_ERR_ARGUMENT, o->lang, IKMI_WORD_SURVEY_BAD_TARGET, IKMI_SAY(o->target));
        survey->has_target = true;
    }
    ikm_decimal limit;
    bool percent;
    if (o->max_reject && !read_limit(&limit, &percent, o->max_reject))
        return ikmi_fail(err, IKM_ERR_ARGUMENT, o->lang, IKMI_WORD_SURVEY_BAD_MAX_REJECT, IKMI_SAY(o->max_reject));
    return ikmi_plan_make(&survey->scoring.plan, survey->rules, o->convention, o->lang, err);
}

static ikm_status open_dumps(ikmi_reading *reading, const ikm_input *inputs, size_t count)
{
    const ikm_survey_options *o = reading->options;
    reading->opening = (ikmi_dump_options){.rules = reading->survey->rules,
                                           .labels = reading->labels,
                                           .dialect = ikmi_schema_dialect(reading->schema, &o->dialect),
                                           .schema = reading->schema,
                                           .lang = o->lang,
                                           .mem = o->mem};
    reading->dumps = ikmi_alloc_zero(o->mem, count, sizeof *reading->dumps);
    reading->inputs = ikmi_alloc_zero(o->mem, count, sizeof *reading->inputs);
    reading->shards = ikmi_alloc_zero(o->mem, count, sizeof *reading->shards);
    if (!reading->dumps || !reading->inputs || !reading->shards)
        return ikmi_fail_plain(reading->err, IKM_ERR_NOMEM, o->lang);
    for (size_t i = 0; i < count; i++) {
        bool is_shard = ikmi_shard_is(&inputs[i]);
        ikm_status status =
            is_shard ? ikmi_shard_open(reading, &inputs[i])
                     : ikmi_dump_new(&reading->dumps[reading->dump_count], &inputs[i], &reading->opening, reading->err);
        if (status != IKM_OK)
            return status;
        reading->inputs[reading->dump_count] = &inputs[i];
        reading->dump_count += !is_shard;
    }
    return IKM_OK;
}

static ikm_status check_rejects(const ikm_survey *survey, const ikm_survey_options *o, ikm_error *err)
{
    const ikm_row_counts *rows = &survey->rows;
    char refused[IKMI_INTEGER_SIZE], read[IKMI_INTEGER_SIZE];
    ikm_decimal limit;
    bool percent;
    if (!o->max_reject || !read_limit(&limit, &percent, o->max_reject))
        return IKM_OK; /* what is no limit was refused before anything was read */
    ikmi_int128 left = rows->refused, right = limit.digits;
    if (percent) {
        left = left * 100 * ikmi_power_of_ten(limit.places);
        right = right * rows->read;
    }
    if (left <= right)
        return IKM_OK;
    ikmi_integer_text(refused, rows->refused);
    ikmi_integer_text(read, rows->read);
    return ikmi_fail(err, IKM_ERR_DATA, o->lang, IKMI_WORD_SURVEY_TOO_MANY_REFUSED,
                     IKMI_SAY(refused, read, o->max_reject));
}

static ikm_status nothing_read(const ikm_survey *survey, const ikmi_reading *reading, const char *name)
{
    char count[IKMI_INTEGER_SIZE];
    const ikm_row_counts *rows = &survey->rows;
    ikm_lang lang = reading->options->lang;
    if (rows->incomplete)
        return ikmi_fail(reading->err, IKM_ERR_DATA, lang, IKMI_WORD_SURVEY_ALL_UNFINISHED,
                         IKMI_SAY(name, ikmi_integer_text(count, rows->incomplete)));
    if (rows->filtered)
        return ikmi_fail(reading->err, IKM_ERR_DATA, lang, IKMI_WORD_SURVEY_NOTHING_LEFT,
                         IKMI_SAY(name, ikmi_integer_text(count, rows->filtered)));
    return ikmi_fail(reading->err, IKM_ERR_DATA, lang,
                     rows->example ? IKMI_WORD_SURVEY_NOT_FILLED_IN : IKMI_WORD_INGEST_NO_RECORDS, IKMI_SAY(name));
}

static ikm_status check_rows(const ikm_survey *survey, const ikmi_reading *reading)
{
    const ikm_survey_options *o = reading->options;
    const char *name = reading->dump_count ? ikmi_source_name(reading->dumps[0]->grid.source) : reading->shards[0].name;
    char read[IKMI_INTEGER_SIZE];
    if (survey->rows.read == 0)
        return nothing_read(survey, reading, name);
    ikm_status status = check_rejects(survey, o, reading->err);
    if (status != IKM_OK || survey->rows.used || reading->check)
        return status;
    ikmi_integer_text(read, survey->rows.read);
    return ikmi_fail(reading->err, IKM_ERR_DATA, o->lang, IKMI_WORD_SURVEY_NOTHING_USABLE, IKMI_SAY(name, read));
}

/* The whole, then the groups in the order of their keys. */
static ikm_status score_groups(ikm_survey *survey)
{
    size_t groups = ikm_tally_key_count(survey->tally) ? ikm_tally_group_count(survey->tally) : 0;
    uint32_t *order = ikmi_alloc_zero(survey->mem, groups + 1, sizeof *order);
    survey->scores = ikmi_alloc_zero(survey->mem, groups + 1, sizeof *survey->scores);
    ikm_status status = order && survey->scores ? IKM_OK : IKM_ERR_NOMEM;
    survey->scoring.tally = survey->tally;
    if (status == IKM_OK)
        status = ikmi_score_init(&survey->scores[0], &survey->scoring, IKM_WHOLE);
    if (status == IKM_OK && groups)
        status = ikmi_tally_order(survey->tally, order);
    for (size_t i = 0; status == IKM_OK && i < groups; i++)
        status = ikmi_score_init(&survey->scores[i + 1], &survey->scoring, order[i]);
    survey->score_count = groups + 1;
    ikmi_release(survey->mem, order);
    return status;
}

/* Respondents name the group that they were counted in: from here on the score of that group. */
static ikm_status settle_respondents(ikm_survey *survey, ikm_error *err)
{
    size_t groups = ikm_tally_group_count(survey->tally);
    if (!survey->spool)
        return IKM_OK;
    uint32_t *scores = ikmi_alloc_zero(survey->mem, groups + 1, sizeof *scores);
    if (!scores)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, survey->lang);
    for (size_t i = 1; i < survey->score_count; i++)
        scores[survey->scores[i].group] = (uint32_t)i;
    ikm_status status = ikmi_spool_settle(survey->spool, scores, err);
    ikmi_release(survey->mem, scores);
    return status;
}

/* Where it cannot be told to the last digit (never by chance, see score.h) there is none. */
static ikm_status average_groups(ikm_survey *survey)
{
    ikmi_mean mean;
    ikm_status status = IKM_OK;
    ikmi_mean_init(&mean, &survey->scoring, survey->mem);
    for (size_t i = 1; status == IKM_OK && i < survey->score_count; i++)
        status = ikmi_mean_add(&mean, &survey->scores[i]);
    if (status == IKM_OK && ikmi_mean_exists(&mean))
        survey->has_mean = ikmi_mean_round(&survey->mean_of_groups, &mean) == IKM_OK;
    ikmi_mean_done(&mean);
    return status;
}

int ikm_survey_target_reached(const ikm_survey *survey, size_t index)
{
    const ikm_score *score = ikm_survey_score(survey, index);
    if (!survey->has_target || !score || ikm_score_grade(score) == IKM_GRADE_NONE)
        return -1;
    ikm_decimal have = ikm_score_index(score), want = survey->target;
    return (ikmi_int128)have.digits * ikmi_power_of_ten(want.places) >=
           (ikmi_int128)want.digits * ikmi_power_of_ten(have.places);
}

static ikm_status fill(ikmi_reading *reading, const ikm_input *inputs, size_t count)
{
    ikm_survey *survey = reading->survey;
    const ikm_survey_options *o = reading->options;
    ikm_status status = check_options(survey, o, reading->err);
    if (status == IKM_OK)
        status = ikmi_filter_check(&reading->bounds, o, reading->err);
    if (status != IKM_OK)
        return status;
    status =
        ikmi_schema_take(&reading->schema, &reading->labels, o->schema, survey->rules, o->lang, o->mem, reading->err);
    if (status == IKM_OK)
        status = open_dumps(reading, inputs, count);
    if (status == IKM_OK)
        status = ikmi_reading_choose(reading);
    if (status == IKM_OK)
        status = ikmi_reading_filter(reading);
    if (status == IKM_OK)
        status = ikmi_reading_count(reading);
    if (status == IKM_OK)
        status = check_rows(survey, reading);
    if (status != IKM_OK)
        return status;
    status = score_groups(survey);
    if (status == IKM_OK)
        status = average_groups(survey);
    if (status == IKM_OK)
        status = ikmi_reading_describe(reading);
    if (status != IKM_OK)
        return ikmi_fail_plain(reading->err, status, o->lang);
    return settle_respondents(survey, reading->err);
}

static bool are_inputs(const ikm_input *inputs, size_t count)
{
    for (size_t i = 0; inputs && i < count; i++)
        if ((inputs[i].path != NULL) + (inputs[i].bytes.data != NULL) + (inputs[i].rows != NULL) != 1)
            return false;
    return inputs && count;
}

ikm_status ikmi_survey_read_observed(ikm_survey **out, const ikm_input *inputs, size_t count,
                                     const ikm_survey_options *options, ikm_check *check, ikm_error *err)
{
    const ikm_survey_options *o = options ? options : &defaults;
    if (out)
        *out = NULL;
    if (!out || !are_inputs(inputs, count) || o->size != sizeof *o)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
    ikm_survey *survey = ikmi_alloc_zero(o->mem, 1, sizeof *survey);
    if (!survey)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, o->lang);
    survey->mem = o->mem;
    survey->lang = o->lang;
    survey->rules = o->rules ? o->rules : ikm_rules_at(0);
    survey->days = ikmi_no_days;
    ikmi_buffer_init(&survey->notes, o->mem);
    ikmi_buffer_init(&survey->foot.places, o->mem);
    ikmi_buffer_init(&survey->called.places, o->mem);
    ikmi_reading reading = {.survey = survey, .options = o, .check = check, .err = err};
    ikm_status status = fill(&reading, inputs, count);
    for (size_t i = 0; i < reading.dump_count; i++)
        ikmi_dump_free(reading.dumps[i]);
    for (size_t i = 0; reading.facts && i < reading.dump_count; i++)
        ikmi_line_facts_clear(&reading.facts[i].lines, o->mem);
    ikmi_release(o->mem, reading.facts);
    ikmi_release(o->mem, reading.filters);
    ikmi_release(o->mem, reading.inputs);
    ikmi_release(o->mem, reading.dumps);
    ikmi_shards_close(&reading);
    ikmi_labels_free(reading.labels);
    ikmi_schema_free(reading.schema);
    if (status != IKM_OK) {
        ikm_survey_free(survey);
        return status;
    }
    *out = survey;
    return IKM_OK;
}

ikm_status ikm_survey_read_inputs(ikm_survey **out, const ikm_input *inputs, size_t count,
                                  const ikm_survey_options *options, ikm_error *err)
{
    return ikmi_survey_read_observed(out, inputs, count, options, NULL, err);
}

ikm_status ikm_survey_read(ikm_survey **out, const char *const *files, size_t count, const ikm_survey_options *options,
                           ikm_error *err)
{
    const ikm_survey_options *o = options ? options : &defaults;
    if (out)
        *out = NULL;
    if (!out || !files || !count)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
    ikm_input *inputs = ikmi_alloc_zero(o->mem, count, sizeof *inputs);
    if (!inputs)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, o->lang);
    for (size_t i = 0; i < count; i++)
        inputs[i].path = files[i];
    ikm_status status = ikm_survey_read_inputs(out, inputs, count, options, err);
    ikmi_release(o->mem, inputs);
    return status;
}
