/* Series of charts: from columns of the table, and from numbers on the hidden sheet. */
#include "chart.h"

#include <math.h>
#include <string.h>

enum { REFERENCE = 0x404040 };

static ikmi_range categories_of(const ikmi_drawing *drawing)
{
    const ikm_chart *shown = drawing->shown;
    const ikmi_placed *placed = drawing->placed;
    size_t last = shown->category_column + shown->category_count - 1;
    return (ikmi_range){placed->sheet_name, placed->first_row, placed->first_row + (lxw_row_t)drawing->rows - 1,
                        placed->start[shown->category_column], placed->start[last]};
}

/*
 * libxlsxwriter quotes a name with ' or ! in it rightly, but cannot read one
 * that is quoted; with others it is the other way round.
 */
static bool is_quoted_by_the_library(const char *name)
{
    return strpbrk(name, "'!") != NULL;
}

static lxw_chart_series *add(ikmi_drawing *drawing, const ikmi_range *values)
{
    char category_range[IKMI_RANGE_SIZE + 1] = "=", value_range[IKMI_RANGE_SIZE + 1] = "=";
    const ikmi_range categories = categories_of(drawing);
    bool names = is_quoted_by_the_library(categories.name), numbers = is_quoted_by_the_library(values->name);
    ikmi_range_write(category_range + 1, &categories);
    ikmi_range_write(value_range + 1, values);
    /* both or none, as it wants them; what it quotes itself follows */
    lxw_chart_series *series = names || numbers ? chart_add_series(drawing->chart, NULL, NULL)
                                                : chart_add_series(drawing->chart, category_range, value_range);
    if (!series) {
        ikmi_book_fail(drawing->sheet->book, IKM_ERR_NOMEM);
        return NULL;
    }
    if (names || numbers) {
        chart_series_set_categories(series, categories.name, categories.top, (lxw_col_t)categories.left,
                                    categories.bottom, (lxw_col_t)categories.right);
        chart_series_set_values(series, values->name, values->top, (lxw_col_t)values->left, values->bottom,
                                (lxw_col_t)values->right);
    }
    drawing->drawn++;
    drawing->sheet->book->weight += 4096 + drawing->rows * 512;
    return series;
}

/* A name that begins with "=" would be taken for a reference. */
static void set_name(lxw_chart_series *series, const char *name)
{
    char clean[255 * 3 + 2] = " ";
    if (!name || !*name)
        return;
    ikmi_clean(clean + 1, ikmi_text_of(name), 254);
    chart_series_set_name(series, clean[1] == '=' ? clean : clean + 1);
}

lxw_chart_series *ikmi_drawing_helper(ikmi_drawing *drawing, const char *name, double **numbers)
{
    ikmi_book *book = drawing->sheet->book;
    size_t column;
    *numbers = ikmi_aside_numbers(book, drawing->rows, &column);
    if (!*numbers)
        return NULL;
    const ikmi_range values = {book->aside.name, 0, (lxw_row_t)drawing->rows - 1, column, column};
    lxw_chart_series *series = add(drawing, &values);
    if (series)
        set_name(series, name);
    return series;
}

bool ikmi_drawing_numbers(const ikmi_drawing *drawing, size_t index, double *numbers)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    for (size_t row = 0; row < drawing->rows; row++) {
        if (!ikmi_book_pull(drawing->sheet->book, drawing->placed->table, row, cells))
            return false;
        numbers[row] = cells[index].kind == IKM_CELL_NUMBER ? ikmi_decimal_double(cells[index].number) : NAN;
    }
    return true;
}

lxw_chart_series *ikmi_drawing_column(ikmi_drawing *drawing, size_t index)
{
    const ikmi_placed *placed = drawing->placed;
    const char *title = placed->table->columns[index].title;
    if (placed->holes[index]) {
        double *numbers;
        lxw_chart_series *series = ikmi_drawing_helper(drawing, title, &numbers);
        return series && ikmi_drawing_numbers(drawing, index, numbers) ? series : NULL;
    }
    const ikmi_range values = {placed->sheet_name, placed->first_row, placed->first_row + (lxw_row_t)drawing->rows - 1,
                               placed->start[index], placed->start[index]};
    lxw_chart_series *series = add(drawing, &values);
    if (series)
        set_name(series, title);
    return series;
}

void ikmi_drawing_unlist(ikmi_drawing *drawing)
{
    if (drawing->unlisted_count < IKMI_DRAWN_SERIES)
        drawing->unlisted[drawing->unlisted_count++] = (int16_t)(drawing->drawn - 1);
}

/*
 * libxlsxwriter knows no charts of two kinds, and a bar cannot be a line. But
 * what fits equal numbers best is a line at this number, and it may reach over
 * the first and the last: so the bars of the reference are not seen, and their
 * trend is. In the legend they are a blank; LibreOffice 7.4 would drop the trend
 * with them. One point has no trend: there it is seen as a bar.
 */
void ikmi_drawing_reference(ikmi_drawing *drawing)
{
    double *numbers;
    char name[255 * 3 + 1];
    const ikm_chart *shown = drawing->shown;
    bool alone = drawing->rows == 1;
    lxw_chart_line none = {.none = LXW_TRUE},
                   dashed = {.color = REFERENCE, .width = 1.75, .dash_type = LXW_CHART_LINE_DASH_DASH};
    lxw_chart_fill empty = {.none = LXW_TRUE};
    if (!shown->reference)
        return;
    lxw_chart_series *series = ikmi_drawing_helper(drawing, alone ? shown->reference_title : " ", &numbers);
    if (!series)
        return;
    for (size_t i = 0; i < drawing->rows; i++)
        numbers[i] = ikmi_decimal_double(*shown->reference);
    drawing->has_legend = true;
    if (alone) {
        ikmi_series_fill(series, REFERENCE);
        return;
    }
    chart_series_set_line(series, &none);
    chart_series_set_fill(series, &empty);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
    chart_series_set_trendline(series, LXW_CHART_TRENDLINE_TYPE_LINEAR, 0);
    chart_series_set_trendline_forecast(series, 0.5, 0.5);
    chart_series_set_trendline_line(series, &dashed);
    ikmi_clean(name, ikmi_text_of(shown->reference_title && *shown->reference_title ? shown->reference_title : " "),
               255);
    chart_series_set_trendline_name(series, name);
}

void ikmi_series_fill(lxw_chart_series *series, uint32_t colour)
{
    lxw_chart_fill fill = {.color = colour ? colour : 0x010101}; /* 0 would be no colour */
    chart_series_set_fill(series, &fill);
}

void ikmi_series_labels(const ikmi_drawing *drawing, lxw_chart_series *series, size_t index, uint8_t position)
{
    char code[IKMI_FORMAT_SIZE];
    const ikm_column *column = &drawing->placed->table->columns[index];
    lxw_chart_font font = {.size = 9, .bold = LXW_EXPLICIT_FALSE};
    ikmi_number_code(code, column->places, column->unit);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, code);
    chart_series_set_labels_font(series, &font);
    chart_series_set_labels_position(series, position);
    if (drawing->shown->reference &&
        drawing->shown->kind != IKM_CHART_LINES) { /* its line does not go through the digits */
        lxw_chart_fill white = {.color = LXW_COLOR_WHITE};
        chart_series_set_labels_fill(series, &white);
    }
}
