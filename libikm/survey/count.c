/*
 * Every dump into the tallies, in as many threads as the file is worth. A file is
 * cut at lines; each thread counts for itself, and tallies add up to the same
 * bits whatever the cuts were.
 */
#include "survey.h"

#include "base/mem.h"
#include "base/words.h"
#include "dates.h"
#include "ingest/reader.h"
#include "trend.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

/* A thread is worth its while from here on, when the caller has not said how many. */
enum { BYTES_A_THREAD = 2 << 20, THREADS_MAX = 64 };

typedef struct worker {
    const ikmi_reading *reading;
    const ikmi_dump *dump;
    size_t file;
    size_t ahead; /* of the one that tells how far all are: how many they are; of others 0 */
    ikm_tally *tally;
    ikm_tally *characteristics[IKMI_CHARACTERISTICS_MAX];
    ikm_tally *trend; /* NULL: nobody wants it, or there are no times */
    ikmi_days days;
    ikmi_spool_part respondents;
    ikmi_want wants[IKMI_KEYS_MAX + IKMI_CHARACTERISTICS_MAX + 1];
    size_t want_count;
    ikmi_range range;
    ikmi_log log;
    ikm_status status;
    ikm_error err;
    pthread_t thread;
    bool started;
} worker;

/* What is kept beside the counts, where it is asked for. The time is the last of the texts. */
static ikm_status keep(worker *w, const ikmi_batch *batch)
{
    ikm_status status = IKM_OK;
    bool complete = w->reading->survey->scoring.plan.convention.missing == IKM_MISSING_LISTWISE;
    if (w->trend)
        status = ikmi_trend_take(w->trend, &w->days, batch->scores, batch->texts[w->want_count - 1], batch->rows);
    if (status == IKM_OK && w->respondents.spool)
        status = ikmi_spool_take(&w->respondents, w->tally, batch, complete, &w->err);
    return status;
}

static ikm_status take(void *ctx, const ikmi_batch *batch)
{
    worker *w = ctx;
    size_t keys = w->reading->keys.count;
    ikm_status status = ikm_tally_add_columns(w->tally, batch->scores, batch->texts, batch->rows);
    if (w->reading->check)
        ikmi_check_batch(w->reading->check, batch, ikm_rules_element_count(w->reading->survey->rules));
    for (size_t c = 0; status == IKM_OK && c < w->reading->characteristic_count; c++)
        status = ikm_tally_add_columns(w->characteristics[c], batch->scores, batch->texts + keys + c, batch->rows);
    return status == IKM_OK && (w->trend || w->respondents.spool) ? keep(w, batch) : status;
}

/* Respondents who come as counts. */
static ikm_status take_counts(void *ctx, const ikm_text *texts, int64_t respondents, const int64_t *answers)
{
    worker *w = ctx;
    size_t keys = w->reading->keys.count;
    ikm_status status = ikm_tally_add_counts(w->tally, texts, respondents, answers);
    for (size_t c = 0; status == IKM_OK && c < w->reading->characteristic_count; c++)
        status = ikm_tally_add_counts(w->characteristics[c], texts + keys + c, respondents, answers);
    if (status == IKM_OK && w->trend)
        status = ikmi_trend_take_counts(w->trend, &w->days, texts[w->want_count - 1], respondents, answers);
    return status;
}

static int64_t size_of(const ikmi_dump *dump)
{
    int64_t size = ikmi_source_size(dump->grid.source);
    return size > 0 ? size : 0;
}

/* How far this worker is, the others are as well, or nearly: their parts are equal. */
static bool moved(void *ctx, int64_t bytes)
{
    const worker *w = ctx;
    const ikmi_reading *reading = w->reading;
    int64_t before = 0, total = 0, size = size_of(w->dump);
    bool known = true;
    for (size_t d = 0; d < reading->dump_count; d++) {
        int64_t of_file = size_of(reading->dumps[d]);
        before += d < w->file ? of_file : 0;
        total += of_file;
        known = known && of_file;
    }
    int64_t done = bytes * (int64_t)w->ahead;
    done = before + (size && done > size ? size : done);
    return reading->options->on_progress(reading->options->progress_ctx, done, known ? total : 0) != 0;
}

static void read_range(worker *w)
{
    const ikmi_filter *filter = &w->reading->filters[w->file];
    ikmi_read_options options = {
        .wants = w->wants,
        .want_count = w->want_count,
        .strict = w->reading->survey->scoring.plan.convention.missing == IKM_MISSING_STRICT,
        .take = take,
        .take_counts = take_counts,
        .take_ctx = w,
        .log = &w->log,
        .observer = w->reading->check ? &w->reading->check->observer : NULL,
    };
    if (filter->used)
        options.gate = &filter->gate;
    if (w->ahead && w->reading->options->on_progress) {
        options.moved = moved;
        options.moved_ctx = w;
    }
    if (w->dump->columns.shape != IKMI_SHAPE_WIDE) { /* then there is one worker */
        options.facts = &w->reading->facts[w->file].lines;
        ikmi_line_facts_clear(options.facts, w->reading->options->mem);
    }
    w->err.status = IKM_OK;
    w->status = ikmi_read_range(w->dump, &w->range, &options, &w->err);
}

/* Asked for, or there already in every file of counts. */
static bool counts_complete(const ikmi_reading *reading)
{
    for (size_t d = 0; d < reading->dump_count; d++)
        if (reading->dumps[d]->columns.shape == IKMI_SHAPE_COUNTS)
            return false; /* which does not say who answered every element */
    if (reading->survey->scoring.plan.convention.missing == IKM_MISSING_LISTWISE)
        return true; /* a file of counts without them will be refused */
    return (reading->options->complete || reading->shard_count) && ikmi_shards_complete(reading);
}

static ikm_status new_tally(ikm_tally **out, const ikmi_reading *reading, const char *const *keys, size_t count)
{
    const ikm_survey *survey = reading->survey;
    ikm_tally_options options = IKM_TALLY_OPTIONS_INIT;
    options.keys = keys;
    options.key_count = count;
    options.complete = counts_complete(reading);
    options.mem = survey->mem;
    return ikm_tally_new(out, survey->rules, &options);
}

static ikm_status new_trend(ikm_tally **trend, const ikmi_reading *reading)
{
    static const char *const key[] = {IKMI_TREND_KEY};
    return new_tally(trend, reading, key, 1);
}

/* The tallies that a worker, or the survey, counts into; on failure some are there and the caller frees. */
static ikm_status new_tallies(ikm_tally **tally, ikm_tally **characteristics, const ikmi_reading *reading)
{
    ikm_status status = new_tally(tally, reading, reading->keys.names, reading->keys.count);
    for (size_t c = 0; status == IKM_OK && c < reading->characteristic_count; c++)
        status = new_tally(&characteristics[c], reading, &reading->characteristic_names[c], 1);
    return status;
}

static void free_tallies(worker *w)
{
    ikm_tally_free(w->tally);
    w->tally = NULL;
    for (size_t c = 0; c < IKMI_CHARACTERISTICS_MAX; c++) {
        ikm_tally_free(w->characteristics[c]);
        w->characteristics[c] = NULL;
    }
    ikm_tally_free(w->trend);
    w->trend = NULL;
}

static bool has_trend(const ikmi_reading *reading, size_t file)
{
    return reading->options->trend && !reading->no_trend && reading->filters[file].gate.time_column >= 0;
}

/* All that a worker counts into and keeps, with nothing in it; on failure some is there and the caller frees. */
static ikm_status begin(worker *w)
{
    w->days = ikmi_no_days;
    ikmi_spool_again(&w->respondents);
    ikm_status status = new_tallies(&w->tally, w->characteristics, w->reading);
    return status == IKM_OK && has_trend(w->reading, w->file) ? new_trend(&w->trend, w->reading) : status;
}

/* What was counted so far is void. */
static ikm_status begin_again(worker *w)
{
    free_tallies(w);
    ikmi_log_clear(&w->log);
    ikm_status status = w->reading->check ? ikmi_check_again(w->reading->check, w->dump) : IKM_OK;
    return status == IKM_OK ? begin(w) : status;
}

static void *work(void *ctx)
{
    worker *w = ctx;
    bool in_foot = w->range.in_foot;
    read_range(w);
    if (w->status == IKM_OK && w->range.again) {
        w->range.in_foot = in_foot;
        w->status = begin_again(w);
        if (w->status == IKM_OK)
            read_range(w);
    }
    return NULL;
}

static void *work_again(void *ctx)
{
    worker *w = ctx;
    w->status = begin_again(w);
    return w->status == IKM_OK ? work(w) : NULL;
}

static void choose_wants(worker *w)
{
    const ikmi_reading *reading = w->reading;
    const ikmi_columns *columns = &w->dump->columns;
    size_t n = 0;
    for (size_t k = 0; k < reading->keys.count; k++)
        w->wants[n++] = ikmi_keys_want(reading, w->dump, k);
    for (size_t c = 0; c < reading->characteristic_count; c++, n++) {
        w->wants[n].column = ikmi_columns_of_role(columns, reading->characteristic_roles[c]);
        w->wants[n].age = reading->characteristic_roles[c] == IKMI_ROLE_AGE;
    }
    if (has_trend(reading, w->file))
        w->wants[n++] = (ikmi_want){.column = -1, .dated = true, .period = IKMI_PERIOD_DAY, .loose = true};
    w->want_count = n;
}

static ikm_status prepare(worker *w, const ikmi_reading *reading, size_t file)
{
    const ikmi_dump *dump = reading->dumps[file];
    const ikm_survey_options *o = reading->options;
    int64_t limit = reading->check ? INT64_MAX : !o->on_issue ? 0 : o->issue_limit ? o->issue_limit : INT64_MAX;
    w->reading = reading;
    w->dump = dump;
    w->file = file;
    w->range = (ikmi_range){.from = dump->grid.data_at,
                            .to = INT64_MAX,
                            .encoding = dump->grid.encoding,
                            .order = reading->facts[file].order};
    ikmi_log_init(&w->log, limit, o->issue_records != 0, o->mem);
    choose_wants(w);
    ikm_status status = begin(w);
    if (status == IKM_OK && reading->survey->spool)
        status = ikmi_spool_begin(&w->respondents, reading->survey->spool);
    return status;
}

static size_t worth_threads(const ikmi_reading *reading, const ikmi_dump *dump)
{
    int64_t bytes = ikmi_source_size(dump->grid.source) - dump->grid.data_at, threads = reading->options->threads;
    if (bytes <= 0 || reading->check || dump->columns.shape != IKMI_SHAPE_WIDE)
        return 1; /* also what has no size: it can only be read from front to end */
    if (threads <= 0) {
        long online = sysconf(_SC_NPROCESSORS_ONLN);
        threads = online > 0 ? online : 1;
        threads = bytes / BYTES_A_THREAD + 1 < threads ? bytes / BYTES_A_THREAD + 1 : threads;
    }
    threads = threads < THREADS_MAX ? threads : THREADS_MAX;
    return (size_t)(threads < bytes ? threads : bytes);
}

/* Cut the dump at the lines that begin nearest behind equal parts. */
static ikm_status cut(worker *workers, size_t count, const ikmi_dump *dump, ikm_error *err)
{
    int64_t size = ikmi_source_size(dump->grid.source);
    for (size_t i = 1; i < count; i++) {
        int64_t at = dump->grid.data_at + (int64_t)((uint64_t)(size - dump->grid.data_at) / count * i);
        ikm_status status = ikmi_next_line(&workers[i].range.from, dump, at, size, err);
        if (status != IKM_OK)
            return status;
        workers[i - 1].range.to = workers[i].range.from;
    }
    return IKM_OK;
}

static void run(worker *workers, size_t count, void *(*work_on)(void *ctx))
{
    for (size_t i = 1; i < count; i++) {
        workers[i].started = pthread_create(&workers[i].thread, NULL, work_on, &workers[i]) == 0;
        if (!workers[i].started)
            work_on(&workers[i]); /* no more threads to be had: the work is done all the same */
    }
    work_on(&workers[0]);
    for (size_t i = 1; i < count; i++)
        if (workers[i].started)
            pthread_join(workers[i].thread, NULL);
}

/*
 * A worker began where a line begins and not knowing what the bytes before it
 * decide. Where it guessed wrong (its line lies within a quoted field, the
 * dump's encoding was decided otherwise before) it works again, knowing.
 */
static ikm_status settle(worker *w, const ikmi_range *before)
{
    ikmi_encoding known = before->encoding;
    bool as_guessed = w->range.from == before->end && (!known || !w->range.encoding || w->range.encoding == known) &&
                      !before->in_foot && !(w->range.labelled && ikmi_labels_any(&before->names));
    if (!as_guessed || !w->range.labelled)
        w->range.names = before->names;
    if (!as_guessed) {
        w->range.from = before->end;
        w->range.encoding = known;
        w->range.in_foot = before->in_foot;
        work_again(w);
    }
    if (!w->range.encoding)
        w->range.encoding = known;
    return w->status;
}

static ikm_status merge(ikm_survey *survey, const worker *w)
{
    ikm_status status = ikm_tally_merge(survey->tally, w->tally);
    for (size_t c = 0; status == IKM_OK && c < w->reading->characteristic_count; c++)
        status = ikm_tally_merge(survey->characteristics[c], w->characteristics[c]);
    if (status == IKM_OK && w->trend)
        status = ikm_tally_merge(survey->trend, w->trend);
    return status;
}

static ikm_status tell(const ikmi_reading *reading, worker *w, int64_t line, int64_t *told)
{
    const ikm_survey_options *o = reading->options;
    int64_t most = o->issue_limit ? o->issue_limit - *told : INT64_MAX;
    *told += w->log.count;
    if (!o->on_issue || most <= 0)
        return IKM_OK;
    return ikmi_log_tell(&w->log, most, line, ikmi_source_name(w->dump->grid.source), &w->dump->columns, o->on_issue,
                         o->issue_ctx);
}

/* In the order of the dump: each worker knows what the ones before it decided. */
static ikm_status settle_all(const ikmi_reading *reading, worker *workers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        worker *w = &workers[i];
        ikm_status status = i ? settle(w, &workers[i - 1].range) : w->status;
        if (status == IKM_OK)
            continue;
        if (reading->err && w->err.status != IKM_OK)
            *reading->err = w->err;
        return status;
    }
    return IKM_OK;
}

/* `line`: of the range's first record. */
static void add_noted(ikmi_noted *noted, const ikmi_noted_rows *rows, int64_t line, const char *file)
{
    noted->count += rows->count;
    for (int64_t i = 0; i < rows->count && i < IKMI_NOTED_LINES && noted->told < IKMI_NOTED_LINES; i++) {
        if (noted->told++)
            ikmi_buffer_add_string(&noted->places, ", ");
        if (file) {
            ikmi_buffer_add_string(&noted->places, file);
            ikmi_buffer_add_string(&noted->places, ": ");
        }
        ikmi_buffer_add_integer(&noted->places, line + rows->line[i]);
    }
    if (noted->count > noted->told && noted->told == IKMI_NOTED_LINES) {
        ikmi_buffer_add_string(&noted->places, ", ...");
        noted->told++; /* that was all */
    }
}

static void add_rows(ikm_row_counts *rows, const ikmi_range *range)
{
    rows->read += range->read;
    rows->refused += range->refused;
    rows->incomplete += range->incomplete;
    rows->example += range->example;
    rows->filtered += range->filtered;
}

/* What the workers did, in the order of the dump. */
static ikm_status gather(ikmi_reading *reading, worker *workers, size_t count, ikmi_dump *dump, int64_t *told)
{
    ikm_survey *survey = reading->survey;
    int64_t line = dump->grid.data_line;
    const char *name = reading->dump_count > 1 ? ikmi_source_name(dump->grid.source) : NULL;
    for (size_t i = 0; i < count; i++) {
        worker *w = &workers[i];
        ikm_status status = tell(reading, w, line, told);
        if (status == IKM_OK)
            status = merge(survey, w);
        if (status == IKM_OK && w->respondents.spool)
            status = ikmi_spool_append(&w->respondents, w->tally, survey->tally, reading->err);
        if (status != IKM_OK)
            return status;
        ikmi_days_add(&survey->days, &w->days);
        add_rows(&survey->rows, &w->range);
        reading->undated += w->range.undated;
        add_noted(&survey->foot, &w->range.foot, line, name);
        add_noted(&survey->called, &w->range.called, line, name);
        survey->header_rows += w->range.header_rows;
        line += w->range.lines;
        free_tallies(w);
        if (reading->check)
            ikmi_check_end(reading->check, &w->log);
        ikmi_log_done(&w->log);
    }
    dump->grid.encoding = workers[count - 1].range.encoding;
    return IKM_OK;
}

/*
 * What the dates of a dump together say of their order; `*again_out`: it is ready to be read once more. Where only the
 * trend needs them, dates that cannot be told are no failure: there is no trend.
 */
static ikm_status settle_dates(bool *again_out, ikmi_reading *reading, size_t file)
{
    ikm_error why = {.status = IKM_OK};
    ikmi_date_order guessed = reading->facts[file].order;
    ikm_status status = ikmi_dates_settle(again_out, &reading->facts[file].order, &reading->facts[file].votes,
                                          reading->dumps[file], &reading->filters[file].gate, &why);
    if (status == IKM_OK && *again_out)
        status = ikmi_dates_open_again(&reading->dumps[file], reading->inputs[file], &why);
    if (status == IKM_ERR_UNSURE && reading->filters[file].trend_only) {
        *again_out = false;
        reading->facts[file].order = guessed;
        reading->no_trend = true;
        ikmi_survey_note(reading->survey, IKMI_WORD_SURVEY_NOTE_NO_TREND, IKMI_SAY(why.message));
        return IKM_OK;
    }
    if (status != IKM_OK && reading->err)
        *reading->err = why;
    return status;
}

/* Read the dump, and once more where all of its dates together say that they were read in the wrong order. */
static ikm_status read_dump(ikmi_reading *reading, worker *workers, size_t count, size_t file)
{
    bool again;
    run(workers, count, work);
    ikm_status status = settle_all(reading, workers, count);
    if (status != IKM_OK)
        return status;
    ikmi_date_votes *votes = &reading->facts[file].votes;
    for (size_t i = 0; i < count; i++)
        ikmi_dates_add(votes, &workers[i].range.votes);
    status = settle_dates(&again, reading, file);
    if (status != IKM_OK || !again)
        return status;
    for (size_t i = count; i-- > 0;) {
        workers[i].dump = reading->dumps[file];
        workers[i].range.order = reading->facts[file].order;
        /* as it began, not as it ended */
        workers[i].range.in_foot = i && workers[i - 1].range.in_foot;
        workers[i].range.names = i ? workers[i - 1].range.names : (ikmi_labels_seen){{0}};
    }
    run(workers, count, work_again);
    return settle_all(reading, workers, count);
}

static ikm_status count_dump(ikmi_reading *reading, size_t file, int64_t *told)
{
    ikmi_dump *dump = reading->dumps[file];
    size_t count = worth_threads(reading, dump);
    worker *workers = ikmi_alloc_zero(reading->options->mem, count, sizeof *workers);
    ikm_status status = workers ? IKM_OK : IKM_ERR_NOMEM;
    for (size_t i = 0; status == IKM_OK && i < count; i++)
        status = prepare(&workers[i], reading, file);
    if (status == IKM_OK) {
        workers[0].ahead = count;
        status = cut(workers, count, dump, reading->err);
    }
    if (status == IKM_OK && reading->check)
        status = ikmi_check_begin(reading->check, dump, file);
    if (status == IKM_OK)
        status = read_dump(reading, workers, count, file);
    if (status == IKM_OK)
        status = gather(reading, workers, count, reading->dumps[file], told);
    for (size_t i = 0; workers && i < count; i++) {
        free_tallies(&workers[i]);
        ikmi_spool_done(&workers[i].respondents);
        ikmi_log_done(&workers[i].log);
    }
    ikmi_release(reading->options->mem, workers);
    return status;
}

/* Single answers are known of respondents where no input holds counts. */
static bool can_spool(const ikmi_reading *reading)
{
    bool can = reading->options->respondents && !reading->shard_count;
    for (size_t d = 0; d < reading->dump_count; d++)
        can = can && reading->dumps[d]->columns.shape != IKMI_SHAPE_COUNTS;
    return can;
}

ikm_status ikmi_reading_count(ikmi_reading *reading)
{
    ikm_survey *survey = reading->survey;
    const ikm_survey_options *o = reading->options;
    int64_t told = 0;
    ikm_status status = new_tallies(&survey->tally, survey->characteristics, reading);
    survey->characteristic_count = reading->characteristic_count;
    memcpy(survey->characteristic_roles, reading->characteristic_roles, sizeof survey->characteristic_roles);
    survey->by_service = ikmi_keys_are_services(reading);
    if (reading->err)
        reading->err->status = IKM_OK;
    if (status == IKM_OK && o->trend)
        status = new_trend(&survey->trend, reading);
    if (status == IKM_OK && can_spool(reading))
        status = ikmi_spool_new(&survey->spool, o->tmp_folder, ikm_rules_element_count(survey->rules), o->lang, o->mem,
                                reading->err);
    for (size_t d = 0; status == IKM_OK && d < reading->dump_count; d++)
        status = count_dump(reading, d, &told);
    if (status != IKM_OK && (!reading->err || reading->err->status == IKM_OK))
        ikmi_fail_plain(reading->err, status, o->lang);
    survey->rows.used = survey->rows.read - survey->rows.refused;
    if (status == IKM_OK)
        status = ikm_tally_add_rows(survey->tally, &survey->rows);
    if (status == IKM_OK)
        status = ikmi_shards_merge(reading);
    if (status == IKM_OK && o->trend)
        status = ikmi_trend_finish(reading);
    if (status == IKM_OK)
        survey->rows = ikm_tally_rows(survey->tally);
    return status;
}
