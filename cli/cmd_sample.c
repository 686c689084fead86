/* ikm sample: how many respondents a survey needs. */
#include "command.h"
#include "message.h"
#include "print.h"

#include "ikm/rules.h"

#include <inttypes.h>
#include <stdio.h>

const cli_option sample_options[] = {
    {OPTION_POPULATION, "population", 0, KIND_COUNT, "CLI_ARGUMENT_COUNT", "CLI_OPTION_POPULATION", NULL, 1,
     1000000000000, "CLI_GROUP_INPUT", true},
    ROW_FORMAT("CLI_OPTION_FORMAT"),
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

static int print_json(const cli_context *cli, const cli_arguments *arguments)
{
    cli_page page;
    int status = page_new(&page, cli);
    if (status != EXIT_DONE)
        return status;
    page_put(&page, "{\n  \"format\": \"ikm.sample/1\",\n  \"version\": ");
    print_json_string(&page, ikm_version());
    page_put(&page, ",\n  \"rule\": \"krejcie-morgan-1970\",\n  \"samples\": [");
    const char *between = "\n";
    for (size_t i = 0; i < arguments->given_count; i++) {
        const cli_given *given = &arguments->given[i];
        if (given->option->id != OPTION_POPULATION)
            continue;
        char row[128];
        snprintf(row, sizeof row, "%s    {\"population\": %" PRId64 ", \"sample\": %" PRId64 "}", between,
                 given->number, ikm_sample_size(given->number));
        page_put(&page, row);
        between = ",\n";
    }
    page_put(&page, "\n  ]\n}\n");
    return page_finish(&page);
}

static ikm_status fill(ikm_document *document, const cli_context *cli, const cli_arguments *arguments)
{
    const ikm_column columns[] = {{word(cli, "CLI_SAMPLE_POPULATION"), IKM_CELL_NUMBER, 0, NULL},
                                  {word(cli, "CLI_SAMPLE_SIZE"), IKM_CELL_NUMBER, 0, NULL}};
    ikm_table table = {.title = word(cli, "CLI_SAMPLE_TITLE"), .columns = columns, .column_count = 2};
    ikm_status status = ikm_document_table(document, &table);
    for (size_t i = 0; i < arguments->given_count && status == IKM_OK; i++) {
        const cli_given *given = &arguments->given[i];
        if (given->option->id != OPTION_POPULATION)
            continue;
        const ikm_cell cells[] = {count_cell(given->number), count_cell(ikm_sample_size(given->number))};
        status = ikm_document_row(document, cells, 2);
    }
    return status == IKM_OK ? ikm_document_note(document, word(cli, "CLI_SAMPLE_RULE")) : status;
}

int cmd_sample(const cli_context *cli, const cli_arguments *arguments)
{
    if (!given_last(arguments, OPTION_POPULATION))
        return usage_error(cli, "CLI_NO_POPULATION", WITH_NOTHING);
    if (print_format(arguments) == FORMAT_JSON)
        return print_json(cli, arguments);
    ikm_document *document;
    ikm_status status = ikm_document_new(&document, cli->lang, word(cli, "CLI_SAMPLE_TITLE"), NULL);
    if (status == IKM_OK)
        status = fill(document, cli, arguments);
    if (status == IKM_OK)
        return print_document(cli, arguments, document);
    ikm_document_free(document);
    return library_error(cli, status, &(ikm_error){.offset = -1}, NULL);
}
