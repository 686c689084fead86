/*
 * The options of a command are one table: parsing, --help, the manual page and the
 * completion of a shell all read it.
 */
#ifndef OPTION_H
#define OPTION_H

#include "cli.h"

/* Which option it is, in every command that has it. */
typedef enum option_id {
    OPTION_HELP = 1,
    OPTION_VERSION,
    OPTION_LANG,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_BY,
    OPTION_RULES,
    OPTION_WEIGHT,
    OPTION_ROUND_NRR,
    OPTION_ROUND_TERM,
    OPTION_ROUND_FINAL,
    OPTION_ROUND_MODE,
    OPTION_MISSING,
    OPTION_TARGET,
    OPTION_POPULATION,
    OPTION_MAX_REJECT,
    OPTION_REJECTS,
    OPTION_DELIMITER,
    OPTION_THREADS,
    OPTION_WHERE,
    OPTION_FROM,
    OPTION_TO,
    OPTION_INCOMPLETE,
    OPTION_ALL,
    OPTION_QUOTE,
    OPTION_ESCAPE,
    OPTION_ENCODING,
    OPTION_HEADER_LINE,
    OPTION_HEADER_ROWS,
    OPTION_SHEET,
    OPTION_SCHEMA,
    OPTION_PRINTED,
    OPTION_MEANS,
    OPTION_N,
    OPTION_YEAR,
    OPTION_CAP,
    OPTION_SCALE,
    OPTION_LOWER_BETTER,
    OPTION_BANDS,
    OPTION_ROLL_UP,
    OPTION_EFFICIENCY,
    OPTION_SETTINGS,
    OPTION_EXCEL_ID,
    OPTION_FORM,
    OPTION_PROFILE,
    OPTION_SERVICES,
} option_id;

/* What a value must look like. */
typedef enum option_kind {
    KIND_FLAG,      /* no value */
    KIND_TEXT,      /* anything but nothing; the library judges it */
    KIND_FILE,      /* a path: as KIND_TEXT, and a shell completes it */
    KIND_CHOICE,    /* one of `choices`; its number is its position */
    KIND_COUNT,     /* a whole number, `least` to `most` */
    KIND_PLACES,    /* a number of decimals, `least` to `most`; "none" where `least` is IKM_ROUND_NONE */
    KIND_CHARACTER, /* a sign of ASCII; its number is the character */
    KIND_DELIMITER, /* as KIND_CHARACTER, a blank, a tab, or its name */
} option_kind;

typedef struct cli_option {
    option_id id;
    const char *name; /* without the dashes; NULL ends a table */
    char letter;      /* of the short form; 0: none */
    option_kind kind;
    const char *argument;       /* word for the value in help; NULL: the choices */
    const char *help;           /* word */
    const char *const *choices; /* of KIND_CHOICE, ends with NULL */
    int64_t least, most;
    const char *group; /* word: heading over it in help, where it differs from the row before */
    bool repeats;      /* each one given counts; else the last wins */
} cli_option;

/* One option as it was given. */
typedef struct cli_given {
    const cli_option *option;
    const char *text;
    int64_t number;
} cli_given;

/* A command line taken apart. */
typedef struct cli_arguments {
    cli_given *given;
    size_t given_count;
    const char **operands;
    size_t operand_count;
} cli_arguments;

/*
 * Take a command line apart. Options may come after files; "--" ends them; "-" is a file.
 *
 * Returns EXIT_DONE; otherwise a message was written and nothing needs to be freed.
 */
int arguments_parse(cli_arguments *out, const cli_context *cli, const cli_option *options, int argc, char **argv);
void arguments_free(cli_arguments *arguments);

/* The last one given; NULL if none was. */
const cli_given *given_last(const cli_arguments *arguments, option_id id);

/* Its text or number, or what holds without it. */
const char *given_text(const cli_arguments *arguments, option_id id, const char *otherwise);
int64_t given_number(const cli_arguments *arguments, option_id id, int64_t otherwise);

/* Check a value by its kind and set `out->number`. EXIT_DONE, or EXIT_USAGE with a message. */
int option_value(cli_given *out, const cli_context *cli);

#endif
