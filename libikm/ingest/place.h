/* Where in a file something stands, for people who look for it there. */
#ifndef IKMI_PLACE_H
#define IKMI_PLACE_H

#include "source.h"

/*
 * The 1-based column of `to` in the line that begins at `from`, as the file has it: a byte of it, or a column of a
 * sheet. `first_line`: it is the first line of the file, which may begin with a byte order mark.
 */
int64_t ikmi_column_of(const ikmi_source *source, const char *from, const char *to, bool first_line);

#endif
