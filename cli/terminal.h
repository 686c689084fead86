/* How wide the reader's terminal is and whether it shows colours. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stdint.h>

/* Columns of standard output: of the terminal, else of COLUMNS, else 80; at least 40. */
int32_t terminal_width(void);

/* Whether standard output is a terminal that shows colours and NO_COLOR does not forbid them. */
bool terminal_colour(void);

#endif
