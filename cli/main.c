/* ikm: from a survey dump to the graded index, on the command line. */
#include "command.h"
#include "help.h"
#include "message.h"
#include "page.h"
#include "targets.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * A standard descriptor that the parent closed would be given to the first file that
 * is opened, and messages or results would go into it. It is taken by /dev/null, in
 * the direction that still makes its use an error.
 */
static void keep_standard_descriptors(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            _exit(EXIT_MACHINE);
}

static bool means_english(const char *locale)
{
    return !strncmp(locale, "en", 2);
}

/* The locale is asked by name only: setlocale() would change how numbers are written. */
static ikm_lang lang_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return means_english(value) ? IKM_LANG_EN : IKM_LANG_ID;
    }
    return IKM_LANG_ID;
}

/* --lang holds also for what is wrong before or beside it, so it is looked for first. */
static ikm_lang lang_of_arguments(int argc, char **argv, ikm_lang otherwise)
{
    ikm_lang lang = otherwise;
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *value = !strcmp(argv[i], "--lang") && i + 1 < argc ? argv[i + 1]
                            : !strncmp(argv[i], "--lang=", 7)          ? argv[i] + 7
                                                                       : "";
        if (!strcmp(value, "en"))
            lang = IKM_LANG_EN;
        else if (!strcmp(value, "id"))
            lang = IKM_LANG_ID;
    }
    return lang;
}

static int print_version(const cli_context *cli)
{
    cli_page page;
    int status = page_new(&page, cli);
    if (status != EXIT_DONE)
        return status;
    page_put(&page, "ikm ");
    page_put(&page, ikm_version());
    page_put(&page, "\n");
    return page_finish(&page);
}

/* Where the command stands: the first argument that is no option of the program. */
static int command_at(int argc, char **argv)
{
    int at = 1;
    while (at < argc && argv[at][0] == '-' && argv[at][1])
        at += strcmp(argv[at], "--lang") ? 1 : 2;
    return at < argc ? at : argc;
}

/* What stands before a command, or alone. */
static int run_program(const cli_context *cli, int argc, char **argv, bool alone)
{
    cli_arguments arguments;
    int status = arguments_parse(&arguments, cli, program_options, argc, argv);
    if (status != EXIT_DONE)
        return status;
    bool version = given_last(&arguments, OPTION_VERSION), help = given_last(&arguments, OPTION_HELP);
    arguments_free(&arguments);
    if (version)
        return print_version(cli);
    if (help)
        return help_program(cli);
    return alone ? usage_error(cli, "CLI_NO_COMMAND", WITH_NOTHING) : -1;
}

static int run_arguments(const cli_context *cli, const cli_command *command, const cli_arguments *arguments)
{
    int status = targets_check_csv(cli, arguments);
    return status == EXIT_DONE ? command->run(cli, arguments) : status;
}

static int run_command(cli_context *cli, const cli_command *command, int argc, char **argv)
{
    cli_arguments arguments;
    cli->command = command->name;
    int status = arguments_parse(&arguments, cli, command->options, argc, argv);
    if (status != EXIT_DONE)
        return status;
    if (given_last(&arguments, OPTION_HELP))
        status = help_command(cli, command);
    else if (arguments.operand_count < command->least_operands)
        status = usage_error(cli, command->missing, WITH_NOTHING);
    else if (arguments.operand_count > command->most_operands)
        status = usage_error(cli, "CLI_TOO_MANY", WITH(arguments.operands[command->most_operands]));
    else
        status = run_arguments(cli, command, &arguments);
    arguments_free(&arguments);
    return status;
}

int main(int argc, char **argv)
{
    keep_standard_descriptors();
    /* a reader that has seen enough ends the program quietly, also where the parent ignores the signal */
    signal(SIGPIPE, SIG_DFL);
    cli_context cli = {lang_of_arguments(argc, argv, lang_of_environment()), NULL};
    int at = command_at(argc, argv), rest = at < argc ? at + 1 : argc;
    int status = run_program(&cli, at > 0 ? at - 1 : 0, argv + 1, at == argc);
    if (status >= 0)
        return status;
    const cli_command *command = command_named(argv[at]);
    if (!command)
        return command_unknown(&cli, argv[at]);
    return run_command(&cli, command, argc - rest, argv + rest);
}
