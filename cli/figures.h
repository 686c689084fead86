/* Printed figures on the command line: as reports print them, with a point or a comma. */
#ifndef FIGURES_H
#define FIGURES_H

#include "option.h"

/*
 * The figure of an option, with the decimals that it was written with. EXIT_DONE, or a message was written.
 */
int figure_take(ikm_decimal *out, const cli_context *cli, const cli_given *given);

/*
 * A list of figures: "3.654,3.587", or where they have decimal commas "3,654;3,587" or with blanks between. `out` has
 * room for `most`. EXIT_DONE, or a message was written.
 */
int figures_take(ikm_decimal *out, size_t *count_out, size_t most, const cli_context *cli, const cli_given *given);

#endif
