#include "evidence.h"

#include "base/date.h"
#include "fold.h"
#include "mask.h"

static ikm_text cell_at(const ikmi_cells *cells, size_t row, size_t column)
{
    return cells->sample->cells[row * cells->columns + column];
}

static size_t rows_of(const ikmi_cells *cells)
{
    return cells->sample ? cells->sample->rows : 0;
}

ikmi_evidence ikmi_cells_scores(const ikmi_cells *cells, size_t column, size_t element)
{
    size_t scores = 0, other = 0;
    for (size_t row = 0; row < rows_of(cells); row++) {
        uint8_t answer = ikmi_decode(cells->labels, element, cell_at(cells, row, column));
        other += answer == IKMI_ANSWER_UNKNOWN;
        scores += answer != IKMI_ANSWER_UNKNOWN && answer != IKMI_ANSWER_BLANK;
    }
    if (scores + other == 0)
        return IKMI_EVIDENCE_NONE;
    return scores >= other ? IKMI_EVIDENCE_SCORES : scores ? IKMI_EVIDENCE_SOME : IKMI_EVIDENCE_OTHER;
}

static bool is_date(ikm_text cell)
{
    return ikmi_date_orders(cell) != 0;
}

static bool most_cells(const ikmi_cells *cells, size_t column, bool (*is)(ikm_text cell))
{
    size_t yes = 0, filled = 0;
    for (size_t row = 0; row < rows_of(cells); row++) {
        ikm_text cell = ikmi_trim(cell_at(cells, row, column));
        filled += cell.size > 0;
        yes += cell.size > 0 && is(cell);
    }
    return yes * 2 > filled;
}

bool ikmi_cells_personal(const ikmi_cells *cells, size_t column)
{
    return most_cells(cells, column, ikmi_is_personal);
}

bool ikmi_cells_dates(const ikmi_cells *cells, size_t column)
{
    return most_cells(cells, column, is_date);
}

ikm_text ikmi_cells_other(const ikmi_cells *cells, size_t column, size_t element)
{
    for (size_t row = 0; row < rows_of(cells); row++)
        if (ikmi_decode(cells->labels, element, cell_at(cells, row, column)) == IKMI_ANSWER_UNKNOWN)
            return cell_at(cells, row, column);
    return (ikm_text){NULL, 0};
}
