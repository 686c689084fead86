#include "help.h"

#include "message.h"
#include "page.h"

#include <stdio.h>
#include <string.h>

enum { OPTION_COLUMN = 28, COMMAND_COLUMN = 13 };

void help_argument(char *out, size_t size, const cli_context *cli, const cli_option *row)
{
    out[0] = '\0';
    if (row->kind == KIND_FLAG)
        return;
    if (row->argument) {
        snprintf(out, size, "%s", word(cli, row->argument));
        return;
    }
    for (size_t i = 0, used = 0; row->choices[i] && used < size; i++)
        used += (size_t)snprintf(out + used, size - used, "%s%s", i ? "|" : "", row->choices[i]);
}

static void put_option(cli_page *page, const cli_option *row)
{
    char argument[128], left[256];
    help_argument(argument, sizeof argument, page->cli, row);
    const char letter[] = {'-', row->letter, ',', '\0'};
    snprintf(left, sizeof left, "  %-3s --%s%s%s", row->letter ? letter : "", row->name, *argument ? " " : "",
             argument);
    page_put(page, left);
    if (page->at + 2 > OPTION_COLUMN)
        page_put(page, "\n");
    page_tab(page, OPTION_COLUMN);
    page_wrap(page, OPTION_COLUMN, word(page->cli, row->help));
}

static void put_options(cli_page *page, const cli_option *options)
{
    const char *group = "";
    for (const cli_option *row = options; row->name; row++) {
        if (strcmp(group, row->group) != 0) {
            group = row->group;
            page_put(page, "\n");
            page_put(page, word(page->cli, group));
            page_put(page, "\n");
        }
        put_option(page, row);
    }
}

/* Lines of commands that somebody may copy: never wrapped. */
static void put_examples(cli_page *page, const char *name)
{
    page_put(page, "\n");
    page_put(page, word(page->cli, "CLI_EXAMPLES"));
    page_put(page, "\n");
    for (const char *line = word(page->cli, name); *line;) {
        size_t size = strcspn(line, "\n");
        char text[256];
        snprintf(text, sizeof text, "  %.*s\n", (int)size, line);
        page_put(page, text);
        line += size + (line[size] == '\n');
    }
}

int help_command(const cli_context *cli, const cli_command *command)
{
    cli_page page;
    int status = page_new(&page, cli);
    if (status != EXIT_DONE)
        return status;
    char usage[256];
    const char *operands = command->operands ? word(cli, command->operands) : "";
    snprintf(usage, sizeof usage, "%s ikm %s %s%s%s\n\n", word(cli, "CLI_USAGE"), command->name,
             word(cli, "CLI_OPTIONS"), *operands ? " " : "", operands);
    page_put(&page, usage);
    page_wrap(&page, 0, word(cli, command->description));
    put_options(&page, command->options);
    put_examples(&page, command->examples);
    page_put(&page, "\n");
    page_wrap(&page, 0, word(cli, "CLI_EXIT_CODES"));
    return page_finish(&page);
}

int help_program(const cli_context *cli)
{
    cli_page page;
    int status = page_new(&page, cli);
    if (status != EXIT_DONE)
        return status;
    char usage[256];
    snprintf(usage, sizeof usage, "%s ikm %s %s\n\n", word(cli, "CLI_USAGE"), word(cli, "CLI_COMMAND"),
             word(cli, "CLI_OPTIONS"));
    page_put(&page, usage);
    page_wrap(&page, 0, word(cli, "CLI_PROGRAM_DESCRIPTION"));
    page_put(&page, "\n");
    page_put(&page, word(cli, "CLI_COMMANDS"));
    page_put(&page, "\n");
    for (const cli_command *command = commands; command->name; command++) {
        page_put(&page, "  ");
        page_put(&page, command->name);
        page_tab(&page, COMMAND_COLUMN);
        page_wrap(&page, COMMAND_COLUMN, word(cli, command->summary));
    }
    put_options(&page, program_options);
    put_examples(&page, "CLI_PROGRAM_EXAMPLES");
    page_put(&page, "\n");
    page_wrap(&page, 0, word(cli, "CLI_EXIT_CODES"));
    return page_finish(&page);
}
