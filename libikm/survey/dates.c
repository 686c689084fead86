#include "dates.h"

#include "base/decimal.h"

#include <string.h>

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

static ikm_status contradiction(const ikmi_date_votes *votes, const ikmi_dump *dump, int column, ikm_error *err)
{
    char day[IKMI_INTEGER_SIZE], month[IKMI_INTEGER_SIZE];
    ikmi_integer_text(day, votes->day_first);
    ikmi_integer_text(month, votes->month_first);
    return ikmi_fail(err, IKM_ERR_UNSURE, dump->options.lang, IKMI_WORD_SURVEY_DATES_CONTRADICT,
                     IKMI_SAY(ikmi_source_name(dump->grid.source), dump->columns.columns[column].header, day, month));
}

ikm_status ikmi_dates_settle(bool *again_out, ikmi_date_order *order, const ikmi_date_votes *votes,
                             const ikmi_dump *dump, const ikmi_gate *gate, ikm_error *err)
{
    ikmi_date_order settled;
    *again_out = false;
    if (gate->time_column < 0)
        return IKM_OK;
    if (!ikmi_date_settle(&settled, votes))
        return contradiction(votes, dump, gate->time_column, err);
    *again_out = settled != *order && votes->day_first + votes->month_first + votes->either > 0;
    *order = settled;
    return IKM_OK;
}

bool ikmi_dates_can_read_again(const ikmi_dump *dump, const ikm_input *input)
{
    bool once = input->rows || (input->path && !strcmp(input->path, "-"));
    return ikmi_source_size(dump->grid.source) >= 0 || !once;
}

ikm_status ikmi_dates_open_again(ikmi_dump **dump, const ikm_input *input, ikm_error *err)
{
    ikmi_dump *again;
    const ikmi_source *source = (*dump)->grid.source;
    const ikmi_dump_options opening = (*dump)->options;
    if (!ikmi_dates_can_read_again(*dump, input))
        return ikmi_fail(err, IKM_ERR_UNSURE, opening.lang, IKMI_WORD_SURVEY_DATES_ONCE,
                         IKMI_SAY(ikmi_source_name(source)));
    if (ikmi_source_size(source) >= 0)
        return IKM_OK;
    ikm_status status = ikmi_dump_new(&again, input, &opening, err);
    if (status != IKM_OK)
        return status;
    ikmi_dump_free(*dump);
    *dump = again;
    return IKM_OK;
}
