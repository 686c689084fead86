#include "command.h"
#include "help.h"

const cli_option help_options[] = {ROW_LANG, ROW_HELP, ROWS_END};

int cmd_help(const cli_context *cli, const cli_arguments *arguments)
{
    if (!arguments->operand_count)
        return help_program(cli);
    const cli_command *command = command_named(arguments->operands[0]);
    return command ? help_command(cli, command) : command_unknown(cli, arguments->operands[0]);
}
