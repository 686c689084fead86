#include "dialect.h"

const char *const encoding_choices[] = {"utf-8", "windows-1252", "utf-16le", "utf-16be", NULL};

ikm_dialect dialect_of(const cli_arguments *arguments)
{
    return (ikm_dialect){
        .delimiter = (char)given_number(arguments, OPTION_DELIMITER, 0),
        .quote = (char)given_number(arguments, OPTION_QUOTE, 0),
        .escape = (char)given_number(arguments, OPTION_ESCAPE, 0),
        .encoding = given_text(arguments, OPTION_ENCODING, NULL),
        .header_line = given_number(arguments, OPTION_HEADER_LINE, 0),
        .header_rows = (int32_t)given_number(arguments, OPTION_HEADER_ROWS, 0),
    };
}
