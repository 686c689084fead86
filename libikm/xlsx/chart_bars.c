/* Bars with their values: a bar a row and series. And bars filled up to their value, of a track. */
#include "chart.h"

enum { FULL_OVERLAP = 100, TRACK = 0xE7E6E6 };

void ikmi_draw_bars(ikmi_drawing *drawing)
{
    const ikm_chart *shown = drawing->shown;
    bool several = drawing->series > 1;
    if (!ikmi_drawing_begin(drawing, LXW_CHART_BAR))
        return;
    for (size_t i = 0; i < drawing->series; i++) {
        lxw_chart_series *series = ikmi_drawing_column(drawing, shown->value_column + i);
        if (!series)
            return;
        ikmi_series_fill(series, ikm_chart_colour(shown, i));
        ikmi_series_labels(drawing, series, shown->value_column + i, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
    }
    drawing->has_legend = several;
    ikmi_drawing_reference(drawing);
    if (shown->reference && !several && drawing->rows > 1) /* its bars, which are not seen, take no room */
        chart_set_series_overlap(drawing->chart, FULL_OVERLAP);
    chart_set_series_gap(drawing->chart, several ? 60 : 45);
    ikmi_axes_of_bars(drawing);
}

void ikmi_draw_shares(ikmi_drawing *drawing)
{
    double *track;
    const ikm_chart *shown = drawing->shown;
    if (!ikmi_drawing_begin(drawing, LXW_CHART_BAR))
        return;
    lxw_chart_series *behind = ikmi_drawing_helper(drawing, " ", &track);
    if (!behind)
        return;
    double end = ikmi_decimal_double(shown->axis_max);
    for (size_t i = 0; i < drawing->rows; i++)
        track[i] = end;
    ikmi_series_fill(behind, TRACK);
    lxw_chart_series *filled = ikmi_drawing_column(drawing, shown->value_column);
    if (!filled)
        return;
    ikmi_series_fill(filled, ikm_chart_colour(shown, 0));
    ikmi_series_labels(drawing, filled, shown->value_column, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
    ikmi_drawing_reference(drawing);
    chart_set_series_overlap(drawing->chart, FULL_OVERLAP);
    chart_set_series_gap(drawing->chart, 60);
    ikmi_axes_of_bars(drawing);
}
