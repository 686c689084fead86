/*
 * Charts as drawings in a page, from inside. Along the axis everything is in per cent of the width, so that a drawing
 * fits a telephone and a sheet of paper while its letters keep their size.
 */
#ifndef IKMI_SVG_H
#define IKMI_SVG_H

#include "html.h"

#include "base/integer.h"

/* A value in units of 10^-18, which any decimal is exactly. */
typedef ikmi_int128 ikmi_amount;

/* A place on the axis in hundredths of a per cent of its length, 0 to IKMI_SCALE_END. */
enum { IKMI_SCALE_END = 10000 };

/* What an axis must hold. Zeroed: nothing yet. */
typedef struct ikmi_extent {
    bool any;
    ikmi_amount low, high;
} ikmi_extent;

typedef struct ikmi_scale {
    ikmi_amount low, high; /* the ends of the axis; low < high */
    ikmi_amount first, step;
    size_t marks;
    int32_t places; /* of the marks */
} ikmi_scale;

ikmi_amount ikmi_amount_of(ikm_decimal value);
void ikmi_extent_add(ikmi_extent *extent, ikmi_amount amount);

/* An axis from data: it ends at marks. One that is given ends where it ends, beyond it only where data do. */
void ikmi_scale_from_data(ikmi_scale *scale, const ikmi_extent *data, size_t most_marks);
void ikmi_scale_given(ikmi_scale *scale, ikm_decimal low, ikm_decimal high, const ikmi_extent *data, size_t most_marks);

int32_t ikmi_scale_at(const ikmi_scale *scale, ikmi_amount amount);

/* Mark `index`; false: it is no decimal. */
bool ikmi_scale_mark(ikm_decimal *out, const ikmi_scale *scale, size_t index);

/* A row of a chart. */
typedef struct ikmi_plot_row {
    ikm_text name; /* on one line, cut to what a drawing shows at most */
    bool has[IKM_CHART_SERIES];
    ikm_decimal value[IKM_CHART_SERIES];
} ikmi_plot_row;

/* A chart that is being drawn: all of it, so that its rows are asked for once and in their order. */
typedef struct ikmi_plot {
    ikmi_html *html;
    const ikm_chart *chart;
    const ikm_table *table;
    ikmi_plot_row *row;
    size_t rows; /* that are drawn */
    ikmi_buffer names;
    ikmi_scale scale;
} ikmi_plot;

/* Fetch the rows and lay the axis; ikmi_plot_done() in every case. */
IKM_MUST_CHECK ikm_status ikmi_plot_init(ikmi_plot *plot, ikmi_html *html, const ikm_chart *chart,
                                         const ikm_table *table);
void ikmi_plot_done(ikmi_plot *plot);

/* Behind the others, or in front of them. */
typedef enum ikmi_layer { IKMI_LAYER_SHAPES, IKMI_LAYER_LABELS } ikmi_layer;

/* Columns of the value as people read it. */
size_t ikmi_plot_value_width(const ikmi_plot *plot, ikm_decimal value);

/* A figure with its caption, legend and drawings. */
IKM_MUST_CHECK ikm_status ikmi_svg_chart(ikmi_html *html, const ikm_chart *chart, const ikm_table *table);

/* Begin and end a drawing of this height that shows rows from `first` on; `part` counts the drawings of a chart. */
void ikmi_svg_begin(const ikmi_plot *plot, size_t part, size_t first, size_t count, int height);
void ikmi_svg_end(const ikmi_plot *plot);
void ikmi_svg_describe(const ikmi_plot *plot);

/* The drawings of a chart: rows below each other, or from left to right. */
void ikmi_svg_rows(const ikmi_plot *plot);
void ikmi_svg_lines(const ikmi_plot *plot);

/* The bars of one row, whose upper edge is `y`, and how high they are. */
int ikmi_svg_bars_height(const ikmi_plot *plot);
void ikmi_svg_bars(const ikmi_plot *plot, const ikmi_plot_row *row, int y, ikmi_layer layer);
void ikmi_svg_diverging(const ikmi_plot *plot, const ikmi_plot_row *row, int y, ikmi_layer layer);

/* Elements. Places along the axis are hundredths of a per cent, others pixels. */
void ikmi_svg_number(ikmi_html *html, const char *before, int value);
void ikmi_svg_place(ikmi_html *html, const char *before, int32_t place);
void ikmi_svg_rect(ikmi_html *html, int32_t from, int32_t to, int y, int height, uint32_t colour);
void ikmi_svg_colour(ikmi_html *html, const char *before, uint32_t colour);
void ikmi_svg_line_at(ikmi_html *html, int32_t place, int from, int to, const char *class_name);

typedef enum ikmi_anchor { IKMI_ANCHOR_START, IKMI_ANCHOR_MIDDLE, IKMI_ANCHOR_END } ikmi_anchor;

/* `shift` pixels to the right of `place`, on the base line `y`; then comes the text, then ikmi_svg_text_end(). */
void ikmi_svg_text(ikmi_html *html, int32_t place, int shift, int y, ikmi_anchor anchor, const char *class_name);
void ikmi_svg_text_end(ikmi_html *html);

/* What tells line `series` from others in grey print. */
void ikmi_svg_dashes(ikmi_html *html, size_t series);

/* The class of text that is read on this colour. */
const char *ikmi_svg_text_class(uint32_t colour);

#endif
