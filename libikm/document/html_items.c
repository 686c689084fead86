/* Large figures, lines to fill in, and where somebody signs. */
#include "html.h"

#include "base/mem.h"

void ikmi_html_figure(ikmi_html *html, const ikm_item *item)
{
    ikmi_html_add(html, "<div class=\"figure\"><p class=\"label\">");
    ikmi_html_string(html, item->text);
    ikmi_html_add(html,
                  item->cell.kind == IKM_CELL_TEXT ? "</p>\n<p class=\"value words\">" : "</p>\n<p class=\"value\">");
    if (item->cell.kind == IKM_CELL_EMPTY)
        ikmi_html_blank(html);
    ikmi_html_cell(html, &item->cell);
    ikmi_html_add(html, "</p>");
    if (item->caption && *item->caption) {
        ikmi_html_add(html, "\n<p class=\"meaning\">");
        ikmi_html_string(html, item->caption);
        ikmi_html_add(html, "</p>");
    }
    ikmi_html_add(html, "</div>\n");
}

void ikmi_html_field(ikmi_html *html, const ikm_item *item)
{
    ikmi_html_add(html, "<div><dt>");
    ikmi_html_string(html, item->text);
    ikmi_html_add(html, "</dt><dd>");
    if (item->caption && *item->caption)
        ikmi_html_string(html, item->caption);
    else
        ikmi_html_blank(html);
    ikmi_html_add(html, "</dd></div>\n");
}

static void signature_line(ikmi_html *html, const char *begin, const char *text, const char *end)
{
    ikmi_html_add(html, begin);
    if (text && *text)
        ikmi_html_string(html, text);
    else
        ikmi_html_blank(html);
    ikmi_html_add(html, end);
}

void ikmi_html_signature(ikmi_html *html, const ikm_signature *signature)
{
    ikmi_html_add(html, "<div class=\"signature\">\n");
    signature_line(html, "<p>", signature->place_date, "</p>\n");
    signature_line(html, "<p class=\"room\">", signature->title, "</p>\n");
    signature_line(html, "<p class=\"name\">", signature->name, "</p>\n");
    signature_line(html, "<p>", signature->number, "</p>\n</div>\n");
}
