#include "grid.h"

#include "base/mem.h"
#include "base/words.h"
#include "sniff.h"
#include "stream.h"

enum { PEEKED_ROWS = 200 };

static ikm_status no_memory(const ikmi_grid *grid, ikm_error *err)
{
    return ikmi_fail_plain(err, IKM_ERR_NOMEM, grid->options.lang);
}

static ikm_status bad_header(const ikmi_grid *grid, int64_t line, ikm_error *err)
{
    ikm_status status = ikmi_fail(err, IKM_ERR_DATA, grid->options.lang, IKMI_WORD_INGEST_BAD_HEADER,
                                  IKMI_SAY(ikmi_source_name(grid->source)));
    if (err)
        err->line = line;
    return status;
}

/* The header is the first record. */
static ikm_status take_header(ikmi_grid *grid, ikm_error *err)
{
    const ikmi_peek *peek = &grid->peek;
    if (!peek->row_count || peek->rows[0].fault)
        return bad_header(grid, grid->header_line, err);
    const ikmi_peeked *header = &peek->rows[0];
    grid->columns = grid->fields_most = grid->fields_least = header->count;
    while (grid->fields_least > 0 && !ikmi_peek_cell(peek, 0, grid->fields_least - 1).size)
        grid->fields_least--;
    grid->headers = ikmi_alloc_zero(grid->options.mem, grid->columns, sizeof *grid->headers);
    if (!grid->headers)
        return no_memory(grid, err);
    for (size_t i = 0; i < grid->columns; i++)
        grid->headers[i] = ikmi_peek_cell(peek, 0, i);
    grid->data_row = 1;
    grid->data_at = (int64_t)(header->at + header->size);
    grid->data_line = header->line + header->newlines;
    return IKM_OK;
}

static ikm_status understand(ikmi_grid *grid, ikm_error *err)
{
    ikmi_sniff sniff;
    const ikmi_grid_options *o = &grid->options;
    ikm_text head = ikmi_source_head(grid->source);
    int64_t size = ikmi_source_size(grid->source);
    bool whole = size >= 0 ? (int64_t)head.size == size : head.size < IKMI_HEAD_SIZE;
    ikmi_dialect told = {o->dialect.delimiter, o->dialect.quote, 0, o->dialect.escape};
    if (ikmi_source_wrapping(grid->source) == IKMI_WRAPPING_ROWS)
        told = (ikmi_dialect){IKMI_ROWS_DELIMITER, IKMI_ROWS_QUOTE, IKMI_ROWS_NEWLINE, 0};
    ikm_status status =
        ikmi_sniff_find(&sniff, head, whole, &told, ikmi_source_name(grid->source), o->lang, o->mem, err);
    if (status != IKM_OK)
        return status;
    grid->dialect = sniff.dialect;
    grid->encoding = sniff.encoding;
    grid->first_at = (int64_t)sniff.header_at;
    grid->first_line = grid->header_line = sniff.header_line;
    status = ikmi_peek_read(&grid->peek, head, sniff.header_at, sniff.header_line, whole, PEEKED_ROWS, &grid->dialect,
                            grid->encoding, o->mem);
    return status == IKM_OK ? take_header(grid, err) : no_memory(grid, err);
}

ikm_status ikmi_grid_open(ikmi_grid *out, const ikm_input *input, const ikmi_grid_options *options, ikm_error *err)
{
    *out = (ikmi_grid){.options = *options, .peek.mem = options->mem};
    ikm_status status = ikmi_source_new(&out->source, input, options->lang, options->mem, err);
    if (status == IKM_OK)
        status = understand(out, err);
    if (status != IKM_OK)
        ikmi_grid_close(out);
    return status;
}

void ikmi_grid_close(ikmi_grid *grid)
{
    ikmi_release(grid->options.mem, grid->headers);
    ikmi_peek_done(&grid->peek);
    ikmi_source_free(grid->source);
    *grid = (ikmi_grid){.options = grid->options, .peek.mem = grid->options.mem};
}
