/* A chart as a figure: what it is called, what its colours mean, its drawings, and what they show in words. */
#include "svg.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "wrap.h"

#include <string.h>

enum {
    ROWS_MOST = 200, /* more bars cannot be read on any screen */
    SCREEN = 300,    /* pixels of the narrowest one */
    MARKS_MOST = 7,
    MARKS_LEAST = 3,
    COLUMN = 7, /* pixels of a digit */
    NAME_SIZE = 200,
    NAME_COLUMNS = 60,
    SENTENCE_SIZE = 1024
};

bool ikmi_plot_value(const ikmi_plot *plot, const ikm_cell *cells, size_t series, ikmi_amount *out)
{
    const ikm_cell *cell = &cells[plot->chart->value_column + series];
    if (cell->kind != IKM_CELL_NUMBER)
        return false;
    *out = ikmi_amount_of(cell->number);
    return true;
}

ikm_text ikmi_plot_name(const ikmi_plot *plot, const ikm_cell *cells)
{
    ikmi_buffer *shown = &plot->html->shown;
    char number[IKMI_DECIMAL_SIZE];
    ikmi_buffer_clear(shown);
    for (size_t i = 0; i < plot->chart->category_count; i++) {
        const ikm_cell *cell = &cells[plot->chart->category_column + i];
        if (shown->size && cell->kind != IKM_CELL_EMPTY)
            ikmi_buffer_add_char(shown, ' ');
        if (cell->kind == IKM_CELL_TEXT)
            ikmi_add_shown(shown, cell->text);
        else if (cell->kind == IKM_CELL_NUMBER)
            ikmi_buffer_add_string(shown, ikmi_decimal_for_people(number, cell->number, plot->html->lang));
    }
    for (size_t i = 0; shown->status == IKM_OK && i < shown->size; i++)
        if (shown->data[i] == '\n')
            shown->data[i] = ' ';
    return shown->status == IKM_OK ? ikmi_buffer_text(shown) : (ikm_text){NULL, 0};
}

size_t ikmi_plot_value_width(const ikmi_plot *plot, ikm_decimal value)
{
    char text[IKMI_DECIMAL_SIZE];
    return strlen(ikmi_decimal_for_people(text, value, plot->html->lang));
}

/* The lowest and the highest value of the first series, and in which rows they stand. */
typedef struct peaks {
    bool any;
    size_t low_row, high_row;
    ikm_decimal low, high;
} peaks;

static void find_peaks(peaks *found, const ikmi_plot *plot, const ikm_cell *cells, size_t row)
{
    ikmi_amount amount;
    if (!ikmi_plot_value(plot, cells, 0, &amount))
        return;
    ikm_decimal value = cells[plot->chart->value_column].number;
    if (!found->any || amount < ikmi_amount_of(found->low)) {
        found->low = value;
        found->low_row = row;
    }
    if (!found->any || amount > ikmi_amount_of(found->high)) {
        found->high = value;
        found->high_row = row;
    }
    found->any = true;
}

static void add_row(ikmi_extent *extent, const ikmi_plot *plot, const ikm_cell *cells)
{
    ikmi_amount amount, low = 0, high = 0;
    bool diverging = plot->chart->kind == IKM_CHART_DIVERGING;
    for (size_t i = 0; i < plot->chart->series_count; i++) {
        if (!ikmi_plot_value(plot, cells, i, &amount))
            continue;
        if (!diverging)
            ikmi_extent_add(extent, amount);
        else if (amount > 0 && i < plot->chart->series_count / 2)
            low -= amount;
        else if (amount > 0)
            high += amount;
    }
    if (diverging) {
        ikmi_extent_add(extent, low);
        ikmi_extent_add(extent, high);
    }
}

/* How many marks find room below each other's labels. */
static size_t most_marks(const ikmi_extent *data)
{
    size_t columns = 3, width;
    for (ikmi_amount rest = data->high > -data->low ? data->high : -data->low;
         rest >= (ikmi_amount)1000 * ikmi_power_of_ten(18); rest /= 10)
        columns++;
    columns += (columns - 1) / 3 + 2;
    width = columns * COLUMN;
    size_t most = SCREEN / width + 1;
    return most > MARKS_MOST ? MARKS_MOST : most < MARKS_LEAST ? MARKS_LEAST : most;
}

static ikm_status set_scale(ikmi_plot *plot)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    const ikm_chart *chart = plot->chart;
    ikmi_extent data = {0};
    for (size_t i = 0; i < plot->rows; i++) {
        ikm_status status = ikm_table_row(plot->table, i, cells);
        if (status != IKM_OK)
            return status;
        add_row(&data, plot, cells);
    }
    if (chart->reference)
        ikmi_extent_add(&data, ikmi_amount_of(*chart->reference));
    if (ikmi_amount_of(chart->axis_min) < ikmi_amount_of(chart->axis_max)) {
        ikmi_scale_given(&plot->scale, chart->axis_min, chart->axis_max, &data, most_marks(&data));
        return IKM_OK;
    }
    if (chart->kind != IKM_CHART_LINES || !data.any)
        ikmi_extent_add(&data, 0); /* a bar that does not begin at zero lies about its length */
    ikmi_scale_from_data(&plot->scale, &data, most_marks(&data));
    return IKM_OK;
}

static void swatch(const ikmi_plot *plot, size_t series)
{
    ikmi_html *html = plot->html;
    if (plot->chart->kind == IKM_CHART_LINES) {
        ikmi_html_add(html, "<line x1=\"0\" x2=\"28\" y1=\"6\" y2=\"6\" stroke-width=\"3\"");
        ikmi_svg_colour(html, " stroke=\"", ikm_chart_colour(plot->chart, series));
        ikmi_html_add(html, "\"");
        ikmi_svg_dashes(html, series);
        ikmi_html_add(html, " />");
        return;
    }
    ikmi_svg_colour(html, "<rect width=\"100%\" height=\"100%\" class=\"edge\" fill=\"",
                    ikm_chart_colour(plot->chart, series));
    ikmi_html_add(html, "\" />");
}

/* What each colour means, where there are several, and the line of the target. */
static void legend(const ikmi_plot *plot)
{
    const ikm_chart *chart = plot->chart;
    ikmi_html *html = plot->html;
    if (chart->series_count < 2 && !chart->reference)
        return;
    ikmi_html_add(html, "<ul class=\"legend\">");
    for (size_t i = 0; chart->series_count > 1 && i < chart->series_count; i++) {
        ikmi_html_add(html, "<li><svg aria-hidden=\"true\">");
        swatch(plot, i);
        ikmi_html_add(html, "</svg>");
        ikmi_html_string(html, plot->table->columns[chart->value_column + i].title);
        ikmi_html_add(html, "</li>");
    }
    if (chart->reference) {
        ikmi_html_add(html, "<li><svg aria-hidden=\"true\"><line x1=\"0\" x2=\"28\" y1=\"6\" y2=\"6\" class=\"target\" "
                            "/></svg>");
        if (chart->reference_title && *chart->reference_title) {
            ikmi_html_string(html, chart->reference_title);
            ikmi_html_add(html, " ");
        }
        ikmi_html_number(html, *chart->reference);
        ikmi_html_add(html, "</li>");
    }
    ikmi_html_add(html, "</ul>\n");
}

static ikmi_word kind_word(const ikm_chart *chart)
{
    switch (chart->kind) {
    case IKM_CHART_BARS: return IKMI_WORD_DOCUMENT_CHART_BARS;
    case IKM_CHART_DIVERGING: return IKMI_WORD_DOCUMENT_CHART_DIVERGING;
    case IKM_CHART_LINES: return IKMI_WORD_DOCUMENT_CHART_LINES;
    case IKM_CHART_SHARES: return IKMI_WORD_DOCUMENT_CHART_SHARES;
    }
    return IKMI_WORD_DOCUMENT_CHART_BARS;
}

/* id="c3-1" and its like: the chart, and the part of it. */
static void id(const ikmi_plot *plot, const char *before, size_t part, const char *after)
{
    ikmi_svg_number(plot->html, before, (int)plot->html->charts);
    ikmi_svg_number(plot->html, "-", (int)part);
    ikmi_html_add(plot->html, after);
}

void ikmi_svg_begin(const ikmi_plot *plot, size_t part, size_t first, size_t count, int height)
{
    ikmi_html *html = plot->html;
    const char *title = plot->chart->title;
    ikmi_html_add(html, "<svg class=\"chart\" role=\"img\"");
    ikmi_svg_number(html, " height=\"", height);
    id(plot, "\" aria-labelledby=\"c", part, "");
    if (part == 0)
        id(plot, "\" aria-describedby=\"d", part, "");
    id(plot, "\">\n<title id=\"c", part, "\">");
    if (title && *title)
        ikmi_html_plain(html, ikmi_text(title));
    else
        ikmi_html_word(html, kind_word(plot->chart));
    if (count < plot->rows) {
        ikmi_svg_number(html, ", ", (int)first + 1);
        ikmi_svg_number(html, "–", (int)(first + count));
    }
    ikmi_html_add(html, "</title>\n");
}

void ikmi_svg_end(const ikmi_plot *plot)
{
    ikmi_html_add(plot->html, "</svg>\n");
}

/* A row's name, cut to what a sentence can hold. */
static ikm_status name_of(char *out, const ikmi_plot *plot, size_t row)
{
    ikm_cell cells[IKM_TABLE_COLUMNS];
    ikm_status status = ikm_table_row(plot->table, row, cells);
    if (status != IKM_OK)
        return status;
    ikm_text name = ikmi_cut(ikmi_plot_name(plot, cells), NAME_COLUMNS);
    size_t size = name.size < NAME_SIZE ? name.size : NAME_SIZE - 1;
    if (size)
        memcpy(out, name.data, size);
    out[size] = '\0';
    return plot->html->shown.status;
}

static ikm_status say_range(const ikmi_plot *plot)
{
    char sentence[SENTENCE_SIZE], names[2][NAME_SIZE], values[2][IKMI_DECIMAL_SIZE];
    ikm_cell cells[IKM_TABLE_COLUMNS];
    peaks found = {.any = false};
    ikm_status status = IKM_OK;
    for (size_t i = 0; i < plot->rows && status == IKM_OK; i++) {
        status = ikm_table_row(plot->table, i, cells);
        if (status == IKM_OK)
            find_peaks(&found, plot, cells, i);
    }
    if (status == IKM_OK && found.any)
        status = name_of(names[0], plot, found.low_row);
    if (status == IKM_OK && found.any)
        status = name_of(names[1], plot, found.high_row);
    if (status != IKM_OK || !found.any)
        return status;
    ikmi_say(sentence, sizeof sentence, plot->html->lang, IKMI_WORD_DOCUMENT_CHART_RANGE,
             IKMI_SAY(plot->table->columns[plot->chart->value_column].title,
                      ikmi_decimal_for_people(values[0], found.low, plot->html->lang), names[0],
                      ikmi_decimal_for_people(values[1], found.high, plot->html->lang), names[1]));
    ikmi_html_add(plot->html, " ");
    ikmi_html_plain(plot->html, ikmi_text(sentence));
    return IKM_OK;
}

ikm_status ikmi_svg_describe(const ikmi_plot *plot)
{
    char sentence[SENTENCE_SIZE], table[NAME_SIZE], rows[IKMI_DECIMAL_SIZE];
    ikmi_html *html = plot->html;
    id(plot, "<desc id=\"d", 0, "\">");
    if (plot->table->title && *plot->table->title)
        ikmi_fill(table, sizeof table, "“{1}”", IKMI_SAY(plot->table->title));
    else
        ikmi_integer_text(table, (int64_t)html->tables);
    ikmi_say(sentence, sizeof sentence, html->lang, IKMI_WORD_DOCUMENT_CHART_SHOWS,
             IKMI_SAY(ikmi_word_text(html->lang, kind_word(plot->chart)),
                      ikmi_decimal_for_people(rows, (ikm_decimal){(int64_t)plot->rows, 0}, html->lang), table));
    ikmi_html_plain(html, ikmi_text(sentence));
    ikm_status status = plot->chart->kind == IKM_CHART_DIVERGING ? IKM_OK : say_range(plot);
    ikmi_html_add(html, "</desc>\n");
    return status;
}

/* Not all rows are drawn: that is said. */
static void say_part(const ikmi_plot *plot, size_t all)
{
    char sentence[SENTENCE_SIZE], drawn[IKMI_DECIMAL_SIZE], count[IKMI_DECIMAL_SIZE];
    if (all == plot->rows)
        return;
    ikmi_say(sentence, sizeof sentence, plot->html->lang, IKMI_WORD_DOCUMENT_CHART_PART,
             IKMI_SAY(ikmi_decimal_for_people(drawn, (ikm_decimal){(int64_t)plot->rows, 0}, plot->html->lang),
                      ikmi_decimal_for_people(count, (ikm_decimal){(int64_t)all, 0}, plot->html->lang)));
    ikmi_html_add(plot->html, "<p class=\"more\">");
    ikmi_html_string(plot->html, sentence);
    ikmi_html_add(plot->html, "</p>\n");
}

ikm_status ikmi_svg_chart(ikmi_html *html, const ikm_chart *chart, const ikm_table *table)
{
    size_t all = ikm_chart_row_count(chart, table);
    ikmi_plot plot = {html, chart, table, all < ROWS_MOST ? all : ROWS_MOST, {0}};
    if (all == 0)
        return html->stream.status;
    ikm_status status = set_scale(&plot);
    if (status != IKM_OK)
        return status;
    html->charts++;
    ikmi_html_add(html, "<figure>\n");
    if (chart->title && *chart->title) {
        ikmi_html_add(html, "<figcaption>");
        ikmi_html_string(html, chart->title);
        ikmi_html_add(html, "</figcaption>\n");
    }
    legend(&plot);
    status = chart->kind == IKM_CHART_LINES ? ikmi_svg_lines(&plot) : ikmi_svg_rows(&plot);
    say_part(&plot, all);
    ikmi_html_add(html, "</figure>\n");
    return status == IKM_OK ? html->stream.status : status;
}
