/* Text on standard output that is no document: help and version, wrapped at the reader's width. */
#ifndef PAGE_H
#define PAGE_H

#include "cli.h"

typedef struct cli_page {
    const cli_context *cli;
    ikm_output *output;
    ikm_sink sink;
    size_t width;
    size_t at; /* column at which the line now stands */
} cli_page;

/* Begin; EXIT_DONE or a message was written. */
int page_new(cli_page *out, const cli_context *cli);

/* Text as it is. */
void page_put(cli_page *page, const char *text);

/*
 * Words, wrapped; every line but the first begins at `indent`. A newline in the text
 * begins a new line there.
 */
void page_wrap(cli_page *page, size_t indent, const char *text);

/* Blanks up to a column; at least one if the line stands beyond its beginning. */
void page_tab(cli_page *page, size_t column);

/* Complete; EXIT_DONE or a message was written. */
int page_finish(cli_page *page);

/* Characters of a UTF-8 text, which for the words of this program are columns. */
size_t characters(const char *text, size_t size);

#endif
