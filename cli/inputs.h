/* The files that a command reads: what they are, who opens them, what is told of them. */
#ifndef INPUTS_H
#define INPUTS_H

#include "dialect.h"

#include "ikm/readers.h"
#include "ikm/rules.h"

/* clang-format off */
#define ROWS_INPUT                                                                                                                              \
    ROWS_DIALECT,                                                                                                                               \
    {OPTION_SHEET, "sheet", 0, KIND_TEXT, "CLI_ARGUMENT_SHEET", "CLI_OPTION_SHEET", NULL, 0, 0, "CLI_GROUP_INPUT", true},                       \
    {OPTION_SCHEMA, "schema", 0, KIND_FILE, "CLI_ARGUMENT_SCHEMA", "CLI_OPTION_SCHEMA", NULL, 0, 0, "CLI_GROUP_INPUT", false}
/* clang-format on */

enum { SHEET_SIZE = 256 };

typedef struct cli_inputs {
    const cli_context *cli;
    ikm_input *list;
    size_t count;
    ikm_reader **readers;  /* of each input: who reads its rows; NULL: the library itself */
    const char **operands; /* of each that has a reader: its file */
    char **names;          /* of each that is one of several sheets */
    const char **sheets;   /* that were told, each once for every workbook */
    size_t sheet_count;
    char schema_sheet[SHEET_SIZE]; /* the schema tells it; "": nothing */
    ikm_dialect dialect;
    ikm_text schema;
    char *schema_text;
    const char *schema_path; /* NULL: none was told */
} cli_inputs;

/*
 * Take the operands as inputs, workbooks and statistics files opened, with what is told
 * of them. EXIT_DONE, or a message was written and nothing needs to be freed.
 */
int inputs_take(cli_inputs *out, const cli_context *cli, const cli_arguments *arguments);
void inputs_free(cli_inputs *inputs);

/* Of workbooks whose sheet was not told, one that holds a survey of these rules. EXIT_DONE, or a message was written.
 */
int inputs_find_surveys(cli_inputs *inputs, const ikm_rules *rules);

/* As library_error(), for what read the inputs: a fault of the schema is told as that, and which sheets there were. */
int inputs_error(const cli_inputs *inputs, ikm_status status, const ikm_error *err);

/* The sheet that is read first, by its name; NULL: the first input is no workbook. */
const char *inputs_sheet(const cli_inputs *inputs);

/* For what looks at one table alone: EXIT_DONE, or several sheets were told. */
int inputs_single(const cli_inputs *inputs);

/*
 * Of workbooks whose sheet was not told, which further sheets hold a survey of these
 * rules. After the inputs were read: the readers are then at another place.
 */
void inputs_tell_surveys(const cli_inputs *inputs, const ikm_rules *rules);

#endif
