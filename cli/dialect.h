/* The options that overrule how a dump is taken apart, the same in every command that reads one. */
#ifndef DIALECT_H
#define DIALECT_H

#include "option.h"

#include "ikm/ingest.h"

extern const char *const encoding_choices[];

enum { HEADER_LINE_MOST = 1000000, HEADER_ROWS_MOST = 3 };

/* clang-format off */
#define ROWS_DIALECT                                                                                                                            \
    {OPTION_DELIMITER, "delimiter", 0, KIND_DELIMITER, "CLI_ARGUMENT_DELIMITER", "CLI_OPTION_DELIMITER", NULL, 0, 0, "CLI_GROUP_INPUT", false}, \
    {OPTION_QUOTE, "quote", 0, KIND_CHARACTER, "CLI_ARGUMENT_CHARACTER", "CLI_OPTION_QUOTE", NULL, 0, 0, "CLI_GROUP_INPUT", false},             \
    {OPTION_ESCAPE, "escape", 0, KIND_CHARACTER, "CLI_ARGUMENT_CHARACTER", "CLI_OPTION_ESCAPE", NULL, 0, 0, "CLI_GROUP_INPUT", false},          \
    {OPTION_ENCODING, "encoding", 0, KIND_CHOICE, NULL, "CLI_OPTION_ENCODING", encoding_choices, 0, 0, "CLI_GROUP_INPUT", false},               \
    {OPTION_HEADER_LINE, "header-line", 0, KIND_COUNT, "CLI_ARGUMENT_COUNT", "CLI_OPTION_HEADER_LINE", NULL, 1, HEADER_LINE_MOST,               \
     "CLI_GROUP_INPUT", false},                                                                                                                 \
    {OPTION_HEADER_ROWS, "header-rows", 0, KIND_COUNT, "CLI_ARGUMENT_COUNT", "CLI_OPTION_HEADER_ROWS", NULL, 1, HEADER_ROWS_MOST,               \
     "CLI_GROUP_INPUT", false}
/* clang-format on */

/* What was told; the rest is found from the data. It borrows from the arguments. */
ikm_dialect dialect_of(const cli_arguments *arguments);

#endif
