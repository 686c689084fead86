/* The writer for terminals, from inside: what its files share. */
#ifndef IKMI_TEXT_H
#define IKMI_TEXT_H

#include "stream.h"
#include "wrap.h"

#include <stdbool.h>

/* A line that is left to be filled in by hand. */
#define IKMI_TO_FILL_IN "........................................"

typedef enum ikmi_text_style {
    IKMI_STYLE_PLAIN,
    IKMI_STYLE_BOLD,
    IKMI_STYLE_TITLE,
    IKMI_STYLE_FAINT,
    IKMI_STYLE_BAR
} ikmi_text_style;

typedef struct ikmi_text_writer {
    ikmi_stream stream;
    ikmi_buffer shown; /* texts of the item or row at hand, as they are shown */
    ikm_lang lang;
    size_t width; /* 0: no limit */
    bool colour;
    size_t pending;         /* blanks owed to the line: written only when something follows them */
    const ikm_chart *drawn; /* the chart whose bars stand in the table written last */
} ikmi_text_writer;

/* One line, from the left. Columns are counted by the caller. */
void ikmi_text_pad(ikmi_text_writer *writer, size_t columns);
void ikmi_text_put(ikmi_text_writer *writer, ikm_text text, ikmi_text_style style);
void ikmi_text_repeat(ikmi_text_writer *writer, const char *character, size_t count, ikmi_text_style style);
void ikmi_text_end_line(ikmi_text_writer *writer);

/* `text`, which has been through ikmi_add_shown(), wrapped; lines after the first are indented. */
void ikmi_text_paragraph(ikmi_text_writer *writer, ikm_text text, size_t indent, ikmi_text_style style);

/* Put texts into `shown` after emptying it; where one failed for want of memory, the buffer says so. */
ikm_text ikmi_text_show(ikmi_text_writer *writer, const char *text);

/* A column of a table: what its cells need, and what it is given. */
typedef struct ikmi_text_column {
    const ikm_column *column;
    bool number;    /* to the right, decimal marks under each other */
    int32_t places; /* most decimals that a cell has */
    size_t cells;   /* widest cell */
    size_t word;    /* widest word of a cell: narrower would break it */
    size_t title;   /* its title in one line */
    size_t title_word;
    size_t width;
} ikmi_text_column;

typedef struct ikmi_text_plan {
    const ikm_table *table;
    ikmi_text_column column[IKM_TABLE_COLUMNS];
    const ikm_chart *chart; /* whose bars stand beside the rows; NULL: none */
    size_t bar_width;
    double bar_min, bar_max;
    /* columns that do not fit side by side go below each other; the first column heads each block */
    size_t block_count;
    size_t block_start[IKM_TABLE_COLUMNS + 1];
} ikmi_text_plan;

enum { IKMI_TEXT_GAP = 2 };

/* Look at the first rows and share out the width. */
IKM_MUST_CHECK ikm_status ikmi_text_plan_make(ikmi_text_plan *plan, ikmi_text_writer *writer, const ikm_table *table,
                                              const ikm_chart *chart);

/* Add a cell as it is shown, its decimal mark in place. */
void ikmi_text_add_cell(ikmi_text_writer *writer, const ikmi_text_column *column, const ikm_cell *cell);
void ikmi_text_add_title(ikmi_text_writer *writer, const ikmi_text_column *column);

/* A table, with bars where `chart` (may be NULL) finds room beside it. */
IKM_MUST_CHECK ikm_status ikmi_text_table(ikmi_text_writer *writer, const ikm_table *table, const ikm_chart *chart);

/* A chart that found no room beside its table: a table of its own of two columns and bars. */
IKM_MUST_CHECK ikm_status ikmi_text_chart(ikmi_text_writer *writer, const ikm_table *table, const ikm_chart *chart);

/* The bar of a value, in eighths of a column. */
void ikmi_text_bar(ikmi_text_writer *writer, const ikmi_text_plan *plan, const ikm_cell *value);
double ikmi_text_value(ikm_decimal number);

#endif
