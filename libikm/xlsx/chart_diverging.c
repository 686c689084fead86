/*
 * Shares about a middle: what is left of it is stacked to the left, as numbers
 * below zero that are shown without their sign. A stack begins at the middle, so
 * its innermost share is drawn first; the legend names them in their own order,
 * by series that have the colour and no length.
 */
#include "chart.h"

#include <math.h>
#include <stdio.h>

static bool is_dark(uint32_t colour)
{
    uint32_t red = colour >> 16 & 0xFF, green = colour >> 8 & 0xFF, blue = colour & 0xFF;
    return red * 299 + green * 587 + blue * 114 < 140 * 1000;
}

/* No number stands on a share that is narrower than it. */
static void hide_narrow(const ikmi_drawing *drawing, lxw_chart_series *series, const double *numbers)
{
    const double narrow = 9; /* per cent: about what 12.3% takes */
    lxw_chart_data_label hidden = {.hide = LXW_TRUE}, shown = {.hide = LXW_FALSE};
    ikmi_book *book = drawing->sheet->book;
    lxw_chart_data_label **labels = ikmi_book_alloc(book, (drawing->rows + 1) * sizeof *labels);
    if (!labels) {
        ikmi_book_fail(book, IKM_ERR_NOMEM);
        return;
    }
    for (size_t i = 0; i < drawing->rows; i++)
        labels[i] = fabs(numbers[i]) >= narrow ? &shown : &hidden; /* no number is not wide */
    labels[drawing->rows] = NULL;
    ikmi_book_check(book, chart_series_set_labels_custom(series, labels));
    ikmi_book_release(book, labels);
}

static void dress(const ikmi_drawing *drawing, lxw_chart_series *series, size_t index, const double *numbers)
{
    const ikm_chart *shown = drawing->shown;
    const ikm_column *column = &drawing->placed->table->columns[shown->value_column + index];
    uint32_t colour = ikm_chart_colour(shown, index);
    char code[IKMI_FORMAT_SIZE], both[2 * IKMI_FORMAT_SIZE];
    lxw_chart_font font = {
        .size = 9, .bold = LXW_EXPLICIT_FALSE, .color = is_dark(colour) ? LXW_COLOR_WHITE : 0x262626};
    lxw_chart_line edge = {.color = LXW_COLOR_WHITE, .width = 0.75};
    ikmi_series_fill(series, colour);
    chart_series_set_line(series, &edge);
    ikmi_series_labels(drawing, series, shown->value_column + index, LXW_CHART_LABEL_POSITION_CENTER);
    ikmi_number_code(code, column->places, column->unit);
    snprintf(both, sizeof both, "%s;%s", code, code);
    chart_series_set_labels_num_format(series, both);
    chart_series_set_labels_font(series, &font);
    hide_narrow(drawing, series, numbers);
}

/* The entries of the legend for the left half. */
static bool name_left(ikmi_drawing *drawing, size_t half)
{
    double *nothing;
    for (size_t i = 0; i < half; i++) {
        const char *title = drawing->placed->table->columns[drawing->shown->value_column + i].title;
        lxw_chart_series *series = ikmi_drawing_helper(drawing, title, &nothing);
        if (!series)
            return false;
        ikmi_series_fill(series, ikm_chart_colour(drawing->shown, i));
    }
    return true;
}

static bool stack_left(ikmi_drawing *drawing, size_t half)
{
    double *numbers;
    for (size_t i = half; i-- > 0;) {
        const char *title = drawing->placed->table->columns[drawing->shown->value_column + i].title;
        lxw_chart_series *series = ikmi_drawing_helper(drawing, title, &numbers);
        if (!series || !ikmi_drawing_numbers(drawing, drawing->shown->value_column + i, numbers))
            return false;
        for (size_t row = 0; row < drawing->rows; row++)
            numbers[row] = -numbers[row];
        ikmi_drawing_unlist(drawing);
        dress(drawing, series, i, numbers);
    }
    return true;
}

static bool stack_right(ikmi_drawing *drawing, size_t half)
{
    ikmi_book *book = drawing->sheet->book;
    double *numbers = ikmi_book_alloc(book, drawing->rows * sizeof *numbers);
    if (!numbers)
        ikmi_book_fail(book, IKM_ERR_NOMEM);
    for (size_t i = half; numbers && i < drawing->series; i++) {
        size_t column = drawing->shown->value_column + i;
        lxw_chart_series *series = ikmi_drawing_column(drawing, column);
        if (!series || !ikmi_drawing_numbers(drawing, column, numbers))
            break;
        dress(drawing, series, i, numbers);
    }
    ikmi_book_release(book, numbers);
    return book->status == IKM_OK;
}

/* Per cent that the longest bar takes on each side. */
static bool measure(const ikmi_drawing *drawing, size_t half, double *left, double *right)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    *left = *right = 0;
    for (size_t row = 0; row < drawing->rows; row++) {
        double side[2] = {0, 0};
        if (!ikmi_book_pull(drawing->sheet->book, drawing->placed->table, row, cells))
            return false;
        for (size_t i = 0; i < drawing->series; i++) {
            const ikm_cell *cell = &cells[drawing->shown->value_column + i];
            if (cell->kind == IKM_CELL_NUMBER)
                side[i >= half] += ikmi_decimal_double(cell->number);
        }
        *left = side[0] > *left ? side[0] : *left;
        *right = side[1] > *right ? side[1] : *right;
    }
    return true;
}

/* The first mark that is not below a length of per cents. */
static double mark_above(double length, double mark)
{
    double at = 0;
    while (at < length && at < 1000)
        at += mark;
    return at;
}

/* An axis as long as its bars, to the next mark; it has no sign on either side. */
static void set_axis(ikmi_drawing *drawing, double left, double right)
{
    const double mark = 20;
    lxw_chart_axis *values = drawing->chart->x_axis;
    ikmi_axes_of_bars(drawing);
    chart_axis_set_num_format(values, "0\"%\";0\"%\"");
    chart_axis_set_min(values, -mark_above(left, mark));
    chart_axis_set_max(values, mark_above(right > 0 ? right : mark, mark));
    chart_axis_set_major_unit(values, mark);
}

void ikmi_draw_diverging(ikmi_drawing *drawing)
{
    size_t half = drawing->series / 2;
    double left, right;
    if (!ikmi_drawing_begin(drawing, LXW_CHART_BAR_STACKED) || !name_left(drawing, half) ||
        !stack_left(drawing, half) || !stack_right(drawing, half) || !measure(drawing, half, &left, &right))
        return;
    drawing->has_legend = true;
    chart_set_series_overlap(drawing->chart, 100);
    chart_set_series_gap(drawing->chart, 40);
    set_axis(drawing, left, right);
}
