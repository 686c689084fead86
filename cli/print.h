/* What the small commands print: a document in a format of --format, or JSON text. */
#ifndef PRINT_H
#define PRINT_H

#include "page.h"
#include "result.h"

#include "ikm/document.h"

/* A document on standard output, as text or CSV, and freed. EXIT_DONE, or a message was written. */
int print_document(const cli_context *cli, ikm_document *document, result_format format);

/* A text as a JSON string with its quotes. */
void print_json_string(cli_page *page, const char *text);

/* A cell of text that lives long enough, or of a whole number. */
ikm_cell text_cell(const char *text);
ikm_cell count_cell(int64_t count);

#endif
