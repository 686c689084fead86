#include "table.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "ingest/cell.h"
#include "ingest/fold.h"
#include "ingest/walk.h"

#include <string.h>

enum { NAME_SIZE = 200, POINT_BOTH = 1 };

typedef struct table_reading {
    ikmi_table *table;
    const ikmi_table_form *form;
    ikmi_faults *faults;
    ikmi_keep *keep;
    ikmi_grid grid;
    ikmi_walk walk;
    ikmi_cells cells;
    ikmi_buffer text;                           /* of the field in hand, where it is not as it stands */
    int column[IKMI_TABLE_COLUMNS_MAX];         /* of the form's columns; -1: it is not there */
    const char *header[IKMI_TABLE_COLUMNS_MAX]; /* as the table calls it */
    size_t room;
    ikm_error *err;
} table_reading;

static ikm_lang lang_of(const table_reading *r)
{
    return r->faults->options->lang;
}

static ikm_status no_memory(const table_reading *r)
{
    return ikmi_fail_plain(r->err, IKM_ERR_NOMEM, lang_of(r));
}

/* Is `name` one of the names, which have a comma between them? */
static bool is_among(const char *names, const char *name)
{
    size_t size = strlen(name);
    while (names && *names) {
        size_t length = strcspn(names, ",");
        if (length == size && !memcmp(names, name, size))
            return true;
        names += length + (names[length] == ',');
    }
    return false;
}

static ikm_status fail_header(const table_reading *r, ikmi_word word, const char *const *args, size_t count)
{
    ikm_status status = ikmi_fail(r->err, IKM_ERR_DATA, lang_of(r), word, args, count);
    if (r->err)
        r->err->line = r->grid.header_line;
    return status;
}

static void list_headers(char *out, size_t size, const ikmi_grid *grid)
{
    size_t used = 0;
    *out = '\0';
    for (size_t c = 0; c < grid->columns; c++) {
        ikm_text header = grid->headers[c];
        if (!header.size || used + header.size + 3 > size)
            continue;
        if (used)
            used = (size_t)(stpcpy(out + used, ", ") - out);
        memcpy(out + used, header.data, header.size);
        used += header.size;
        out[used] = '\0';
    }
}

/* The columns by the words of their headers: case, underscores and blanks do not matter. */
static ikm_status find_columns(table_reading *r)
{
    char name[NAME_SIZE], line[IKMI_INTEGER_SIZE];
    ikmi_integer_text(line, r->grid.header_line);
    for (size_t i = 0; i < r->form->count; i++) {
        r->column[i] = -1;
        r->header[i] = r->form->columns[i].name;
    }
    for (size_t c = 0; c < r->grid.columns; c++) {
        ikmi_fold(name, sizeof name, r->grid.headers[c]);
        for (size_t i = 0; i < r->form->count; i++) {
            const ikmi_table_column *column = &r->form->columns[i];
            if (strcmp(column->name, name) != 0 && !is_among(column->others, name))
                continue;
            const char *header = ikmi_keep_text(r->keep, r->grid.headers[c]);
            if (!header)
                return no_memory(r);
            if (r->column[i] >= 0)
                return fail_header(r, IKMI_WORD_REPORT_COLUMN_TWICE,
                                   IKMI_SAY(r->table->file, line, r->header[i], header));
            r->column[i] = (int)c;
            r->header[i] = header;
            r->table->has[i] = true;
            break;
        }
    }
    for (size_t i = 0; i < r->form->count; i++) {
        char there[140];
        list_headers(there, sizeof there, &r->grid);
        if (r->form->columns[i].required && r->column[i] < 0)
            return fail_header(r, IKMI_WORD_REPORT_COLUMN_MISSING,
                               IKMI_SAY(r->table->file, line, r->form->columns[i].name, there));
    }
    return IKM_OK;
}

static bool is_empty_record(const table_reading *r)
{
    ikm_text bytes = ikmi_walk_bytes(&r->walk);
    for (size_t i = 0; i < bytes.size; i++)
        if (!ikmi_is_blank(bytes.data[i]) && bytes.data[i] != r->grid.dialect.delimiter &&
            bytes.data[i] != r->grid.dialect.quote)
            return false;
    return true;
}

static ikm_status read_cell(ikmi_spot *out, table_reading *r, size_t field, const char *header)
{
    const ikmi_record *record = &r->walk.record;
    ikmi_cell cell;
    *out = (ikmi_spot){.header = header, .text = ""};
    size_t at = field < record->field_count ? (field ? record->field_end[field - 1] + (size_t)1 : 0) : 0;
    ikmi_walk_locate(&r->walk, at, &out->line, &out->column);
    if (field >= record->field_count) {
        out->column = 0;
        return IKM_OK;
    }
    ikmi_buffer_clear(&r->text);
    ikm_status status = ikmi_cell_read(&cell, &r->cells, ikmi_walk_field(&r->walk, field),
                                       r->walk.encoding ? r->walk.encoding : IKMI_ENCODING_UTF8);
    if (status != IKM_OK)
        return no_memory(r);
    out->text = ikmi_keep_text(r->keep, ikmi_trim(cell.text));
    return out->text ? IKM_OK : no_memory(r);
}

/* Fields beyond the header that are not empty, or fewer than it has, shift what is read. */
static ikm_status is_whole(bool *out, table_reading *r)
{
    size_t count = r->walk.record.field_count;
    *out = count >= r->grid.fields_least;
    for (size_t i = r->grid.fields_most; *out && i < count; i++) {
        ikmi_spot cell;
        ikm_status status = read_cell(&cell, r, i, "");
        if (status != IKM_OK)
            return status;
        *out = !*cell.text;
    }
    return IKM_OK;
}

static ikm_status grow(table_reading *r)
{
    size_t room = r->room ? r->room * 2 : 32;
    ikmi_table_row *rows = ikmi_keep_alloc(r->keep, room, sizeof *rows);
    if (!rows)
        return no_memory(r);
    if (r->table->count)
        memcpy(rows, r->table->rows, r->table->count * sizeof *rows);
    r->table->rows = rows;
    r->room = room;
    return IKM_OK;
}

/* Two different points in one table say nothing. */
static void note_point(table_reading *r, const char *text)
{
    char point = ikmi_number_point(ikmi_text(text));
    if (point && r->table->point != POINT_BOTH)
        r->table->point = !r->table->point || r->table->point == point ? point : (char)POINT_BOTH;
}

static ikm_status take_row(table_reading *r)
{
    ikm_status status = r->table->count == r->room ? grow(r) : IKM_OK;
    if (status != IKM_OK)
        return status;
    ikmi_table_row *row = &r->table->rows[r->table->count];
    row->line = r->walk.line;
    for (size_t i = 0; i < r->form->count && status == IKM_OK; i++) {
        if (r->column[i] < 0)
            row->cell[i] = (ikmi_spot){row->line, 0, r->header[i], ""};
        else
            status = read_cell(&row->cell[i], r, (size_t)r->column[i], r->header[i]);
        if (status == IKM_OK && r->form->columns[i].numbers)
            note_point(r, row->cell[i].text);
    }
    r->table->count += status == IKM_OK;
    return status;
}

static void refuse(table_reading *r, ikmi_word word, size_t at, const char *const *args, size_t count)
{
    ikmi_spot spot = {.header = "", .text = ""};
    ikmi_walk_locate(&r->walk, at, &spot.line, &spot.column);
    spot.column = at ? spot.column : 0;
    ikmi_fault(r->faults, &spot, word, args, count);
}

static ikm_status take_record(table_reading *r)
{
    const ikmi_record *record = &r->walk.record;
    char given[IKMI_INTEGER_SIZE], limit[IKMI_INTEGER_SIZE];
    bool whole;
    if (r->walk.endless || record->field_count == IKMI_FIELDS_MAX || record->fault == IKM_ISSUE_LONG) {
        refuse(r, IKMI_WORD_INGEST_TOO_LONG, 0, IKMI_SAY(ikmi_integer_text(limit, IKMI_FIELD_MAX)));
        return IKM_OK;
    }
    if (record->fault) {
        refuse(r, IKMI_WORD_INGEST_STRAY_QUOTE, record->fault_at, NULL, 0);
        return IKM_OK;
    }
    if (is_empty_record(r))
        return IKM_OK;
    if (r->table->count == IKMI_TABLE_ROWS_MAX)
        return ikmi_fail(r->err, IKM_ERR_LIMIT, lang_of(r), IKMI_WORD_REPORT_TOO_LONG,
                         IKMI_SAY(r->table->file, ikmi_integer_text(limit, IKMI_TABLE_ROWS_MAX)));
    ikm_status status = is_whole(&whole, r);
    if (status != IKM_OK)
        return status;
    if (whole)
        return take_row(r);
    refuse(r, IKMI_WORD_INGEST_FIELD_COUNT, 0,
           IKMI_SAY(ikmi_integer_text(given, (int64_t)record->field_count),
                    ikmi_integer_text(limit, (int64_t)r->grid.fields_most)));
    return IKM_OK;
}

static ikm_status walk(table_reading *r)
{
    bool more = true;
    ikm_status status = find_columns(r);
    while (status == IKM_OK && more) {
        status = ikmi_walk_next(&r->walk, &more, r->err);
        if (status == IKM_ERR_NOMEM)
            return no_memory(r);
        if (status == IKM_OK && more)
            status = take_record(r);
    }
    if (r->table->point == POINT_BOTH)
        r->table->point = '\0';
    return status;
}

ikm_status ikmi_table_read(ikmi_table *out, ikmi_faults *faults, ikmi_keep *keep, const ikmi_table_form *form,
                           const ikm_input *input, ikm_error *err)
{
    const ikm_report_options *o = faults->options;
    table_reading r = {.table = out, .form = form, .faults = faults, .keep = keep, .err = err};
    *out = (ikmi_table){.file = faults->file};
    if (err)
        *err = (ikm_error){.offset = -1};
    ikm_status status = ikmi_grid_open(&r.grid, input, &(ikmi_grid_options){o->dialect, o->lang, o->mem}, err);
    if (status != IKM_OK)
        return status;
    ikmi_buffer_init(&r.text, o->mem);
    ikmi_walk_begin(&r.walk, &r.grid);
    status = ikmi_cells_init(&r.cells, &r.grid.dialect, &r.text, o->mem) == IKM_OK ? walk(&r) : no_memory(&r);
    ikmi_cells_done(&r.cells);
    ikmi_walk_done(&r.walk);
    ikmi_buffer_done(&r.text);
    ikmi_grid_close(&r.grid);
    return status;
}

ikmi_spot ikmi_table_line(const ikmi_table_row *row)
{
    return (ikmi_spot){row->line, 0, "", ""};
}

ikm_text ikmi_spot_text(const ikmi_spot *cell)
{
    return ikmi_text(cell->text);
}
