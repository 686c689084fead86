/* The elements of a drawing. Numbers are integers and decimals of ours: no locale moves them. */
#include "svg.h"

#include "base/decimal.h"

void ikmi_svg_number(ikmi_html *html, const char *before, int value)
{
    ikmi_html_add(html, before);
    ikmi_html_integer(html, value);
}

void ikmi_svg_place(ikmi_html *html, const char *before, int32_t place)
{
    char text[IKMI_DECIMAL_SIZE];
    ikmi_html_add(html, before);
    ikmi_html_add(html, ikmi_decimal_text(text, ikmi_decimal_shortest((ikm_decimal){place, 2}), '.', 0));
    ikmi_html_add(html, "%");
}

void ikmi_svg_colour(ikmi_html *html, const char *before, uint32_t colour)
{
    char text[] = "#000000";
    for (int i = 6; i > 0; i--, colour >>= 4)
        text[i] = "0123456789abcdef"[colour & 15];
    ikmi_html_add(html, before);
    ikmi_html_add(html, text);
}

void ikmi_svg_rect(ikmi_html *html, int32_t from, int32_t to, int y, int height, uint32_t colour)
{
    ikmi_svg_place(html, "<rect x=\"", from);
    ikmi_svg_number(html, "\" y=\"", y);
    ikmi_svg_place(html, "\" width=\"", to - from);
    ikmi_svg_number(html, "\" height=\"", height);
    ikmi_svg_colour(html, "\" fill=\"", colour);
    ikmi_html_add(html, "\" class=\"edge\" />\n");
}

void ikmi_svg_line_at(ikmi_html *html, int32_t place, int from, int to, const char *class_name)
{
    ikmi_svg_place(html, "<line x1=\"", place);
    ikmi_svg_place(html, "\" x2=\"", place);
    ikmi_svg_number(html, "\" y1=\"", from);
    ikmi_svg_number(html, "\" y2=\"", to);
    ikmi_html_add(html, "\" class=\"");
    ikmi_html_add(html, class_name);
    ikmi_html_add(html, "\" />\n");
}

void ikmi_svg_text(ikmi_html *html, int32_t place, int shift, int y, ikmi_anchor anchor, const char *class_name)
{
    static const char *const anchors[] = {"", "\" text-anchor=\"middle", "\" text-anchor=\"end"};
    ikmi_svg_place(html, "<text x=\"", place);
    if (shift)
        ikmi_svg_number(html, "\" dx=\"", shift);
    ikmi_svg_number(html, "\" y=\"", y);
    ikmi_html_add(html, anchors[anchor]);
    ikmi_html_add(html, "\" class=\"");
    ikmi_html_add(html, class_name);
    ikmi_html_add(html, "\">");
}

void ikmi_svg_text_end(ikmi_html *html)
{
    ikmi_html_add(html, "</text>\n");
}

const char *ikmi_svg_text_class(uint32_t colour)
{
    uint32_t red = colour >> 16 & 255, green = colour >> 8 & 255, blue = colour & 255;
    /* relative luminance (WCAG 2), with 2 for the exponent; above a fifth black is read better than white */
    return (2126 * red * red + 7152 * green * green + 722 * blue * blue) / 65025 > 2000 ? "on-light" : "on-dark";
}
