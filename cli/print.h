/* What the small commands print: a document in a format of --format, or JSON text. */
#ifndef PRINT_H
#define PRINT_H

#include "option.h"
#include "page.h"
#include "result.h"

#include "ikm/document.h"

/* What --format asks for. */
result_format print_format(const cli_arguments *arguments);

/* What writes itself, on standard output, as the arguments say; text at a glance. EXIT_DONE, or a message was written.
 */
int print_result(const cli_context *cli, const cli_arguments *arguments, int64_t created, result_writer write,
                 const void *what);

/* A document as text, CSV or HTML, and freed. EXIT_DONE, or a message was written. */
int print_document(const cli_context *cli, const cli_arguments *arguments, ikm_document *document);

/* A text as a JSON string with its quotes. */
void print_json_string(cli_page *page, const char *text);

/* A cell of text that lives long enough, or of a whole number. */
ikm_cell text_cell(const char *text);
ikm_cell count_cell(int64_t count);

#endif
