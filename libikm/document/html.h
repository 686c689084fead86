/* The writer for browsers, from inside: what its files share. What it writes is well-formed XML as well. */
#ifndef IKMI_HTML_H
#define IKMI_HTML_H

#include "stream.h"

#include "base/buffer.h"
#include "base/words.h"

#include <stdbool.h>

typedef struct ikmi_html {
    ikmi_stream stream;
    ikmi_buffer shown; /* a name of a chart, as it is shown */
    ikm_lang lang;
    size_t sections, tables, charts; /* so far: they make the ids, in which nothing of the data is */
} ikmi_html;

/* Markup of ours, as it is. */
void ikmi_html_add(ikmi_html *html, const char *markup);
void ikmi_html_integer(ikmi_html *html, int64_t value);

/*
 * Text of an element: escaped; what runs from right to left is kept to itself, and a word without end may be broken.
 */
void ikmi_html_text(ikmi_html *html, ikm_text text);
void ikmi_html_string(ikmi_html *html, const char *text);

/* Text where no markup may stand: of an attribute, a title, a drawing. */
void ikmi_html_plain(ikmi_html *html, ikm_text text);

void ikmi_html_word(ikmi_html *html, ikmi_word word);
void ikmi_html_number(ikmi_html *html, ikm_decimal number);
void ikmi_html_cell(ikmi_html *html, const ikm_cell *cell);

/* A line to write on, which is said to those who do not see it. */
void ikmi_html_blank(ikmi_html *html);

/* The style sheet of every page. */
void ikmi_html_style(ikmi_html *html);

/* Items. A table is so wide that its page lies on its side. */
IKM_MUST_CHECK ikm_status ikmi_html_table(ikmi_html *html, const ikm_table *table);
bool ikmi_html_table_is_wide(const ikm_table *table);
void ikmi_html_figure(ikmi_html *html, const ikm_item *item);
void ikmi_html_field(ikmi_html *html, const ikm_item *item);
void ikmi_html_signature(ikmi_html *html, const ikm_signature *signature);

#endif
