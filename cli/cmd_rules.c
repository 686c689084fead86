/* ikm rules: the regulations that are built in, or one instrument in full. */
#include "command.h"
#include "instrument.h"
#include "message.h"
#include "regulation.h"

const cli_option rules_options[] = {
    ROW_FORMAT("CLI_OPTION_FORMAT"),
    ROW_LANG,
    ROW_HELP,
    ROWS_END,
};

int cmd_rules(const cli_context *cli, const cli_arguments *arguments)
{
    if (!arguments->operand_count)
        return instrument_list(cli, arguments);
    cli_regulation regulation;
    int status = regulation_load(&regulation, cli, arguments->operands[0]);
    if (status != EXIT_DONE)
        return status;
    status = instrument_print(cli, arguments, regulation.rules);
    regulation_free(&regulation);
    return status;
}
