/* ikm merge: files of counts into one. */
#include "command.h"

const cli_option merge_options[] = {
    {OPTION_BY, "by", 0, KIND_TEXT, "CLI_ARGUMENT_BY", "CLI_OPTION_BY", NULL, 0, 0, "CLI_GROUP_RESULT", false},
    {OPTION_RULES, "rules", 0, KIND_FILE, "CLI_ARGUMENT_RULES", "CLI_OPTION_RULES", NULL, 0, 0, "CLI_GROUP_CONVENTION",
     false},
    ROW_OUTPUT("CLI_OPTION_OUTPUT_OF_COUNTS"),
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

int cmd_merge(const cli_context *cli, const cli_arguments *arguments)
{
    return cmd_tally(cli, arguments); /* counts are taken wherever a dump is */
}
