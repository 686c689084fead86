/* The options that say which records count, the same in every command that reads a survey. */
#ifndef FILTER_H
#define FILTER_H

#include "option.h"

#include "ikm/survey.h"

/* clang-format off */
#define ROWS_FILTER                                                                                                                             \
    {OPTION_WHERE, "where", 0, KIND_TEXT, "CLI_ARGUMENT_WHERE", "CLI_OPTION_WHERE", NULL, 0, 0, "CLI_GROUP_FILTER", true},                      \
    {OPTION_FROM, "from", 0, KIND_TEXT, "CLI_ARGUMENT_DATE", "CLI_OPTION_FROM", NULL, 0, 0, "CLI_GROUP_FILTER", false},                         \
    {OPTION_TO, "to", 0, KIND_TEXT, "CLI_ARGUMENT_DATE", "CLI_OPTION_TO", NULL, 0, 0, "CLI_GROUP_FILTER", false},                               \
    {OPTION_INCOMPLETE, "incomplete", 0, KIND_FLAG, NULL, "CLI_OPTION_INCOMPLETE", NULL, 0, 0, "CLI_GROUP_FILTER", false}
/* clang-format on */

typedef struct cli_filter {
    const char **where; /* borrows from the arguments */
    size_t where_count;
} cli_filter;

/* Take them from the arguments. EXIT_DONE, or a message was written and nothing needs to be freed. */
int filter_take(cli_filter *out, const cli_context *cli, const cli_arguments *arguments);

/* Hand them to a survey. */
void filter_apply(const cli_filter *filter, const cli_arguments *arguments, ikm_survey_options *options);
void filter_free(cli_filter *filter);

#endif
