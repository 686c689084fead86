/* Shares one behind the other, about a middle that stands at the same place in every row. */
#include "svg.h"

enum { BAR = 18, LABEL_COLUMN = 235, LABEL_MARGIN = 250 };

static void segment(const ikmi_plot *plot, ikm_decimal value, size_t series, int32_t from, int32_t to, int y,
                    ikmi_layer layer)
{
    uint32_t colour = ikm_chart_colour(plot->chart, series);
    if (layer == IKMI_LAYER_SHAPES) {
        ikmi_svg_rect(plot->html, from, to, y, BAR - 2, colour);
        return;
    }
    if (to - from < (int32_t)ikmi_plot_value_width(plot, value) * LABEL_COLUMN + LABEL_MARGIN)
        return; /* the table has it */
    ikmi_svg_text(plot->html, from + (to - from) / 2, 0, y + BAR - 5, IKMI_ANCHOR_MIDDLE, ikmi_svg_text_class(colour));
    ikmi_html_number(plot->html, value);
    ikmi_svg_text_end(plot->html);
}

void ikmi_svg_diverging(const ikmi_plot *plot, const ikmi_plot_row *row, int y, ikmi_layer layer)
{
    size_t half = plot->chart->series_count / 2;
    ikmi_amount low = 0, high = 0;
    for (size_t i = 0; i < plot->chart->series_count; i++) {
        bool left = i < half;
        size_t series = left ? half - 1 - i : i; /* outwards from the middle */
        ikmi_amount amount = ikmi_amount_of(row->value[series]);
        if (amount <= 0)
            continue;
        ikmi_amount from = left ? low - amount : high, to = left ? low : high + amount;
        segment(plot, row->value[series], series, ikmi_scale_at(&plot->scale, from), ikmi_scale_at(&plot->scale, to), y,
                layer);
        low = left ? from : low;
        high = left ? high : to;
    }
}
