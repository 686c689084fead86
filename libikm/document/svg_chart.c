/* A chart as a figure: what it is called, what its colours mean, its drawings, and what they show in words. */
#include "svg.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "wrap.h"

#include <string.h>

enum { NAME_SIZE = 200, NAME_COLUMNS = 60, SENTENCE_SIZE = 1024 };

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
static void name_of(char *out, const ikmi_plot_row *row)
{
    ikm_text name = ikmi_cut(row->name, NAME_COLUMNS);
    size_t size = name.size < NAME_SIZE ? name.size : NAME_SIZE - 1;
    if (size)
        memcpy(out, name.data, size);
    out[size] = '\0';
}

/* Which row of the first series has the lowest or highest value; NULL: none has a value. */
static const ikmi_plot_row *peak(const ikmi_plot *plot, bool highest)
{
    const ikmi_plot_row *found = NULL;
    for (const ikmi_plot_row *row = plot->row; row < plot->row + plot->rows; row++) {
        if (!row->has[0])
            continue;
        ikmi_amount beyond = found ? ikmi_amount_of(row->value[0]) - ikmi_amount_of(found->value[0]) : 0;
        if (!found || (highest ? beyond > 0 : beyond < 0))
            found = row;
    }
    return found;
}

static void say_range(const ikmi_plot *plot)
{
    char sentence[SENTENCE_SIZE], names[2][NAME_SIZE], values[2][IKMI_DECIMAL_SIZE];
    const ikmi_plot_row *low = peak(plot, false), *high = peak(plot, true);
    if (!low || !high)
        return;
    name_of(names[0], low);
    name_of(names[1], high);
    ikmi_say(sentence, sizeof sentence, plot->html->lang, IKMI_WORD_DOCUMENT_CHART_RANGE,
             IKMI_SAY(plot->table->columns[plot->chart->value_column].title,
                      ikmi_decimal_for_people(values[0], low->value[0], plot->html->lang), names[0],
                      ikmi_decimal_for_people(values[1], high->value[0], plot->html->lang), names[1]));
    ikmi_html_add(plot->html, " ");
    ikmi_html_plain(plot->html, ikmi_text(sentence));
}

void ikmi_svg_describe(const ikmi_plot *plot)
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
    if (plot->chart->kind != IKM_CHART_DIVERGING)
        say_range(plot);
    ikmi_html_add(html, "</desc>\n");
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

static void figure(const ikmi_plot *plot, size_t all)
{
    ikmi_html *html = plot->html;
    html->charts++;
    ikmi_html_add(html, "<figure>\n");
    if (plot->chart->title && *plot->chart->title) {
        ikmi_html_add(html, "<figcaption>");
        ikmi_html_string(html, plot->chart->title);
        ikmi_html_add(html, "</figcaption>\n");
    }
    legend(plot);
    if (plot->chart->kind == IKM_CHART_LINES)
        ikmi_svg_lines(plot);
    else
        ikmi_svg_rows(plot);
    say_part(plot, all);
    ikmi_html_add(html, "</figure>\n");
}

ikm_status ikmi_svg_chart(ikmi_html *html, const ikm_chart *chart, const ikm_table *table)
{
    size_t all = ikm_chart_row_count(chart, table);
    if (all == 0)
        return html->stream.status;
    ikmi_plot plot;
    ikm_status status = ikmi_plot_init(&plot, html, chart, table);
    if (status == IKM_OK)
        figure(&plot, all);
    ikmi_plot_done(&plot);
    return status == IKM_OK ? html->stream.status : status;
}
