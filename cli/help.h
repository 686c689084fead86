/* What --help prints, made from the tables of commands and options. */
#ifndef HELP_H
#define HELP_H

#include "command.h"

/* The list of commands, or one command; on standard output. */
int help_program(const cli_context *cli);
int help_command(const cli_context *cli, const cli_command *command);

/* What stands for the value of an option: its word, or its choices. "" for a flag. */
void help_argument(char *out, size_t size, const cli_context *cli, const cli_option *row);

#endif
