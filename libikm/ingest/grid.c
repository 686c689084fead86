#include "grid.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"
#include "encoding.h"
#include "kind.h"
#include "looks.h"
#include "stream.h"

#include <string.h>

enum { PEEKED_ROWS = 200 };

static ikm_status no_memory(const ikmi_grid *grid, ikm_error *err)
{
    return ikmi_fail_plain(err, IKM_ERR_NOMEM, grid->options.lang);
}

static ikm_status fail_at(const ikmi_grid *grid, ikmi_word word, int64_t line, ikm_error *err)
{
    ikm_status status =
        ikmi_fail(err, IKM_ERR_DATA, grid->options.lang, word, IKMI_SAY(ikmi_source_name(grid->source)));
    if (err)
        err->line = line;
    return status;
}

ikm_status ikmi_grid_name_columns(ikmi_grid *grid, ikmi_header_way way)
{
    size_t *ends = ikmi_alloc_zero(grid->options.mem, grid->columns, sizeof *ends), start = 0;
    if (!ends)
        return IKM_ERR_NOMEM;
    ikmi_buffer_clear(&grid->header_text);
    for (size_t c = 0; c < grid->columns; c++) {
        ikmi_header_name(&grid->header_text, &grid->peek, &grid->header, c, way);
        ends[c] = grid->header_text.size;
        ikmi_buffer_add_char(&grid->header_text, '\0');
    }
    grid->fields_least = 0;
    ikm_status status = grid->header_text.status;
    for (size_t c = 0; status == IKM_OK && c < grid->columns; start = ends[c++] + 1) {
        grid->headers[c] = (ikm_text){grid->header_text.data + start, ends[c] - start};
        if (grid->headers[c].size)
            grid->fields_least = c + 1;
    }
    ikmi_release(grid->options.mem, ends);
    return status;
}

ikm_status ikmi_grid_take_header(ikmi_grid *grid, const ikmi_header *header)
{
    const ikmi_peeked *first = &grid->peek.rows[header->first], *last = &grid->peek.rows[header->end - 1];
    ikm_text *headers = ikmi_resize(grid->options.mem, grid->headers, (header->columns + 1) * sizeof *grid->headers);
    if (!headers)
        return IKM_ERR_NOMEM;
    grid->headers = headers;
    grid->header = *header;
    grid->columns = grid->fields_most = header->columns;
    grid->data_row = header->end;
    grid->header_line = first->line;
    grid->data_at = (int64_t)(last->at + last->size);
    grid->data_line = last->line + last->newlines;
    return ikmi_grid_name_columns(grid, IKMI_HEADER_JOINED);
}

/* What the numbers behind the header have before their decimals, if they agree. */
static char decimal_of(const ikmi_grid *grid)
{
    bool comma = false, point = false;
    for (size_t r = grid->header.end; r < grid->peek.row_count; r++)
        for (size_t c = 0; c < grid->peek.rows[r].count; c++) {
            char mark = ikmi_decimal_mark(ikmi_peek_cell(&grid->peek, r, c));
            comma |= mark == ',';
            point |= mark == '.';
        }
    return comma == point ? (char)0 : comma ? ',' : '.';
}

static ikm_status find_header(ikmi_grid *grid, ikm_error *err)
{
    ikmi_header header;
    const ikm_dialect *told = &grid->options.dialect;
    const ikmi_header_told header_told = {told->header_line, (size_t)told->header_rows};
    if (!grid->peek.row_count)
        return fail_at(grid, IKMI_WORD_INGEST_EMPTY, 0, err);
    if (!ikmi_header_find(&header, &grid->peek, &header_told))
        return fail_at(grid, IKMI_WORD_INGEST_BAD_HEADER, grid->peek.rows[0].line, err);
    if (ikmi_grid_take_header(grid, &header) != IKM_OK)
        return no_memory(grid, err);
    grid->decimal = decimal_of(grid);
    grid->confidence = header.confidence < grid->sniff.confidence ? header.confidence : grid->sniff.confidence;
    return IKM_OK;
}

static ikmi_told told_of(const ikmi_grid *grid, ikmi_encoding encoding)
{
    const ikm_dialect *d = &grid->options.dialect;
    ikmi_told told = {{d->delimiter, d->quote, 0, d->escape}, encoding, d->header_line};
    if (ikmi_source_wrapping(grid->source) == IKMI_WRAPPING_ROWS)
        told.dialect = (ikmi_dialect){IKMI_ROWS_DELIMITER, IKMI_ROWS_QUOTE, IKMI_ROWS_NEWLINE, IKMI_ROWS_QUOTE};
    /* what came out of UTF-16, and what readers hand in, is UTF-8 */
    if (ikmi_source_wrapping(grid->source) != IKMI_WRAPPING_NONE)
        told.encoding = IKMI_ENCODING_UTF8;
    return told;
}

static int64_t look_at(const void *ctx, int64_t offset, void *out, size_t size)
{
    ikmi_source *source = (ikmi_source *)(uintptr_t)ctx; /* what has a size is read anywhere and stays as it was */
    ikm_text head = ikmi_source_head(source);
    size_t got = 0;
    if (ikmi_source_size(source) >= 0)
        return ikmi_source_read(source, offset, out, size, &got, NULL) == IKM_OK ? (int64_t)got : -1;
    if (offset < 0 || (uint64_t)offset >= head.size)
        return 0;
    got = head.size - (size_t)offset < size ? head.size - (size_t)offset : size;
    memcpy(out, head.data + offset, got);
    return (int64_t)got;
}

/* What is no table at all is refused by its name. */
static ikm_status check_kind(const ikmi_grid *grid, ikm_error *err)
{
    const ikmi_looking at = {look_at, grid->source, ikmi_source_size(grid->source)};
    if (ikmi_source_wrapping(grid->source) == IKMI_WRAPPING_ROWS)
        return IKM_OK;
    ikm_file_kind kind = ikmi_kind_of(&at);
    if (kind == IKM_FILE_TEXT || kind == IKM_FILE_EMPTY)
        return IKM_OK;
    return ikm_file_kind_refuse(kind, ikmi_source_name(grid->source), grid->options.lang, err);
}

static ikm_status understand(ikmi_grid *grid, ikmi_encoding encoding, ikm_error *err)
{
    const ikmi_grid_options *o = &grid->options;
    ikm_text head = ikmi_source_head(grid->source);
    int64_t size = ikmi_source_size(grid->source);
    bool whole = size >= 0 ? (int64_t)head.size == size : head.size < IKMI_HEAD_SIZE;
    ikmi_told told = told_of(grid, encoding);
    ikmi_sniff *sniff = &grid->sniff;
    ikm_status status =
        ikmi_sniff_find(sniff, head, whole, &told, ikmi_source_name(grid->source), o->lang, o->mem, err);
    if (status != IKM_OK)
        return status;
    grid->dialect = sniff->dialect;
    grid->encoding = sniff->encoding;
    status = ikmi_peek_read(&grid->peek, head, sniff->first_at, sniff->first_line, whole, PEEKED_ROWS, &grid->dialect,
                            grid->encoding, o->mem);
    return status == IKM_OK ? find_header(grid, err) : no_memory(grid, err);
}

/* What cannot be told: more header rows than there can be, a delimiter that is a quote, an encoding that is none. */
static ikm_status check_told(const ikmi_grid_options *options, ikmi_encoding *encoding_out, ikm_error *err)
{
    const ikm_dialect *d = &options->dialect;
    const char *encoding = d->encoding ? d->encoding : "";
    static const char never[] = "\r\n";
    bool good = d->header_line >= 0 && d->header_rows >= 0 && d->header_rows <= IKMI_HEADER_ROWS_MAX &&
                (!d->delimiter || d->delimiter != d->quote) && (!d->delimiter || !strchr(never, d->delimiter)) &&
                (!d->quote || !strchr(never, d->quote));
    if (!good)
        return ikmi_fail_plain(err, IKM_ERR_ARGUMENT, options->lang);
    *encoding_out = ikmi_encoding_named(encoding);
    if (*encoding && !*encoding_out)
        return ikmi_fail(err, IKM_ERR_ARGUMENT, options->lang, IKMI_WORD_INGEST_NO_SUCH_ENCODING, IKMI_SAY(encoding));
    return IKM_OK;
}

ikm_status ikmi_grid_open(ikmi_grid *out, const ikm_input *input, const ikmi_grid_options *options, ikm_error *err)
{
    ikmi_encoding encoding;
    *out = (ikmi_grid){.options = *options, .peek.mem = options->mem};
    ikmi_buffer_init(&out->header_text, options->mem);
    ikm_status status = check_told(options, &encoding, err);
    if (status == IKM_OK)
        status = ikmi_source_new(&out->source, input, encoding, options->lang, options->mem, err);
    if (status == IKM_OK)
        status = check_kind(out, err);
    if (status == IKM_OK)
        status = understand(out, encoding, err);
    if (status != IKM_OK)
        ikmi_grid_close(out);
    return status;
}

void ikmi_grid_close(ikmi_grid *grid)
{
    ikmi_release(grid->options.mem, grid->headers);
    grid->headers = NULL;
    ikmi_buffer_done(&grid->header_text);
    ikmi_peek_done(&grid->peek);
    ikmi_source_free(grid->source);
    grid->source = NULL;
}
