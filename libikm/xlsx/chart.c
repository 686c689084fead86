/* A native chart below its table, over the width of the page. */
#include "sheet.h"

#include <stdio.h>
#include <string.h>

enum {
    BAR_COLOUR = 0x0072B2, /* Okabe and Ito's blue: told from others by colour-blind eyes, and dark enough in grey */
    AXIS_COLOUR = 0x7F7F7F,
    GRID_COLOUR = 0xD9D9D9,
    ROWS_MOST = 200, /* more bars cannot be read on any screen */
    BAR_PIXELS = 26,
    TITLE_PIXELS = 44,
    AXIS_PIXELS = 44,
    HEIGHT_LEAST = 170,
    WIDTH_MOST = 900
};

static lxw_chart_series *add_series(lxw_chart *chart, const ikmi_placed *placed, const ikm_chart *shown, size_t rows)
{
    char category_range[IKMI_RANGE_SIZE + 1] = "=", value_range[IKMI_RANGE_SIZE + 1] = "=";
    size_t first = shown->category_column, last = first + (shown->category_count > 1 ? shown->category_count - 1 : 0);
    lxw_row_t top = placed->first_row, bottom = top + (lxw_row_t)rows - 1;
    const char *name = placed->sheet_name;
    const ikmi_range categories = {name, top, bottom, placed->start[first], placed->start[last]};
    const ikmi_range values = {name, top, bottom, placed->start[shown->value_column],
                               placed->start[shown->value_column]};
    /* libxlsxwriter quotes a name with ' or ! in it rightly, but cannot read one that is quoted; with others it is
       the other way round */
    if (strpbrk(name, "'!")) {
        lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
        if (!series)
            return NULL;
        chart_series_set_categories(series, name, top, (lxw_col_t)categories.left, bottom, (lxw_col_t)categories.right);
        chart_series_set_values(series, name, top, (lxw_col_t)values.left, bottom, (lxw_col_t)values.right);
        return series;
    }
    ikmi_range_write(category_range + 1, &categories);
    ikmi_range_write(value_range + 1, &values);
    return chart_add_series(chart, category_range, value_range);
}

static void dress_series(lxw_chart_series *series, const ikmi_placed *placed, const ikm_chart *shown)
{
    char code[IKMI_FORMAT_SIZE];
    const ikm_column *column = &placed->table->columns[shown->value_column];
    lxw_chart_fill fill = {.color = BAR_COLOUR};
    lxw_chart_font font = {.size = 9, .bold = LXW_EXPLICIT_FALSE};
    ikmi_number_code(code, column->places, column->unit);
    chart_series_set_fill(series, &fill);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, code);
    chart_series_set_labels_font(series, &font);
    chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
}

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

/* The first row of the table is the uppermost bar; the values stand below. */
static void dress_axes(lxw_chart *chart, const ikmi_placed *placed, const ikm_chart *shown)
{
    lxw_chart_font font = {.size = 9, .bold = LXW_EXPLICIT_FALSE};
    lxw_chart_line axis = {.color = AXIS_COLOUR, .width = 0.75}, grid = {.color = GRID_COLOUR, .width = 0.5};
    double low = ikmi_decimal_double(shown->axis_min), high = ikmi_decimal_double(shown->axis_max);
    lxw_chart_axis *categories = chart->y_axis, *values = chart->x_axis; /* as they lie in a chart of bars */
    chart_axis_set_reverse(categories);
    chart_axis_set_crossing_max(categories);
    chart_axis_set_num_font(categories, &font);
    chart_axis_set_num_font(values, &font);
    chart_axis_set_line(categories, &axis);
    chart_axis_set_major_tick_mark(categories, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_num_format(values, "General");
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    if (high > low) {
        chart_axis_set_min(values, low);
        chart_axis_set_max(values, high);
        chart_axis_set_major_unit(values, step(high - low));
    } else if (!placed->negative[shown->value_column]) {
        chart_axis_set_min(values, 0); /* else a spreadsheet begins where it likes, and 96 % is five times 93 % */
    }
}

static void dress_frame(ikmi_book *book, lxw_chart *chart, const ikm_chart *shown)
{
    lxw_chart_font font = {.size = 12, .bold = LXW_TRUE};
    lxw_chart_line none = {.none = LXW_TRUE};
    char title[255 * 3 + 2] = " "; /* a title that begins with "=" would be taken for a reference */
    if (shown->title && *shown->title) {
        ikmi_clean(title + 1, ikmi_text_of(shown->title), 254);
        chart_title_set_name(chart, title[1] == '=' ? title : title + 1);
        chart_title_set_name_font(chart, &font);
        book->weight += sizeof title;
    } else {
        chart_title_off(chart);
    }
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_chartarea_set_line(chart, &none);
    chart_set_series_gap(chart, 45);
}

void ikmi_sheet_chart(ikmi_sheet *sheet, const ikmi_placed *placed, const ikm_chart *shown)
{
    size_t rows = ikm_chart_row_count(shown, placed->table);
    rows = rows < placed->rows ? rows : placed->rows;
    rows = rows > ROWS_MOST ? ROWS_MOST : rows;
    if (rows == 0)
        return;
    int height = (int)rows * BAR_PIXELS + AXIS_PIXELS + (shown->title && *shown->title ? TITLE_PIXELS : 8);
    height = height < HEIGHT_LEAST ? HEIGHT_LEAST : height;
    /* it ends within the last column: a pixel further, and the page would be a column wider */
    int width = ikmi_grid_pixels(&sheet->grid, 0, sheet->grid.page_count) - 4;
    width = width > WIDTH_MOST ? WIDTH_MOST : width;
    lxw_row_t taken = (lxw_row_t)((height + IKMI_ROW_PIXELS - 1) / IKMI_ROW_PIXELS);
    if (!ikmi_sheet_room(sheet, taken))
        return;
    lxw_chart *chart = workbook_add_chart(sheet->book->workbook, LXW_CHART_BAR);
    lxw_chart_series *series = chart ? add_series(chart, placed, shown, rows) : NULL;
    if (!series) {
        ikmi_book_fail(sheet->book, IKM_ERR_NOMEM);
        return;
    }
    dress_series(series, placed, shown);
    dress_axes(chart, placed, shown);
    dress_frame(sheet->book, chart, shown);
    lxw_chart_options options = {
        .x_scale = width / 480.0, .y_scale = height / 288.0, .object_position = LXW_OBJECT_MOVE_DONT_SIZE};
    ikmi_book_check(sheet->book, worksheet_insert_chart_opt(sheet->worksheet, sheet->row, 0, chart, &options));
    sheet->book->weight += 16384 + rows * 1024;
    for (lxw_row_t i = 0; i < taken; i++)
        ikmi_sheet_next_row(sheet, IKMI_ROW_PIXELS, false);
}
