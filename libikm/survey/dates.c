#include "dates.h"

#include "base/decimal.h"

ikmi_date_order ikmi_dates_guess(const ikmi_dump *dump, const ikmi_gate *gate)
{
    ikmi_date_votes votes = {0};
    ikmi_date_order order = IKMI_DAY_FIRST;
    const ikmi_grid *grid = &dump->grid;
    for (size_t row = grid->data_row; gate->time_column >= 0 && row < grid->peek.row_count; row++)
        ikmi_date_vote(&votes, ikmi_peek_cell(&grid->peek, row, (size_t)gate->time_column));
    return ikmi_date_settle(&order, &votes) ? order : IKMI_DAY_FIRST;
}

void ikmi_dates_add(ikmi_date_votes *into, const ikmi_date_votes *votes)
{
    into->day_first += votes->day_first;
    into->month_first += votes->month_first;
    into->either += votes->either;
    into->plain += votes->plain;
    into->none += votes->none;
}

static ikm_status contradiction(const ikmi_reading *reading, size_t file)
{
    char day[IKMI_INTEGER_SIZE], month[IKMI_INTEGER_SIZE];
    const ikmi_dump *dump = reading->dumps[file];
    const ikmi_date_votes *votes = &reading->facts[file].votes;
    int column = reading->filters[file].gate.time_column;
    ikmi_integer_text(day, votes->day_first);
    ikmi_integer_text(month, votes->month_first);
    return ikmi_fail(reading->err, IKM_ERR_UNSURE, reading->options->lang, IKMI_WORD_SURVEY_DATES_CONTRADICT,
                     IKMI_SAY(ikmi_source_name(dump->grid.source), dump->columns.columns[column].header, day, month));
}

ikm_status ikmi_dates_settle(bool *again_out, ikmi_reading *reading, size_t file)
{
    ikmi_date_order order;
    ikmi_dump_facts *facts = &reading->facts[file];
    *again_out = false;
    if (reading->filters[file].gate.time_column < 0)
        return IKM_OK;
    if (!ikmi_date_settle(&order, &facts->votes))
        return contradiction(reading, file);
    *again_out = order != facts->order && facts->votes.day_first + facts->votes.month_first + facts->votes.either > 0;
    facts->order = order;
    return IKM_OK;
}
