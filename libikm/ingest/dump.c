#include "dump.h"

#include "base/mem.h"
#include "base/words.h"

enum { SAMPLE_ROWS = 100 };

/* Rows behind the header, as cells[row * columns + column]; those that are no rows of several cells tell nothing. */
static ikm_text *sample_of(const ikmi_grid *grid, size_t *rows_out)
{
    const ikmi_peek *peek = &grid->peek;
    size_t rows = 0, left = peek->row_count - grid->data_row;
    ikm_text *cells = ikmi_alloc_zero(grid->options.mem, (left < SAMPLE_ROWS ? left : SAMPLE_ROWS) + 1,
                                      grid->columns * sizeof *cells);
    for (size_t r = grid->data_row; cells && r < peek->row_count && rows < SAMPLE_ROWS; r++) {
        if (peek->rows[r].count < 2)
            continue;
        for (size_t c = 0; c < grid->columns; c++)
            cells[rows * grid->columns + c] = ikmi_peek_cell(peek, r, c);
        rows++;
    }
    *rows_out = rows;
    return cells;
}

static ikm_status map_columns(ikmi_dump *dump, ikm_error *err)
{
    ikmi_sample sample;
    const ikmi_grid *grid = &dump->grid;
    const ikmi_dump_options *o = &dump->options;
    ikm_text *cells = sample_of(grid, &sample.rows);
    if (!cells)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, o->lang);
    sample.cells = cells;
    ikm_status status = ikmi_columns_map(&dump->columns, o->rules, o->labels, grid->headers, grid->columns, &sample,
                                         ikmi_source_name(grid->source), grid->header_line, o->lang, o->mem, err);
    ikmi_release(o->mem, cells);
    return status;
}

ikm_status ikmi_dump_new(ikmi_dump **out, const ikm_input *input, const ikmi_dump_options *options, ikm_error *err)
{
    *out = NULL;
    ikmi_dump *dump = ikmi_alloc_zero(options->mem, 1, sizeof *dump);
    if (!dump)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, options->lang);
    dump->options = *options;
    dump->columns.mem = options->mem;
    ikm_status status =
        ikmi_grid_open(&dump->grid, input, &(ikmi_grid_options){options->dialect, options->lang, options->mem}, err);
    if (status == IKM_OK)
        status = map_columns(dump, err);
    if (status != IKM_OK) {
        ikmi_dump_free(dump);
        return status;
    }
    *out = dump;
    return IKM_OK;
}

void ikmi_dump_free(ikmi_dump *dump)
{
    if (!dump)
        return;
    ikmi_columns_done(&dump->columns);
    ikmi_grid_close(&dump->grid);
    ikmi_release(dump->options.mem, dump);
}
