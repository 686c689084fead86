#include "filter.h"

#include "message.h"

#include <stdlib.h>

int filter_take(cli_filter *out, const cli_context *cli, const cli_arguments *arguments)
{
    *out = (cli_filter){calloc(arguments->given_count + 1, sizeof *out->where), 0};
    if (!out->where) {
        message(cli, "OUT_OF_MEMORY", WITH_NOTHING);
        return EXIT_MACHINE;
    }
    for (size_t i = 0; i < arguments->given_count; i++)
        if (arguments->given[i].option->id == OPTION_WHERE)
            out->where[out->where_count++] = arguments->given[i].text;
    return EXIT_DONE;
}

void filter_apply(const cli_filter *filter, const cli_arguments *arguments, ikm_survey_options *options)
{
    options->where = filter->where;
    options->where_count = filter->where_count;
    options->from = given_text(arguments, OPTION_FROM, NULL);
    options->to = given_text(arguments, OPTION_TO, NULL);
    options->incomplete = given_last(arguments, OPTION_INCOMPLETE) != NULL;
}

void filter_free(cli_filter *filter)
{
    free(filter->where);
    *filter = (struct cli_filter){NULL, 0};
}
