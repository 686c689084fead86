#include "print.h"

#include "message.h"
#include "terminal.h"

#include <stdio.h>
#include <string.h>

result_format print_format(const cli_arguments *arguments)
{
    return (result_format)given_number(arguments, OPTION_FORMAT, FORMAT_TEXT);
}

int print_result(const cli_context *cli, const cli_arguments *arguments, int64_t created, result_writer write,
                 const void *what)
{
    const result_looks looks = {.width = terminal_width(),
                                .colour = terminal_colour(),
                                .created = created,
                                .summary = true,
                                .excel_id = given_last(arguments, OPTION_EXCEL_ID) != NULL};
    ikm_output *output;
    ikm_error err = {.offset = -1};
    ikm_status status = ikm_output_new(&output, "-", 0666, cli->lang, &err);
    if (status != IKM_OK)
        return library_error(cli, status, &err, NULL);
    status = write(what, print_format(arguments), &looks, ikm_output_sink(output), &err);
    /* why the sink stopped is told when the output is completed */
    if (status == IKM_OK || (status == IKM_ERR_IO && !err.message[0]))
        status = ikm_output_commit(output, &err);
    else
        ikm_output_free(output);
    return status == IKM_OK ? EXIT_DONE : library_error(cli, status, &err, NULL);
}

static ikm_status write_document(const void *what, result_format format, const result_looks *looks, ikm_sink sink,
                                 ikm_error *err)
{
    return result_document(what, format, looks, sink, err);
}

int print_document(const cli_context *cli, const cli_arguments *arguments, ikm_document *document)
{
    int code = print_result(cli, arguments, -1, write_document, document);
    ikm_document_free(document);
    return code;
}

void print_json_string(cli_page *page, const char *text)
{
    page_put(page, "\"");
    while (*text) {
        char piece[64];
        size_t plain = strcspn(text, "\"\\\001\002\003\004\005\006\007\010\011\012\013\014\015\016\017\020\021\022\023"
                                     "\024\025\026\027\030\031\032\033\034\035\036\037");
        if (plain) {
            plain = plain < sizeof piece ? plain : sizeof piece - 1;
            snprintf(piece, sizeof piece, "%.*s", (int)plain, text);
        } else {
            bool plain_escape = *text == '"' || *text == '\\';
            snprintf(piece, sizeof piece, plain_escape ? "\\%c" : "\\u%04x", (unsigned char)*text);
            plain = 1;
        }
        page_put(page, piece);
        text += plain;
    }
    page_put(page, "\"");
}

ikm_cell text_cell(const char *text)
{
    return (ikm_cell){.kind = IKM_CELL_TEXT, .text = {text, strlen(text)}};
}

ikm_cell count_cell(int64_t count)
{
    return (ikm_cell){.kind = IKM_CELL_NUMBER, .number = {count, 0}};
}
