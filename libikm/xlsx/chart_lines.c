/*
 * Lines over bands. libxlsxwriter draws one kind of series in a chart; the file
 * format knows several on the same axes. So the chart writes itself twice: its
 * first series as columns without gaps, stacked to bands, the others as lines.
 */
#include "chart.h"

enum { LABELS_MOST = 24, FULL_OVERLAP = 100 };

/* How many of the first series are bands: in a field that charts of lines do not use. */
static void set_band_series(lxw_chart *chart, size_t count)
{
    chart->hole_size = (uint16_t)count;
}

/* What draws charts of a kind; NULL: refused. */
typedef void (*writer)(lxw_chart *);
static writer writer_of(uint8_t type)
{
    lxw_chart *other = lxw_chart_new(type);
    writer found = other ? other->write_chart_type : NULL;
    lxw_chart_free(other);
    return found;
}

static void write_bands_and_lines(lxw_chart *chart)
{
    writer write_columns = writer_of(LXW_CHART_COLUMN_STACKED), write_lines = writer_of(LXW_CHART_LINE);
    struct lxw_chart_series_list *all = chart->series_list, bands = STAILQ_HEAD_INITIALIZER(bands);
    lxw_chart_marker *marker = chart->default_marker;
    const lxw_chart usual = *chart;
    if (!write_columns || !write_lines)
        return;
    for (size_t i = 0; i < usual.hole_size; i++) {
        lxw_chart_series *series = STAILQ_FIRST(all);
        STAILQ_REMOVE_HEAD(all, list_pointers);
        STAILQ_INSERT_TAIL(&bands, series, list_pointers);
    }
    chart->series_list = &bands;
    chart->default_marker = NULL; /* columns have none */
    chart->grouping = LXW_GROUPING_STACKED;
    chart->has_overlap = LXW_TRUE;
    chart->overlap_y1 = FULL_OVERLAP;
    chart->gap_y1 = 0;
    write_columns(chart);
    chart->series_list = all;
    chart->default_marker = marker;
    chart->grouping = usual.grouping;
    chart->has_overlap = usual.has_overlap;
    chart->overlap_y1 = usual.overlap_y1;
    chart->gap_y1 = usual.gap_y1;
    write_lines(chart);
    STAILQ_CONCAT(&bands, all); /* in their order again, for whoever frees them */
    STAILQ_CONCAT(all, &bands);
}

static bool put_band(ikmi_drawing *drawing, const char *label, double height, const uint32_t *colour)
{
    double *numbers;
    lxw_chart_line none = {.none = LXW_TRUE};
    lxw_chart_fill empty = {.none = LXW_TRUE};
    lxw_chart_series *series = ikmi_drawing_helper(drawing, label, &numbers);
    if (!series)
        return false;
    for (size_t i = 0; i < drawing->rows; i++)
        numbers[i] = height;
    chart_series_set_line(series, &none);
    if (colour) {
        ikmi_series_fill(series, *colour);
    } else {
        chart_series_set_fill(series, &empty);
        ikmi_drawing_unlist(drawing);
    }
    return true;
}

/* The end of the axis, or where there is none given the largest value. */
static double top_of(const ikmi_drawing *drawing)
{
    const ikm_chart *shown = drawing->shown;
    ikm_cell cells[IKM_TABLE_COLUMNS];
    double low = ikmi_decimal_double(shown->axis_min), top = ikmi_decimal_double(shown->axis_max);
    if (top > low)
        return top;
    top = ikmi_decimal_double(shown->bands[shown->band_count - 1].from);
    for (size_t row = 0; row < drawing->rows; row++) {
        if (!ikmi_book_pull(drawing->sheet->book, drawing->placed->table, row, cells))
            break;
        for (size_t i = 0; i < drawing->series; i++) {
            const ikm_cell *cell = &cells[shown->value_column + i];
            double value = cell->kind == IKM_CELL_NUMBER ? ikmi_decimal_double(cell->number) : top;
            top = value > top ? value : top;
        }
    }
    return top;
}

/* From the bottom: what is below the first band is not seen. */
static bool put_bands(ikmi_drawing *drawing)
{
    const ikm_chart *shown = drawing->shown;
    if (!shown->band_count)
        return true;
    double top = top_of(drawing), from = ikmi_decimal_double(shown->bands[0].from);
    if (!put_band(drawing, NULL, from, NULL))
        return false;
    for (size_t i = 0; i < shown->band_count; i++) {
        uint32_t colour = ikm_chart_band_colour(shown, i);
        double to = i + 1 < shown->band_count ? ikmi_decimal_double(shown->bands[i + 1].from) : top;
        if (!put_band(drawing, shown->bands[i].label, to > from ? to - from : 0, &colour))
            return false;
        from = to;
    }
    set_band_series(drawing->chart, drawing->drawn);
    drawing->chart->write_chart_type = write_bands_and_lines;
    return true;
}

void ikmi_draw_lines(ikmi_drawing *drawing)
{
    const ikm_chart *shown = drawing->shown;
    static const uint8_t markers[] = {LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_DIAMOND,
                                      LXW_CHART_MARKER_TRIANGLE};
    if (!ikmi_drawing_begin(drawing, LXW_CHART_LINE) || !put_bands(drawing))
        return;
    for (size_t i = 0; i < drawing->series; i++) {
        lxw_chart_series *series = ikmi_drawing_column(drawing, shown->value_column + i);
        uint32_t colour = ikm_chart_colour(shown, i);
        lxw_chart_line line = {.color = colour ? colour : 0x010101, .width = 2.25};
        lxw_chart_fill fill = {.color = line.color};
        if (!series)
            return;
        chart_series_set_line(series, &line);
        line.width = 0.75;
        chart_series_set_marker_type(series, markers[i % 4]); /* told apart without colours, too */
        chart_series_set_marker_size(series, 7);
        chart_series_set_marker_fill(series, &fill);
        chart_series_set_marker_line(series, &line);
        if (drawing->rows * drawing->series <= LABELS_MOST)
            ikmi_series_labels(drawing, series, shown->value_column + i, LXW_CHART_LABEL_POSITION_ABOVE);
    }
    drawing->has_legend = drawing->series > 1 || shown->band_count;
    ikmi_drawing_reference(drawing);
    ikmi_axes_of_lines(drawing);
}
