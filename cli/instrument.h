/* Regulations and instruments as a reader sees them: tables, or JSON. */
#ifndef INSTRUMENT_H
#define INSTRUMENT_H

#include "print.h"

#include "ikm/rules.h"

/* All that are built in, and the conventions of a computation. */
int instrument_list(const cli_context *cli, const cli_arguments *arguments);

/* One in full: elements with questions and labels, weight, bands. */
int instrument_print(const cli_context *cli, const cli_arguments *arguments, const ikm_rules *rules);

/* The same as JSON, in the form that --rules takes back. */
int instrument_print_json(const cli_context *cli, const ikm_rules *rules);
int instrument_list_json(const cli_context *cli);

#endif
