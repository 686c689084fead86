#include "gate.h"

#include "reading.h"

#include "decode.h"

#include <string.h>

/* A cell of the record, for the moment: what it took of the arena is given back. */
static ikm_status look(ikm_text *out, ikmi_reader *r, const ikmi_found *f, int column)
{
    ikmi_cell cell = {{"", 0}, false};
    size_t arena = r->arena.size;
    ikm_status status = IKM_OK;
    if ((size_t)column < f->field_count)
        status = ikmi_cell_read(&cell, &r->cells, ikmi_found_field(f, (size_t)column), ikmi_reader_encoding(r));
    r->arena.size = arena;
    *out = cell.text;
    return status;
}

ikm_status ikmi_gate_time(ikmi_reader *r, const ikmi_found *f)
{
    ikm_text text;
    const ikmi_gate *gate = r->options->gate;
    r->has_when = false;
    if (!gate || gate->time_column < 0)
        return IKM_OK;
    ikm_status status = look(&text, r, f, gate->time_column);
    if (status != IKM_OK)
        return status;
    ikmi_date_vote(&r->range->votes, text); /* the file as a whole says which order is right */
    r->has_when = ikmi_date_read(&r->when, text, r->range->order);
    return IKM_OK;
}

static bool is_one_of(const ikmi_condition *condition, ikm_text text)
{
    for (size_t i = 0; i < condition->value_count; i++)
        if (condition->values[i].size == text.size &&
            (!text.size || !memcmp(condition->values[i].data, text.data, text.size)))
            return true;
    return false;
}

ikm_text ikmi_gate_period(char out[IKMI_PERIOD_SIZE], const ikmi_reader *r, ikmi_period period)
{
    out[0] = '\0';
    if (r->has_when)
        ikmi_period_key(out, r->when, period);
    return (ikm_text){out, strlen(out)};
}

static ikm_status hold(bool *out, ikmi_reader *r, const ikmi_found *f)
{
    const ikmi_gate *gate = r->options->gate;
    *out = true;
    for (size_t i = 0; i < gate->condition_count && *out; i++) {
        char period[IKMI_PERIOD_SIZE];
        ikm_text text;
        const ikmi_condition *condition = &gate->conditions[i];
        if (condition->column < 0) {
            text = ikmi_gate_period(period, r, condition->period);
        } else {
            ikm_status status = look(&text, r, f, condition->column);
            if (status != IKM_OK)
                return status;
        }
        *out = is_one_of(condition, text);
    }
    return IKM_OK;
}

/* A time that is only a month or a year lies where all of it does; across a bound it cannot be told. */
static ikmi_verdict judge_date(const ikmi_reader *r)
{
    const ikmi_gate *gate = r->options->gate;
    if (!r->has_when)
        return IKMI_VERDICT_UNDATED;
    int64_t first = ikmi_date_days(r->when), last = ikmi_date_last_day(r->when);
    if (first >= gate->from && last <= gate->to)
        return IKMI_VERDICT_PASSES;
    return last < gate->from || first > gate->to ? IKMI_VERDICT_FILTERED : IKMI_VERDICT_UNDATED;
}

ikm_status ikmi_gate_judge(ikmi_verdict *out, ikmi_reader *r, const ikmi_found *f)
{
    bool holds;
    ikm_text finished;
    const ikmi_gate *gate = r->options->gate;
    *out = IKMI_VERDICT_PASSES;
    if (!gate)
        return IKM_OK;
    ikm_status status = hold(&holds, r, f);
    if (status != IKM_OK)
        return status;
    *out = !holds ? IKMI_VERDICT_FILTERED : gate->dated ? judge_date(r) : IKMI_VERDICT_PASSES;
    if (*out != IKMI_VERDICT_PASSES || gate->finished_column < 0)
        return IKM_OK;
    status = look(&finished, r, f, gate->finished_column);
    if (status == IKM_OK &&
        (ikmi_decode(r->dump->options.labels, 0, finished) == IKMI_ANSWER_BLANK || ikmi_says_unfinished(finished)))
        *out = IKMI_VERDICT_UNFINISHED;
    return status;
}

void ikmi_gate_count(ikmi_reader *r, ikmi_verdict verdict, int64_t respondents)
{
    ikmi_range *range = r->range;
    range->incomplete += verdict == IKMI_VERDICT_UNFINISHED ? respondents : 0;
    range->filtered += verdict == IKMI_VERDICT_FILTERED || verdict == IKMI_VERDICT_UNDATED ? respondents : 0;
    range->undated += verdict == IKMI_VERDICT_UNDATED ? respondents : 0;
}
