/* A table on a terminal: its lines, and the bars beside them. */
#include "text.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "base/words.h"

/* A cell that takes more lines is cut: a document of a terminal is to be read at a glance. */
enum { LINES_MOST = 8 };

static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

void ikmi_text_bar(ikmi_text_writer *writer, const ikmi_text_plan *plan, const ikm_cell *value)
{
    if (value->kind != IKM_CELL_NUMBER || !(plan->bar_max > plan->bar_min))
        return;
    double part = (ikmi_text_value(value->number) - plan->bar_min) / (plan->bar_max - plan->bar_min);
    part = part < 0 ? 0 : part > 1 ? 1 : part;
    size_t length = (size_t)(part * (double)plan->bar_width * 8 + 0.5);
    ikmi_text_repeat(writer, "█", length / 8, IKMI_STYLE_BAR);
    ikmi_text_put(writer, ikmi_text(eighths[length % 8]), IKMI_STYLE_BAR);
}

/* The cells of one block of a row, laid out line by line. */
typedef struct row_lines {
    size_t count; /* columns */
    const ikmi_text_column *column[IKM_TABLE_COLUMNS];
    size_t start[IKM_TABLE_COLUMNS + 1]; /* of each in the buffer */
    ikm_text rest[IKM_TABLE_COLUMNS];
    size_t skip[IKM_TABLE_COLUMNS]; /* empty lines above it */
    ikmi_text_style style[IKM_TABLE_COLUMNS];
} row_lines;

/* The columns of a block: its own, and the first one of all in front of them. */
static size_t block_columns(size_t *out, const ikmi_text_plan *plan, size_t block)
{
    size_t count = 0;
    if (block > 0)
        out[count++] = 0;
    for (size_t i = plan->block_start[block]; i < plan->block_start[block + 1]; i++)
        out[count++] = i;
    return count;
}

/* Once all cells are in the buffer, it moves no more and they can be pointed at. */
static bool settle(row_lines *row, ikmi_text_writer *writer)
{
    row->start[row->count] = writer->shown.size;
    if (writer->shown.status != IKM_OK)
        return false;
    for (size_t i = 0; i < row->count; i++)
        row->rest[i] = (ikm_text){writer->shown.data + row->start[i], row->start[i + 1] - row->start[i]};
    return true;
}

static size_t count_lines(ikm_text text, size_t width)
{
    size_t count = 0;
    for (; text.size; count++)
        ikmi_wrap_next(&text, width);
    return count;
}

/* Whole, with the blanks that keep its decimal mark in place. */
static ikm_text take_number(ikm_text *rest)
{
    ikm_text line = *rest;
    if (memchr(line.data, '\n', line.size)) /* a text among numbers */
        return ikmi_wrap_next(rest, 0);
    rest->size = 0;
    return line;
}

/* One line of one cell in its column; the last that is allowed says that there would be more. */
static void put_line(row_lines *row, size_t i, ikmi_text_writer *writer, bool last)
{
    const ikmi_text_column *column = row->column[i];
    size_t width = column->width;
    ikm_text line = column->number ? take_number(&row->rest[i]) : ikmi_wrap_next(&row->rest[i], width);
    bool cut = last && row->rest[i].size > 0;
    if (cut)
        line = ikmi_cut(line, width > 1 ? width - 1 : 0);
    size_t used = ikm_text_width(line) + cut;
    if (column->number && used < width)
        ikmi_text_pad(writer, width - used);
    ikmi_text_put(writer, line, row->style[i]);
    if (cut)
        ikmi_text_put(writer, ikmi_text("…"), row->style[i]);
    if (!column->number && used < width)
        ikmi_text_pad(writer, width - used);
}

/* `beside` is put at the end of the first line. */
static void put_row(row_lines *row, ikmi_text_writer *writer, const ikmi_text_plan *plan, const ikm_cell *beside)
{
    bool more = true;
    for (size_t line = 0; more; line++) {
        more = false;
        for (size_t i = 0; i < row->count; i++) {
            if (i)
                ikmi_text_pad(writer, IKMI_TEXT_GAP);
            if (row->skip[i] > 0) {
                row->skip[i]--;
                ikmi_text_pad(writer, row->column[i]->width);
            } else if (row->rest[i].size) {
                put_line(row, i, writer, line + 1 >= LINES_MOST);
            } else {
                ikmi_text_pad(writer, row->column[i]->width);
            }
            more = more || (row->rest[i].size && line + 1 < LINES_MOST);
        }
        if (line == 0 && beside) {
            ikmi_text_pad(writer, IKMI_TEXT_GAP);
            ikmi_text_bar(writer, plan, beside);
        }
        ikmi_text_end_line(writer);
    }
}

/* Where the bars begin and end, above them. */
static void put_axis(ikmi_text_writer *writer, const ikmi_text_plan *plan)
{
    char low[IKMI_DECIMAL_SIZE] = "0", high[IKMI_DECIMAL_SIZE];
    const ikm_chart *chart = plan->chart;
    double given = ikmi_text_value(chart->axis_max) - ikmi_text_value(chart->axis_min);
    if (!(given > 0))
        return;
    ikmi_decimal_for_people(low, chart->axis_min, writer->lang);
    ikmi_decimal_for_people(high, chart->axis_max, writer->lang);
    size_t used = strlen(low) + strlen(high);
    if (used >= plan->bar_width)
        return;
    ikmi_text_pad(writer, IKMI_TEXT_GAP);
    ikmi_text_put(writer, ikmi_text(low), IKMI_STYLE_FAINT);
    ikmi_text_pad(writer, plan->bar_width - used);
    ikmi_text_put(writer, ikmi_text(high), IKMI_STYLE_FAINT);
}

/* Titles stand on the line below them, however many lines each takes. */
static bool put_header(ikmi_text_writer *writer, const ikmi_text_plan *plan, const size_t *columns, size_t count)
{
    row_lines row = {.count = count};
    size_t lines = 1, taken[IKM_TABLE_COLUMNS], width = (count - 1) * IKMI_TEXT_GAP;
    ikmi_buffer_clear(&writer->shown);
    for (size_t i = 0; i < count; i++) {
        row.column[i] = &plan->column[columns[i]];
        row.start[i] = writer->shown.size;
        row.style[i] = IKMI_STYLE_BOLD;
        ikmi_text_add_title(writer, row.column[i]);
        width += row.column[i]->width;
    }
    if (!settle(&row, writer))
        return false;
    for (size_t i = 0; i < count; i++) {
        taken[i] = count_lines(row.rest[i], row.column[i]->width);
        lines = taken[i] > lines ? taken[i] : lines;
    }
    for (size_t line = 0; line < lines; line++) {
        for (size_t i = 0; i < count; i++) {
            const ikmi_text_column *column = row.column[i];
            ikm_text title = {NULL, 0};
            if (i)
                ikmi_text_pad(writer, IKMI_TEXT_GAP);
            if (line + taken[i] >= lines)
                title = ikmi_wrap_next(&row.rest[i], column->width);
            size_t used = ikm_text_width(title), free = used < column->width ? column->width - used : 0;
            ikmi_text_pad(writer, column->number ? free : 0);
            ikmi_text_put(writer, title, IKMI_STYLE_BOLD);
            ikmi_text_pad(writer, column->number ? 0 : free);
        }
        if (line + 1 == lines && plan->chart)
            put_axis(writer, plan);
        ikmi_text_end_line(writer);
    }
    ikmi_text_repeat(writer, "─", width + (plan->chart ? IKMI_TEXT_GAP + plan->bar_width : 0), IKMI_STYLE_FAINT);
    ikmi_text_end_line(writer);
    return true;
}

static ikm_status put_block(ikmi_text_writer *writer, const ikmi_text_plan *plan, size_t block)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    size_t columns[IKM_TABLE_COLUMNS], count = block_columns(columns, plan, block);
    const ikm_table *table = plan->table;
    const ikm_chart *chart = plan->chart;
    if (!put_header(writer, plan, columns, count))
        return IKM_ERR_NOMEM;
    for (size_t index = 0; index < table->row_count && writer->stream.status == IKM_OK; index++) {
        row_lines row;
        row.count = count;
        ikm_status status = ikm_table_row(table, index, cells);
        if (status != IKM_OK)
            return status;
        ikmi_buffer_clear(&writer->shown);
        for (size_t i = 0; i < count; i++) {
            const ikm_cell *cell = &cells[columns[i]];
            row.column[i] = &plan->column[columns[i]];
            row.start[i] = writer->shown.size;
            row.style[i] = cell->strong ? IKMI_STYLE_BOLD : IKMI_STYLE_PLAIN;
            row.skip[i] = 0;
            ikmi_text_add_cell(writer, row.column[i], cell);
        }
        if (!settle(&row, writer))
            return IKM_ERR_NOMEM;
        bool has_bar = chart && (chart->row_count == 0 || index < chart->row_count);
        put_row(&row, writer, plan, has_bar ? &cells[chart->value_column] : NULL);
    }
    return writer->stream.status;
}

ikm_status ikmi_text_table(ikmi_text_writer *writer, const ikm_table *table, const ikm_chart *chart)
{
    ikmi_text_plan plan;
    ikm_status status = ikmi_text_plan_make(&plan, writer, table, chart);
    if (status != IKM_OK)
        return status;
    writer->drawn = plan.chart;
    if (table->title && *table->title)
        ikmi_text_paragraph(writer, ikmi_text_show(writer, table->title), 0, IKMI_STYLE_BOLD);
    if (table->row_count == 0) {
        ikmi_text_put(writer, ikmi_text(ikmi_word_text(writer->lang, IKMI_WORD_DOCUMENT_NO_ROWS)), IKMI_STYLE_FAINT);
        ikmi_text_end_line(writer);
        return writer->stream.status;
    }
    for (size_t block = 0; block < plan.block_count && status == IKM_OK; block++) {
        if (block)
            ikmi_text_end_line(writer);
        status = put_block(writer, &plan, block);
    }
    return status;
}

typedef struct view {
    ikmi_text_writer *writer;
    const ikm_table *table;
    const ikm_chart *chart;
    ikmi_buffer name; /* of the bar at hand, put together from its columns */
} view;

/* "Kejobong / Layanan Administrasi" */
static ikm_cell name_bar(view *shown, const ikm_cell *cells)
{
    const ikm_chart *chart = shown->chart;
    char number[IKMI_DECIMAL_SIZE];
    if (chart->category_count < 2)
        return cells[chart->category_column];
    ikmi_buffer_clear(&shown->name);
    for (size_t i = 0; i < chart->category_count; i++) {
        const ikm_cell *cell = &cells[chart->category_column + i];
        if (i)
            ikmi_buffer_add_string(&shown->name, " / ");
        if (cell->kind == IKM_CELL_TEXT)
            ikmi_buffer_add(&shown->name, cell->text.data, cell->text.size);
        else if (cell->kind == IKM_CELL_NUMBER)
            ikmi_buffer_add_string(&shown->name, ikmi_decimal_for_people(number, cell->number, shown->writer->lang));
    }
    return (ikm_cell){.kind = IKM_CELL_TEXT, .text = ikmi_buffer_text(&shown->name)};
}

static ikm_status view_row(void *ctx, size_t index, ikm_cell *out)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    view *shown = ctx;
    ikm_status status = ikm_table_row(shown->table, index, cells);
    if (status == IKM_OK) {
        out[0] = name_bar(shown, cells);
        out[1] = cells[shown->chart->value_column];
        status = shown->name.status;
    }
    return status;
}

ikm_status ikmi_text_chart(ikmi_text_writer *writer, const ikm_table *table, const ikm_chart *chart)
{
    view shown = {.writer = writer, .table = table, .chart = chart};
    size_t last = chart->category_column + (chart->category_count > 1 ? chart->category_count - 1 : 0);
    const ikm_column columns[] = {table->columns[last], table->columns[chart->value_column]};
    size_t rows = table->row_count;
    if (chart->row_count && chart->row_count < rows)
        rows = chart->row_count;
    ikm_table bars = {.title = chart->title,
                      .columns = columns,
                      .column_count = 2,
                      .row = view_row,
                      .ctx = &shown,
                      .row_count = rows};
    ikm_chart of_view = *chart;
    of_view.category_column = 0;
    of_view.category_count = 1;
    of_view.value_column = 1;
    ikmi_buffer_init(&shown.name, writer->stream.mem);
    ikm_status status = ikmi_text_table(writer, &bars, &of_view);
    ikmi_buffer_done(&shown.name);
    writer->drawn = NULL;
    return status;
}
