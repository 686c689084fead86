#include "dump.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"
#include "mask.h"

enum { SAMPLE_ROWS = 100, TITLE_ROWS = 40, BY_MEANING = 60, SHOWN_SIZE = 80 };

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

static ikm_status lacks_column(const ikmi_dump *dump, int column, ikm_error *err)
{
    const ikmi_grid *grid = &dump->grid;
    char header[SHOWN_SIZE], line[IKMI_INTEGER_SIZE];
    ikmi_mask(header, sizeof header, ikmi_text(dump->options.schema->columns[column].header));
    ikmi_integer_text(line, grid->header_line);
    ikm_status status = ikmi_fail(err, IKM_ERR_MISMATCH, dump->options.lang, IKMI_WORD_SCHEMA_COLUMN_MISSING,
                                  IKMI_SAY(ikmi_source_name(grid->source), header, line));
    if (err)
        err->line = grid->header_line;
    return status;
}

/* The meaning of the columns as they are named now. */
static ikm_status map_columns(ikmi_columns *out, const ikmi_dump *dump, bool partial, ikm_error *err)
{
    const ikmi_grid *grid = &dump->grid;
    const ikmi_dump_options *o = &dump->options;
    size_t rows;
    int missing = -1;
    ikm_text *cells = sample_of(grid, &rows);
    ikmi_told_column *told = o->schema ? ikmi_alloc_zero(o->mem, grid->columns, sizeof *told) : NULL;
    *out = (ikmi_columns){.mem = o->mem};
    ikm_status status = cells && (told || !o->schema) ? IKM_OK : IKM_ERR_NOMEM;
    if (status == IKM_OK && told)
        status = ikmi_schema_match(told, &missing, o->schema, grid->headers, grid->columns);
    if (status != IKM_OK) {
        ikmi_fail_plain(err, status, o->lang);
    } else if (missing >= 0) {
        status = lacks_column(dump, missing, err);
    } else {
        const ikmi_columns_task task = {
            .rules = o->rules,
            .labels = o->labels,
            .headers = grid->headers,
            .count = grid->columns,
            .sample = {cells, rows},
            .told = told,
            .doubtful = grid->header.confidence < 100,
            .partial = partial,
            .file = ikmi_source_name(grid->source),
            .line = grid->header_line,
            .lang = o->lang,
            .mem = o->mem,
        };
        status = ikmi_columns_map(out, &task, err);
    }
    ikmi_release(o->mem, told);
    ikmi_release(o->mem, cells);
    return status;
}

static size_t roles_of(const ikmi_columns *columns)
{
    size_t roles = 0;
    for (size_t i = 0; i < columns->count; i++)
        roles += columns->columns[i].role != IKMI_ROLE_OTHER;
    return roles;
}

/* Is this way of naming columns better than the best so far, which came to `status`? */
static ikm_status try_way(ikmi_dump *dump, ikmi_header_way way, ikm_status status, ikmi_header_way *best)
{
    ikmi_columns other;
    if (ikmi_grid_name_columns(&dump->grid, way) != IKM_OK)
        return IKM_ERR_NOMEM;
    ikm_status now = map_columns(&other, dump, false, NULL);
    if (now == IKM_OK && (status != IKM_OK || roles_of(&other) > roles_of(&dump->columns))) {
        ikmi_columns worse = dump->columns;
        dump->columns = other;
        other = worse;
        *best = way;
    }
    ikmi_columns_done(&other);
    return now == IKM_OK || now == IKM_ERR_NOMEM ? now : status;
}

/*
 * Of several header rows, the way to name columns by which most of them mean
 * something. The error is that of the first way, which says most.
 */
static ikm_status map_by_best_way(ikmi_dump *dump, ikm_error *err)
{
    ikmi_header_way best = IKMI_HEADER_JOINED;
    ikm_status status = map_columns(&dump->columns, dump, false, err);
    if (dump->grid.header.names == 1 || status == IKM_ERR_NOMEM)
        return status;
    for (ikmi_header_way way = IKMI_HEADER_LOWER; way <= IKMI_HEADER_UPPER && status != IKM_ERR_NOMEM; way++)
        status = try_way(dump, way, status, &best);
    if (status == IKM_ERR_NOMEM || ikmi_grid_name_columns(&dump->grid, best) != IKM_OK)
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, dump->options.lang);
    return status;
}

/*
 * Where the row that looks like a header means nothing, it may be a title; then a
 * row below it does, with nothing but words between. Which is told by its meaning.
 */
static ikm_status map(ikmi_dump *dump, ikm_error *err)
{
    ikmi_grid *grid = &dump->grid;
    const ikmi_header first = grid->header;
    ikm_status status = map_by_best_way(dump, err), found = status;
    if (status != IKM_ERR_DATA || dump->options.dialect.header_line)
        return status;
    for (size_t row = first.first; found == IKM_ERR_DATA && row + 1 < grid->peek.row_count && row < TITLE_ROWS &&
                                   ikmi_row_is_words(&grid->peek, row);
         row++) {
        ikmi_header other;
        if (grid->peek.rows[row + 1].fault)
            break;
        ikmi_header_at(&other, &grid->peek, row + 1, (size_t)dump->options.dialect.header_rows);
        found = ikmi_grid_take_header(grid, &other);
        if (found == IKM_OK)
            found = map_by_best_way(dump, NULL);
    }
    if (found == IKM_OK && grid->confidence > BY_MEANING)
        grid->confidence = BY_MEANING;
    if (found != IKM_OK && (found == IKM_ERR_NOMEM || ikmi_grid_take_header(grid, &first) != IKM_OK))
        return ikmi_fail_plain(err, IKM_ERR_NOMEM, dump->options.lang);
    return found == IKM_OK ? IKM_OK : status;
}

/* Not a survey, and that is said and no failure: what is certain of its columns. */
static ikm_status map_partly(ikmi_dump *dump)
{
    ikmi_columns_done(&dump->columns);
    ikm_status status = map_columns(&dump->columns, dump, true, NULL);
    return status == IKM_ERR_NOMEM ? status : IKM_OK;
}

static ikm_status understand(ikmi_dump *dump, ikm_error *err)
{
    const ikmi_dump_options *o = &dump->options;
    ikm_error why = {.status = IKM_OK, .offset = -1};
    ikm_status status = map(dump, &why);
    dump->is_mapped = status == IKM_OK;
    bool tolerable = status == IKM_ERR_DATA || status == IKM_ERR_UNSURE;
    if (!tolerable || !o->unmapped) {
        if (status != IKM_OK && err)
            *err = why;
        return status;
    }
    *o->unmapped = why;
    status = map_partly(dump);
    return status == IKM_OK ? status : ikmi_fail_plain(err, status, o->lang);
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
        status = understand(dump, err);
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
