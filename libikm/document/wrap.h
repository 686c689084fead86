/* Text made fit for a terminal, and cut into lines. */
#ifndef IKMI_WRAP_H
#define IKMI_WRAP_H

#include "ikm/document.h"

#include "base/buffer.h"

/*
 * Add `text` as a terminal may show it: line breaks are LF, tabs are blanks,
 * and nothing in it steers the terminal or turns the direction of what follows.
 */
void ikmi_add_shown(ikmi_buffer *buffer, ikm_text text);

/*
 * Take the next line of at most `width` columns (at least 1) off `rest`, which
 * ikmi_add_shown() made: up to a line feed, else broken at a blank, else behind
 * a hyphen or slash, else anywhere. An empty rest gives an empty line. 0: no limit.
 */
ikm_text ikmi_wrap_next(ikm_text *rest, size_t width);

/* Columns of the widest line, and of the widest word. */
size_t ikmi_line_width(ikm_text text);
size_t ikmi_word_width(ikm_text text);

/* The longest beginning that takes at most `width` columns. */
ikm_text ikmi_cut(ikm_text text, size_t width);

#endif
