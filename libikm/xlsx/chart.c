/* A native chart below its table, over the width of the page. */
#include "chart.h"

enum {
    ROWS_MOST = 200, /* more bars cannot be read on any screen */
    BAR_PIXELS = 26,
    MORE_BAR_PIXELS = 16, /* of each further series */
    TITLE_PIXELS = 44,
    AXIS_PIXELS = 44,
    LEGEND_PIXELS = 34,
    HEIGHT_LEAST = 170,
    LINES_HEIGHT = 320,
    WIDTH_MOST = 1050
};

bool ikmi_drawing_begin(ikmi_drawing *drawing, uint8_t type)
{
    drawing->chart = workbook_add_chart(drawing->sheet->book->workbook, type);
    if (!drawing->chart)
        ikmi_book_fail(drawing->sheet->book, IKM_ERR_NOMEM);
    return drawing->chart != NULL;
}

static void draw(ikmi_drawing *drawing)
{
    switch (drawing->shown->kind) {
    case IKM_CHART_BARS: ikmi_draw_bars(drawing); break;
    case IKM_CHART_DIVERGING: ikmi_draw_diverging(drawing); break;
    case IKM_CHART_LINES: ikmi_draw_lines(drawing); break;
    case IKM_CHART_SHARES: ikmi_draw_shares(drawing); break;
    }
}

static void dress_legend(ikmi_drawing *drawing)
{
    lxw_chart_font font = {.size = 9, .bold = LXW_EXPLICIT_FALSE};
    if (!drawing->has_legend) {
        chart_legend_set_position(drawing->chart, LXW_CHART_LEGEND_NONE);
        return;
    }
    chart_legend_set_position(drawing->chart, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(drawing->chart, &font);
    drawing->unlisted[drawing->unlisted_count] = -1;
    if (drawing->unlisted_count)
        ikmi_book_check(drawing->sheet->book, chart_legend_delete_series(drawing->chart, drawing->unlisted));
}

static void dress_frame(ikmi_drawing *drawing)
{
    const char *wanted = drawing->shown->title;
    lxw_chart_font font = {.size = 12, .bold = LXW_TRUE};
    lxw_chart_line none = {.none = LXW_TRUE};
    char title[255 * 3 + 2] = " "; /* a title that begins with "=" would be taken for a reference */
    if (wanted && *wanted) {
        ikmi_clean(title + 1, ikmi_text_of(wanted), 254);
        chart_title_set_name(drawing->chart, title[1] == '=' ? title : title + 1);
        chart_title_set_name_font(drawing->chart, &font);
        drawing->sheet->book->weight += sizeof title;
    } else {
        chart_title_off(drawing->chart);
    }
    chart_chartarea_set_line(drawing->chart, &none);
    chart_show_hidden_data(drawing->chart);
    dress_legend(drawing);
}

static int height_of(const ikmi_drawing *drawing)
{
    const ikm_chart *shown = drawing->shown;
    if (shown->kind == IKM_CHART_LINES)
        return LINES_HEIGHT;
    bool clustered = shown->kind == IKM_CHART_BARS;
    bool legend = shown->kind == IKM_CHART_DIVERGING || drawing->series > 1 || shown->reference;
    int bar = BAR_PIXELS + (clustered ? (int)(drawing->series - 1) * MORE_BAR_PIXELS : 0);
    int height = (int)drawing->rows * bar + AXIS_PIXELS + (shown->title && *shown->title ? TITLE_PIXELS : 8) +
                 (legend ? LEGEND_PIXELS : 0);
    return height < HEIGHT_LEAST ? HEIGHT_LEAST : height;
}

/* Bars of which there are more than can be read, and rows of another sheet, are left out. */
static size_t rows_of(const ikmi_placed *placed, const ikm_chart *shown)
{
    size_t rows = ikm_chart_row_count(shown, placed->table), most = ROWS_MOST / shown->series_count;
    rows = rows < placed->rows ? rows : placed->rows;
    return rows < most ? rows : most;
}

void ikmi_sheet_chart(ikmi_sheet *sheet, const ikmi_placed *placed, const ikm_chart *shown)
{
    ikmi_drawing drawing = {.sheet = sheet,
                            .placed = placed,
                            .shown = shown,
                            .rows = rows_of(placed, shown),
                            .series = shown->series_count};
    if (drawing.rows == 0)
        return;
    int height = height_of(&drawing);
    /* it ends within the last column: a pixel further, and the page would be a column wider */
    int width = ikmi_grid_pixels(&sheet->grid, 0, sheet->grid.page_count) - 4;
    width = width > WIDTH_MOST ? WIDTH_MOST : width;
    lxw_row_t taken = (lxw_row_t)((height + IKMI_ROW_PIXELS - 1) / IKMI_ROW_PIXELS);
    if (!ikmi_sheet_room(sheet, taken))
        return;
    ikmi_print_keep(sheet, (int)taken * IKMI_ROW_PIXELS);
    draw(&drawing);
    if (sheet->book->status != IKM_OK)
        return;
    dress_frame(&drawing);
    lxw_chart_options options = {
        .x_scale = width / 480.0, .y_scale = height / 288.0, .object_position = LXW_OBJECT_MOVE_DONT_SIZE};
    ikmi_book_check(sheet->book, worksheet_insert_chart_opt(sheet->worksheet, sheet->row, 0, drawing.chart, &options));
    sheet->book->weight += 16384;
    for (lxw_row_t i = 0; i < taken; i++)
        ikmi_sheet_next_row(sheet, IKMI_ROW_PIXELS, false);
}
