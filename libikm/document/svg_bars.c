/* The bars of one row: from zero, or the end of the axis that is nearest to it, up to the value. */
#include "svg.h"

enum {
    BAR = 18,    /* pixels, of one series */
    THINNER = 14 /* of several */
};

/* Room that a label takes on the narrowest screen, 300 pixels wide. */
enum { LABEL_COLUMN = 245, LABEL_MARGIN = 450 };

static int thickness(const ikmi_plot *plot)
{
    return plot->chart->series_count > 1 ? THINNER : BAR;
}

int ikmi_svg_bars_height(const ikmi_plot *plot)
{
    bool side_by_side = plot->chart->kind == IKM_CHART_BARS;
    return side_by_side ? thickness(plot) * (int)plot->chart->series_count : BAR;
}

/* Does the line of the target cross what lies between these places? */
static bool crossed(const ikmi_plot *plot, int32_t from, int32_t to)
{
    if (!plot->chart->reference)
        return false;
    int32_t at = ikmi_scale_at(&plot->scale, ikmi_amount_of(*plot->chart->reference));
    return at > from && at < to;
}

/*
 * Behind the end of the bar, within it, or before its beginning: where there is room, and rather where the target's
 * line does not cross it.
 */
static void label(const ikmi_plot *plot, ikm_decimal value, int32_t from, int32_t to, int y, uint32_t colour)
{
    int32_t need = (int32_t)ikmi_plot_value_width(plot, value) * LABEL_COLUMN + LABEL_MARGIN;
    bool right = to >= from;
    int32_t behind = right ? IKMI_SCALE_END - to : to, length = right ? to - from : from - to;
    bool fits_behind = behind >= need, fits_within = length >= need || length >= IKMI_SCALE_END / 2;
    bool behind_is_clear = right ? !crossed(plot, to, to + need) : !crossed(plot, to - need, to);
    int32_t at = to;
    if (fits_behind && (behind_is_clear || !fits_within)) {
        ikmi_svg_text(plot->html, at, right ? 5 : -5, y, right ? IKMI_ANCHOR_START : IKMI_ANCHOR_END, "halo");
    } else if (fits_within) {
        if (right && crossed(plot, to - need, to))
            at = ikmi_scale_at(&plot->scale, ikmi_amount_of(*plot->chart->reference));
        at = at - from < need && right ? to : at;
        ikmi_svg_text(plot->html, at, right ? -5 : 5, y, right ? IKMI_ANCHOR_END : IKMI_ANCHOR_START,
                      ikmi_svg_text_class(colour));
    } else {
        ikmi_svg_text(plot->html, from, right ? -5 : 5, y, right ? IKMI_ANCHOR_END : IKMI_ANCHOR_START, "halo");
    }
    ikmi_html_number(plot->html, value);
    ikmi_svg_text_end(plot->html);
}

/* What the bar is filled of: from the beginning of the axis to its end, whatever the data add to the scale. */
static void track(const ikmi_plot *plot, int y)
{
    int32_t from = ikmi_scale_at(&plot->scale, ikmi_amount_of(plot->chart->axis_min)), to = IKMI_SCALE_END;
    if (plot->chart->axis_max.digits != plot->chart->axis_min.digits ||
        plot->chart->axis_max.places != plot->chart->axis_min.places)
        to = ikmi_scale_at(&plot->scale, ikmi_amount_of(plot->chart->axis_max));
    ikmi_svg_place(plot->html, "<rect x=\"", from);
    ikmi_svg_number(plot->html, "\" y=\"", y);
    ikmi_svg_place(plot->html, "\" width=\"", to - from);
    ikmi_svg_number(plot->html, "\" height=\"", BAR - 2);
    ikmi_html_add(plot->html, "\" class=\"track\" />\n");
    if (to < IKMI_SCALE_END)
        ikmi_svg_line_at(plot->html, to, y - 3, y + BAR + 1, "zero");
}

void ikmi_svg_bars(const ikmi_plot *plot, const ikmi_plot_row *row, int y, ikmi_layer layer)
{
    int32_t zero = ikmi_scale_at(&plot->scale, 0);
    int high = thickness(plot);
    for (size_t i = 0; i < plot->chart->series_count; i++, y += high) {
        uint32_t colour = ikm_chart_colour(plot->chart, i);
        int32_t to = ikmi_scale_at(&plot->scale, ikmi_amount_of(row->value[i]));
        if (row->has[i] && layer == IKMI_LAYER_SHAPES)
            ikmi_svg_rect(plot->html, to < zero ? to : zero, to < zero ? zero : to, y, high - 2, colour);
        if (row->has[i] && layer == IKMI_LAYER_LABELS)
            label(plot, row->value[i], zero, to, y + high - 5, colour);
        if (plot->chart->kind == IKM_CHART_SHARES && layer == IKMI_LAYER_SHAPES)
            track(plot, y);
    }
}
