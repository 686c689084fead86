/* Charts whose rows stand below each other: a name, and below it its bars over the whole width. */
#include "svg.h"

#include "base/decimal.h"
#include "wrap.h"

enum {
    ROWS_OF_A_DRAWING = 16, /* so that none is torn where a page of paper ends */
    NAME_COLUMNS = 44,      /* of the narrowest screen */
    NAME_LINES = 2,
    NAME_LINE = 17, /* pixels */
    ROW_GAP = 11,
    TOP = 2,
    AXIS = 22
};

/* A line of a name; the last one that there is room for ends with … where the name goes on. */
static ikm_text name_line(ikm_text *rest, size_t line, bool *cut)
{
    ikm_text all = *rest, text = ikmi_wrap_next(rest, NAME_COLUMNS);
    *cut = line + 1 == NAME_LINES && rest->size;
    return *cut ? ikmi_cut((ikm_text){all.data, text.size}, NAME_COLUMNS - 1) : text;
}

static size_t name_lines(ikm_text name)
{
    size_t lines = 0;
    for (bool cut; lines < NAME_LINES && (name.size || !lines); lines++)
        name_line(&name, lines, &cut);
    return lines;
}

static void put_name(ikmi_html *html, ikm_text name, int y)
{
    for (size_t line = 0; line < NAME_LINES && name.size; line++, y += NAME_LINE) {
        bool cut;
        ikm_text text = name_line(&name, line, &cut);
        ikmi_svg_text(html, 0, 0, y + NAME_LINE - 5, IKMI_ANCHOR_START, "halo");
        ikmi_html_plain(html, text);
        ikmi_html_add(html, cut ? "…" : "");
        ikmi_svg_text_end(html);
    }
}

/* Marks below; those at the ends stay within the drawing. Shares to the left of the middle are shares all the same. */
static void axis(const ikmi_plot *plot, int bottom)
{
    const char *unit = plot->table->columns[plot->chart->value_column].unit;
    ikm_decimal mark;
    for (size_t i = 0; i < plot->scale.marks; i++) {
        int32_t at = ikmi_scale_at(&plot->scale, plot->scale.first + (ikmi_amount)i * plot->scale.step);
        if (!ikmi_scale_mark(&mark, &plot->scale, i))
            continue;
        if (plot->chart->kind == IKM_CHART_DIVERGING && mark.digits < 0)
            mark.digits = -mark.digits;
        ikmi_svg_text(plot->html, at, 0, bottom + 16,
                      at < 300                    ? IKMI_ANCHOR_START
                      : at > IKMI_SCALE_END - 300 ? IKMI_ANCHOR_END
                                                  : IKMI_ANCHOR_MIDDLE,
                      "axis");
        ikmi_html_number(plot->html, ikmi_decimal_shortest(mark));
        if (unit && unit[0] == '%' && !unit[1])
            ikmi_html_add(plot->html, "%");
        ikmi_svg_text_end(plot->html);
    }
}

static void grid(const ikmi_plot *plot, int bottom)
{
    for (size_t i = 0; i < plot->scale.marks; i++) {
        ikmi_amount mark = plot->scale.first + (ikmi_amount)i * plot->scale.step;
        if (mark)
            ikmi_svg_line_at(plot->html, ikmi_scale_at(&plot->scale, mark), 0, bottom, "grid");
    }
}

static void bars(const ikmi_plot *plot, const ikmi_plot_row *row, int y, ikmi_layer layer)
{
    if (plot->chart->kind == IKM_CHART_DIVERGING)
        ikmi_svg_diverging(plot, row, y, layer);
    else
        ikmi_svg_bars(plot, row, y, layer);
}

/* Pixels of a row with its name and what parts it from the next one. */
static int row_height(const ikmi_plot *plot, size_t row)
{
    return (int)name_lines(plot->row[row].name) * NAME_LINE + ikmi_svg_bars_height(plot) + ROW_GAP;
}

/* Between the shapes of all rows and their labels stand lines. */
static void put_layer(const ikmi_plot *plot, size_t first, size_t count, ikmi_layer layer)
{
    int y = TOP;
    for (size_t i = first; i < first + count; i++) {
        const ikmi_plot_row *row = &plot->row[i];
        if (layer == IKMI_LAYER_LABELS)
            put_name(plot->html, row->name, y);
        bars(plot, row, y + (int)name_lines(row->name) * NAME_LINE, layer);
        y += row_height(plot, i);
    }
}

static void drawing(const ikmi_plot *plot, size_t part, size_t first, size_t count)
{
    int bottom = TOP;
    for (size_t i = first; i < first + count; i++)
        bottom += row_height(plot, i);
    ikmi_svg_begin(plot, part, first, count, bottom + AXIS);
    if (part == 0)
        ikmi_svg_describe(plot);
    grid(plot, bottom);
    put_layer(plot, first, count, IKMI_LAYER_SHAPES);
    if (plot->scale.low < 0 || plot->chart->kind == IKM_CHART_DIVERGING)
        ikmi_svg_line_at(plot->html, ikmi_scale_at(&plot->scale, 0), 0, bottom, "zero");
    if (plot->chart->reference)
        ikmi_svg_line_at(plot->html, ikmi_scale_at(&plot->scale, ikmi_amount_of(*plot->chart->reference)), 0, bottom,
                         "target");
    put_layer(plot, first, count, IKMI_LAYER_LABELS);
    axis(plot, bottom);
    ikmi_svg_end(plot);
}

void ikmi_svg_rows(const ikmi_plot *plot)
{
    for (size_t first = 0, part = 0; first < plot->rows; part++) {
        size_t left = plot->rows - first, count = left < ROWS_OF_A_DRAWING ? left : ROWS_OF_A_DRAWING;
        drawing(plot, part, first, count);
        first += count;
    }
}
