/* A document as a page for browsers: what stands where. Tables and charts have files of their own. */
#include "html.h"
#include "svg.h"

#include "base/mem.h"

#include <string.h>

enum { SHOWN_LEAST = 1024 /* so that an empty text, too, has an address */ };

typedef struct browser_page {
    ikmi_html html;
    const ikm_document *document;
    size_t sheet_count;
    bool titled_by_heading; /* the only heading of its level says what the title says: it is the title */
    bool in_section;
    int level;          /* of the heading before */
    ikm_item_kind open; /* the kind of items whose list is open; 0: none */
} browser_page;

/* What stands around items of a kind that follow each other. */
static const struct list {
    const char *begin, *end;
} lists[] = {
    [IKM_ITEM_NOTE] = {"<ul class=\"notes\">\n", "</ul>\n"},
    [IKM_ITEM_FIGURE] = {"<div class=\"figures\">\n", "</div>\n"},
    [IKM_ITEM_FIELD] = {"<dl>\n", "</dl>\n"},
    [IKM_ITEM_SIGNATURE] = {"<div class=\"signatures\">\n", "</div>\n"},
};

static const ikm_item *item_at(const browser_page *page, size_t index)
{
    return ikm_document_item(page->document, index);
}

static bool is_heading_of_section(const ikm_item *item)
{
    return item && item->kind == IKM_ITEM_HEADING && item->level == 1;
}

static void turn_list(browser_page *page, ikm_item_kind kind)
{
    const size_t count = sizeof lists / sizeof *lists;
    if (kind == page->open)
        return;
    if (page->open < count && lists[page->open].end)
        ikmi_html_add(&page->html, lists[page->open].end);
    if (kind < count && lists[kind].begin)
        ikmi_html_add(&page->html, lists[kind].begin);
    page->open = kind;
}

static void close_section(browser_page *page)
{
    turn_list(page, (ikm_item_kind)0);
    if (page->in_section)
        ikmi_html_add(&page->html, "</section>\n");
    page->in_section = false;
}

/* id="s3", with the number of the section. */
static void id(browser_page *page, const char *before, const char *after)
{
    ikmi_html_add(&page->html, before);
    ikmi_html_integer(&page->html, (int64_t)page->html.sections);
    ikmi_html_add(&page->html, after);
}

static bool has_a_wide_table(const browser_page *page, size_t index)
{
    const ikm_item *item;
    while ((item = item_at(page, index++)) != NULL && item->kind != IKM_ITEM_SHEET)
        if (item->kind == IKM_ITEM_TABLE && ikmi_html_table_is_wide(item->table))
            return true;
    return false;
}

/* "2 · Rekap" of several sheets: the number makes the name the only one of its kind. */
static void begin_section(browser_page *page, size_t index)
{
    const ikm_item *item = item_at(page, index);
    ikmi_html *html = &page->html;
    close_section(page);
    html->sections++;
    page->level = page->titled_by_heading ? -1 : 0; /* of h1 */
    id(page, "<section id=\"s", "\"");
    if (item->level == 1)
        ikmi_html_add(html, " class=\"poster\"");
    else if (has_a_wide_table(page, index + 1))
        ikmi_html_add(html, " class=\"wide\"");
    if (page->titled_by_heading)
        ikmi_html_add(html, " aria-labelledby=\"title\">\n");
    else
        id(page, " aria-labelledby=\"n", "\">\n");
    page->in_section = true;
    bool headed = is_heading_of_section(item_at(page, index + 1));
    if (page->sheet_count > 1 && headed) {
        id(page, "<p class=\"sheet\" id=\"n", "\">");
        ikmi_html_integer(html, (int64_t)html->sections);
        ikmi_html_add(html, " · ");
        ikmi_html_string(html, item->text);
        ikmi_html_add(html, "</p>\n");
    } else if (!headed) {
        id(page, "<h2 id=\"n", "\">");
        ikmi_html_string(html, item->text);
        ikmi_html_add(html, "</h2>\n");
        page->level = 1;
    }
}

/* The title is h1, so a section's heading is h2, if it is not the title itself. The only sheet is named by it. */
static void heading(browser_page *page, size_t index)
{
    static const char *const begin[] = {"<h1", "<h2", "<h3", "<h4"}, *const end[] = {"</h1>\n", "</h2>\n", "</h3>\n",
                                                                                     "</h4>\n"};
    const ikm_item *item = item_at(page, index), *before = index ? item_at(page, index - 1) : NULL;
    int level = item->level - (page->titled_by_heading ? 1 : 0);
    if (level > page->level + 1) /* readers that go from heading to heading would look for what is left out */
        level = page->level + 1;
    page->level = level;
    ikmi_html *html = &page->html;
    ikmi_html_add(html, begin[level]);
    if (level == 0)
        ikmi_html_add(html, " id=\"title\"");
    else if (page->sheet_count == 1 && is_heading_of_section(item) && before && before->kind == IKM_ITEM_SHEET)
        id(page, " id=\"n", "\"");
    ikmi_html_add(html, ">");
    ikmi_html_string(html, item->text);
    ikmi_html_add(html, end[level]);
}

static void in_element(ikmi_html *html, const char *begin, const char *text, const char *end)
{
    ikmi_html_add(html, begin);
    ikmi_html_string(html, text);
    ikmi_html_add(html, end);
}

static ikm_status write_item(browser_page *page, size_t index)
{
    const ikm_item *item = item_at(page, index);
    ikmi_html *html = &page->html;
    turn_list(page, item->kind);
    switch (item->kind) {
    case IKM_ITEM_SHEET: begin_section(page, index); break;
    case IKM_ITEM_HEADING: heading(page, index); break;
    case IKM_ITEM_TEXT: in_element(html, "<p>", item->text, "</p>\n"); break;
    case IKM_ITEM_NOTE: in_element(html, "<li>", item->text, "</li>\n"); break;
    case IKM_ITEM_FIGURE: ikmi_html_figure(html, item); break;
    case IKM_ITEM_TABLE: return ikmi_html_table(html, item->table);
    case IKM_ITEM_CHART: return ikmi_svg_chart(html, item->chart, item->table);
    case IKM_ITEM_FIELD: ikmi_html_field(html, item); break;
    case IKM_ITEM_SIGNATURE: ikmi_html_signature(html, item->signature); break;
    }
    return html->stream.status;
}

/* Nothing may be fetched and nothing run, whatever might have come in; an icon of nothing, or browsers would ask. */
static void head(browser_page *page)
{
    ikmi_html *html = &page->html;
    ikmi_html_add(html, html->lang == IKM_LANG_EN ? "<!DOCTYPE html>\n<html lang=\"en\">\n"
                                                  : "<!DOCTYPE html>\n<html lang=\"id\">\n");
    ikmi_html_add(html, "<head>\n<meta charset=\"utf-8\" />\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                        "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\" />\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                        "<meta name=\"color-scheme\" content=\"light dark\" />\n"
                        "<meta name=\"format-detection\" content=\"telephone=no\" />\n"
                        "<link rel=\"icon\" href=\"data:,\" />\n<title>");
    ikmi_html_plain(html, ikmi_text(ikm_document_title(page->document)));
    ikmi_html_add(html, "</title>\n<style>\n");
    ikmi_html_style(html);
    ikmi_html_add(html, "</style>\n</head>\n");
}

static void contents(browser_page *page)
{
    ikmi_html *html = &page->html;
    const ikm_item *item;
    int64_t number = 0;
    ikmi_html_add(html, "<nav aria-label=\"");
    ikmi_html_word(html, IKMI_WORD_DOCUMENT_CONTENTS);
    ikmi_html_add(html, "\">\n<ol>\n");
    for (size_t i = 0; (item = item_at(page, i)) != NULL; i++) {
        if (item->kind != IKM_ITEM_SHEET)
            continue;
        ikmi_html_add(html, "<li><a href=\"#s");
        ikmi_html_integer(html, ++number);
        ikmi_html_add(html, "\">");
        ikmi_html_string(html, item->text);
        ikmi_html_add(html, "</a></li>\n");
    }
    ikmi_html_add(html, "</ol>\n</nav>\n");
}

static ikm_status write_page(browser_page *page)
{
    ikmi_html *html = &page->html;
    ikm_status status = html->stream.status;
    head(page);
    ikmi_html_add(html, "<body>\n");
    if (!page->titled_by_heading) {
        in_element(html, "<header>\n<h1 id=\"title\">", ikm_document_title(page->document), "</h1>\n");
        if (page->sheet_count > 1)
            contents(page);
        ikmi_html_add(html, "</header>\n");
    }
    ikmi_html_add(html, "<main>\n");
    for (size_t i = 0; i < ikm_document_item_count(page->document) && status == IKM_OK; i++)
        status = write_item(page, i);
    close_section(page);
    ikmi_html_add(html, "</main>\n</body>\n</html>\n");
    return status;
}

static void look_ahead(browser_page *page)
{
    const ikm_item *item, *first = item_at(page, 0), *second = item_at(page, 1);
    size_t headings = 0;
    for (size_t i = 0; (item = item_at(page, i)) != NULL; i++) {
        page->sheet_count += item->kind == IKM_ITEM_SHEET;
        headings += is_heading_of_section(item);
    }
    page->titled_by_heading = page->sheet_count == 1 && headings == 1 && first->kind == IKM_ITEM_SHEET &&
                              is_heading_of_section(second) &&
                              strcmp(second->text, ikm_document_title(page->document)) == 0;
}

ikm_status ikm_document_write_html(const ikm_document *document, ikm_sink sink)
{
    if (!document || !sink.write)
        return IKM_ERR_ARGUMENT;
    const ikm_mem *mem = ikm_document_mem(document);
    browser_page page = {.html.lang = ikm_document_lang(document), .document = document};
    look_ahead(&page);
    ikmi_stream_init(&page.html.stream, sink, mem);
    ikmi_buffer_init(&page.html.shown, mem);
    ikm_status status = ikmi_buffer_reserve(&page.html.shown, SHOWN_LEAST) ? write_page(&page) : IKM_ERR_NOMEM;
    ikmi_buffer_done(&page.html.shown);
    return ikmi_stream_done(&page.html.stream, status);
}
