/* A native chart that is being drawn: what the files of the kinds of charts share. */
#ifndef IKMI_XLSX_CHART_H
#define IKMI_XLSX_CHART_H

#include "sheet.h"

enum { IKMI_DRAWN_SERIES = IKM_CHART_SERIES * 2 + IKM_CHART_BANDS + 4 };

typedef struct ikmi_drawing {
    ikmi_sheet *sheet;
    const ikmi_placed *placed;
    const ikm_chart *shown;
    size_t rows, series; /* that it shows */
    lxw_chart *chart;
    size_t drawn;                            /* series so far, helpers too */
    int16_t unlisted[IKMI_DRAWN_SERIES + 1]; /* of these, those that the legend does not name */
    size_t unlisted_count;
    bool has_legend;
} ikmi_drawing;

/* Each draws all of its chart but its frame. */
void ikmi_draw_bars(ikmi_drawing *drawing);
void ikmi_draw_diverging(ikmi_drawing *drawing);
void ikmi_draw_lines(ikmi_drawing *drawing);
void ikmi_draw_shares(ikmi_drawing *drawing);

/* The chart itself, of one of libxlsxwriter's kinds; false: failed. */
bool ikmi_drawing_begin(ikmi_drawing *drawing, uint8_t type);

/*
 * A column of values as the next series; NULL: failed. Cells that hold no number
 * are left out, and not drawn as zeros, which a spreadsheet would do with texts.
 */
lxw_chart_series *ikmi_drawing_column(ikmi_drawing *drawing, size_t index);

/* A series of numbers that stand on the hidden sheet, to be filled in; `name` may be NULL. */
lxw_chart_series *ikmi_drawing_helper(ikmi_drawing *drawing, const char *name, double **numbers);

/* The series drawn last is not named in the legend. */
void ikmi_drawing_unlist(ikmi_drawing *drawing);

/* The numbers of a column in the rows that are shown, NAN for a cell that holds none; false: failed. */
bool ikmi_drawing_numbers(const ikmi_drawing *drawing, size_t index, double *numbers);

/* The value that a line marks over the whole chart, if there is one. */
void ikmi_drawing_reference(ikmi_drawing *drawing);

/* Values beside the points of a series, from its column. */
void ikmi_series_labels(const ikmi_drawing *drawing, lxw_chart_series *series, size_t index, uint8_t position);
void ikmi_series_fill(lxw_chart_series *series, uint32_t colour);

/* Categories from top to bottom, values below; and categories from left to right, values beside them. */
void ikmi_axes_of_bars(ikmi_drawing *drawing);
void ikmi_axes_of_lines(ikmi_drawing *drawing);

#endif
