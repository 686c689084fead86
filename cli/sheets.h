/* Which sheet of a workbook is read, and what is told of the others. */
#ifndef SHEETS_H
#define SHEETS_H

#include "cli.h"

#include "ikm/readers.h"
#include "ikm/rules.h"

/*
 * Where the first visible sheet holds no survey, which is where instructions stand: the first one that does is chosen,
 * of forms that nobody has filled in the first, and it is said. EXIT_DONE, or a message was written.
 */
int sheets_find_survey(const cli_context *cli, ikm_reader *reader, const char *name, const ikm_rules *rules);

/* Where nothing could be made of the sheet that was read: perhaps another was meant. */
void sheets_tell_others(const cli_context *cli, const ikm_reader *reader, const char *name);

/*
 * A year kept as a sheet a month: of the visible sheets that hold a survey of these
 * rules too it is said that they were not read. Another sheet is then chosen.
 */
void sheets_tell_surveys(const cli_context *cli, ikm_reader *reader, const char *name, const ikm_rules *rules);

#endif
