#include "row.h"

#include <string.h>

/*
 * A header stands near the top; after so many rows one stray value far to the
 * right no longer makes all that follow as wide as itself.
 */
enum { ROWS_THAT_WIDEN = 1024 };

void ikmi_row_begin(ikmi_row *row, int64_t line)
{
    if (row->touched)
        memset(row->cells, 0, row->touched * sizeof *row->cells);
    row->line = line;
    row->width = row->touched = row->numbers = 0;
    row->text.size = 0;
}

void ikmi_row_done(ikmi_row *row, const ikmi_desk *desk)
{
    ikmi_desk_release(desk, row->cells);
    ikmi_pile_done(&row->text, desk);
    *row = (ikmi_row){0};
}

ikmi_cell *ikmi_row_cell(ikmi_row *row, const ikmi_desk *desk, size_t column)
{
    if (column > row->capacity) {
        size_t more = row->capacity ? row->capacity : 32;
        while (more < column)
            more *= 2;
        ikmi_cell *cells = ikmi_desk_resize(desk, row->cells, more, sizeof *cells);
        if (!cells)
            return NULL;
        memset(cells + row->capacity, 0, (more - row->capacity) * sizeof *cells);
        row->cells = cells;
        row->capacity = more;
    }
    if (column > row->touched)
        row->touched = column;
    return &row->cells[column - 1];
}

void ikmi_row_note(ikmi_row *row, size_t column)
{
    const ikmi_cell *cell = &row->cells[column - 1];
    if (!cell->size)
        return;
    row->numbers += cell->number;
    if (column > row->width)
        row->width = column;
}

ikm_text ikmi_row_text(const ikmi_row *row, size_t column)
{
    if (column > row->width)
        return (ikm_text){NULL, 0};
    const ikmi_cell *cell = &row->cells[column - 1];
    if (!cell->size)
        return (ikm_text){NULL, 0};
    return (ikm_text){cell->shared ? cell->shared : row->text.data + cell->offset, cell->size};
}

static bool widen(ikmi_fields *fields, const ikmi_desk *desk, size_t width)
{
    if (width <= fields->capacity)
        return true;
    size_t more = fields->capacity ? fields->capacity : 32;
    while (more < width)
        more *= 2;
    ikm_field *items = ikmi_desk_resize(desk, fields->items, more, sizeof *items);
    if (!items)
        return false;
    for (size_t i = fields->capacity; i < more; i++)
        items[i] = (ikm_field){{NULL, 0}, (int64_t)i + 1};
    fields->items = items;
    fields->capacity = more;
    return true;
}

bool ikmi_fields_set(ikmi_fields *fields, const ikmi_desk *desk, const ikmi_row *row, size_t *count_out)
{
    if (!widen(fields, desk, row->width))
        return false;
    if (fields->rows < ROWS_THAT_WIDEN && row->width > fields->count)
        fields->count = row->width;
    fields->rows++;
    for (size_t i = 0; i < row->width; i++)
        fields->items[i].text = ikmi_row_text(row, i + 1);
    for (size_t i = row->width; i < fields->filled; i++)
        fields->items[i].text = (ikm_text){NULL, 0};
    fields->filled = row->width;
    *count_out = row->width > fields->count ? row->width : fields->count;
    return true;
}

void ikmi_fields_done(ikmi_fields *fields, const ikmi_desk *desk)
{
    ikmi_desk_release(desk, fields->items);
    *fields = (ikmi_fields){0};
}
