/* The table of commands: what the program can do, one cmd_NAME.c each. */
#ifndef COMMAND_H
#define COMMAND_H

#include "option.h"

typedef struct cli_command {
    const char *name;        /* NULL ends the table */
    const char *summary;     /* word: one line in the list of commands */
    const char *operands;    /* word: what stands after the options; NULL: nothing */
    const char *description; /* word: paragraphs under the usage */
    const char *examples;    /* word: lines of examples */
    const cli_option *options;
    size_t least_operands, most_operands;
    int (*run)(const cli_context *cli, const cli_arguments *arguments);
    const char *missing; /* word: what was not given where there are too few operands */
} cli_command;

extern const cli_command commands[];

/* Options that stand before a command, or alone. */
extern const cli_option program_options[];

/* The command of this name; NULL if there is none. */
const cli_command *command_named(const char *name);

/* A message for a command that is not known, with the nearest one; EXIT_USAGE. */
int command_unknown(const cli_context *cli, const char *name);

int cmd_achieve(const cli_context *cli, const cli_arguments *arguments);
int cmd_audit(const cli_context *cli, const cli_arguments *arguments);
int cmd_check(const cli_context *cli, const cli_arguments *arguments);
int cmd_clean(const cli_context *cli, const cli_arguments *arguments);
int cmd_help(const cli_context *cli, const cli_arguments *arguments);
int cmd_reconcile(const cli_context *cli, const cli_arguments *arguments);
int cmd_report(const cli_context *cli, const cli_arguments *arguments);
int cmd_rules(const cli_context *cli, const cli_arguments *arguments);
int cmd_sample(const cli_context *cli, const cli_arguments *arguments);
int cmd_score(const cli_context *cli, const cli_arguments *arguments);
int cmd_template(const cli_context *cli, const cli_arguments *arguments);
int cmd_tally(const cli_context *cli, const cli_arguments *arguments);
int cmd_merge(const cli_context *cli, const cli_arguments *arguments);
int cmd_sniff(const cli_context *cli, const cli_arguments *arguments);

extern const cli_option achieve_options[], audit_options[], report_options[], check_options[], clean_options[],
    help_options[], reconcile_options[], rules_options[], sample_options[], score_options[], tally_options[],
    merge_options[], sniff_options[], template_options[];

/* Rows that several commands have, so that they mean the same everywhere. */
extern const char *const lang_choices[], *const format_choices[];

#define ROW_HELP                                                                                                       \
    {                                                                                                                  \
        OPTION_HELP, "help", 'h', KIND_FLAG, NULL, "CLI_OPTION_HELP", NULL, 0, 0, "CLI_GROUP_COMMON", false            \
    }
#define ROW_LANG                                                                                                       \
    {                                                                                                                  \
        OPTION_LANG, "lang", 0, KIND_CHOICE, NULL, "CLI_OPTION_LANG", lang_choices, 0, 0, "CLI_GROUP_COMMON", false    \
    }
#define ROW_FORMAT(help)                                                                                               \
    {OPTION_FORMAT, "format", 0, KIND_CHOICE, NULL, help, format_choices, 0, 0, "CLI_GROUP_OUTPUT", false},            \
    {                                                                                                                  \
        OPTION_EXCEL_ID, "excel-id", 0, KIND_FLAG, NULL, "CLI_OPTION_EXCEL_ID", NULL, 0, 0, "CLI_GROUP_OUTPUT", false  \
    }
#define ROW_OUTPUT(help)                                                                                               \
    {                                                                                                                  \
        OPTION_OUTPUT, "output", 'o', KIND_FILE, "CLI_ARGUMENT_FILE", help, NULL, 0, 0, "CLI_GROUP_OUTPUT", true       \
    }
#define ROWS_END                                                                                                       \
    {                                                                                                                  \
        .name = NULL                                                                                                   \
    }

#endif
