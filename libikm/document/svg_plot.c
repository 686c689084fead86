/* What a chart draws: its rows, fetched once, and the axis that holds them. */
#include "svg.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "wrap.h"

#include <string.h>

enum {
    ROWS_MOST = 200,    /* more bars cannot be read on any screen */
    NAME_COLUMNS = 100, /* more than any drawing shows of a name */
    SCREEN = 300,       /* pixels of the narrowest screen */
    COLUMN = 7,         /* pixels of a digit */
    MARKS_MOST = 7,
    MARKS_LEAST = 3
};

size_t ikmi_plot_value_width(const ikmi_plot *plot, ikm_decimal value)
{
    char text[IKMI_DECIMAL_SIZE];
    return strlen(ikmi_decimal_for_people(text, value, plot->html->lang));
}

/* The cells that together name a row, on one line; in html->shown. */
static ikm_text name_of(const ikmi_plot *plot, const ikm_cell *cells)
{
    ikmi_buffer *shown = &plot->html->shown;
    char number[IKMI_DECIMAL_SIZE];
    ikmi_buffer_clear(shown);
    for (size_t i = 0; i < plot->chart->category_count; i++) {
        const ikm_cell *cell = &cells[plot->chart->category_column + i];
        if (shown->size && cell->kind != IKM_CELL_EMPTY)
            ikmi_buffer_add_char(shown, ' ');
        if (cell->kind == IKM_CELL_TEXT)
            ikmi_add_shown(shown, cell->text);
        else if (cell->kind == IKM_CELL_NUMBER)
            ikmi_buffer_add_string(shown, ikmi_decimal_for_people(number, cell->number, plot->html->lang));
    }
    if (shown->status != IKM_OK)
        return (ikm_text){NULL, 0};
    for (size_t i = 0; i < shown->size; i++)
        if (shown->data[i] == '\n')
            shown->data[i] = ' ';
    return ikmi_cut(ikmi_buffer_text(shown), NAME_COLUMNS);
}

/* Names are only measured until all are there: the buffer may move. */
static void take_row(ikmi_plot *plot, ikmi_plot_row *row, const ikm_cell *cells)
{
    row->name = name_of(plot, cells);
    ikmi_buffer_add(&plot->names, row->name.data, row->name.size);
    for (size_t i = 0; i < plot->chart->series_count; i++) {
        const ikm_cell *cell = &cells[plot->chart->value_column + i];
        row->has[i] = cell->kind == IKM_CELL_NUMBER;
        row->value[i] = row->has[i] ? cell->number : (ikm_decimal){0, 0};
    }
}

static ikm_status take_rows(ikmi_plot *plot)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    for (size_t i = 0; i < plot->rows; i++) {
        ikm_status status = ikm_table_row(plot->table, i, cells);
        if (status != IKM_OK)
            return status;
        take_row(plot, &plot->row[i], cells);
        if (plot->html->shown.status != IKM_OK || plot->names.status != IKM_OK)
            return IKM_ERR_NOMEM;
    }
    for (size_t i = 0, at = 0; i < plot->rows; i++) {
        plot->row[i].name.data = plot->names.data ? plot->names.data + at : NULL;
        at += plot->row[i].name.size;
    }
    return IKM_OK;
}

static void add_row(ikmi_extent *extent, const ikmi_plot *plot, const ikmi_plot_row *row)
{
    ikmi_amount low = 0, high = 0;
    bool diverging = plot->chart->kind == IKM_CHART_DIVERGING;
    for (size_t i = 0; i < plot->chart->series_count; i++) {
        ikmi_amount amount = ikmi_amount_of(row->value[i]);
        if (row->has[i] && !diverging)
            ikmi_extent_add(extent, amount);
        else if (amount > 0 && i < plot->chart->series_count / 2)
            low -= amount;
        else if (amount > 0)
            high += amount;
    }
    if (diverging) {
        ikmi_extent_add(extent, low);
        ikmi_extent_add(extent, high);
    }
}

/* How many marks find room beside each other. */
static size_t most_marks(const ikmi_extent *data)
{
    size_t columns = 3;
    ikmi_amount rest = data->high > -data->low ? data->high : -data->low;
    for (; rest >= (ikmi_amount)1000 * ikmi_power_of_ten(18); rest /= 10)
        columns++;
    columns += (columns - 1) / 3 + 2; /* what parts thousands, a sign, a gap */
    size_t most = SCREEN / (columns * COLUMN) + 1;
    return most > MARKS_MOST ? MARKS_MOST : most < MARKS_LEAST ? MARKS_LEAST : most;
}

static void set_scale(ikmi_plot *plot)
{
    const ikm_chart *chart = plot->chart;
    ikmi_extent data = {0};
    for (size_t i = 0; i < plot->rows; i++)
        add_row(&data, plot, &plot->row[i]);
    if (chart->reference)
        ikmi_extent_add(&data, ikmi_amount_of(*chart->reference));
    if (ikmi_amount_of(chart->axis_min) < ikmi_amount_of(chart->axis_max)) {
        ikmi_scale_given(&plot->scale, chart->axis_min, chart->axis_max, &data, most_marks(&data));
        return;
    }
    if (chart->kind != IKM_CHART_LINES || !data.any)
        ikmi_extent_add(&data, 0); /* a bar that does not begin at zero lies about its length */
    ikmi_scale_from_data(&plot->scale, &data, most_marks(&data));
}

ikm_status ikmi_plot_init(ikmi_plot *plot, ikmi_html *html, const ikm_chart *chart, const ikm_table *table)
{
    size_t rows = ikm_chart_row_count(chart, table);
    *plot = (ikmi_plot){.html = html, .chart = chart, .table = table, .rows = rows < ROWS_MOST ? rows : ROWS_MOST};
    ikmi_buffer_init(&plot->names, html->stream.mem);
    plot->row = ikmi_alloc_zero(html->stream.mem, plot->rows + 1, sizeof *plot->row);
    ikm_status status = plot->row ? take_rows(plot) : IKM_ERR_NOMEM;
    if (status == IKM_OK)
        set_scale(plot);
    return status;
}

void ikmi_plot_done(ikmi_plot *plot)
{
    ikmi_buffer_done(&plot->names);
    ikmi_release(plot->html->stream.mem, plot->row);
}
