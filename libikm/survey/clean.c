/* What a survey was read as: its groups and characteristics, its scores as digits. */
#include "ikm/clean.h"

#include "base/mem.h"
#include "base/words.h"
#include "dates.h"
#include "filter.h"
#include "ingest/reader.h"
#include "plain.h"

static const ikm_survey_options defaults = IKM_SURVEY_OPTIONS_INIT;

typedef struct cleaning {
    const ikm_survey_options *options;
    const ikm_input *input;
    const ikm_rules *rules;
    ikmi_labels *labels;
    ikmi_bounds bounds;
    ikmi_filter filter;
    ikmi_dump *dump;
    ikmi_want wants[IKMI_TEXTS_MAX];
    size_t want_count;
    ikmi_plain *plain;
    ikmi_range range;
    ikmi_log log;
    ikm_error *err;
} cleaning;

/* What a column is kept for: what makes groups and periods, and what respondents are like. */
static bool is_kept(ikmi_role role)
{
    switch (role) {
    case IKMI_ROLE_SERVICE:
    case IKMI_ROLE_UNIT:
    case IKMI_ROLE_TIME:
    case IKMI_ROLE_GENDER:
    case IKMI_ROLE_AGE:
    case IKMI_ROLE_EDUCATION:
    case IKMI_ROLE_OCCUPATION: return true;
    case IKMI_ROLE_OTHER:
    case IKMI_ROLE_ELEMENT: /* has a column of its own in any case */
    case IKMI_ROLE_RESPONDENT:
    case IKMI_ROLE_PERSONAL:
    case IKMI_ROLE_FREE_TEXT:
    case IKMI_ROLE_QUESTION:
    case IKMI_ROLE_ANSWER:
    case IKMI_ROLE_COUNT: break;
    }
    return false;
}

static ikm_status put_header(cleaning *c)
{
    const ikmi_columns *columns = &c->dump->columns;
    for (size_t i = 0; i < columns->count; i++) {
        if (!is_kept(columns->columns[i].role))
            continue;
        if (c->want_count == IKMI_TEXTS_MAX)
            return IKM_ERR_LIMIT;
        c->wants[c->want_count++].column = (int)i;
        ikmi_plain_field(c->plain, ikmi_text(columns->columns[i].header));
    }
    for (size_t e = 0; e < ikm_rules_element_count(c->rules); e++)
        ikmi_plain_field(c->plain, ikmi_text(ikm_rules_element_code(c->rules, e)));
    ikmi_plain_end(c->plain);
    return IKM_OK;
}

static void put_score(ikmi_plain *plain, int score)
{
    const char digits[2] = {(char)('0' + score / 10), (char)('0' + score % 10)};
    size_t size = score == 0 ? 0 : score < 10 ? 1 : 2;
    ikmi_plain_field(plain, (ikm_text){digits + 2 - size, size});
}

static ikm_status put_batch(void *ctx, const ikmi_batch *batch)
{
    cleaning *c = ctx;
    size_t elements = ikm_rules_element_count(c->rules);
    for (size_t row = 0; row < batch->rows; row++) {
        for (size_t w = 0; w < c->want_count; w++)
            ikmi_plain_field(c->plain, batch->texts[w][row]);
        for (size_t e = 0; e < elements; e++)
            put_score(c->plain, batch->scores[e][row]);
        ikmi_plain_end(c->plain);
    }
    return c->plain->failed ? IKM_ERR_IO : IKM_OK;
}

static bool moved(void *ctx, int64_t bytes)
{
    const cleaning *c = ctx;
    int64_t size = ikmi_source_size(c->dump->grid.source);
    return c->options->on_progress(c->options->progress_ctx, bytes, size > 0 ? size : 0) != 0;
}

/* All records, with the dates in this order. */
static ikm_status read_records(cleaning *c, ikmi_date_order order, ikmi_take_fn take, ikmi_log *log)
{
    const ikm_convention *convention = c->options->convention;
    const ikmi_read_options options = {
        .wants = c->wants,
        .want_count = c->want_count,
        .strict = convention && convention->missing == IKM_MISSING_STRICT,
        .take = take,
        .take_ctx = c,
        .log = log,
        .gate = c->filter.used ? &c->filter.gate : NULL,
        .moved = c->options->on_progress ? moved : NULL,
        .moved_ctx = c,
    };
    c->range = (ikmi_range){.from = c->dump->grid.data_at,
                            .to = INT64_MAX,
                            .encoding = c->dump->grid.encoding,
                            .order = order,
                            .scattered = true}; /* what is written cannot be taken back */
    return ikmi_read_range(c->dump, &c->range, &options, c->err);
}

static ikm_status take_nothing(void *ctx, const ikmi_batch *batch)
{
    (void)ctx;
    (void)batch;
    return IKM_OK;
}

static ikm_status settle(bool *again_out, ikmi_date_order *order, cleaning *c)
{
    return ikmi_dates_settle(again_out, order, &c->range.votes, c->dump, &c->filter.gate, c->err);
}

/* Where the filter asks for dates: all of them are read before the first record is written, if that can be. */
static ikm_status find_order(ikmi_date_order *out, cleaning *c)
{
    ikmi_log log;
    bool again;
    *out = ikmi_dates_guess(c->dump, &c->filter.gate);
    if (c->filter.gate.time_column < 0 || !ikmi_dates_can_read_again(c->dump, c->input))
        return IKM_OK;
    ikmi_log_init(&log, 0, false, c->options->mem);
    ikm_status status = read_records(c, *out, take_nothing, &log);
    ikmi_log_done(&log);
    if (status == IKM_OK)
        status = settle(&again, out, c);
    return status == IKM_OK ? ikmi_dates_open_again(&c->dump, c->input, c->err) : status;
}

/* What can be read only once was read in the order that its first records say: were the others of that mind? */
static ikm_status confirm_order(cleaning *c, ikmi_date_order order)
{
    bool again;
    ikm_status status = settle(&again, &order, c);
    return status == IKM_OK && again ? ikmi_dates_open_again(&c->dump, c->input, c->err) : status;
}

static ikm_status put_records(cleaning *c)
{
    ikmi_date_order order;
    ikm_status status = find_order(&order, c);
    if (status == IKM_OK)
        status = put_header(c);
    if (status == IKM_OK)
        status = read_records(c, order, put_batch, &c->log);
    if (status == IKM_OK)
        status = confirm_order(c, order);
    ikm_status written = ikmi_plain_done(c->plain);
    return status == IKM_OK ? written : status;
}

static ikm_status run(cleaning *c, ikm_sink sink)
{
    const ikm_survey_options *o = c->options;
    int64_t limit = !o->on_issue ? 0 : o->issue_limit ? o->issue_limit : INT64_MAX;
    c->plain = ikmi_alloc(o->mem, sizeof *c->plain);
    if (!c->plain)
        return IKM_ERR_NOMEM;
    ikmi_plain_init(c->plain, sink);
    ikmi_log_init(&c->log, limit, o->issue_records != 0, o->mem);
    ikm_status status = put_records(c);
    if (status == IKM_OK && o->on_issue)
        status = ikmi_log_tell(&c->log, INT64_MAX, c->dump->grid.data_line, ikmi_source_name(c->dump->grid.source),
                               &c->dump->columns, o->on_issue, o->issue_ctx);
    ikmi_log_done(&c->log);
    ikmi_release(o->mem, c->plain);
    return status;
}

/* Counts of answers have no rows of respondents. */
static ikm_status no_respondents(const cleaning *c)
{
    return ikmi_fail(c->err, IKM_ERR_DATA, c->options->lang, IKMI_WORD_SURVEY_NO_RESPONDENTS,
                     IKMI_SAY(ikmi_source_name(c->dump->grid.source)));
}

static ikm_status clean_dump(cleaning *c, ikm_sink sink, ikm_row_counts *rows_out)
{
    if (c->dump->columns.shape == IKMI_SHAPE_COUNTS)
        return no_respondents(c);
    ikm_status status = ikmi_filter_make(&c->filter, c->dump, c->options, &c->bounds, false, c->err);
    if (status == IKM_OK)
        status = run(c, sink);
    if (status == IKM_OK && rows_out)
        *rows_out = (ikm_row_counts){.read = c->range.read,
                                     .used = c->range.read - c->range.refused,
                                     .refused = c->range.refused,
                                     .incomplete = c->range.incomplete,
                                     .example = c->range.example,
                                     .filtered = c->range.filtered};
    return status;
}

ikm_status ikm_clean(ikm_sink sink, const ikm_input *input, const ikm_survey_options *options, ikm_row_counts *rows_out,
                     ikm_error *err)
{
    const ikm_survey_options *o = options ? options : &defaults;
    if (!sink.write || !input || o->size != sizeof *o ||
        (input->path != NULL) + (input->bytes.data != NULL) + (input->rows != NULL) != 1)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, o->lang);
    cleaning c = {.options = o, .input = input, .rules = o->rules ? o->rules : ikm_rules_at(0), .err = err};
    ikmi_schema *schema;
    ikm_status status = ikmi_filter_check(&c.bounds, o, err);
    if (status == IKM_OK)
        status = ikmi_schema_take(&schema, &c.labels, o->schema, c.rules, o->lang, o->mem, err);
    if (status != IKM_OK)
        return status;
    ikmi_dump_options dump = {.rules = c.rules,
                              .labels = c.labels,
                              .dialect = ikmi_schema_dialect(schema, &o->dialect),
                              .schema = schema,
                              .lang = o->lang,
                              .mem = o->mem};
    status = ikmi_dump_new(&c.dump, input, &dump, err);
    if (status == IKM_OK) {
        if (err)
            *err = (ikm_error){.offset = -1};
        status = clean_dump(&c, sink, rows_out);
        if (status != IKM_OK && status != IKM_ERR_IO && err && err->status == IKM_OK)
            ikmi_fail_plain(err, status, o->lang);
    }
    ikmi_dump_free(c.dump);
    ikmi_labels_free(c.labels);
    ikmi_schema_free(schema);
    return status;
}
