/* What looks like personal data is not shown: NIK, phone numbers, e-mail and IP addresses, places on the map. */
#ifndef IKMI_MASK_H
#define IKMI_MASK_H

#include "ikm/base.h"

#include "decode.h"

#include <stdbool.h>
#include <stdint.h>

/* Control characters, line breaks, marks that turn the direction of writing: in what is shown a blank. */
bool ikmi_shows_as_blank(int32_t point);

/*
 * Copy `text` for a message: personal data masked as ****, control characters and
 * line breaks as blanks, invalid UTF-8 as U+FFFD, cut with "..." to `size` bytes.
 */
void ikmi_mask(char *out, size_t size, ikm_text text);

/*
 * The same for a cell that is no answer of the instrument. Two or more words that begin
 * with capitals, of which no label has any, may be somebody's name: they are hidden too.
 */
void ikmi_mask_answer(char *out, size_t size, const ikmi_labels *labels, ikm_text cell);

/* The same for a header: of "Nama: Siti Aminah" the name is hidden too. */
void ikmi_mask_header(char *out, size_t size, ikm_text header);

/* Was something hidden in this text by ikmi_mask()? */
bool ikmi_is_masked(const char *text);

/* Is the whole of it, without surrounding blanks, one thing that ikmi_mask() would hide? */
bool ikmi_is_personal(ikm_text text);

#endif
