#include "page.h"

#include "message.h"
#include "terminal.h"

#include <string.h>

/* Lines longer than this are hard to read, however wide the terminal is. */
enum { READABLE_WIDTH = 100 };

size_t characters(const char *text, size_t size)
{
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

int page_new(cli_page *out, const cli_context *cli)
{
    ikm_error err;
    ikm_status status = ikm_output_new(&out->output, "-", 0666, cli->lang, &err);
    if (status != IKM_OK)
        return library_error(cli, status, &err, NULL);
    out->cli = cli;
    out->sink = ikm_output_sink(out->output);
    int32_t width = terminal_width();
    out->width = width < READABLE_WIDTH ? (size_t)width : READABLE_WIDTH;
    out->at = 0;
    return EXIT_DONE;
}

/* A sink that stopped says so when the page is finished. */
static void put(cli_page *page, const char *text, size_t size)
{
    if (!size)
        return;
    (void)page->sink.write(page->sink.ctx, text, size);
    const char *line = text + size;
    while (line > text && line[-1] != '\n')
        line--;
    page->at = (line > text ? 0 : page->at) + characters(line, size - (size_t)(line - text));
}

void page_put(cli_page *page, const char *text)
{
    put(page, text, strlen(text));
}

void page_tab(cli_page *page, size_t column)
{
    do
        put(page, " ", 1);
    while (page->at < column);
}

void page_wrap(cli_page *page, size_t indent, const char *text)
{
    bool begins = true;
    while (*text) {
        if (*text == '\n') {
            put(page, "\n", 1);
            begins = true;
            text++;
            continue;
        }
        size_t size = strcspn(text, " \n"), columns = characters(text, size);
        if (!begins && page->at + 1 + columns > page->width) {
            put(page, "\n", 1);
            begins = true;
        }
        if (!begins)
            put(page, " ", 1);
        else if (indent > 0 && page->at < indent)
            page_tab(page, indent);
        put(page, text, size);
        begins = false;
        text += size;
        text += strspn(text, " ");
    }
    put(page, "\n", 1);
}

int page_finish(cli_page *page)
{
    ikm_error err;
    ikm_status status = ikm_output_commit(page->output, &err);
    return status == IKM_OK ? EXIT_DONE : library_error(page->cli, status, &err, NULL);
}
