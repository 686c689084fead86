/* Text on its way into a page: whatever it holds, it stays text. */
#include "html.h"

#include "character.h"

#include "base/decimal.h"
#include "base/mem.h"

enum { RUN_MOST = 32 /* columns without a place to break: no word of ours is longer */ };

void ikmi_html_add(ikmi_html *html, const char *markup)
{
    ikmi_stream_add_string(&html->stream, markup);
}

void ikmi_html_integer(ikmi_html *html, int64_t value)
{
    char text[IKMI_INTEGER_SIZE];
    ikmi_html_add(html, ikmi_integer_text(text, value));
}

/* What stands for a character; NULL: itself. */
static const char *instead_of(uint32_t c, bool in_element)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\r': return in_element ? "\n" : " ";
    case '\n': return in_element ? NULL : " ";
    case '\t': return " ";
    case IKMI_REPLACEMENT_CHARACTER: return IKMI_REPLACEMENT;
    default: return !in_element && ikmi_turns_direction(c) ? IKMI_REPLACEMENT : NULL;
    }
}

static uint32_t take(ikm_text *rest)
{
    unsigned char byte = (unsigned char)*rest->data;
    if (byte < 0x20 || byte >= 0x7F)
        return ikm_text_next(rest);
    rest->data++;
    rest->size--;
    return byte;
}

static void add_between(ikmi_html *html, const char *from, const char *to)
{
    ikmi_stream_add(&html->stream, from, (size_t)(to - from));
}

static void add_text(ikmi_html *html, ikm_text text, bool in_element)
{
    const char *from = text.data;
    size_t run = 0;
    while (text.size) {
        const char *at = text.data;
        uint32_t c = take(&text);
        run = c == ' ' || c == '\n' || c == '-' ? 0 : run + (size_t)ikmi_character_width(c);
        if (in_element && run > RUN_MOST && ikmi_character_width(c) > 0) {
            add_between(html, from, at);
            ikmi_html_add(html, "<wbr />");
            from = at;
            run = 0;
        }
        const char *instead = c == '\r' && text.size && *text.data == '\n' ? "" : instead_of(c, in_element);
        if (instead) {
            add_between(html, from, at);
            ikmi_html_add(html, instead);
            from = text.data;
        }
    }
    if (from)
        add_between(html, from, text.data);
}

/* Scripts from right to left, and marks that turn direction (Unicode 15: Bidi_Class R, AL, and explicit ones). */
static bool runs_left(uint32_t c)
{
    return (c >= 0x0590 && c <= 0x08FF) || c == 0x200E || c == 0x200F || ikmi_turns_direction(c) ||
           (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

static bool may_run_left(ikm_text text)
{
    while (text.size)
        if (runs_left(take(&text)))
            return true;
    return false;
}

void ikmi_html_text(ikmi_html *html, ikm_text text)
{
    bool apart = may_run_left(text);
    if (apart)
        ikmi_html_add(html, "<bdi>");
    add_text(html, text, true);
    if (apart)
        ikmi_html_add(html, "</bdi>");
}

void ikmi_html_string(ikmi_html *html, const char *text)
{
    ikmi_html_text(html, ikmi_text(text));
}

void ikmi_html_plain(ikmi_html *html, ikm_text text)
{
    add_text(html, text, false);
}

void ikmi_html_word(ikmi_html *html, ikmi_word word)
{
    ikmi_html_plain(html, ikmi_text(ikmi_word_text(html->lang, word)));
}

void ikmi_html_number(ikmi_html *html, ikm_decimal number)
{
    char text[IKMI_DECIMAL_SIZE];
    ikmi_decimal_for_people(text, number, html->lang);
    if (*text == '-')
        ikmi_html_add(html, "\xE2\x88\x92"); /* a minus sign, as wide as the digits and never at the end of a line */
    ikmi_html_add(html, text + (*text == '-'));
}

void ikmi_html_cell(ikmi_html *html, const ikm_cell *cell)
{
    if (cell->strong && cell->kind != IKM_CELL_EMPTY)
        ikmi_html_add(html, "<strong>");
    if (cell->kind == IKM_CELL_TEXT)
        ikmi_html_text(html, cell->text);
    else if (cell->kind == IKM_CELL_NUMBER)
        ikmi_html_number(html, cell->number);
    if (cell->strong && cell->kind != IKM_CELL_EMPTY)
        ikmi_html_add(html, "</strong>");
}

void ikmi_html_blank(ikmi_html *html)
{
    ikmi_html_add(html, "<span class=\"blank\" role=\"img\" aria-label=\"");
    ikmi_html_word(html, IKMI_WORD_DOCUMENT_TO_FILL_IN);
    ikmi_html_add(html, "\"></span>");
}
