/* Points from left to right, joined by lines: a trend, before the grades that it passes through. */
#include "svg.h"

#include "base/mem.h"
#include "wrap.h"

#include <stdlib.h>

enum {
    TOP = 14,
    PLOT = 220, /* pixels */
    BELOW = 24,
    LEFT = 1200, /* hundredths of a per cent: room for the values of the marks */
    WIDE = 8000, /* of the points; behind them stand the names of the bands */
    NAME_COLUMNS = 12,
    COLUMN = 7,         /* pixels of a character */
    PHONE_PIXELS = 230, /* of the points, on the narrowest screen */
    SCREEN_PIXELS = 520,
    LABEL_LINE = 13
};

void ikmi_svg_dashes(ikmi_html *html, size_t series)
{
    static const char *const dashes[] = {"", "7 3", "2 3", "9 3 2 3", "12 4", "4 4", "1 2", "9 2 1 2 1 2"};
    if (series == 0)
        return;
    ikmi_html_add(html, " stroke-dasharray=\"");
    ikmi_html_add(html, dashes[series % 8]);
    ikmi_html_add(html, "\"");
}

static int height_at(const ikmi_plot *plot, ikmi_amount amount)
{
    return TOP + PLOT - (int)(ikmi_scale_at(&plot->scale, amount) * PLOT / IKMI_SCALE_END);
}

static int32_t place_of(const ikmi_plot *plot, size_t row)
{
    return LEFT + (int32_t)((2 * row + 1) * WIDE / (2 * plot->rows));
}

static void bands(const ikmi_plot *plot)
{
    const ikm_chart *chart = plot->chart;
    for (size_t i = 0; i < chart->band_count; i++) {
        int bottom = height_at(plot, ikmi_amount_of(chart->bands[i].from)), top = TOP;
        if (i + 1 < chart->band_count)
            top = height_at(plot, ikmi_amount_of(chart->bands[i + 1].from));
        if (bottom <= top)
            continue;
        ikmi_svg_number(plot->html, "<rect x=\"10%\" width=\"90%\" y=\"", top);
        ikmi_svg_number(plot->html, "\" height=\"", bottom - top);
        ikmi_svg_colour(plot->html, "\" class=\"band\" fill=\"", ikm_chart_band_colour(chart, i));
        ikmi_html_add(plot->html, "\" />\n");
    }
}

static void level(const ikmi_plot *plot, int y, const char *class_name)
{
    ikmi_svg_number(plot->html, "<line x1=\"10%\" x2=\"100%\" y1=\"", y);
    ikmi_svg_number(plot->html, "\" y2=\"", y);
    ikmi_html_add(plot->html, "\" class=\"");
    ikmi_html_add(plot->html, class_name);
    ikmi_html_add(plot->html, "\" />\n");
}

static void marks(const ikmi_plot *plot)
{
    ikm_decimal mark;
    for (size_t i = 0; i < plot->scale.marks; i++) {
        int y = height_at(plot, plot->scale.first + (ikmi_amount)i * plot->scale.step);
        level(plot, y, "grid");
        if (!ikmi_scale_mark(&mark, &plot->scale, i))
            continue;
        ikmi_svg_text(plot->html, 0, 0, y + 4, IKMI_ANCHOR_START, "axis halo");
        ikmi_html_number(plot->html, mark);
        ikmi_svg_text_end(plot->html);
    }
}

/* In its band, at the right, where no points are. */
static void band_names(const ikmi_plot *plot)
{
    const ikm_chart *chart = plot->chart;
    for (size_t i = 0; i < chart->band_count; i++) {
        int bottom = height_at(plot, ikmi_amount_of(chart->bands[i].from));
        int top = i + 1 < chart->band_count ? height_at(plot, ikmi_amount_of(chart->bands[i + 1].from)) : TOP;
        if (bottom - top < LABEL_LINE || !chart->bands[i].label)
            continue;
        ikmi_svg_text(plot->html, IKMI_SCALE_END, -6, (top + bottom) / 2 + 5, IKMI_ANCHOR_END, "axis");
        ikmi_html_plain(plot->html, ikmi_cut(ikmi_text(chart->bands[i].label), NAME_COLUMNS));
        ikmi_svg_text_end(plot->html);
    }
}

/* A name a point; where they would run into each other only every second, third … one, fewer on a telephone. */
static size_t every(const ikmi_plot *plot, size_t columns, int pixels)
{
    size_t needed = plot->rows * (columns + 1) * COLUMN;
    return needed / (size_t)pixels + 1;
}

/* Of `rows`, counted back from the last, which is the one that people look for. */
static const char *shown_class(const ikmi_plot *plot, size_t row, size_t columns, const char *always,
                               const char *on_wide)
{
    size_t back = plot->rows - 1 - row;
    if (back % every(plot, columns, SCREEN_PIXELS))
        return NULL;
    return back % every(plot, columns, PHONE_PIXELS) ? on_wide : always;
}

static void name(const ikmi_plot *plot, size_t row, size_t columns)
{
    const char *class_name = shown_class(plot, row, columns, "axis", "axis w");
    if (!class_name)
        return;
    ikm_text all = plot->row[row].name, text = ikmi_cut(all, NAME_COLUMNS);
    ikmi_svg_text(plot->html, place_of(plot, row), 0, TOP + PLOT + 17, IKMI_ANCHOR_MIDDLE, class_name);
    ikmi_html_plain(plot->html, text);
    ikmi_html_add(plot->html, text.size < all.size ? "…" : "");
    ikmi_svg_text_end(plot->html);
}

static void names(const ikmi_plot *plot)
{
    size_t widest = 1;
    for (size_t i = 0; i < plot->rows; i++) {
        size_t width = ikm_text_width(ikmi_cut(plot->row[i].name, NAME_COLUMNS));
        widest = width > widest ? width : widest;
    }
    for (size_t i = 0; i < plot->rows; i++)
        name(plot, i, widest);
}

/* Where the point of a row stands; false: it has none. */
static bool point_at(const ikmi_plot *plot, size_t series, size_t row, int *y)
{
    if (row >= plot->rows || !plot->row[row].has[series])
        return false;
    *y = height_at(plot, ikmi_amount_of(plot->row[row].value[series]));
    return true;
}

static void shapes(const ikmi_plot *plot, size_t series)
{
    ikmi_html *html = plot->html;
    uint32_t colour = ikm_chart_colour(plot->chart, series);
    for (size_t i = 0; i < plot->rows; i++) {
        int from, to;
        if (!point_at(plot, series, i, &from) || !point_at(plot, series, i + 1, &to))
            continue;
        ikmi_svg_place(html, "<line x1=\"", place_of(plot, i));
        ikmi_svg_place(html, "\" x2=\"", place_of(plot, i + 1));
        ikmi_svg_number(html, "\" y1=\"", from);
        ikmi_svg_number(html, "\" y2=\"", to);
        ikmi_svg_colour(html, "\" stroke-width=\"2.5\" stroke=\"", colour);
        ikmi_html_add(html, "\"");
        ikmi_svg_dashes(html, series);
        ikmi_html_add(html, " />\n");
    }
    for (size_t i = 0; i < plot->rows; i++) {
        int y;
        if (!point_at(plot, series, i, &y))
            continue;
        ikmi_svg_place(html, "<circle cx=\"", place_of(plot, i));
        ikmi_svg_number(html, "\" cy=\"", y);
        ikmi_svg_colour(html, "\" r=\"4\" class=\"point\" fill=\"", colour);
        ikmi_html_add(html, "\" />\n");
    }
}

/* Is it the lowest of its neighbours? Then the line rises to both sides, and what stands above it would be struck. */
static bool in_a_valley(const ikmi_plot *plot, size_t series, size_t row, int y)
{
    int before, after;
    return row > 0 && point_at(plot, series, row - 1, &before) && point_at(plot, series, row + 1, &after) &&
           before < y && after < y && y < TOP + PLOT - LABEL_LINE;
}

/* Does the value of another line, of an earlier one or just above, stand in its way? The table has them all. */
static bool in_the_way(const ikmi_plot *plot, size_t series, size_t row, int y)
{
    for (size_t i = 0; i < plot->chart->series_count; i++) {
        int other;
        if (i == series || !point_at(plot, i, row, &other))
            continue;
        if (i < series ? abs(other - y) < 2 * LABEL_LINE : other <= y && other > y - 2 * LABEL_LINE)
            return true;
    }
    return false;
}

static void values(const ikmi_plot *plot, size_t series)
{
    for (size_t i = 0; i < plot->rows; i++) {
        int y;
        if (!point_at(plot, series, i, &y))
            continue;
        ikm_decimal value = plot->row[i].value[series];
        const char *class_name = shown_class(plot, i, ikmi_plot_value_width(plot, value), "halo", "halo w");
        if (!class_name || in_the_way(plot, series, i, y))
            continue;
        ikmi_svg_text(plot->html, place_of(plot, i), 0, in_a_valley(plot, series, i, y) ? y + 18 : y - 9,
                      IKMI_ANCHOR_MIDDLE, class_name);
        ikmi_html_number(plot->html, value);
        ikmi_svg_text_end(plot->html);
    }
}

void ikmi_svg_lines(const ikmi_plot *plot)
{
    ikmi_svg_begin(plot, 0, 0, plot->rows, TOP + PLOT + BELOW);
    ikmi_svg_describe(plot);
    bands(plot);
    marks(plot);
    band_names(plot);
    if (plot->chart->reference)
        level(plot, height_at(plot, ikmi_amount_of(*plot->chart->reference)), "target");
    for (size_t i = 0; i < plot->chart->series_count; i++)
        shapes(plot, i);
    for (size_t i = 0; i < plot->chart->series_count; i++)
        values(plot, i);
    names(plot);
    ikmi_svg_end(plot);
}
