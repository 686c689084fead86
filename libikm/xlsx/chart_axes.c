/* Axes of charts: where they lie, from where to where they go, and at which values they have marks. */
#include "chart.h"

enum { AXIS_COLOUR = 0x7F7F7F, GRID_COLOUR = 0xD9D9D9 };

/* Marks at round steps that end with the axis: the smallest of 1, 2, 2.5, 5 times a power of ten with at most 6. */
static double step(double length)
{
    static const double steps[] = {1, 2, 2.5, 5};
    double power = 1;
    while (power * 10 <= length)
        power *= 10;
    while (power > length)
        power /= 10;
    for (power /= 10; power <= length; power *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
            double count = length / (steps[i] * power);
            if (count <= 6.001 && count - (double)(int64_t)(count + 0.001) < 0.002)
                return steps[i] * power;
        }
    return length;
}

static bool has_negative(const ikmi_drawing *drawing)
{
    bool negative = false;
    for (size_t i = 0; i < drawing->series; i++)
        negative |= drawing->placed->negative[drawing->shown->value_column + i];
    return negative;
}

static void dress_axes(const ikmi_drawing *drawing, lxw_chart_axis *categories, lxw_chart_axis *values)
{
    lxw_chart_font font = {.size = 9, .bold = LXW_EXPLICIT_FALSE};
    lxw_chart_line axis = {.color = AXIS_COLOUR, .width = 0.75}, grid = {.color = GRID_COLOUR, .width = 0.5};
    double low = ikmi_decimal_double(drawing->shown->axis_min), high = ikmi_decimal_double(drawing->shown->axis_max);
    chart_axis_set_num_font(categories, &font);
    chart_axis_set_num_font(values, &font);
    chart_axis_set_line(categories, &axis);
    chart_axis_set_major_tick_mark(categories, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_label_position(categories, LXW_CHART_AXIS_LABEL_POSITION_LOW); /* not across bars below zero */
    chart_axis_set_num_format(values, "General");
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    if (high > low) {
        chart_axis_set_min(values, low);
        chart_axis_set_max(values, high);
        chart_axis_set_major_unit(values, step(high - low));
    } else if (!has_negative(drawing)) {
        chart_axis_set_min(values, 0); /* else a spreadsheet begins where it likes, and 96 % is five times 93 % */
    }
}

void ikmi_axes_of_bars(ikmi_drawing *drawing)
{
    /* as they lie in a chart of bars; the first row of the table is the uppermost bar, the values stand below */
    lxw_chart_axis *categories = drawing->chart->y_axis;
    dress_axes(drawing, categories, drawing->chart->x_axis);
    chart_axis_set_reverse(categories);
    chart_axis_set_crossing_max(categories);
}

void ikmi_axes_of_lines(ikmi_drawing *drawing)
{
    dress_axes(drawing, drawing->chart->x_axis, drawing->chart->y_axis);
}
